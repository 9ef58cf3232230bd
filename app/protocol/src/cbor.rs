//! Strict CBOR: a value has exactly one encoding, and only that one is accepted.
//!
//! What is signed or hashed must not have two spellings. After decoding, the value is encoded again and compared byte for
//! byte, which refuses trailing bytes, longer-than-needed numbers, indefinite lengths and fields that we do not know.

use minicbor::{Decode, Encode};

use crate::keys::SUITE;

/// Why bytes were not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CborError {
    /// Empty, cut short, or of the wrong shape.
    #[error("not a well-formed object")]
    Malformed,
    /// Written by a newer version: the app must be updated, nothing is forged.
    #[error("written by a newer version")]
    Newer,
    /// Decodes, but is not the one encoding of what it says.
    #[error("not in canonical form")]
    NotCanonical,
}

/// The one encoding of a value.
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to a Vec cannot fail, and no Encode of ours refuses a value.
    let _: Result<(), _> = minicbor::encode(value, &mut bytes);
    bytes
}

/// The value, if these bytes are its one encoding.
pub fn decode<T: Encode<()> + for<'b> Decode<'b, ()>>(bytes: &[u8]) -> Result<T, CborError> {
    let value: T = minicbor::decode(bytes).map_err(|error| {
        if error.is_unknown_variant() {
            CborError::Newer
        } else {
            CborError::Malformed
        }
    })?;
    if encode(&value) == bytes {
        Ok(value)
    } else {
        Err(CborError::NotCanonical)
    }
}

/// The suite byte, then the one encoding: the form of everything that is signed or kept.
pub fn encode_stored<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut bytes = vec![SUITE];
    bytes.extend(encode(value));
    bytes
}

/// The reverse of [`encode_stored`].
pub fn decode_stored<T: Encode<()> + for<'b> Decode<'b, ()>>(bytes: &[u8]) -> Result<T, CborError> {
    match bytes.split_first() {
        Some((&SUITE, rest)) => decode(rest),
        Some((&suite, _)) if suite > SUITE => Err(CborError::Newer),
        _ => Err(CborError::Malformed),
    }
}
