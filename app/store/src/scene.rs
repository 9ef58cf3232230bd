//! What the page draws: one immutable picture of everything that may be shown right now.
//!
//! The Keeper makes a new [`Scene`] when something changed; parts that did not change are shared with the one before, so
//! that comparing pointers tells what to draw again. When the door is closed nothing readable is in it.

mod reading;
mod reminders;
mod team;
mod together;
mod urgent;

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use domain::{Entry, FileRef, Plain, Section};
use protocol::account::Way;
use protocol::change::Role;
use protocol::ids::{CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::time::Seconds;

use crate::trouble::{Trouble, What};

pub use reading::{ClosedLinkView, JournalView, LinkView, VisitView};
pub use reminders::{MailWords, ReminderDevice, RemindersView};
pub use team::{GuestView, InvitationSecret, InvitationView, renewed, section_id};
pub use together::{CompartmentView, Fate, Fates, ProposalView};
pub use urgent::{CardScene, CardSecrets, DepositLinkView, DepositView, UrgentScene};

/// Everything that may be shown.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Whether somebody is in.
    pub door: Door,
    /// Whether the server was reached the last time.
    pub network: Network,
    /// Entries with changes that the server does not have yet, over all carnets.
    pub unsent: usize,
    /// What is going on, if it takes time.
    pub busy: Option<Busy>,
    /// The carnets of the account.
    pub carnets: Vec<Cover>,
    /// Carnets that somebody added this account to, not in its list yet: see [`crate::Keeper::accept_carnet`].
    pub offered: Vec<CarnetId>,
    /// The open carnet.
    pub open: Option<Rc<CarnetView>>,
    /// The account.
    pub account: Option<Rc<AccountView>>,
    /// Nobody's account is in: somebody looks by a link.
    pub visit: Option<VisitView>,
}

/// Whether somebody is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// Looking at what this device knows.
    Starting,
    /// Nobody is in.
    Closed {
        /// Accounts that can be unlocked on this device, also without network. Last used first.
        known: Vec<KnownAccount>,
    },
    /// Somebody is in.
    Open {
        /// A borrowed computer: nothing is kept on disk.
        borrowed: bool,
    },
}

/// An account that this device remembers. Nothing readable: an id and the kinds of ways in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAccount {
    /// Its id.
    pub id: MemberId,
    /// It can be unlocked with a passkey here.
    pub passkey: bool,
    /// It can be unlocked with its passphrase here.
    pub passphrase: bool,
    /// When it was last unlocked here.
    pub used: Seconds,
}

/// Whether the server was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// Not tried yet.
    Unknown,
    /// Reached the last time.
    Online,
    /// Not reached the last time.
    Offline,
}

/// What takes time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Busy {
    /// Unlocking, making keys.
    Unlocking,
    /// Fetching and checking.
    Fetching,
    /// Sending.
    Sending,
}

/// A carnet as the list of carnets shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// Which.
    pub id: CarnetId,
    /// The person's name, empty while it is not known on this device.
    pub name: String,
    /// Date of birth.
    pub birth: Option<NaiveDate>,
    /// A photo.
    pub photo: Option<FileRef>,
    /// The last change seen.
    pub latest: Option<Latest>,
    /// What is wrong with it.
    pub trouble: Option<Trouble>,
    /// This account's role in it, and the end of the first of its rights that ends; none while it is not known here.
    pub mine: Option<Mine>,
    /// Entries that others wrote or changed since this account last looked into it on this device.
    pub news: usize,
}

/// What this account is in a carnet, as the list of carnets shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mine {
    /// Its role.
    pub role: Role,
    /// When the first of its rights ends, if one does.
    pub until: Option<Seconds>,
    /// It may read nothing any more: its rights have ended.
    pub over: bool,
}

/// The last change seen of a carnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Latest {
    /// When.
    pub at: Seconds,
    /// By whom; none if not known any more.
    pub by: Option<MemberId>,
}

/// The account, as its owner sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountView {
    /// Its id.
    pub id: MemberId,
    /// The name that the person gave when making it.
    pub label: String,
    /// Ways in, as known here.
    pub ways: Vec<Way>,
    /// For reminders.
    pub email: Option<String>,
    /// Whether the recovery sheet was proved to be at hand.
    pub sheet_confirmed: bool,
    /// It takes the place of one that somebody else can open, and is not done yet: see [`crate::Keeper::replace_on`].
    pub replacing: bool,
}

