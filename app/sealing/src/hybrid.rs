//! The age hybrid identity: ML-KEM-768 with X25519 (`mlkem768x25519`), as age 1.3 and the reference package
//! `age-encryption` have it.
//!
//! A stanza is `-> mlkem768x25519 <base64(encapsulated key, 1120 bytes)>` with the 16-byte file key sealed as its body: HPKE
//! (RFC 9180) base mode with the X-Wing KEM, HKDF-SHA256 and ChaCha20-Poly1305, info `age-encryption.org/mlkem768x25519`,
//! no associated data. What is harvested today stays sealed when X25519 falls.

use std::collections::HashSet;

use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use age_core::secrecy::ExposeSecret;
use bech32::{FromBase32, ToBase32, Variant};
use data_encoding::BASE64_NOPAD;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal,
};
use protocol::keys::Recipient;
use zeroize::{Zeroize, Zeroizing};

use crate::secret::{Secret32, make_random};

const TAG: &str = "mlkem768x25519";
const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";
const ENCAPSULATED: usize = 1120;
const BODY: usize = FILE_KEY_BYTES + 16;
/// age refuses to mix recipients whose labels differ: a post-quantum file must not also be sealed to a weaker key.
const POST_QUANTUM: &str = "postquantum";

// Lower case, because the bech32 crate computes a wrong checksum for upper-case prefixes.
const SECRET_PREFIX: &str = "age-secret-key-pq-";
const PUBLIC_PREFIX: &str = "age1pq";

/// A key that is not what it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not a line `AGE-SECRET-KEY-PQ-1…` in its one spelling.
    #[error("not an age hybrid identity")]
    Identity,
    /// Not a possible public key.
    #[error("not an age hybrid recipient")]
    Recipient,
}

/// The secret half: opens what was sealed to [`Identity::recipient`].
pub(crate) struct Identity {
    seed: Secret32,
}

impl Identity {
    /// A new one.
    pub(crate) fn make() -> Self {
        Self {
            seed: make_random(),
        }
    }

    /// The one of this seed.
    pub(crate) fn derive(seed: Secret32) -> Self {
        Self { seed }
    }

    /// From its line `AGE-SECRET-KEY-PQ-1…`, accepted in its one spelling only.
    pub(crate) fn read(text: &str) -> Result<Self, KeyError> {
        if text.len() != 77 {
            return Err(KeyError::Identity);
        }
        let (prefix, mut words, variant) = bech32::decode(text).map_err(|_| KeyError::Identity)?;
        let bytes = Vec::from_base32(&words).map(Zeroizing::new);
        words.fill(bech32::u5::default());
        let seed = <[u8; 32]>::try_from(&bytes.map_err(|_| KeyError::Identity)?[..])
            .map_err(|_| KeyError::Identity)?;
        let identity = Self {
            seed: Zeroizing::new(seed),
        };
        if prefix != SECRET_PREFIX || variant != Variant::Bech32 || identity.text().as_str() != text
        {
            return Err(KeyError::Identity);
        }
        Ok(identity)
    }

    /// Its line `AGE-SECRET-KEY-PQ-1…`.
    pub(crate) fn text(&self) -> Zeroizing<String> {
        let mut words = self.seed.to_base32();
        let lower = bech32::encode(SECRET_PREFIX, &words, Variant::Bech32)
            .expect("the prefix is a valid one");
        words.fill(bech32::u5::default());
        let mut text = Zeroizing::new(lower);
        text.make_ascii_uppercase();
        text
    }

    /// The public half.
    pub(crate) fn recipient(&self) -> Recipient {
        let public = XWing::sk_to_pk(&self.private()).to_bytes();
        Recipient::from_slice(&public).expect("an X-Wing public key has 1216 bytes")
    }

    /// The seed, for what else is derived from it.
    pub(crate) fn seed(&self) -> &Secret32 {
        &self.seed
    }

    fn private(&self) -> <XWing as Kem>::PrivateKey {
        <XWing as Kem>::PrivateKey::from_bytes(&self.seed[..])
            .expect("an X-Wing private key has 32 bytes")
    }
}

impl core::fmt::Debug for Identity {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Identity(…)")
    }
}

impl age::Identity for Identity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        if stanza.tag != TAG {
            return None;
        }
        let invalid = || Some(Err(age::DecryptError::InvalidHeader));
        let [share] = &stanza.args[..] else {
            return invalid();
        };
        let Ok(share) = BASE64_NOPAD.decode(share.as_bytes()) else {
            return invalid();
        };
        if share.len() != ENCAPSULATED || stanza.body.len() != BODY {
            return invalid();
        }
        let Ok(share) = <XWing as Kem>::EncappedKey::from_bytes(&share) else {
            return invalid();
        };
        // Not ours, or altered: cannot be told apart here, so that the next stanza is tried.
        let mut opened = single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &self.private(),
            &share,
            INFO,
            &stanza.body,
            b"",
        )
        .ok()?;
        let key = FileKey::init_with_mut(|key| key.copy_from_slice(&opened));
        opened.zeroize();
        Some(Ok(key))
    }
}

/// The public half, ready to be sealed to.
pub(crate) struct SealTo(<XWing as Kem>::PublicKey);

impl SealTo {
    /// Refuses bytes that are no ML-KEM-768 key.
    pub(crate) fn new(recipient: &Recipient) -> Result<Self, KeyError> {
        <XWing as Kem>::PublicKey::from_bytes(recipient.as_bytes())
            .map(Self)
            .map_err(|_| KeyError::Recipient)
    }
}

impl age::Recipient for SealTo {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let (share, body) = single_shot_seal::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &self.0,
            INFO,
            file_key.expose_secret(),
            b"",
        )
        .map_err(|error| age::EncryptError::Io(std::io::Error::other(error.to_string())))?;
        let stanza = Stanza {
            tag: TAG.to_owned(),
            args: vec![BASE64_NOPAD.encode(&share.to_bytes())],
            body,
        };
        Ok((vec![stanza], HashSet::from([POST_QUANTUM.to_owned()])))
    }
}

/// A recipient as age programs write it: `age1pq1…`.
pub fn recipient_text(recipient: &Recipient) -> String {
    bech32::encode(
        PUBLIC_PREFIX,
        recipient.as_bytes().to_base32(),
        Variant::Bech32,
    )
    .expect("the prefix is a valid one")
}

/// A recipient from the form that age programs write.
pub fn read_recipient(text: &str) -> Result<Recipient, KeyError> {
    if text.len() > 2 * Recipient::LEN {
        return Err(KeyError::Recipient);
    }
    let (prefix, words, variant) = bech32::decode(text).map_err(|_| KeyError::Recipient)?;
    let bytes = Vec::from_base32(&words).map_err(|_| KeyError::Recipient)?;
    let recipient = Recipient::from_slice(&bytes).ok_or(KeyError::Recipient)?;
    if prefix != PUBLIC_PREFIX || variant != Variant::Bech32 || recipient_text(&recipient) != text {
        return Err(KeyError::Recipient);
    }
    SealTo::new(&recipient)?;
    Ok(recipient)
}
