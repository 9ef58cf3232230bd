//! The one table of labels: every key, id and token that this crate derives, its input and its output.
//!
//! Each is HKDF-SHA256 (RFC 5869, no salt) with `info = label ‖ 0 ‖ suite ‖ context`. The context has one fixed width for
//! each label and the input is raw bytes, never their text, so that no two derivations can ever meet.
//!
//! | label | input | context | output (32 bytes) |
//! |---|---|---|---|
//! | `carnet/v1/member/signing` | seed of an age hybrid identity (32) | – | Ed25519 seed |
//! | `carnet/v1/root/shelf` | root's seed (32) | – | shelf key |
//! | `carnet/v1/root/own` | root's seed (32) | – | key of what the account seals for itself |
//! | `carnet/v1/wrap/prf` | WebAuthn PRF output (32) | – | age passphrase (as base64url) |
//! | `carnet/v1/code/lookup` | recovery code (16) | – | lookup id |
//! | `carnet/v1/code/login` | recovery code (16) | – | login token |
//! | `carnet/v1/name/lookup` | normalised name | – | lookup id |
//! | `carnet/v1/name/salt` | normalised name | – | salt of the slow derivation |
//! | `carnet/v1/name/login` | scrypt of the passphrase (32) | – | login token |
//! | `carnet/v1/section/commitment` | section key (32) | carnet 32, section 16, epoch 4 | key commitment |
//! | `carnet/v1/section/back-link` | section key (32) | carnet 32, section 16, epoch 4 | key that seals the key before |
//! | `carnet/v1/entry` | section key (32), used as PRK: one Expand | entry 16 | entry key |
//! | `carnet/v1/label` | section key (32), used as PRK: one Expand | kind 1, member or section 16 | key of a sealed label |
//! | `carnet/v1/box` | shelf key, or own key (32) | kind 1 | box key |
//! | `carnet/v1/link/identity` | S of a link (32) | – | seed of its age hybrid identity |
//! | `carnet/v1/link/access` | S of a link (32) | – | access token |
//! | `carnet/v1/link/bundle` | S of a link (32) | – | key of what a link shows beside its sections |
//! | `carnet/v1/upload` | shelf key, or S of a link (32) | – | key of how far uploads are |
//! | `carnet/v1/notice/key` | own key (32) | generation 4 | key of what devices show as reminders |
//! | `carnet/v1/notice/name` | own key (32) | SHA-256 of the thing 32 | name of a thing kept by the server |
//!
//! Signatures have their own table in `protocol::signing`; ids that anybody can compute theirs in `protocol`. The urgent card
//! derives nothing by this table, for the page that opens it has nothing but WebCrypto: see [`crate::sheet`] for what it signs,
//! [`crate::typed_code`] for what follows from its code.

use hkdf::Hkdf;
use protocol::keys::SUITE;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::secret::Secret32;

/// One line of the table.
pub(crate) struct Label {
    text: &'static str,
    /// Width of the context in bytes.
    context: usize,
}

const fn label(text: &'static str, context: usize) -> Label {
    Label { text, context }
}

pub(crate) const MEMBER_SIGNING: Label = label("carnet/v1/member/signing", 0);
pub(crate) const ROOT_SHELF: Label = label("carnet/v1/root/shelf", 0);
pub(crate) const ROOT_OWN: Label = label("carnet/v1/root/own", 0);
pub(crate) const WRAP_PRF: Label = label("carnet/v1/wrap/prf", 0);
pub(crate) const CODE_LOOKUP: Label = label("carnet/v1/code/lookup", 0);
pub(crate) const CODE_LOGIN: Label = label("carnet/v1/code/login", 0);
pub(crate) const NAME_LOOKUP: Label = label("carnet/v1/name/lookup", 0);
pub(crate) const NAME_SALT: Label = label("carnet/v1/name/salt", 0);
pub(crate) const NAME_LOGIN: Label = label("carnet/v1/name/login", 0);
pub(crate) const SECTION_COMMITMENT: Label = label("carnet/v1/section/commitment", 52);
pub(crate) const SECTION_BACK_LINK: Label = label("carnet/v1/section/back-link", 52);
pub(crate) const ENTRY: Label = label("carnet/v1/entry", 16);
pub(crate) const LABEL: Label = label("carnet/v1/label", 17);
pub(crate) const BOX: Label = label("carnet/v1/box", 1);
pub(crate) const LINK_IDENTITY: Label = label("carnet/v1/link/identity", 0);
pub(crate) const LINK_ACCESS: Label = label("carnet/v1/link/access", 0);
pub(crate) const LINK_BUNDLE: Label = label("carnet/v1/link/bundle", 0);
pub(crate) const UPLOAD: Label = label("carnet/v1/upload", 0);
pub(crate) const NOTICE_KEY: Label = label("carnet/v1/notice/key", 4);
pub(crate) const NOTICE_NAME: Label = label("carnet/v1/notice/name", 32);

impl Label {
    /// Extract and Expand.
    pub(crate) fn derive(&self, input: &[u8], context: &[u8]) -> Secret32 {
        self.expand(&Hkdf::new(None, input), context)
    }

    /// Expand alone, of an input that is a uniform key already.
    pub(crate) fn derive_from_key(&self, key: &Secret32, context: &[u8]) -> Secret32 {
        let hkdf = Hkdf::from_prk(&key[..]).expect("32 bytes are enough for a PRK of HKDF-SHA256");
        self.expand(&hkdf, context)
    }

    fn expand(&self, hkdf: &Hkdf<Sha256>, context: &[u8]) -> Secret32 {
        assert_eq!(
            context.len(),
            self.context,
            "the context of {} has one width",
            self.text
        );
        let mut output = Zeroizing::new([0; 32]);
        hkdf.expand_multi_info(&[self.text.as_bytes(), &[0, SUITE], context], &mut *output)
            .expect("32 bytes are within what HKDF-SHA256 can give");
        output
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;
    use serde_json::Value;

    use super::*;

    const TABLE: [Label; 20] = [
        MEMBER_SIGNING,
        ROOT_SHELF,
        ROOT_OWN,
        WRAP_PRF,
        CODE_LOOKUP,
        CODE_LOGIN,
        NAME_LOOKUP,
        NAME_SALT,
        NAME_LOGIN,
        SECTION_COMMITMENT,
        SECTION_BACK_LINK,
        ENTRY,
        LABEL,
        BOX,
        LINK_IDENTITY,
        LINK_ACCESS,
        LINK_BUNDLE,
        UPLOAD,
        NOTICE_KEY,
        NOTICE_NAME,
    ];

    #[test]
    fn every_label_gives_its_known_answer() {
        let vectors: Value =
            serde_json::from_str(include_str!("../tests/vectors/labels.json")).unwrap();
        let vectors = vectors["labels"].as_array().unwrap();
        assert_eq!(vectors.len(), TABLE.len());
        for label in TABLE {
            let vector = vectors
                .iter()
                .find(|vector| vector["label"] == label.text)
                .unwrap();
            let bytes = |field: &str| {
                HEXLOWER
                    .decode(vector[field].as_str().unwrap().as_bytes())
                    .unwrap()
            };
            let (input, context) = (bytes("input"), bytes("context"));
            let output = if matches!(label.text, "carnet/v1/entry" | "carnet/v1/label") {
                let key = Zeroizing::new(<[u8; 32]>::try_from(&input[..]).unwrap());
                label.derive_from_key(&key, &context)
            } else {
                label.derive(&input, &context)
            };
            assert_eq!(output[..], bytes("output"), "{}", label.text);
        }
    }
}
