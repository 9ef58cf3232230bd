//! Messages about calendar subscriptions: what a member lets a calendar program read under an address of its own.
//!
//! The one place, with readable reminder mails, where a member's device gives the server something readable, by that
//! member's own choice. The address holds a token of which the server keeps the hash alone; whoever has the address reads.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::ids::{Digest, LoginToken};
use crate::keys::SUITE;
use crate::time::Seconds;

/// The media type of what an address serves.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// `PUT /api/carnets/{carnet}/calendar`: what a member's address serves from now on. JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetCalendar {
    /// [`calendar_hash`] of the address's token. Another one closes the address before.
    pub access: Digest,
    /// The calendar (RFC 5545), readable. At most [`crate::limits::CALENDAR`] bytes.
    pub text: String,
}

/// Answer to `GET /api/carnets/{carnet}/calendar`: of the member's own address. JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarState {
    /// [`calendar_hash`] of its token.
    pub access: Digest,
    /// SHA-256 of the calendar that is served.
    pub served: Digest,
    /// When the calendar was last changed.
    pub updated: Seconds,
    /// When a program last asked for it, to the hour; none if none did.
    pub fetched: Option<Seconds>,
}

/// What the server keeps of an address's token: SHA-256("carnet/v1/calendar\0" ‖ suite ‖ token).
pub fn calendar_hash(token: &LoginToken) -> Digest {
    let hash = Sha256::new()
        .chain_update(b"carnet/v1/calendar\0")
        .chain_update([SUITE])
        .chain_update(token.as_bytes())
        .finalize();
    Digest::from_bytes(hash.into())
}

/// SHA-256 of a calendar's text.
pub fn served(text: &str) -> Digest {
    Digest::from_bytes(Sha256::digest(text.as_bytes()).into())
}
