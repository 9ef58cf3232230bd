//! What is appended in one go, and what can become of it.

use protocol::change::{DepositSource, FileUse};
use protocol::commit::Signed;
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::time::Seconds;

use crate::member::MemberRow;
use crate::row::{int, len};

/// A commit that the judge let pass, and what comes along.
#[derive(Debug)]
pub struct Append<'a> {
    /// Of which carnet.
    pub carnet: CarnetId,
    /// Its number.
    pub seq: u64,
    /// What it follows; none for a genesis.
    pub parent: Option<Digest>,
    /// The commit.
    pub signed: &'a Signed,
    /// Its digest.
    pub digest: Digest,
    /// Who signed it.
    pub author: MemberId,
    /// When it came.
    pub received: Seconds,
    /// The entry versions it puts, in order.
    pub puts: Vec<PutRow<'a>>,
    /// The urgent sheets it seals anew, in order.
    pub sheets: Vec<NewSheetRow<'a>>,
    /// The key envelopes it names.
    pub envelopes: Vec<EnvelopeRow<'a>>,
    /// The entries it erases.
    pub erased: Vec<EntryId>,
    /// All members after it, if they changed.
    pub members: Option<Vec<MemberRow>>,
    /// The accounts that may not read the agenda any more.
    pub without_agenda: Vec<MemberId>,
    /// Whether a link that was there before is gone.
    pub loses_links: bool,
    /// Whether it closes the carnet.
    pub closes: bool,
    /// What is allowed.
    pub room: Room,
}

/// What a carnet and its opener may take.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Bytes in one carnet.
    pub bytes: u64,
    /// Carnets opened by one account.
    pub carnets: u64,
}

/// An entry version.
#[derive(Debug)]
pub struct PutRow<'a> {
    /// Where it lies.
    pub section: SectionId,
    /// Of which entry.
    pub entry: EntryId,
    /// Its digest.
    pub digest: Digest,
    /// Its sealed bytes.
    pub sealed: &'a [u8],
    /// The files it names.
    pub files: &'a [FileUse],
    /// The deposit that it was taken from.
    pub source: Option<DepositSource>,
}

/// An urgent sheet.
#[derive(Debug)]
pub struct NewSheetRow<'a> {
    /// What serves it.
    pub link: MemberId,
    /// The state that it was made from.
    pub built_from: u64,
    /// Its digest.
    pub digest: Digest,
    /// What is served.
    pub sealed: &'a [u8],
}

/// A key envelope.
#[derive(Debug)]
pub struct EnvelopeRow<'a> {
    /// Whom it is for.
    pub member: MemberId,
    /// Its digest.
    pub digest: Digest,
    /// Its sealed bytes.
    pub sealed: &'a [u8],
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// It is kept.
    Kept,
    /// It was kept before, then.
    Repeated {
        /// When it first came.
        received: Seconds,
    },
    /// Another one came first.
    Lost,
    /// There is no room for it.
    Full,
}

/// Bytes beside a carnet's room, for commits that bring no entry.
const SET_ASIDE: u64 = 256 * 1024 * 1024;

impl Append<'_> {
    /// Bytes it adds to what the carnet takes.
    pub(super) fn weight(&self) -> i64 {
        let puts: i64 = self.puts.iter().map(|put| len(put.sealed)).sum();
        let envelopes: i64 = self
            .envelopes
            .iter()
            .map(|envelope| len(envelope.sealed))
            .sum();
        len(&self.signed.body) + puts + envelopes
    }

    /// What the carnet may take with it. What frees room, or takes rights away, is not refused when the room is taken: for
    /// that some is set aside, which has an end too, or commits with nothing but key envelopes would fill the disk.
    pub(super) fn allowed(&self) -> i64 {
        if self.puts.is_empty() {
            int(self.room.bytes.saturating_add(SET_ASIDE))
        } else {
            int(self.room.bytes)
        }
    }
}
