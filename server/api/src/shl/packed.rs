//! An answer packed for its way. Sealed bytes do not shrink, but their Base64 does by a quarter, and who asks may stand in a
//! basement. Nothing is told by the length: what is packed is sealed, and nobody else's words are in it.

use std::io::Write;

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use protocol::refusal::Refusal;
use serde::Serialize;

use crate::refuse::No;

/// The answer as JSON, with gzip for whoever takes that.
pub(super) fn packed(asked: &HeaderMap, answer: &impl Serialize) -> Result<Response, No> {
    let plain = serde_json::to_vec(answer).map_err(|_| No(Refusal::Server))?;
    let kind = HeaderValue::from_static("application/json");
    let vary = HeaderValue::from_static("accept-encoding");
    let heads = [(header::CONTENT_TYPE, kind), (header::VARY, vary)];
    if !takes_gzip(asked) {
        return Ok((heads, plain).into_response());
    }
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    let small = packer.write_all(&plain).and_then(|()| packer.finish());
    let small = small.map_err(|_| No(Refusal::Server))?;
    let encoding = HeaderValue::from_static("gzip");
    Ok((heads, [(header::CONTENT_ENCODING, encoding)], small).into_response())
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked.get_all(header::ACCEPT_ENCODING).iter();
    accepted
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|one| {
            let mut parts = one.split(';').map(str::trim);
            parts.next() == Some("gzip") && parts.all(|part| part != "q=0")
        })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    async fn answer(accepts: &'static str) -> (Option<HeaderValue>, Vec<u8>) {
        let mut asked = HeaderMap::new();
        asked.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepts));
        let answer = packed(&asked, &["sealed"; 50]).expect("it packs");
        let encoding = answer.headers().get(header::CONTENT_ENCODING).cloned();
        let body = axum::body::to_bytes(answer.into_body(), 10_000).await;
        (encoding, body.expect("it is short").to_vec())
    }

    #[tokio::test]
    async fn packed_only_for_who_can_unpack() {
        let (none, plain) = answer("br, gzip;q=0").await;
        assert_eq!(none, None);
        let (encoding, small) = answer("deflate, gzip;q=0.5").await;
        assert_eq!(encoding, Some(HeaderValue::from_static("gzip")));
        assert!(small.len() < plain.len());
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&small[..])
            .read_to_end(&mut unpacked)
            .expect("it unpacks");
        assert_eq!(unpacked, plain);
    }
}
