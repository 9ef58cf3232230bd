//! `GET /api/carnets/{carnet}/files/{blob}`: a sealed file, or exactly the range of it that was asked for.

use std::ops::Range;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use blobs::Part;
use protocol::carnet::Act;
use protocol::ids::{BlobId, CarnetId, SectionId};
use protocol::refusal::Refusal;
use protocol::time::Seconds;

use crate::app::App;
use crate::body::At;
use crate::carnet::{Seen, enter};
use crate::refuse::No;
use crate::signed_in::Session;

/// Whoever opens a file must have read the key's share in its header, which reaches beyond this byte. A request that begins
/// before it is noted: to note only those that begin at byte 0 would let a reader who leaves that one out go unseen.
const KEYED: u64 = 1024;

/// For who may read an entry that names the file; for its uploader while none does.
pub async fn read(
    State(app): State<App>,
    session: Session,
    At((carnet, blob)): At<(CarnetId, BlobId)>,
    headers: HeaderMap,
) -> Result<Response, No> {
    let seen = enter(&app, session, carnet).await?;
    served(&app, carnet, &seen, blob, &headers).await
}

/// The same for any member, a link among them.
pub(crate) async fn served(
    app: &App,
    carnet: CarnetId,
    seen: &Seen,
    blob: BlobId,
    headers: &HeaderMap,
) -> Result<Response, No> {
    let file = app.storage.file(carnet, blob).await?;
    let file = file
        .filter(|file| file.received == file.size)
        .ok_or(No(Refusal::NotFound))?;
    let now = app.now();
    let may = if file.named {
        may_read(app, carnet, seen, blob, now).await?
    } else {
        file.uploader == seen.id
    };
    if !may {
        return Err(No(Refusal::NotFound));
    }
    if seen.head.closed.is_some() {
        return Err(No(Refusal::Closed));
    }
    let asked = headers
        .get(header::RANGE)
        .map(|range| range.to_str().unwrap_or_default());
    let range = match asked {
        None => None,
        Some(asked) => match parse_range(asked, file.size) {
            Some(range) => Some(range),
            None => return Ok(bad_range(file.size)),
        },
    };
    let parts = app.storage.parts(carnet, blob).await?;
    let parts: Vec<Part> = parts
        .into_iter()
        .map(|part| Part {
            name: part.name,
            start: part.start,
            size: part.size,
        })
        .collect();
    let wanted = range.clone().unwrap_or(0..file.size);
    let bytes = app.blobs.read(carnet, blob, &parts, &wanted)?;
    if wanted.start < KEYED {
        app.lines
            .note(carnet, seen.id, &Act::Downloaded { blob }, now)
            .await;
    }
    let mut response = Response::new(Body::from_stream(bytes));
    set(&mut response, "content-type", "application/octet-stream");
    set(&mut response, "accept-ranges", "bytes");
    set(&mut response, "cache-control", "no-store");
    set(
        &mut response,
        "content-length",
        &(wanted.end - wanted.start).to_string(),
    );
    if let Some(range) = range {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let value = format!("bytes {}-{}/{}", range.start, range.end - 1, file.size);
        set(&mut response, "content-range", &value);
    }
    Ok(response)
}

/// Whether a member may read a file that something names: an entry that it may read, or what its link shows.
pub(crate) async fn may_read(
    app: &App,
    carnet: CarnetId,
    seen: &Seen,
    blob: BlobId,
    now: Seconds,
) -> Result<bool, No> {
    let sections = app.storage.sections_of_file(carnet, blob).await?;
    let mut may = sections
        .iter()
        .any(|section| seen.member.reads(*section, now));
    // What lies in a tray is for the readers of the inbox.
    may = may
        || seen.member.reads(SectionId::INBOX, now)
            && app.storage.is_deposited(carnet, blob).await?;
    let is_link = !seen.member.is_account();
    Ok(may || is_link && app.storage.is_shown(carnet, seen.id, blob).await?)
}

/// One range of bytes (RFC 9110 §14.1.2), cut at the end of the file. None if it cannot be served.
fn parse_range(asked: &str, size: u64) -> Option<Range<u64>> {
    let (first, last) = asked.strip_prefix("bytes=")?.trim().split_once('-')?;
    let range = match (first, last) {
        ("", last) => size.saturating_sub(last.parse().ok()?)..size,
        (first, "") => first.parse().ok()?..size,
        (first, last) => {
            let end = last.parse::<u64>().ok()?.saturating_add(1);
            first.parse().ok()?..end.min(size)
        }
    };
    (range.start < range.end).then_some(range)
}

fn bad_range(size: u64) -> Response {
    let mut response = No(Refusal::BadRange).into_response();
    set(&mut response, "content-range", &format!("bytes */{size}"));
    response
}

fn set(response: &mut Response, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_cut_exactly_or_refused() {
        assert_eq!(parse_range("bytes=0-9", 100), Some(0..10));
        assert_eq!(parse_range("bytes=90-", 100), Some(90..100));
        assert_eq!(parse_range("bytes=-5", 100), Some(95..100));
        assert_eq!(parse_range("bytes=-500", 100), Some(0..100));
        assert_eq!(parse_range("bytes=90-500", 100), Some(90..100));
        assert_eq!(
            parse_range("bytes=0-18446744073709551615", 100),
            Some(0..100)
        );
        let bad = [
            "bytes=100-",
            "bytes=5-4",
            "bytes=-0",
            "bytes=a-b",
            "bytes=0-1,4-5",
            "items=0-1",
            "",
        ];
        for bad in bad {
            assert_eq!(parse_range(bad, 100), None, "{bad}");
        }
    }
}
