//! The urgent sheet of a carnet: what it is made of, and whether the one that is served is still true.
//!
//! What is sealed is made from the log alone, never from what waits to be sent, because it says from which commit it was made.

use chrono::{DateTime, NaiveDate};
use domain::entry::Identity;
use domain::urgent::{Sheet, shows};
use domain::{Entry, EntryRef, Plain};
use protocol::ids::{EntryId, MemberId, SectionId};
use protocol::state::{Member, Version};
use protocol::time::{DAY, Seconds};

use super::Carnet;
use crate::scene::Reading;

/// The sections that a sheet is made of.
const SECTIONS: [SectionId; 3] = [SectionId::URGENT, SectionId::HEALTH, SectionId::TEAM];
/// A sheet is sealed again after so long even if nothing changed, so that its date tells that somebody still looks after it.
const SEALED_AGAIN: u64 = 7 * DAY;

impl Carnet {
    /// The sheet as the log has it.
    pub(crate) fn sheet_now(&self, at: Seconds) -> Sheet {
        let rows: Vec<(EntryRef, &Plain)> = self
            .sent_plains()
            .map(|(id, plain)| (EntryRef(id.to_string()), plain))
            .collect();
        Sheet::assemble(&rows, day(at))
    }

    /// The person, as the log has them: the first one written, if there are several.
    pub(crate) fn sent_identity(&self) -> Option<&Identity> {
        let identities = self.shared().filter_map(|(id, entry)| {
            let plain = self.newest(&entry.versions)?;
            match &plain.entry {
                Entry::Identity(identity) => {
                    let first = entry.versions.iter().map(|version| version.at).min();
                    Some(((first, *id), identity))
                }
                _ => None,
            }
        });
        identities
            .min_by_key(|(key, _)| *key)
            .map(|(_, identity)| identity)
    }

    /// An entry that another one names, as the log has it.
    pub(crate) fn sent_entry(&self, name: &EntryRef) -> Option<&Entry> {
        let id: EntryId = name.as_str().parse().ok()?;
        let entry = self.log.state.entries.get(&id)?;
        if entry.section.is_private() {
            return None;
        }
        self.newest(&entry.versions).map(|plain| &plain.entry)
    }

    /// The family's own words for the sheet, as the log has them: what was written last, if there are several.
    pub(crate) fn urgent_sheet(&self) -> Option<(EntryId, &Plain)> {
        let sheets = self.shared().filter_map(|(id, entry)| {
            let plain = self.newest(&entry.versions)?;
            let at = entry.versions.iter().map(|version| version.at).max();
            matches!(plain.entry, Entry::UrgentSheet(_)).then_some((at, *id, plain))
        });
        sheets
            .max_by_key(|(at, id, _)| (*at, *id))
            .map(|(_, id, plain)| (id, plain))
    }

    /// Whether the family wants the photo on the sheet.
    pub(crate) fn shows_photo(&self) -> bool {
        self.urgent_sheet().is_some_and(
            |(_, plain)| matches!(&plain.entry, Entry::UrgentSheet(sheet) if sheet.show_photo),
        )
    }

    /// Whether an entry is there, and what it says is not here.
    pub(crate) fn is_unseen(&self, name: &EntryRef) -> bool {
        let id = name.as_str().parse::<EntryId>().ok();
        let entry = id.and_then(|id| self.log.state.entries.get(&id));
        entry.is_some_and(|entry| entry.erased.is_none() && self.newest(&entry.versions).is_none())
    }

    /// The documents that are pinned to the sheet: by a guardian, or by somebody who may read them. Whoever else may write the
    /// sheet does not have documents handed out that are closed to them.
    pub(crate) fn pinned(&self) -> Vec<EntryRef> {
        let mut pinned: Vec<EntryRef> = Vec::new();
        for (id, entry) in self.shared() {
            let Some((version, plain)) = self.newest_version(&entry.versions) else {
                continue;
            };
            let Entry::UrgentSheet(sheet) = &plain.entry else {
                continue;
            };
            let put = self.log.facts.put(*id, version.payload);
            let by_guardian = put.is_some_and(|put| put.by_guardian);
            let author = self.log.state.members.get(&version.author);
            let may_show = |document: &EntryRef| {
                let id = document.as_str().parse::<EntryId>().ok();
                let entry = id.and_then(|id| self.log.state.entries.get(&id));
                let reads = |author: &Member, section| author.reads(section, self.log.state.at);
                by_guardian
                    || entry.is_some_and(|entry| {
                        author.is_some_and(|author| reads(author, entry.section))
                    })
            };
            for document in &sheet.pinned {
                if !pinned.contains(document) && may_show(document) {
                    pinned.push(document.clone());
                }
            }
        }
        pinned
    }

