//! Names of things: fixed-size byte strings, never strings, shown as unpadded base64url.
//!
//! Every id encodes as a CBOR byte string and as text in JSON and in paths. A wrong length is refused when decoding, so
//! that nothing behind this module ever meets a half id.

use core::fmt;
use core::str::FromStr;

use data_encoding::BASE64URL_NOPAD;
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Text that is not the base64url form of an id of the wanted length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid {kind}")]
pub struct IdError {
    /// What was expected, for the reader of a log.
    pub kind: &'static str,
}

macro_rules! shown_in_logs {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }
    )*};
}

macro_rules! fixed_bytes {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            /// How many bytes it has.
            pub const LEN: usize = $len;

            /// From its raw bytes.
            pub const fn from_bytes(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }

            /// Its raw bytes.
            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }

            /// From a slice, if it has the right length.
            pub fn from_slice(bytes: &[u8]) -> Result<Self, IdError> {
                bytes
                    .try_into()
                    .map(Self)
                    .map_err(|_| IdError { kind: stringify!($name) })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&BASE64URL_NOPAD.encode(&self.0))
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let error = IdError { kind: stringify!($name) };
                if text.len() > 4 * $len {
                    return Err(error);
                }
                let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| error)?;
                Self::from_slice(&bytes)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl<C> Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.bytes(&self.0)?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
                Self::from_slice(d.bytes()?)
                    .map_err(|_| minicbor::decode::Error::message(concat!("not a ", stringify!($name))))
            }
        }
    };
}

fixed_bytes!(
    /// A member of a carnet: an account, or a link that acts as one. The first 16 bytes of the hash of its own public
    /// keys (see [`crate::keys::MemberKeys::member_id`]), so nobody can present other keys under the same id.
    MemberId,
    16
);
fixed_bytes!(
    /// A carnet: the hash of its genesis body.
    CarnetId,
    32
);
fixed_bytes!(
    /// An entry of a carnet, random, chosen by the client that makes it.
    EntryId,
    16
);
fixed_bytes!(
    /// A sealed file, random, chosen by the client that uploads it.
    BlobId,
    16
);
fixed_bytes!(
    /// A way into an account (a passkey, the recovery code, a name with its passphrase), random.
    WayId,
    16
);
fixed_bytes!(
    /// A part of a carnet that can be granted apart: see [`crate::section`].
    SectionId,
    16
);
fixed_bytes!(
    /// A SHA-256 digest.
    Digest,
    32
);
fixed_bytes!(
    /// An Ed25519 signature.
    Signature,
    64
);
fixed_bytes!(
    /// An Ed25519 public key, not yet checked to be a point of the curve.
    SigningKey,
    32
);
fixed_bytes!(
    /// A 16-byte nonce that makes two objects with equal contents differ.
    Nonce,
    16
);
fixed_bytes!(
    /// What a client shows to prove that it knows a login secret; the server keeps its hash only.
    LoginToken,
    32
);
fixed_bytes!(
    /// Under which the server finds a wrap before anybody has signed in.
    LookupId,
    32
);

fixed_bytes!(
    /// Where an urgent link is asked: the SHA-256 of the point (65 bytes, uncompressed) of the P-256 key that signs its
    /// sheets. So whoever has the link can check the signature, and nobody serves another sheet under it.
    ManifestId,
    32
);
fixed_bytes!(
    /// Under which the server keeps the sealed address that a typed code opens; follows slowly from the code.
    CardLookup,
    32
);
fixed_bytes!(
    /// Lets whoever was answered by an urgent link fetch one of its files, for an hour at most.
    FileTicket,
    32
);
fixed_bytes!(
    /// A reminder, chosen by the client that sets it: random, or derived with a key of its own.
    ReminderId,
    16
);
fixed_bytes!(
    /// The reminders of one account about one carnet, derived by the client with a key of its own.
    PlanId,
    16
);
fixed_bytes!(
    /// A device that is told by Web Push, random, chosen by that device.
    DeviceId,
    16
);

shown_in_logs!(
    MemberId, CarnetId, EntryId, BlobId, WayId, SectionId, Digest, Signature, SigningKey, Nonce,
    LookupId, ManifestId, CardLookup, ReminderId, PlanId, DeviceId
);

/// Not shown: whoever reads it in a log could fetch the file with it.
impl fmt::Debug for FileTicket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileTicket(…)")
    }
}

/// Not shown: whoever reads it in a log could sign in with it.
impl fmt::Debug for LoginToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoginToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_token_is_not_shown() {
        let token = LoginToken::from_bytes([7; 32]);
        assert!(!format!("{token:?}").contains(&token.to_string()));
    }
}
