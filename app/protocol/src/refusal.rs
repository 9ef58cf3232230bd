//! How a "no" is said: one list for both sides, each with an HTTP status, a stable code, and what to do next.

use serde::{Deserialize, Serialize};

use crate::cbor::CborError;
use crate::signing::SignatureError;

/// Why something was not done. The code is the format; the sentence that a person reads is in the page's own texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Refusal {
    // Shape
    /// The bytes are not a well-formed object.
    #[error("malformed")]
    Malformed,
    /// Written by a newer version: update, read-only until then.
    #[error("written by a newer version")]
    Newer,
    /// A size or a count is over its limit.
    #[error("too large")]
    TooLarge,

    // The judge
    /// The signature does not hold.
    #[error("the signature does not hold")]
    BadSignature,
    /// Another carnet's commit, or a genesis that is none.
    #[error("belongs to another carnet")]
    WrongCarnet,
    /// Does not follow the last commit. Pull, rebuild, push again.
    #[error("does not follow the last commit")]
    Stale,
    /// Dated before the one before it, or too far ahead of the clock. Check the clock of the device.
    #[error("dated wrongly")]
    BadDate,
    /// The author is not a member, or no longer.
    #[error("the author is not a member")]
    NotMember,
    /// The author's role or rights do not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// Names a member, section, entry, link or proposal that is not there.
    #[error("names something that is not there")]
    Unknown,
    /// Makes something that is there already.
    #[error("is there already")]
    Exists,
    /// Sealed under a key that is not the current one. Pull, seal again, push again.
    #[error("sealed under an old key")]
    OldEpoch,
    /// The section waits for its rotation.
    #[error("the section waits for a new key")]
    Due,
    /// The entry was erased.
    #[error("the entry was erased")]
    Erased,
    /// A rotation does not name exactly the remaining readers.
    #[error("the readers of the rotation are not those who may read")]
    WrongReaders,
    /// A right needs an end date, or ends too late or in the past.
    #[error("the end date is missing or out of range")]
    BadUntil,
    /// Needs the approval of the other guardians.
    #[error("needs the approval of every other guardian")]
    NeedsApproval,
    /// Would leave the carnet without a guardian.
    #[error("a carnet needs a guardian")]
    LastGuardian,
    /// What travels beside the commit does not match what it names.
    #[error("what came along is not what the commit names")]
    Mismatch,
    /// A file that the commit names was not uploaded.
    #[error("a file is missing")]
    FileMissing,
    /// The carnet was closed by its guardians.
    #[error("the carnet is closed")]
    Closed,

    // Links
    /// The link has ended by its date.
    #[error("the link is over")]
    LinkOver,
    /// A guardian closed the link, or its carnet.
    #[error("the link was closed")]
    LinkClosed,
    /// The link served once, as it was meant to.
    #[error("the link was used")]
    LinkUsed,

    // The routes
    /// Nobody is signed in.
    #[error("not signed in")]
    SignedOut,
    /// The way in was not accepted, or there is no such thing: the two are not told apart.
    #[error("not accepted")]
    NotAccepted,
    /// No such thing, or it is none of the asker's business: the two are not told apart.
    #[error("not found")]
    NotFound,
    /// The name is taken.
    #[error("the name is taken")]
    Taken,
    /// Whoever runs the server opens no new accounts.
    #[error("no new accounts are opened here")]
    NoNewAccounts,
    /// The account would be left without enough ways in.
    #[error("the last ways in cannot be removed")]
    LastWay,
    /// The quota of the carnet or the account is reached.
    #[error("the quota is reached")]
    Quota,
    /// Too many tries; wait.
    #[error("too many requests")]
    TooMany,
    /// An upload's offset is not where the server is.
    #[error("the upload stands elsewhere")]
    WrongOffset,
    /// The range cannot be served.
    #[error("the range cannot be served")]
    BadRange,
    /// The request did not come from our own page.
    #[error("came from another origin")]
    ForeignOrigin,
    /// Something broke on the server; it is logged there.
    #[error("the server failed")]
    Server,
}

impl Refusal {
    /// The HTTP status that carries it.
    pub const fn status(self) -> u16 {
        match self {
            Self::Malformed
            | Self::BadSignature
            | Self::WrongCarnet
            | Self::Mismatch
            | Self::FileMissing => 400,
            Self::SignedOut | Self::NotAccepted => 401,
            Self::NotMember
            | Self::NotAllowed
            | Self::NeedsApproval
            | Self::LastGuardian
            | Self::NoNewAccounts
            | Self::ForeignOrigin => 403,
            Self::NotFound | Self::Unknown => 404,
            Self::Stale | Self::Exists | Self::Taken | Self::WrongOffset | Self::LastWay => 409,
            Self::Erased | Self::Closed | Self::LinkOver | Self::LinkClosed | Self::LinkUsed => 410,
            Self::TooLarge => 413,
            Self::BadRange => 416,
            Self::BadDate | Self::OldEpoch | Self::Due | Self::WrongReaders | Self::BadUntil => 422,
            Self::Newer => 426,
            Self::TooMany => 429,
            Self::Server => 500,
            Self::Quota => 507,
        }
    }
}

impl From<CborError> for Refusal {
    fn from(error: CborError) -> Self {
        match error {
            CborError::Newer => Self::Newer,
            CborError::Malformed | CborError::NotCanonical => Self::Malformed,
        }
    }
}

impl From<SignatureError> for Refusal {
    fn from(_: SignatureError) -> Self {
        Self::BadSignature
    }
}
