//! `POST /shl/{manifest}`: what the card of that manifest shows. Public.
//!
//! A manifest that is unknown, closed, expired, replaced or shut by wrong passcodes gets one and the same answer.

use std::net::IpAddr;
use std::time::Instant;

use auth::token::{make_challenge, subject};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, SecondsFormat};
use protocol::carnet::Act;
use protocol::ids::{BlobId, FileTicket, ManifestId};
use protocol::limits;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::shl::{
    FHIR_JSON, Manifest, ManifestFile, ManifestRequest, ManifestStatus, Reader, WrongPasscode,
};
use protocol::time::Seconds;
use storage::opening::{OpenCard, Tried};

use crate::app::App;
use crate::body::{At, Json};
use crate::card::stretch;
use crate::post;
use crate::refuse::No;
use crate::signed_in::Address;

/// The longest request: three short texts, in whatever way JSON writes them.
const REQUEST: usize = 16 * 1024;

/// The sheet; and the pinned documents, for a reader who says name and place. Each opening is noted and told.
pub async fn manifest(
    State(app): State<App>,
    At(manifest): At<ManifestId>,
    Address(address): Address,
    Json(asked): Json<ManifestRequest, REQUEST>,
) -> Result<Response, No> {
    let reader = asked.reader.as_ref().map(declared).transpose()?;
    if !app.pace.lets_link(manifest.as_bytes(), Instant::now()) {
        return Err(No(Refusal::TooMany));
    }
    let now = app.now();
    let card = app.storage.open_card(manifest.as_bytes(), now).await?;
    let card = card.ok_or(No(Refusal::NotFound))?;
    if let Some(refused) = refuse(&app, manifest, &card, asked.passcode.as_deref(), now).await? {
        return Ok(refused);
    }
    let sheet = app.storage.sheet(card.carnet, card.link).await?;
    let sheet = sheet.ok_or(No(Refusal::NotFound))?;
    let mut tickets: Vec<(FileTicket, Option<BlobId>)> = Vec::new();
    let embedded = asked
        .embedded_length_max
        .is_none_or(|most| sheet.sealed.len() as u64 <= most);
    if !embedded {
        tickets.push((FileTicket::from_bytes(make_challenge()?), None));
    }
    if reader.is_some() {
        for (blob, _) in app.storage.pins(card.carnet, card.link).await? {
            tickets.push((FileTicket::from_bytes(make_challenge()?), Some(blob)));
        }
    }
    keep(&app, &card, &tickets, now).await?;
    let mut files = Vec::with_capacity(1 + tickets.len());
    let updated = written(card.updated);
    if embedded {
        let jwe = String::from_utf8(sheet.sealed).map_err(|_| No(Refusal::Server))?;
        files.push(file(Some(jwe), None, updated.clone()));
    }
    for (ticket, _) in tickets {
        let location = format!("{}{}", app.origin, paths::manifest_file(manifest, ticket));
        files.push(file(None, Some(location), updated.clone()));
    }
    let act = Act::Opened {
        recipient: said(&asked.recipient),
        origin: network(address),
        reader,
    };
    app.lines.note(card.carnet, card.link, &act, now).await;
    post::tell_of_opening(&app, card.carnet, now).await;
    let status = if card.long_term {
        ManifestStatus::CanChange
    } else {
        ManifestStatus::Finalized
    };
    Ok(axum::Json(Manifest { status, files }).into_response())
}

/// The answer to who does not know the passcode. One that is left out is asked for, and not counted.
async fn refuse(
    app: &App,
    manifest: ManifestId,
    card: &OpenCard,
    given: Option<&str>,
    now: Seconds,
) -> Result<Option<Response>, No> {
    let Some((salt, left)) = &card.passcode else {
        return Ok(None);
    };
    let given = given.unwrap_or_default();
    if given.is_empty() {
        return Ok(Some(wrong(*left)));
    }
    // Longer than any passcode: wrong without being stretched, but counted as every other.
    let hash = if given.chars().count() > limits::PASSCODE {
        [0; 32]
    } else {
        let salt = <[u8; 16]>::try_from(salt.as_slice()).map_err(|_| No(Refusal::Server))?;
        stretch(given.to_owned(), salt).await?
    };
    match app.storage.try_passcode(manifest.as_bytes(), &hash).await? {
        Tried::Right => Ok(None),
        Tried::Over => Err(No(Refusal::NotFound)),
        Tried::Wrong(left) => {
            app.lines
                .note(card.carnet, card.link, &Act::WrongPasscode, now)
                .await;
            Ok(Some(wrong(left)))
        }
    }
}

fn wrong(left: u64) -> Response {
    let remaining_attempts = u16::try_from(left).unwrap_or(u16::MAX);
    let body = axum::Json(WrongPasscode { remaining_attempts });
    (StatusCode::UNAUTHORIZED, body).into_response()
}

async fn keep(
    app: &App,
    card: &OpenCard,
    tickets: &[(FileTicket, Option<BlobId>)],
    now: Seconds,
) -> Result<(), No> {
    if tickets.is_empty() {
        return Ok(());
    }
    let hashed: Vec<_> = tickets
        .iter()
        .map(|(ticket, blob)| (ticket_hash(ticket), *blob))
        .collect();
    let expires = now.plus(limits::TICKET);
    app.storage
        .add_tickets(card.carnet, card.link, &hashed, expires)
        .await?;
    Ok(())
}

/// Under which the server finds a ticket.
pub(super) fn ticket_hash(ticket: &FileTicket) -> [u8; 32] {
    subject("ticket", ticket.as_bytes())
}

fn file(
    embedded: Option<String>,
    location: Option<String>,
    updated: Option<String>,
) -> ManifestFile {
    ManifestFile {
        content_type: FHIR_JSON.to_owned(),
        embedded,
        location,
        last_updated: updated,
    }
}

fn written(at: Seconds) -> Option<String> {
    let at = DateTime::from_timestamp(i64::try_from(at.0).ok()?, 0)?;
    Some(at.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// What a reader says of itself, on one line; what it says at more length than anybody reads is cut.
fn said(words: &str) -> String {
    let plain = words.chars().map(|c| if c.is_control() { ' ' } else { c });
    let cut: String = plain.take(limits::READER).collect();
    cut.trim().to_owned()
}

/// Name and place, both said.
fn declared(reader: &Reader) -> Result<Reader, No> {
    let (name, place) = (said(&reader.name), said(&reader.place));
    if name.is_empty() || place.is_empty() {
        return Err(No(Refusal::Malformed));
    }
    Ok(Reader { name, place })
}

/// The network that somebody asks from, as coarsely as still helps to recognise it: what one provider has in one region.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) => {
            let [a, b, ..] = v6.segments();
            format!("{a:x}:{b:x}::/32")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_address_only_the_network_is_kept() {
        assert_eq!(network("203.0.113.77".parse().unwrap()), "203.0.113.0/24");
        assert_eq!(network("2001:db8:1:2::9".parse().unwrap()), "2001:db8::/32");
    }

    #[test]
    fn what_is_said_is_one_short_line() {
        assert_eq!(said(" Urgences\r\nCHU\u{0} "), "Urgences  CHU");
        assert_eq!(said(&"é".repeat(1000)).chars().count(), limits::READER);
    }

    #[test]
    fn a_moment_is_written_as_rfc_3339() {
        assert_eq!(
            written(Seconds(1_800_000_000)).as_deref(),
            Some("2027-01-15T08:00:00Z")
        );
    }
}
