//! The parts of tus 1.0 that several routes speak.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use data_encoding::BASE64;
use protocol::file::{BLOB_KEY, TUS};
use protocol::ids::BlobId;
use protocol::refusal::Refusal;

use crate::refuse::No;

/// Refuses a client of another version.
pub fn check_version(headers: &HeaderMap) -> Result<(), No> {
    let version = headers
        .get("tus-resumable")
        .and_then(|version| version.to_str().ok());
    if version == Some(TUS) {
        Ok(())
    } else {
        Err(No(Refusal::Malformed))
    }
}

/// A header's number.
pub fn number(headers: &HeaderMap, name: &str) -> Result<u64, No> {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value
        .and_then(|value| value.parse().ok())
        .ok_or(No(Refusal::Malformed))
}

/// The blob's id out of `Upload-Metadata`: pairs of a key and a value in base64, separated by commas.
pub fn blob(headers: &HeaderMap) -> Result<BlobId, No> {
    let metadata = headers
        .get("upload-metadata")
        .and_then(|value| value.to_str().ok());
    let pairs = metadata
        .unwrap_or_default()
        .split(',')
        .filter_map(|pair| pair.trim().split_once(' '));
    pairs
        .filter(|(key, _)| *key == BLOB_KEY)
        .find_map(|(_, value)| {
            let text = BASE64.decode(value.trim().as_bytes()).ok()?;
            core::str::from_utf8(&text).ok()?.parse().ok()
        })
        .ok_or(No(Refusal::Malformed))
}

/// An answer as tus wants it.
pub fn answer(status: StatusCode, headers: &[(&'static str, String)]) -> Response {
    let mut response = status.into_response();
    let tus = [("tus-resumable", TUS.to_owned())];
    for (name, value) in tus.iter().chain(headers) {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(*name, value);
        }
    }
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("upload-metadata", value.parse().unwrap());
        headers
    }

    #[test]
    fn the_blob_is_found_among_other_metadata() {
        let id = BlobId::from_bytes([9; 16]);
        let value = format!(
            "other eA==,blob {}",
            BASE64.encode(id.to_string().as_bytes())
        );
        assert_eq!(blob(&metadata(&value)).unwrap(), id);
        assert!(blob(&metadata("blob !!!")).is_err());
        assert!(blob(&metadata("blob eA==")).is_err());
        assert!(blob(&HeaderMap::new()).is_err());
    }
}