/// An open carnet.
#[derive(Debug, Clone)]
pub struct CarnetView {
    /// Which.
    pub id: CarnetId,
    /// This account in it.
    pub me: MemberId,
    /// Its role; none if it was taken out.
    pub role: Option<Role>,
    /// A guardian vouched for this account. One that came in by an invitation to keep the carnet may only read until then.
    pub confirmed: bool,
    /// Number of the last commit checked.
    pub seq: u64,
    /// Digest of that commit.
    pub head: Digest,
    /// When it was made.
    pub at: Seconds,
    /// Who is in it.
    pub members: Vec<MemberView>,
    /// The names that everybody in it was given, those who left included; empty where they cannot be read.
    pub names: BTreeMap<MemberId, String>,
    /// Its entries that this account may read, unsent ones included.
    pub entries: BTreeMap<EntryId, Rc<EntryView>>,
    /// What the person should know.
    pub notices: Vec<Notice>,
    /// Sections that this account may write to now.
    pub writable: Vec<Section>,
    /// Sections that this account may read now.
    pub readable: Vec<Section>,
    /// The urgent sheet and its card.
    pub urgent: Rc<UrgentScene>,
    /// Invitations that nobody has taken yet.
    pub invitations: Vec<InvitationView>,
    /// What strangers left and nobody took in yet.
    pub inbox: Rc<Vec<DepositView>>,
    /// The open links; for guardians alone.
    pub links: Rc<Vec<LinkView>>,
    /// Links that closed by themselves not long ago; for guardians alone.
    pub closed_links: Vec<ClosedLinkView>,
    /// What guardians are asked.
    pub proposals: Vec<ProposalView>,
    /// Private compartments that this account may read.
    pub compartments: Vec<CompartmentView>,
    /// This account was said to be lost, and has just shown that it is not: opening the carnet was enough.
    pub spoke_up: bool,
    /// All guardians agreed to erase it: nothing more is written, and its bytes go.
    pub closed: bool,
    /// The deposit links that guardians made and did not close, the one that ends last first; for guardians alone.
    pub deposit_links: Rc<Vec<DepositLinkView>>,
}

/// A member of a carnet.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberView {
    /// Its id.
    pub id: MemberId,
    /// The name it was given, empty if this account may not read it.
    pub label: String,
    /// Its role; none for a link.
    pub role: Option<Role>,
    /// It is this account.
    pub me: bool,
    /// A guardian vouched for it.
    pub confirmed: bool,
    /// When it came in; not known for members of long ago.
    pub joined: Option<Seconds>,
    /// The invitation by which it came in, if it was by one.
    pub invitation: Option<MemberId>,
    /// What it may read, and until when.
    pub rights: Vec<RightView>,
    /// Guardians whose lost account it may take the place of: the person can be the same, as far as the log tells.
    pub may_have_been: Vec<MemberId>,
    /// The account said to be the same person's new one, and when this one goes if it stays silent.
    pub said_lost: Option<(MemberId, Seconds)>,
}

/// A right of a member.
#[derive(Debug, Clone, PartialEq)]
pub struct RightView {
    /// On what.
    pub section: SectionId,
    /// Whether it may also write.
    pub write: bool,
    /// Until when.
    pub until: Option<Seconds>,
}

/// An entry with its current versions.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryView {
    /// Its id.
    pub id: EntryId,
    /// Where it lies; none for a section that this version does not know.
    pub section: Option<Section>,
    /// Current versions, newest first. More than one: people wrote at the same time, somebody must choose.
    pub versions: Vec<VersionView>,
}

/// A version of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionView {
    /// Names it; for an unsent version, made up here.
    pub digest: Digest,
    /// Who wrote it.
    pub author: MemberId,
    /// When, by the author's clock.
    pub at: Seconds,
    /// The commit that brought it; none while unsent.
    pub seq: Option<u64>,
    /// What it says.
    pub reading: Reading,
    /// Waits to be sent.
    pub unsent: bool,
}