    /// Whether this account's device may seal the sheet, and has all of what it shows.
    pub(crate) fn may_seal(&self, now: Seconds) -> bool {
        let at = self.date(now);
        if !self.is_guardian() || self.log.state.closed || self.trouble.is_some() {
            return false;
        }
        if !self.writes(SectionId::URGENT, at) {
            return false;
        }
        SECTIONS.iter().all(|section| {
            let here = self.reads(*section, at) && self.current_key(*section).is_some();
            here && self.log.state.entries_of(*section).all(|(_, entry)| {
                let mut versions = entry.versions.iter();
                versions.all(|version| self.is_settled(version))
            })
        })
    }

    /// Whether the sheet of a link must be sealed again.
    pub(crate) fn wants_sealing(&self, link: MemberId, now: Seconds) -> bool {
        let sealed = self.log.facts.sheets.get(&link);
        self.is_out_of_date(link) || sealed.is_none_or(|sealed| now >= sealed.plus(SEALED_AGAIN))
    }

    /// Whether something that the sheet of a link shows changed since it was sealed, as far as this member can see.
    pub(crate) fn is_out_of_date(&self, link: MemberId) -> bool {
        let Some(member) = self.log.state.members.get(&link) else {
            return false;
        };
        let Some(sheet) = member.sheet else {
            return true;
        };
        let pinned = self.pinned();
        let is_shown = |id: &EntryId, version: &Version| match self.reading(version.payload) {
            Some(Reading::Plain(plain)) => {
                shows(&plain.entry) || pinned.iter().any(|document| document.0 == id.to_string())
            }
            _ => false,
        };
        self.shared().any(|(id, entry)| {
            let gone = entry.erased.is_some_and(|seq| seq > sheet.built_from);
            let newer = entry
                .versions
                .iter()
                .filter(|version| version.seq > sheet.built_from);
            gone && SECTIONS.contains(&entry.section)
                || newer.into_iter().any(|version| is_shown(id, version))
        })
    }

    /// Every entry that can be read, as the log has it.
    fn sent_plains(&self) -> impl Iterator<Item = (EntryId, &Plain)> {
        self.shared()
            .filter_map(|(id, entry)| Some((*id, self.newest(&entry.versions)?)))
    }

    /// Every entry but those of private compartments: nothing of theirs is ever shown to strangers.
    fn shared(&self) -> impl Iterator<Item = (&EntryId, &protocol::state::Entry)> {
        let entries = self.log.state.entries.iter();
        entries.filter(|(_, entry)| !entry.section.is_private())
    }

    fn newest<'a>(&'a self, versions: &[Version]) -> Option<&'a Plain> {
        self.newest_version(versions).map(|(_, plain)| plain)
    }

    fn newest_version<'a, 'v>(
        &'a self,
        versions: &'v [Version],
    ) -> Option<(&'v Version, &'a Plain)> {
        let read = versions.iter().filter_map(|version| {
            let Some(Reading::Plain(plain)) = self.reading(version.payload) else {
                return None;
            };
            Some((version, plain))
        });
        read.max_by_key(|(version, _)| (version.at, version.seq))
    }

    /// Read, and by a version that knows all of what it says; or broken for good, which no device can mend.
    fn is_settled(&self, version: &Version) -> bool {
        match self.reading(version.payload) {
            Some(Reading::Plain(plain)) => !matches!(plain.entry, Entry::Unknown(_)),
            Some(Reading::Unreadable(why)) => matches!(
                why,
                crate::WhyUnreadable::Broken | crate::WhyUnreadable::Misplaced
            ),
            None => false,
        }
    }
}

/// The day of a moment, in UTC.
pub(crate) fn day(at: Seconds) -> NaiveDate {
    let seconds = i64::try_from(at.0).unwrap_or_default();
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .date_naive()
}
