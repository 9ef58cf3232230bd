//! Compact JWE (RFC 7516) as SMART Health Links want it: `dir`, `A256GCM`, `zip: DEF`, content `application/fhir+json`.
//!
//! The protected header carries one member more, `carnet`: see [`crate::sheet`]. Other programs ignore it.

use aes_gcm::aead::AeadInPlace;
use aes_gcm::{Aes256Gcm, KeyInit};
use data_encoding::BASE64URL_NOPAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::secret::{Secret32, make_random};

const NONCE: usize = 12;
const TAG: usize = 16;
/// The level of miniz at which a document of this size stops getting smaller.
const LEVEL: u8 = 9;
/// More than any header of ours takes.
const HEADER: usize = 1024;

/// Why a JWE does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JweError {
    /// Not five parts of base64url with a header of the kind above.
    Malformed,
    /// Altered, or sealed with another key.
    Broken,
    /// Inflates to more than allowed.
    TooLarge,
}

/// The protected header.
#[derive(Serialize, Deserialize)]
pub(crate) struct Header {
    alg: String,
    enc: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    zip: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cty: Option<String>,
    /// Who vouches for the content.
    pub(crate) carnet: Option<Seal>,
}

/// Who vouches for the content, as of when.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Seal {
    /// The P-256 point, uncompressed (65 bytes), as base64url.
    pub(crate) key: String,
    /// The state of the carnet that it was made from.
    pub(crate) seq: u64,
    /// When, in seconds since 1970 UTC.
    pub(crate) at: u64,
    /// ECDSA: r ‖ s (64 bytes), as base64url.
    pub(crate) sig: String,
}

/// Seals `plain`, with `seal` in the header.
pub(crate) fn seal(key: &Secret32, seal: Seal, plain: &[u8]) -> Vec<u8> {
    let header = Header {
        alg: "dir".into(),
        enc: "A256GCM".into(),
        zip: Some("DEF".into()),
        cty: Some("application/fhir+json".into()),
        carnet: Some(seal),
    };
    let header = serde_json::to_vec(&header).expect("a header of texts and numbers is JSON");
    let mut jwe = BASE64URL_NOPAD.encode(&header);
    let nonce = make_random::<NONCE>();
    let mut body = Zeroizing::new(compress_to_vec(plain, LEVEL));
    let tag = Aes256Gcm::new(key[..].into())
        .encrypt_in_place_detached(nonce[..].into(), jwe.as_bytes(), &mut body)
        .expect("no document of ours comes near the cipher's limit of 64 GiB");
    for part in [&[][..], &nonce[..], &body[..], &tag[..]] {
        jwe.push('.');
        BASE64URL_NOPAD.encode_append(part, &mut jwe);
    }
    jwe.into_bytes()
}

/// The header alone, not yet authenticated.
pub(crate) fn header(jwe: &[u8]) -> Result<Header, JweError> {
    let end = jwe
        .iter()
        .take(HEADER)
        .position(|byte| *byte == b'.')
        .ok_or(JweError::Malformed)?;
    let header = decode(&jwe[..end])?;
    let header: Header = serde_json::from_slice(&header).map_err(|_| JweError::Malformed)?;
    if header.alg != "dir" || header.enc != "A256GCM" {
        return Err(JweError::Malformed);
    }
    match header.zip.as_deref() {
        None | Some("DEF") => Ok(header),
        Some(_) => Err(JweError::Malformed),
    }
}

/// The header and the content, at most `limit` bytes of it.
pub(crate) fn open(
    key: &Secret32,
    jwe: &[u8],
    limit: usize,
) -> Result<(Header, Zeroizing<Vec<u8>>), JweError> {
    let header = header(jwe)?;
    let parts: Vec<&[u8]> = jwe.splitn(6, |byte| *byte == b'.').collect();
    let [data, wrapped, nonce, body, tag] = parts[..] else {
        return Err(JweError::Malformed);
    };
    let (nonce, tag) = (decode(nonce)?, decode(tag)?);
    if !wrapped.is_empty() || nonce.len() != NONCE || tag.len() != TAG {
        return Err(JweError::Malformed);
    }
    let mut body = Zeroizing::new(decode(body)?);
    Aes256Gcm::new(key[..].into())
        .decrypt_in_place_detached(nonce[..].into(), data, &mut body, tag[..].into())
        .map_err(|_| JweError::Broken)?;
    if header.zip.is_none() {
        return if body.len() > limit {
            Err(JweError::TooLarge)
        } else {
            Ok((header, body))
        };
    }
    let plain = decompress_to_vec_with_limit(&body, limit).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => JweError::TooLarge,
        _ => JweError::Malformed,
    })?;
    Ok((header, Zeroizing::new(plain)))
}

fn decode(text: &[u8]) -> Result<Vec<u8>, JweError> {
    BASE64URL_NOPAD
        .decode(text)
        .map_err(|_| JweError::Malformed)
}
