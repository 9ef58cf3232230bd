//! The public keys of a member, and the id that follows from them.

use core::fmt;

use data_encoding::BASE64URL_NOPAD;
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use crate::ids::{MemberId, SigningKey};

/// The suite in force: Ed25519, SHA-256, HKDF-SHA256, XChaCha20-Poly1305, age v1 with ML-KEM-768 + X25519.
pub const SUITE: u8 = 1;

/// The public half of an age hybrid identity: an ML-KEM-768 encapsulation key (1184 bytes) and an X25519 key (32 bytes).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Recipient(Box<[u8]>);

impl Recipient {
    /// How many bytes it has.
    pub const LEN: usize = 1184 + 32;

    /// From its raw bytes, if there are as many as there must be.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        (bytes.len() == Self::LEN).then(|| Self(bytes.into()))
    }

    /// Its raw bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({}…)", BASE64URL_NOPAD.encode(&self.0[..6]))
    }
}

impl Serialize for Recipient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64URL_NOPAD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Recipient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        if text.len() > 2 * Self::LEN {
            return Err(serde::de::Error::custom("recipient too long"));
        }
        let bytes = BASE64URL_NOPAD
            .decode(text.as_bytes())
            .map_err(|_| serde::de::Error::custom("recipient is not base64url"))?;
        Self::from_slice(&bytes)
            .ok_or_else(|| serde::de::Error::custom("recipient has a wrong length"))
    }
}

impl<C> Encode<C> for Recipient {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Recipient {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Self::from_slice(d.bytes()?)
            .ok_or_else(|| minicbor::decode::Error::message("not a recipient"))
    }
}

/// What others need to check a member's signatures and to seal to it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
pub struct MemberKeys {
    /// Checks its signatures.
    #[n(0)]
    pub signing: SigningKey,
    /// Sealing to it.
    #[n(1)]
    pub recipient: Recipient,
}

impl MemberKeys {
    /// The id that these keys, and no others, have: the first 16 bytes of
    /// SHA-256("carnet/v1/member\0" ‖ suite ‖ signing key ‖ recipient).
    pub fn member_id(&self) -> MemberId {
        let digest = Sha256::new()
            .chain_update(b"carnet/v1/member\0")
            .chain_update([SUITE])
            .chain_update(self.signing.as_bytes())
            .chain_update(self.recipient.as_bytes())
            .finalize();
        let mut id = [0; MemberId::LEN];
        id.copy_from_slice(&digest[..MemberId::LEN]);
        MemberId::from_bytes(id)
    }
}
