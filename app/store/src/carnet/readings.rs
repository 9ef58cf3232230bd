//! Opening what was fetched.

use domain::{Entry, Plain};
use protocol::commit::sealed_digest;
use protocol::ids::{Digest, EntryId, SectionId};
use protocol::time::Seconds;
use sealing::entry::{EntryError, EntryPlace};
use zeroize::Zeroizing;

use super::{Carnet, section_of};
use crate::log::PutFact;
use crate::scene::{Reading, WhyUnreadable};

/// What is sealed in an entry envelope.
#[derive(Clone)]
#[allow(
    clippy::large_enum_variant,
    reason = "nearly all are entries: a box would be one more step for each"
)]
pub(crate) enum Content {
    /// An entry of the record.
    Entry(Plain),
    /// An entry of the `keys` section.
    Keys(Zeroizing<Vec<u8>>),
}

impl Content {
    /// The bytes to seal.
    pub(crate) fn bytes(&self) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Entry(plain) => Zeroizing::new(plain.write()),
            Self::Keys(bytes) => bytes.clone(),
        }
    }
}

impl Carnet {
    /// The newest versions that this member may read and whose bytes are not here yet.
    pub(crate) fn wanted(&self, at: Seconds) -> Vec<(EntryId, Digest)> {
        let mut wanted = Vec::new();
        for (id, entry) in &self.log.state.entries {
            if !self.reads(entry.section, at) {
                continue;
            }
            let versions = entry
                .versions
                .iter()
                .filter(|version| !self.is_read(version.payload));
            // Without the key the bytes are of no use.
            let versions = versions.filter(|version| self.ring.holds(entry.section, version.epoch));
            wanted.extend(versions.map(|version| (*id, version.payload)));
        }
        wanted
    }

    /// Whether a version was opened, or cannot be opened whatever comes.
    pub(crate) fn is_read(&self, payload: Digest) -> bool {
        self.readings.contains_key(&payload) || self.secrets.contains_key(&payload)
    }

    /// What a version says, as far as it is known here.
    pub(crate) fn reading(&self, payload: Digest) -> Option<&Reading> {
        self.readings.get(&payload)
    }

    /// Remembers a version that was written here.
    pub(crate) fn remember(&mut self, payload: Digest, content: Content) {
        match content {
            Content::Entry(plain) => {
                self.readings.insert(payload, Reading::Plain(plain));
            }
            Content::Keys(bytes) => {
                self.secrets.insert(payload, bytes);
            }
        }
    }

    /// What a version says, to be written again; none if it is not here.
    pub(crate) fn content(&self, payload: Digest) -> Option<Content> {
        if let Some(bytes) = self.secrets.get(&payload) {
            return Some(Content::Keys(bytes.clone()));
        }
        match self.readings.get(&payload) {
            Some(Reading::Plain(plain)) => Some(Content::Entry(plain.clone())),
            _ => None,
        }
    }

    /// Opens the bytes of a version. Bytes that are not the named ones are refused: then it stays wanted.
    pub(crate) fn take_payload(&mut self, entry: EntryId, payload: Digest, sealed: &[u8]) -> bool {
        if sealed_digest(sealed) != payload {
            self.withhold(entry, payload);
            return false;
        }
        let Some(put) = self.log.facts.put(entry, payload) else {
            return false;
        };
        match self.open(entry, put, sealed) {
            Opened::Entry(reading) => {
                self.readings.insert(payload, reading);
            }
            Opened::Keys(bytes) => {
                self.secrets.insert(payload, bytes);
            }
        }
        self.withheld.remove(&payload);
        self.touch([entry]);
        true
    }

    /// The server does not give what this member may read.
    pub(crate) fn withhold(&mut self, entry: EntryId, payload: Digest) {
        self.withheld.insert(payload, entry);
        self.touch([entry]);
    }

    /// Forgets what was reported about versions that are current no longer.
    pub(crate) fn settle_withheld(&mut self) {
        let state = &self.log.state;
        self.withheld.retain(|payload, entry| {
            let entry = state.entries.get(entry);
            entry.is_some_and(|entry| {
                entry
                    .versions
                    .iter()
                    .any(|version| version.payload == *payload)
            })
        });
    }

    /// What the page is told while nothing was read.
    pub(super) fn unread(&self, put: &PutFact) -> Reading {
        Reading::Unreadable(if !self.ring.holds(put.section, put.epoch) {
            WhyUnreadable::NoKey
        } else if self.withheld.contains_key(&put.payload) {
            WhyUnreadable::Withheld
        } else {
            WhyUnreadable::NotHere
        })
    }

    fn open(&self, entry: EntryId, put: &PutFact, sealed: &[u8]) -> Opened {
        let place = EntryPlace {
            section: put.section,
            epoch: put.epoch,
            entry,
            author: put.author,
        };
        let broken = |_| Reading::Unreadable(WhyUnreadable::Broken);
        Opened::Entry(match self.ring.open_entry(&place, sealed) {
            Ok(bytes) if put.section == SectionId::KEYS => return Opened::Keys(bytes),
            Ok(bytes) => Plain::read(&bytes).map_or_else(broken, |plain| believed(put, plain)),
            Err(EntryError::Newer) => Reading::Unreadable(WhyUnreadable::Newer),
            Err(EntryError::Key(_)) => Reading::Unreadable(WhyUnreadable::NoKey),
            Err(EntryError::TooLong | EntryError::Broken) => {
                Reading::Unreadable(WhyUnreadable::Broken)
            }
        })
    }
}

/// What an author may say where they said it. The judge knows sections and no contents: that only those speak for a section who
/// may write there, and for the guardians only guardians, is for those who can read.
fn believed(put: &PutFact, mut plain: Plain) -> Reading {
    let may_rest = match section_of(put.section) {
        Some(section) => plain.entry.may_rest_in(section),
        None => plain.entry.may_rest_apart(),
    };
    if !may_rest {
        return Reading::Unreadable(WhyUnreadable::Misplaced);
    }
    if let Entry::UrgentSheet(sheet) = &mut plain.entry
        && !put.by_guardian
    {
        sheet.confirmed = None;
    }
    Reading::Plain(plain)
}

/// What came out of an envelope.
#[allow(
    clippy::large_enum_variant,
    reason = "nearly all are entries: a box would be one more step for each"
)]
enum Opened {
    Entry(Reading),
    /// Of the `keys` section.
    Keys(Zeroizing<Vec<u8>>),
}
