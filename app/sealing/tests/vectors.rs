//! Every vector: one file each, named for what is wrong with it, made by `vectors.mjs` on other libraries in another
//! language. What once opened must open for ever; what is refused must be refused for its own reason.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Debug;
use std::path::Path;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId, Signature};
use protocol::signing::{Kind, verify};
use sealing::code::RecoveryCode;
use sealing::deposit::{TraySecret, open_deposit};
use sealing::entry::EntryPlace;
use sealing::file::{FileFacts, FileSecret};
use sealing::file_opener::{FileError, FileOpener};
use sealing::hybrid::read_recipient;
use sealing::key_envelope::open_keys;
use sealing::link::Fragment;
use sealing::member_label::Subject;
use sealing::name::{Passphrase, SignInName};
use sealing::root::Root;
use sealing::section_keys::SectionKeys;
use sealing::shelf_box::BoxKind;
use sealing::wrap::{Prf, WayKey, open_root};
use serde_json::Value;

/// A vector, or a part of one.
struct Vector(Value);

impl Vector {
    fn read(name: &str) -> Self {
        let path = folder().join(name).with_extension("json");
        Self(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    }

    fn has(&self, field: &str) -> bool {
        !self.0[field].is_null()
    }

    fn text(&self, field: &str) -> &str {
        self.0[field]
            .as_str()
            .unwrap_or_else(|| panic!("no text {field} in {}", self.0))
    }

    fn number(&self, field: &str) -> u64 {
        self.0[field]
            .as_u64()
            .unwrap_or_else(|| panic!("no number {field} in {}", self.0))
    }

    fn small(&self, field: &str) -> u32 {
        self.number(field).try_into().unwrap()
    }

    fn bytes(&self, field: &str) -> Vec<u8> {
        BASE64URL_NOPAD.decode(self.text(field).as_bytes()).unwrap()
    }

    /// Compares what came out with `plain`, or with the reason for the refusal.
    fn judge<T: AsRef<[u8]>, E: Debug>(&self, result: Result<T, E>) {
        match result {
            Ok(plain) => assert_eq!(plain.as_ref(), self.text("plain").as_bytes()),
            Err(error) => self.refused(error),
        }
    }

    fn refused(&self, error: impl Debug) {
        let error = format!("{error:?}");
        assert!(self.has("refused"), "refused with {error}");
        assert!(
            error.starts_with(self.text("refused")),
            "refused with {error}"
        );
    }
}

/// What all vectors stand on.
struct Ground {
    root: Root,
    carnet: CarnetId,
    vector: Vector,
}

impl Ground {
    fn read() -> Self {
        let vector = Vector::read("ground");
        let root = Root::read_identity(vector.text("root")).unwrap();
        Self {
            root,
            carnet: vector.text("carnet").parse().unwrap(),
            vector,
        }
    }

    fn committed(&self, section: SectionId, epoch: u32) -> Option<Digest> {
        let lines = self.vector.0["committed"].as_array().unwrap();
        let line = lines
            .iter()
            .find(|line| line[0] == section.to_string().as_str() && line[1] == u64::from(epoch))?;
        Some(line[2].as_str().unwrap().parse().unwrap())
    }

