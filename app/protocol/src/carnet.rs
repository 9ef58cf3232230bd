//! Messages about a carnet: push, pull, payloads, snapshots, journal. CBOR where sealed bytes travel, JSON elsewhere.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::change::Sealed;
use crate::commit::Signed;
use crate::ids::{BlobId, Digest, EntryId, MemberId, SectionId};
use crate::time::Seconds;

/// `POST /api/carnets` (a genesis) and `POST /api/carnets/{carnet}/log` (anything later).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Push {
    /// The commit.
    #[n(0)]
    pub signed: Signed,
    /// The sealed bytes of its Puts, in their order, then those of its Sheets, in theirs; each must have the digest that its
    /// change names, a Put's its size as well, and a Sheet's is at most [`crate::limits::SHEET`].
    #[n(1)]
    pub payloads: Vec<Sealed>,
    /// The key envelopes that it names, in any order, each once.
    #[n(2)]
    pub envelopes: Vec<Envelope>,
}

/// A key envelope and who may fetch it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Envelope {
    /// Whom it is for.
    #[n(0)]
    pub member: MemberId,
    /// An age file to that member's recipient.
    #[n(1)]
    pub file: Sealed,
}

/// Answer to a push: the commit is kept. A repeated push gets the first answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Pushed {
    /// Its number.
    #[n(0)]
    pub seq: u64,
    /// Its digest.
    #[n(1)]
    pub head: Digest,
    /// When the server received it.
    #[n(2)]
    pub received: Seconds,
}

/// Answer to `GET /api/carnets/{carnet}/log?from=N`: commits from number N on.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Pulled {
    /// In order, without a gap; as many as fit. Ask again from the next number while `seq` is ahead.
    #[n(0)]
    pub commits: Vec<Received>,
    /// Number of the carnet's last commit.
    #[n(1)]
    pub seq: u64,
    /// Its digest.
    #[n(2)]
    pub head: Digest,
    /// The key envelopes of these commits that are for the one who asks.
    #[n(3)]
    pub envelopes: Vec<Sealed>,
}

/// A commit and when the server received it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Received {
    /// The commit.
    #[n(0)]
    pub signed: Signed,
    /// When, by the server's clock.
    #[n(1)]
    pub at: Seconds,
}

/// `POST /api/carnets/{carnet}/payloads`: asks for sealed entries by digest.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Fetch {
    /// At most [`crate::limits::FETCH`].
    #[n(0)]
    pub digests: Vec<Digest>,
}

/// Answer to [`Fetch`]: in the order asked, as many as fit (ask again for the rest). `None`: erased, or not for the one
/// who asks; the client knows from the log which of the two it must be, and reports anything else as withheld.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Fetched {
    /// The sealed bytes.
    #[n(0)]
    pub payloads: Vec<Option<Sealed>>,
}

/// `GET` and `PUT /api/carnets/{carnet}/snapshot`: a sealed snapshot that an account made for itself, with its signed
/// [`crate::checkpoint::Checkpoint`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Snapshot {
    /// The stored form of the checkpoint.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub checkpoint: Vec<u8>,
    /// Over it, of kind [`crate::signing::Kind::Checkpoint`].
    #[n(1)]
    pub signature: crate::ids::Signature,
    /// Sealed under the account's shelf key.
    #[n(2)]
    pub sealed: Sealed,
}

/// Answer to `GET /api/carnets/{carnet}/journal?before=N`: who did what, by the server's word. JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// Newest first.
    pub lines: Vec<JournalLine>,
}

/// A line of the access journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalLine {
    /// Its number.
    pub number: i64,
    /// When.
    pub at: Seconds,
    /// Who.
    pub member: MemberId,
    /// What.
    pub act: Act,
}

/// What was done, as far as the server can see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "act")]
pub enum Act {
    /// Pulled the log, or a part of it, while it stood at a commit.
    Pulled {
        /// Its number.
        seq: u64,
    },
    /// Fetched sealed entries of a section.
    Read {
        /// Which section.
        section: SectionId,
        /// Which entries.
        entries: Vec<EntryId>,
    },
    /// Pushed a commit.
    Wrote {
        /// Its number.
        seq: u64,
    },
    /// Fetched a sealed file, or a part of it.
    Downloaded {
        /// Which.
        blob: BlobId,
    },
    /// Somebody was given the urgent sheet. The line's member is the link.
    Opened {
        /// What the reader's program says it is; at most [`crate::limits::READER`] characters.
        recipient: String,
        /// From where, as coarsely as helps to recognise it: a network, such as `203.0.113.0/24`.
        origin: String,
        /// What the reader said about itself to see the pinned documents.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        reader: Option<crate::shl::Reader>,
    },
    /// The urgent sheet was given so many times more within the hour: nobody reads so many lines. The line's member is the link.
    OpenedMore {
        /// How many times.
        times: u64,
    },
    /// Somebody gave a wrong passcode for the urgent sheet. The line's member is the link.
    WrongPasscode,
    /// Was shown what a link has beside its sections. The line's member is the link.
    Shown,
    /// A program fetched the calendar under the member's own address.
    Subscribed,
    /// Something was left in the tray. The line's member is the link.
    Deposited {
        /// Its number.
        counter: u64,
    },
}
