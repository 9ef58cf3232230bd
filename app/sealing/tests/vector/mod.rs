//! Reading vectors, and what they all stand on.

use std::fmt::Debug;
use std::path::Path;

use data_encoding::BASE64URL_NOPAD;
use protocol::ids::{CarnetId, Digest, SectionId};
use sealing::key_envelope::open_keys;
use sealing::root::Root;
use sealing::section_keys::SectionKeys;
use serde_json::Value;

/// A vector, or a part of one.
pub struct Vector(pub Value);

impl Vector {
    pub fn read(name: &str) -> Self {
        let path = folder().join(name).with_extension("json");
        Self(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    }

    pub fn has(&self, field: &str) -> bool {
        !self.0[field].is_null()
    }

    pub fn text(&self, field: &str) -> &str {
        self.0[field]
            .as_str()
            .unwrap_or_else(|| panic!("no text {field} in {}", self.0))
    }

    pub fn number(&self, field: &str) -> u64 {
        self.0[field]
            .as_u64()
            .unwrap_or_else(|| panic!("no number {field} in {}", self.0))
    }

    pub fn small(&self, field: &str) -> u32 {
        self.number(field).try_into().unwrap()
    }

    pub fn bytes(&self, field: &str) -> Vec<u8> {
        BASE64URL_NOPAD.decode(self.text(field).as_bytes()).unwrap()
    }

    /// Compares what came out with `plain`, or with the reason for the refusal.
    pub fn judge<T: AsRef<[u8]>, E: Debug>(&self, result: Result<T, E>) {
        match result {
            Ok(plain) => assert_eq!(plain.as_ref(), self.text("plain").as_bytes()),
            Err(error) => self.refused(error),
        }
    }

    pub fn refused(&self, error: impl Debug) {
        let error = format!("{error:?}");
        assert!(self.has("refused"), "refused with {error}");
        assert!(
            error.starts_with(self.text("refused")),
            "refused with {error}"
        );
    }
}

/// What all vectors stand on.
pub struct Ground {
    pub root: Root,
    pub carnet: CarnetId,
    pub vector: Vector,
}

impl Ground {
    pub fn read() -> Self {
        let vector = Vector::read("ground");
        let root = Root::read_identity(vector.text("root")).unwrap();
        Self {
            root,
            carnet: vector.text("carnet").parse().unwrap(),
            vector,
        }
    }

    pub fn committed(&self, section: SectionId, epoch: u32) -> Option<Digest> {
        let lines = self.vector.0["committed"].as_array().unwrap();
        let line = lines
            .iter()
            .find(|line| line[0] == section.to_string().as_str() && line[1] == u64::from(epoch))?;
        Some(line[2].as_str().unwrap().parse().unwrap())
    }

    pub fn ring(&self) -> SectionKeys {
        let sealed = self.vector.bytes("ring");
        let digest = protocol::commit::sealed_digest(&sealed);
        let received = open_keys(self.root.holder(), self.carnet, &digest, &sealed).unwrap();
        let mut ring = SectionKeys::new(self.carnet);
        let refused = ring
            .accept(received, |section, epoch| self.committed(section, epoch))
            .unwrap();
        assert_eq!(refused, [], "commitments are known answers");
        ring
    }
}

/// Where they lie.
pub fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors"))
}