    fn ring(&self) -> SectionKeys {
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

#[test]
fn every_vector_comes_out_as_it_says() {
    let ground = Ground::read();
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    assert!(names.len() >= 90, "vectors are missing: {}", names.len());
    for name in names {
        println!("{name}");
        let vector = Vector::read(&name);
        match vector.text("object") {
            // The first was read already; the second is checked beside the table of labels.
            "ground" | "labels" => {}
            "member" => member(&vector),
            "wrap" => wrap(&ground, &vector),
            "code" => code(&vector),
            "name" => sign_in_name(&vector),
            "envelope" => envelope(&ground, &vector),
            "back_link" => back_link(&ground, &vector),
            "entry" => entry(&ground, &vector),
            "label" => label(&ground, &vector),
            "box" => shelf_box(&ground, &vector),
            "link" => link(&vector),
            "deposit" => deposit(&ground, &vector),
            "file" => file(&vector),
            other => panic!("nobody checks {other}"),
        }
    }
}

fn member(vector: &Vector) {
    let root = Root::read_identity(vector.text("root")).unwrap();
    assert_eq!(root.id().to_string(), vector.text("id"));
    assert_eq!(root.public().signing.to_string(), vector.text("signing"));
    assert_eq!(
        root.public().recipient,
        read_recipient(vector.text("recipient")).unwrap()
    );
    let bytes = vector.bytes("bytes");
    let signature: Signature = vector.text("signature").parse().unwrap();
    assert_eq!(root.sign(Kind::Commit, &bytes), signature);
    verify(&root.public().signing, Kind::Commit, &bytes, &signature).unwrap();
    verify(&root.public().signing, Kind::List, &bytes, &signature).unwrap_err();
}

fn wrap(ground: &Ground, vector: &Vector) {
    let mut output = HEXLOWER
        .decode(ground.vector.text("prf").as_bytes())
        .unwrap();
    let prf = Prf::take(&mut output).unwrap();
    let code = RecoveryCode::read(ground.vector.text("code")).unwrap();
    let passphrase = Passphrase::read(ground.vector.text("passphrase")).unwrap();
    let key = match vector.text("way") {
        "prf" => WayKey::Prf(&prf),
        "code" => WayKey::Code(&code),
        _ => WayKey::Passphrase(&passphrase),
    };
    match open_root(&vector.bytes("sealed"), &key) {
        Ok(root) => assert_eq!(root.id().to_string(), vector.text("id")),
        Err(error) => vector.refused(error),
    }
}

fn code(vector: &Vector) {
    let code = RecoveryCode::read(vector.text("text")).unwrap();
    assert_eq!(code.text().as_str(), vector.text("text"));
    assert_eq!(code.lookup_id().to_string(), vector.text("lookup"));
    assert_eq!(code.login_token().to_string(), vector.text("token"));
}

fn sign_in_name(vector: &Vector) {
    let name = SignInName::read(vector.text("typed")).unwrap();
    let passphrase = Passphrase::read(vector.text("passphrase")).unwrap();
    assert_eq!(name.lookup_id().to_string(), vector.text("lookup"));
    assert_eq!(
        name.login_token(&passphrase).to_string(),
        vector.text("token")
    );
}

fn envelope(ground: &Ground, vector: &Vector) {
    let digest: Digest = vector.text("digest").parse().unwrap();
    match open_keys(
        ground.root.holder(),
        ground.carnet,
        &digest,
        &vector.bytes("sealed"),
    ) {
        Ok(received) => {
            let mut ring = SectionKeys::new(ground.carnet);
            let refused = ring.accept(received, |section, epoch| ground.committed(section, epoch));
            assert_eq!(refused.unwrap(), []);
            assert_eq!(ring.names().count() as u64, vector.number("keys"));
        }
        Err(error) => vector.refused(error),
    }
}

fn back_link(ground: &Ground, vector: &Vector) {
    let section: SectionId = vector.text("section").parse().unwrap();
    let epoch = vector.small("epoch");
    let committed = ground.committed(section, epoch - 1).unwrap();
    let mut ring = ground.ring();
    match ring.follow_back_link(section, epoch, &vector.bytes("sealed"), &committed) {
        Ok(()) => assert!(!vector.has("refused")),
        Err(error) => vector.refused(error),
    }
}

fn entry(ground: &Ground, vector: &Vector) {
    let place = EntryPlace {
        section: vector.text("section").parse().unwrap(),
        epoch: vector.small("epoch"),
        entry: vector.text("entry").parse::<EntryId>().unwrap(),
        author: vector.text("author").parse::<MemberId>().unwrap(),
    };
    vector.judge(ground.ring().open_entry(&place, &vector.bytes("sealed")));
}

fn label(ground: &Ground, vector: &Vector) {
    let subject = Subject::Member(vector.text("member").parse().unwrap());
    let section = vector.text("section").parse().unwrap();
    let opened = ground
        .ring()
        .open_label(section, subject, &vector.bytes("sealed"));
    vector.judge(opened.map(|words| words.as_bytes().to_vec()));
}

fn shelf_box(ground: &Ground, vector: &Vector) {
    assert_eq!(vector.number("kind"), BoxKind::Draft as u64);
    let name = vector.text("name").as_bytes();
    vector.judge(
        ground
            .root
            .shelf()
            .open(BoxKind::Draft, name, &vector.bytes("sealed")),
    );
}

fn link(vector: &Vector) {
    match Fragment::read(vector.text("fragment")) {
        Ok(fragment) => {
            assert_eq!(fragment.carnet.to_string(), vector.text("carnet"));
            assert_eq!(fragment.seq, vector.number("seq"));
            assert_eq!(fragment.head.to_string(), vector.text("head"));
            assert_eq!(fragment.secret.holder().id().to_string(), vector.text("id"));
            assert_eq!(
                fragment.secret.access_token().to_string(),
                vector.text("token")
            );
            assert_eq!(fragment.tray.is_some(), vector.has("tray"));
            assert_eq!(fragment.text().as_str(), vector.text("fragment"));
        }
        Err(error) => vector.refused(error),
    }
}

fn deposit(ground: &Ground, vector: &Vector) {
    let tray = TraySecret::read(vector.text("tray")).unwrap();
    let link = vector.text("link").parse().unwrap();
    let counter = vector.number("counter");
    vector.judge(open_deposit(
        &tray,
        ground.carnet,
        link,
        counter,
        &vector.bytes("sealed"),
    ));
}

fn file(vector: &Vector) {
    let mut sealed = std::fs::read(folder().join("file.age")).unwrap();
    let edit = Vector(vector.0["edit"].clone());
    let index = |field: &str| usize::try_from(edit.number(field)).unwrap();
    if edit.has("cut") {
        sealed.truncate(sealed.len() - index("cut"));
    }
    if edit.has("keep") {
        sealed.truncate(index("keep"));
    }
    if edit.has("append") {
        sealed.resize(sealed.len() + index("append"), 0);
    }
    if edit.has("flip") {
        sealed[index("flip")] ^= 1;
    }
    let digest = |field: &str| vector.text(field).parse().unwrap();
    let (size, sealed_size) = (vector.number("size"), vector.number("sealed_size"));
    let facts = FileFacts::from_entry(size, digest("sha256"), digest("head"), sealed_size).unwrap();
    let secret = FileSecret::read(vector.text("secret")).unwrap();
    match open_file(&secret, facts, &sealed) {
        Ok(plain) => assert_eq!(&plain[..7], vector.text("plain").as_bytes()),
        Err(error) => vector.refused(error),
    }
}

fn open_file(secret: &FileSecret, facts: FileFacts, sealed: &[u8]) -> Result<Vec<u8>, FileError> {
    let mut plain = Vec::new();
    let mut whole = FileOpener::new(secret, facts, sealed)?.whole();
    whole.push(&sealed[facts.head_length as usize..], &mut plain)?;
    whole.finish(&mut plain)?;
    Ok(plain)
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors"))
}
