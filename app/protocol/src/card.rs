//! Messages about the urgent card: what its guardians set, what they see of it, and the typed code. JSON.
//!
//! The card is a link of kind [`crate::change::LinkKind::Urgent`]. Its sheet travels as the payload of a
//! [`crate::change::Change::Sheet`]; what is set here decides who is given it, and how long.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::{BlobId, CardLookup, ManifestId};
use crate::time::Seconds;

/// `PUT /api/carnets/{carnet}/links/{link}/card`: how the link is served from now on. Everything is said anew but the
/// passcode. A manifest or lookup that another link has already, or ever had, is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetCard {
    /// Where it is asked.
    pub manifest: ManifestId,
    /// Readers may ask again later and will find what is new (the flag L of a SMART Health Link).
    pub long_term: bool,
    /// Until when it is served; none for as long as the link is open.
    pub until: Option<Seconds>,
    /// What becomes of the passcode.
    pub passcode: PasscodeChange,
    /// The typed code; none takes it away.
    pub code: Option<CardCode>,
    /// The documents pinned to it, in the order in which they are shown. Each is a compact JWE of its own, uploaded before.
    pub files: Vec<PinnedFile>,
}

/// What becomes of an urgent link's passcode.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum PasscodeChange {
    /// Stays as it is, wrong tries included.
    Keep,
    /// A new one; wrong tries count from zero.
    Set {
        /// At most [`crate::limits::PASSCODE`] characters. The server has to know it, as every server of a SMART Health Link
        /// does, and keeps a slow hash.
        passcode: String,
        /// After how many wrong ones the link is shut for good, from 1 to [`crate::limits::TRIES`].
        tries: u16,
    },
    /// None is asked any more.
    Remove,
}

/// Not shown: it opens the link for whoever has the link's address.
impl fmt::Debug for PasscodeChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Keep => f.write_str("Keep"),
            Self::Set { tries, .. } => write!(f, "Set {{ tries: {tries} }}"),
            Self::Remove => f.write_str("Remove"),
        }
    }
}

/// A typed code, as far as the server may know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardCode {
    /// Under which it is asked.
    pub lookup: CardLookup,
    /// The link's address, which only the code opens; at most [`crate::limits::CARD_ADDRESS`] bytes.
    #[serde(with = "crate::account::base64")]
    pub sealed: Vec<u8>,
}

/// A document pinned to the urgent link, sealed for it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinnedFile {
    /// Which.
    pub blob: BlobId,
    /// Sealed bytes, at most [`crate::limits::PINNED_FILE`].
    pub size: u64,
}

/// Answer to `GET /api/carnets/{carnet}/links/{link}/card`: how the link is served now, so that its guardians notice a
/// stale or swapped sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Where it is asked.
    pub manifest: ManifestId,
    /// Whether readers may ask again later.
    pub long_term: bool,
    /// Until when it is served.
    pub until: Option<Seconds>,
    /// The passcode's tries, if one is asked.
    pub passcode: Option<Tries>,
    /// The typed code's lookup, if there is one.
    pub code: Option<CardLookup>,
    /// The documents pinned to it.
    pub files: Vec<PinnedFile>,
    /// What is served; none before the first sheet.
    pub sheet: Option<ServedSheet>,
}

/// How often a wrong passcode may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries {
    /// In all.
    pub allowed: u16,
    /// From now on; 0 when the link is shut.
    pub left: u16,
}

/// The sheet that the server serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServedSheet {
    /// The compact JWE, as a string of its own.
    pub jwe: String,
    /// The state of the carnet that it was made from.
    pub built_from: u64,
    /// When the server received it.
    pub updated: Seconds,
}

/// Answer to `POST /api/cards/{lookup}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardAddress {
    /// The link's address, which only the code opens.
    #[serde(with = "crate::account::base64")]
    pub sealed: Vec<u8>,
}
