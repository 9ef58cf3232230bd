//! The folded log: what is true of a carnet after a commit, as far as it can be known without reading anything sealed.
//!
//! The maps share structure between versions, so that the judge can be a pure function from state to state and still cost
//! little on a log of ten thousand entries.

use imbl::OrdMap;
use minicbor::{Decode, Encode};

use crate::change::{Access, LinkKind, Proposal, Role, Sealed};
use crate::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use crate::keys::MemberKeys;
use crate::limits;
use crate::time::Seconds;

/// A carnet after commit number `seq`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Which carnet.
    pub carnet: CarnetId,
    /// Number of the last commit.
    pub seq: u64,
    /// Digest of the last commit.
    pub head: Digest,
    /// Date of the last commit.
    pub at: Seconds,
    /// Who is in it, links included. Those who went are no longer here.
    pub members: OrdMap<MemberId, Member>,
    /// Its sections.
    pub sections: OrdMap<SectionId, Section>,
    /// Its entries, erased ones included.
    pub entries: OrdMap<EntryId, Entry>,
    /// What guardians are asked, by the number of the asking commit.
    pub proposals: OrdMap<u64, Asked>,
    /// Erasing was approved by every guardian; nothing more is accepted.
    pub closed: bool,
}

/// A member, or a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its keys.
    pub keys: MemberKeys,
    /// What it is.
    pub standing: Standing,
    /// The name it was given, sealed for the team.
    pub label: Sealed,
    /// The commit that brought it.
    pub since: u64,
    /// The number of its last commit.
    pub last: Option<u64>,
    /// Its rights.
    pub grants: OrdMap<SectionId, Right>,
    /// Its notification key.
    pub device: Option<Vec<u8>>,
    /// The last urgent sheet made for it, if it is an urgent link.
    pub sheet: Option<Sheet>,
}

/// What a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// An account. `confirmed` is false while no guardian has vouched for one that joined by invitation.
    Account {
        /// Its role.
        role: Role,
        /// Whether a guardian vouched for it.
        confirmed: bool,
    },
    /// A link.
    Link {
        /// What for.
        kind: LinkKind,
        /// Until when.
        until: Seconds,
        /// Who opened it.
        by: MemberId,
    },
}

/// A right on a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Right {
    /// To do what.
    pub access: Access,
    /// Until when.
    pub until: Option<Seconds>,
}

impl Right {
    /// Whether it holds at that moment.
    pub fn holds(&self, at: Seconds) -> bool {
        self.until.is_none_or(|until| at < until)
    }
}

/// A section and its current key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The epoch of the current key.
    pub epoch: u32,
    /// Commitment to the current key.
    pub commitment: Digest,
    /// Somebody who could read it is gone: nobody writes until it is rotated.
    pub due: bool,
    /// The name of a private compartment, sealed under its first key.
    pub label: Option<Sealed>,
    /// Who made a private compartment; none for a standard section, and once its maker is gone.
    pub maker: Option<MemberId>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it lies.
    pub section: SectionId,
    /// Its versions that nothing replaced yet: one, or several after a conflict; none once erased.
    pub versions: Vec<Version>,
    /// The only author it ever had; none once there were two.
    pub sole_author: Option<MemberId>,
    /// The commit that erased it.
    pub erased: Option<u64>,
}

/// A version of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Version {
    /// Hash of its sealed bytes.
    #[n(0)]
    pub payload: Digest,
    /// The epoch of its key.
    #[n(1)]
    pub epoch: u32,
    /// Who wrote it.
    #[n(2)]
    pub author: MemberId,
    /// The commit that brought it.
    #[n(3)]
    pub seq: u64,
    /// When, by the author's clock.
    #[n(4)]
    pub at: Seconds,
    /// How many sealed bytes.
    #[n(5)]
    pub size: u32,
}

/// A question to the guardians.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What.
    pub what: Proposal,
    /// By whom.
    pub by: MemberId,
    /// When.
    pub at: Seconds,
    /// Who said yes, the asker included.
    pub yes: Vec<MemberId>,
}

impl Asked {
    /// From when on it may be done, if all agreed.
    pub fn not_before(&self) -> Seconds {
        match self.what {
            Proposal::Readmit { .. } => self.at.plus(limits::READMIT),
            Proposal::Remove(_) | Proposal::EraseCarnet | Proposal::Transfer(_) => self.at,
        }
    }

    /// Until when it can be answered and done.
    pub fn until(&self) -> Seconds {
        self.not_before().plus(limits::PROPOSAL)
    }
}

