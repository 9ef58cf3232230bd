//! One carnet on this device: its verified log, the keys that this member holds, what could be read, and the view of it all.

mod card_watch;
mod guest;
mod keys;
mod keys_section;
mod readings;
mod section;
mod seen_deposits;
mod sheet;
mod team;
mod together;
mod urgent;
mod view;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use protocol::change::Sealed;
use protocol::ids::{BlobId, CarnetId, Digest, EntryId, MemberId, SectionId};
use protocol::state::Member;
use protocol::time::Seconds;
use sealing::section_keys::SectionKeys;
use zeroize::Zeroizing;

use crate::links::bundle::Bundle;
use crate::log::Log;
use crate::scene::{CarnetView, EntryView, Reading};
use crate::trouble::{Trouble, What};

pub(crate) use card_watch::CardWatch;
pub(crate) use readings::Content;
pub use section::{section_id, section_of};
pub(crate) use seen_deposits::SeenDeposits;
pub(crate) use sheet::day;
pub(crate) use team::rights;
pub(crate) use urgent::shlink;
pub(crate) use view::blobs;

/// One carnet on this device.
pub(crate) struct Carnet {
    pub id: CarnetId,
    pub me: MemberId,
    pub log: Log,
    pub ring: SectionKeys,
    /// Envelopes for me, as they came.
    pub envelopes: Vec<Sealed>,
    /// Those of [`Carnet::envelopes`] whose keys are in the ring already.
    opened: BTreeSet<Digest>,
    /// What versions say.
    readings: HashMap<Digest, Reading>,
    /// What versions of the `keys` section say.
    secrets: HashMap<Digest, Zeroizing<Vec<u8>>>,
    /// Versions whose bytes the server does not give although this member may read them.
    withheld: BTreeMap<Digest, EntryId>,
    entries: BTreeMap<EntryId, Rc<EntryView>>,
    /// Entries of private compartments, each with its place: kept apart, so that no list, sheet or count ever has them.
    private: BTreeMap<EntryId, (SectionId, Arc<EntryView>)>,
    dirty: BTreeSet<EntryId>,
    /// What a link shows, if it is by a link that somebody looks.
    guest: Option<Bundle>,
    /// Its entries.
    shown: BTreeMap<EntryId, Rc<EntryView>>,
    /// What is wrong with the log: nothing more is taken until it is right again.
    pub trouble: Option<Trouble>,
    /// Why something could not be done the last time, if it was not the network.
    hitch: Option<Trouble>,
    /// Number of the last commit in the image on the shelf, and how many changes it had.
    pub imaged: (u64, u64),
    /// Number of the next commit that the shelf waits for: work that was given up half-way leaves it behind.
    pub shelf_next: u64,
    pub view: Option<Rc<CarnetView>>,
    /// What was last heard about the card and the inbox.
    pub watch: CardWatch,
    /// Invitations of which the server was told, from this device, how to know who holds them.
    pub served: BTreeSet<MemberId>,
    /// This account was said to be lost and answered, from this device, since the page was loaded.
    pub spoke_up: bool,
    /// Number of the last commit that the person saw on this device; none before the first visit.
    pub visited: Option<u64>,
}

impl Carnet {
    pub(crate) fn new(id: CarnetId, me: MemberId, log: Log) -> Self {
        let dirty = log.state.entries.keys().copied().collect();
        let imaged = (0, 0);
        Self {
            id,
            me,
            log,
            ring: SectionKeys::new(id),
            envelopes: Vec::new(),
            opened: BTreeSet::new(),
            readings: HashMap::new(),
            secrets: HashMap::new(),
            withheld: BTreeMap::new(),
            entries: BTreeMap::new(),
            private: BTreeMap::new(),
            dirty,
            guest: None,
            shown: BTreeMap::new(),
            trouble: None,
            hitch: None,
            imaged,
            shelf_next: 0,
            view: None,
            watch: CardWatch::default(),
            served: BTreeSet::new(),
            spoke_up: false,
            visited: None,
        }
    }

    /// These entries changed: look at them again before the next view.
    pub(crate) fn touch(&mut self, entries: impl IntoIterator<Item = EntryId>) {
        self.dirty.extend(entries);
        self.view = None;
    }

    /// Everything may have changed: rights, keys.
    pub(crate) fn touch_all(&mut self) {
        self.dirty.extend(self.log.state.entries.keys().copied());
        self.dirty.extend(self.entries.keys().copied());
        self.dirty.extend(self.private.keys().copied());
        self.view = None;
    }

    /// Remembers why something could not be done.
    pub(crate) fn set_hitch(&mut self, hitch: Option<Trouble>) {
        if self.hitch != hitch {
            self.hitch = hitch;
            self.view = None;
        }
    }

    /// Sealed sizes of every file that an entry ever named.
    pub(crate) fn sizes(&self) -> impl Iterator<Item = ((CarnetId, BlobId), u64)> + '_ {
        let files = self.log.facts.files();
        files.map(|(blob, size)| ((self.id, blob), size))
    }

    pub(crate) fn member(&self) -> Option<&Member> {
        self.log.state.members.get(&self.me)
    }

    pub(crate) fn is_guardian(&self) -> bool {
        self.member().is_some_and(Member::is_guardian)
    }

    /// Whether this account may read a section now.
    pub(crate) fn reads(&self, section: SectionId, at: Seconds) -> bool {
        self.member()
            .is_some_and(|member| member.reads(section, at))
    }

    /// Whether this account may write to a section now, the wait for a new key left aside.
    pub(crate) fn writes(&self, section: SectionId, at: Seconds) -> bool {
        self.member()
            .is_some_and(|member| member.writes(section, at))
    }

    /// The current key of a section: its epoch, if the key is here.
    pub(crate) fn current_key(&self, section: SectionId) -> Option<u32> {
        let epoch = self.log.state.sections.get(&section)?.epoch;
        self.ring.holds(section, epoch).then_some(epoch)
    }

    /// When a commit of mine can be dated now.
    pub(crate) fn date(&self, now: Seconds) -> Seconds {
        now.max(self.log.state.at)
    }

    /// Whether a key is not here that this member was given.
    pub(crate) fn misses_keys(&self, at: Seconds) -> bool {
        self.missing_keys(at).next().is_some()
    }

    /// A section whose key this member was given and that is not here.
    pub(crate) fn first_missing_key(&self, at: Seconds) -> Option<SectionId> {
        self.missing_keys(at).next()
    }

    /// Sections that this member may read, and whose current key is not here.
    fn missing_keys(&self, at: Seconds) -> impl Iterator<Item = SectionId> + '_ {
        let sections = self.log.state.sections.iter();
        sections
            .filter(move |(id, section)| {
                self.reads(**id, at) && !self.ring.holds(**id, section.epoch)
            })
            .map(|(id, _)| *id)
    }

    /// What the server keeps back.
    pub(crate) fn kept_back(&self, at: Seconds) -> Vec<What> {
        let entries = self
            .withheld
            .values()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|entry| What::Entry(*entry));
        let keys = self.missing_keys(at).map(What::Key);
        keys.chain(entries).collect()
    }
}