/// What a version says, if it can be read.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "nearly all are readable: a box would be one more step for each"
)]
pub enum Reading {
    /// Readable.
    Plain(Plain),
    /// Not readable here.
    Unreadable(WhyUnreadable),
}

/// Why a version cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyUnreadable {
    /// Not fetched yet: there is no network.
    NotHere,
    /// The server keeps it back.
    Withheld,
    /// It does not open, or is no entry.
    Broken,
    /// It lies in a section where such a thing has no place: whoever wrote it may not write it where it belongs.
    Misplaced,
    /// Written by a newer version.
    Newer,
    /// Written before this account was let in, or its key was never given.
    NoKey,
}

/// What the person should know about a carnet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Something is wrong; what was here before stays.
    Trouble(Trouble),
    /// The server keeps something back.
    Withheld(What),
    /// An unsent change was refused; it waits here until it is dropped or changed.
    Unsendable {
        /// The entry.
        entry: EntryId,
        /// Why.
        why: Trouble,
    },
}

impl EntryView {
    /// The version to show: the newest that can be read, or the newest.
    pub fn current(&self) -> Option<&VersionView> {
        let readable = |version: &&VersionView| matches!(version.reading, Reading::Plain(_));
        self.versions
            .iter()
            .find(readable)
            .or(self.versions.first())
    }

    /// What the version to show says.
    pub fn plain(&self) -> Option<&Plain> {
        self.current().and_then(VersionView::plain)
    }

    /// The entry of the version to show.
    pub fn entry(&self) -> Option<&Entry> {
        self.plain().map(|plain| &plain.entry)
    }

    /// Whether people wrote at the same time and somebody must choose.
    pub fn conflict(&self) -> bool {
        self.versions.len() > 1
    }

    /// Whether something of it waits to be sent.
    pub fn unsent(&self) -> bool {
        self.versions.iter().any(|version| version.unsent)
    }
}

impl VersionView {
    /// What it says, if it can be read.
    pub fn plain(&self) -> Option<&Plain> {
        match &self.reading {
            Reading::Plain(plain) => Some(plain),
            Reading::Unreadable(_) => None,
        }
    }
}

impl CarnetView {
    /// The entries that can be read, with their ids.
    pub fn plains(&self) -> impl Iterator<Item = (EntryId, &Plain)> {
        self.entries
            .iter()
            .filter_map(|(id, view)| view.plain().map(|plain| (*id, plain)))
    }

    /// The person's identity entry: the first one written, if there are several.
    pub fn identity(&self) -> Option<(EntryId, &domain::entry::Identity)> {
        let identities = self.plains().filter_map(|(id, plain)| match &plain.entry {
            Entry::Identity(identity) => Some((id, identity)),
            _ => None,
        });
        let oldest = |id: &EntryId| {
            self.entries
                .get(id)
                .and_then(|view| view.versions.last())
                .map(|v| v.at)
        };
        identities.min_by_key(|(id, _)| (oldest(id), *id))
    }

    /// An entry, also one of a private compartment.
    pub fn entry(&self, id: EntryId) -> Option<&EntryView> {
        let mut private = self.compartments.iter();
        let private = || private.find_map(|place| place.entries.get(&id).map(|view| &**view));
        self.entries.get(&id).map(|view| &**view).or_else(private)
    }

    /// The private compartment that an entry lies in.
    pub fn compartment_of(&self, id: EntryId) -> Option<&CompartmentView> {
        let mut places = self.compartments.iter();
        places.find(|place| place.entries.contains_key(&id))
    }

    /// Whether this account may write a new version of an entry.
    pub fn may_change(&self, id: EntryId) -> bool {
        let open =
            |view: &Rc<EntryView>| view.section.is_some_and(|section| self.may_write(section));
        self.entries.get(&id).is_some_and(open)
            || self.compartment_of(id).is_some_and(|place| place.writable)
    }

    /// The name that a member was given.
    pub fn member(&self, id: MemberId) -> Option<&MemberView> {
        self.members.iter().find(|member| member.id == id)
    }

    /// Whether this account may write to the section of an entry.
    pub fn may_write(&self, section: Section) -> bool {
        self.writable.contains(&section)
    }

    /// Whether this account keeps the carnet.
    pub fn is_guardian(&self) -> bool {
        self.role == Some(Role::Guardian) && self.confirmed
    }
}