/// An urgent sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// The state it was made from.
    pub built_from: u64,
    /// Hash of what is served.
    pub digest: Digest,
    /// The commit that says so.
    pub seq: u64,
}

impl Member {
    /// Its right on a section at that moment, if it has one.
    pub fn right(&self, section: SectionId, at: Seconds) -> Option<Right> {
        if let Standing::Link { until, .. } = self.standing
            && at >= until
        {
            return None;
        }
        self.grants
            .get(&section)
            .copied()
            .filter(|right| right.holds(at))
    }

    /// Whether it may read a section at that moment.
    pub fn reads(&self, section: SectionId, at: Seconds) -> bool {
        self.right(section, at).is_some()
    }

    /// Whether it may write to a section at that moment: an account, confirmed if it is to be a guardian.
    pub fn writes(&self, section: SectionId, at: Seconds) -> bool {
        let may = match self.standing {
            Standing::Account {
                role: Role::Guardian,
                confirmed,
            } => confirmed,
            Standing::Account { .. } => true,
            Standing::Link { .. } => false,
        };
        may && self
            .right(section, at)
            .is_some_and(|right| right.access == Access::Write)
    }

    /// Whether it keeps the carnet.
    pub fn is_guardian(&self) -> bool {
        matches!(
            self.standing,
            Standing::Account {
                role: Role::Guardian,
                confirmed: true
            }
        )
    }

    /// Whether nothing has come from it since another member came in.
    pub fn is_silent_since(&self, other: &Self) -> bool {
        self.last.unwrap_or(self.since) < other.since
    }

    /// Whether it is a person's account.
    pub fn is_account(&self) -> bool {
        matches!(self.standing, Standing::Account { .. })
    }
}

impl State {
    /// The ids of the guardians, sorted.
    pub fn guardians(&self) -> Vec<MemberId> {
        self.members
            .iter()
            .filter(|(_, member)| member.is_guardian())
            .map(|(id, _)| *id)
            .collect()
    }

    /// The guardians who must all say yes to what is asked. An account that is said to be lost cannot be asked.
    pub fn deciding(&self, what: Proposal) -> Vec<MemberId> {
        let mut guardians = self.guardians();
        if let Proposal::Readmit { old, .. } = what {
            guardians.retain(|id| *id != old);
        }
        guardians
    }

    /// Whether what was asked may be done at that moment: all agreed, and there was time enough to answer.
    pub fn is_agreed(&self, asked: &Asked, at: Seconds) -> bool {
        asked.not_before() <= at
            && at < asked.until()
            && self
                .deciding(asked.what)
                .iter()
                .all(|guardian| asked.yes.contains(guardian))
    }

    /// Whether a guardian's account may be lost, and another be the same person's: both keep the carnet, and nothing has come
    /// from the first since the second came in. Whoever signs is there.
    pub fn may_be_lost(&self, old: MemberId, new: MemberId) -> bool {
        let (Some(old), Some(new)) = (self.members.get(&old), self.members.get(&new)) else {
            return false;
        };
        old.is_guardian() && new.is_guardian() && old.is_silent_since(new)
    }

    /// The links whose secrets lie in the `keys` section, where every guardian reads them. All of them close as soon as an
    /// account that could read it no longer can, since it knows them. A card stays until a guardian's device has put another in
    /// its place: it must help whoever holds it.
    pub fn known_links(&self) -> Vec<MemberId> {
        let kept = |member: &Member| match member.standing {
            Standing::Link { kind, .. } => kind != LinkKind::Urgent,
            Standing::Account { .. } => false,
        };
        self.members
            .iter()
            .filter(|(_, member)| kept(member))
            .map(|(id, _)| *id)
            .collect()
    }

    /// Who must be given a section's key when it is rotated: everybody with a right that has not ended, sorted by id.
    pub fn readers(&self, section: SectionId, at: Seconds) -> Vec<MemberId> {
        self.members
            .iter()
            .filter(|(_, member)| member.reads(section, at))
            .map(|(id, _)| *id)
            .collect()
    }

    /// The entries of a section that are not erased.
    pub fn entries_of(&self, section: SectionId) -> impl Iterator<Item = (&EntryId, &Entry)> {
        self.entries
            .iter()
            .filter(move |(_, entry)| entry.section == section && entry.erased.is_none())
    }

    /// The sections that must be rotated before anybody writes to them again.
    pub fn due(&self) -> impl Iterator<Item = SectionId> {
        self.sections
            .iter()
            .filter(|(_, section)| section.due)
            .map(|(id, _)| *id)
    }
}
