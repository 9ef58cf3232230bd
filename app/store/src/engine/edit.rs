//! What a form hands in becomes an unsent change.

use protocol::change::FileUse;
use protocol::ids::{BlobId, CarnetId, Digest, EntryId, SectionId};

use super::{Inside, make_random};
use crate::carnet::{blobs, section_id};
use crate::keeper::Edit;
use crate::outbox::{Act, Item};
use crate::shelf::Step;
use crate::trouble::{Trouble, What};

impl Inside {
    pub(super) fn item_of(
        &self,
        id: CarnetId,
        edit: Edit,
        at: crate::Seconds,
    ) -> Result<Item, Trouble> {
        let carnet = self.carnet(id)?;
        if !edit.plain.editable() || carnet.trouble == Some(Trouble::Newer) {
            return Err(Trouble::Newer);
        }
        let entry = match edit.entry {
            Some(entry) => entry,
            None => EntryId::from_bytes(make_random()?),
        };
        let known = carnet.log.state.entries.get(&entry);
        if known.is_some_and(|known| known.erased.is_some()) {
            return Err(Trouble::Erased);
        }
        let waiting = self
            .outbox
            .of(id)
            .find(|item| item.entry == entry)
            .map(|item| item.section);
        let section = known.map(|known| known.section).or(waiting);
        let section = section.unwrap_or_else(|| section_id(edit.plain.entry.home()));
        self.item_at(id, edit, entry, section, at)
    }

    /// A new entry in a section that the person chose.
    pub(super) fn blank_item(
        &self,
        id: CarnetId,
        edit: Edit,
        section: SectionId,
        at: crate::Seconds,
    ) -> Result<Item, Trouble> {
        if !edit.plain.editable() || self.carnet(id)?.trouble == Some(Trouble::Newer) {
            return Err(Trouble::Newer);
        }
        let entry = EntryId::from_bytes(make_random()?);
        self.item_at(id, edit, entry, section, at)
    }

    fn item_at(
        &self,
        id: CarnetId,
        edit: Edit,
        entry: EntryId,
        section: SectionId,
        at: crate::Seconds,
    ) -> Result<Item, Trouble> {
        let carnet = self.carnet(id)?;
        if !carnet.writes(section, at) || carnet.log.state.closed {
            return Err(Trouble::NotAllowed);
        }
        let files = self.file_uses(id, &blobs(&edit.plain.entry))?;
        let plain = edit.plain.write();
        if plain.len() > sealing::entry::PLAIN {
            return Err(Trouble::TooLarge);
        }
        let seen = if edit.seen.is_empty() {
            self.current(id, entry)?
        } else {
            edit.seen
        };
        let act = Act::Put { plain, files };
        Ok(Item {
            number: 0,
            carnet: id,
            entry,
            section,
            seen,
            act,
            tried: Vec::new(),
            at,
            source: None,
            stuck: None,
        })
    }

    /// The current versions of an entry, unsent ones by their stand-ins.
    pub(super) fn current(&self, id: CarnetId, entry: EntryId) -> Result<Vec<Digest>, Trouble> {
        let known = self.carnet(id)?.log.state.entries.get(&entry);
        let versions = known
            .into_iter()
            .flat_map(|known| known.versions.iter().map(|version| version.payload));
        let waiting = self
            .outbox
            .of(id)
            .filter(|item| item.entry == entry)
            .map(Item::stand_in);
        Ok(versions.chain(waiting).collect())
    }

    /// Adds a change; one that replaces an unsent one that never left takes its place.
    pub(super) fn take_item(&mut self, mut item: Item) -> u64 {
        let replaced: Vec<u64> = self
            .outbox
            .of(item.carnet)
            .filter(|waiting| {
                waiting.entry == item.entry && item.seen.contains(&waiting.stand_in())
            })
            .map(|waiting| waiting.number)
            .collect();
        let mut free = None;
        for number in replaced {
            let Some(waiting) = self.outbox.get_mut(number) else {
                continue;
            };
            // What it replaces, this replaces too; and what it may have become.
            item.seen
                .extend(waiting.seen.iter().chain(&waiting.tried).copied());
            if waiting.tried.is_empty() && matches!(waiting.act, Act::Put { .. }) {
                free = Some(number);
            }
        }
        item.seen.sort_unstable();
        item.seen.dedup();
        if let Some(number) = free
            && let Some(waiting) = self.outbox.get_mut(number)
        {
            item.number = number;
            *waiting = item;
            return number;
        }
        self.outbox.add(item)
    }

    pub(super) fn drop_items(&mut self, id: CarnetId, entry: EntryId) -> Vec<Step> {
        let numbers: Vec<u64> = self
            .outbox
            .of(id)
            .filter(|item| item.entry == entry)
            .map(|item| item.number)
            .collect();
        numbers
            .into_iter()
            .map(|number| self.outbox.remove(number))
            .collect()
    }

    /// Sealed files with their sizes: just sent, or named by the log before.
    fn file_uses(&self, id: CarnetId, blobs: &[String]) -> Result<Vec<FileUse>, Trouble> {
        let sizes = self.sizes.borrow();
        let mut uses: Vec<FileUse> = Vec::with_capacity(blobs.len());
        for text in blobs {
            let blob: BlobId = text.parse().map_err(|_| Trouble::Broken(What::File))?;
            let size = sizes
                .get(&(id, blob))
                .copied()
                .ok_or(Trouble::Broken(What::File))?;
            if !uses.iter().any(|known| known.blob == blob) {
                uses.push(FileUse { blob, size });
            }
        }
        if uses.len() > protocol::limits::FILES {
            Err(Trouble::TooLarge)
        } else {
            Ok(uses)
        }
    }
}
