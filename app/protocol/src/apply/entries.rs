//! Entries: put and erase.

use super::Judge;
use crate::change::Put;
use crate::ids::{EntryId, SectionId};
use crate::limits;
use crate::refusal::Refusal;
use crate::state::{Entry, Version};

impl Judge {
    pub(super) fn put(&mut self, put: &Put) -> Result<(), Refusal> {
        if put.size as usize > limits::PAYLOAD
            || put.base.len() > limits::BASES
            || put.files.len() > limits::FILES
        {
            return Err(Refusal::TooLarge);
        }
        if put
            .files
            .iter()
            .any(|file| file.size == 0 || file.size > limits::FILE)
        {
            return Err(Refusal::TooLarge);
        }
        if !self.writes(put.section) {
            return Err(Refusal::NotAllowed);
        }
        let section = self
            .next
            .sections
            .get(&put.section)
            .ok_or(Refusal::Unknown)?;
        if section.due {
            return Err(Refusal::Due);
        }
        if section.epoch != put.epoch {
            return Err(Refusal::OldEpoch);
        }
        let author = self.author_id;
        let version = Version {
            payload: put.payload,
            epoch: put.epoch,
            author,
            seq: self.seq,
            at: self.at,
            size: put.size,
        };
        let Some(entry) = self.next.entries.get_mut(&put.entry) else {
            let entry = Entry {
                section: put.section,
                versions: vec![version],
                sole_author: Some(author),
                erased: None,
            };
            self.next.entries.insert(put.entry, entry);
            return Ok(());
        };
        if entry.erased.is_some() {
            return Err(Refusal::Erased);
        }
        if entry.section != put.section {
            return Err(Refusal::NotAllowed);
        }
        if entry
            .versions
            .iter()
            .any(|version| version.payload == put.payload)
        {
            return Err(Refusal::Exists);
        }
        entry
            .versions
            .retain(|version| !put.base.contains(&version.payload));
        if entry.versions.len() >= limits::BASES {
            return Err(Refusal::TooLarge);
        }
        entry.versions.push(version);
        if entry.sole_author != Some(author) {
            entry.sole_author = None;
        }
        Ok(())
    }

    pub(super) fn erase(&mut self, section: SectionId, id: EntryId) -> Result<(), Refusal> {
        let entry = self
            .next
            .entries
            .get(&id)
            .filter(|entry| entry.section == section)
            .ok_or(Refusal::Unknown)?;
        if entry.erased.is_some() {
            return Err(Refusal::Erased);
        }
        let guardian = self.author.is_guardian() && self.writes(section);
        let own = entry.sole_author == Some(self.author_id) && self.writes(section);
        if !guardian && !own {
            return Err(Refusal::NotAllowed);
        }
        let seq = self.seq;
        if let Some(entry) = self.next.entries.get_mut(&id) {
            entry.versions.clear();
            entry.erased = Some(seq);
        }
        Ok(())
    }
}
