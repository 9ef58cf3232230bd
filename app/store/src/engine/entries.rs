//! Writing, erasing, looking back.

use domain::Plain;
use protocol::change::DepositSource;
use protocol::ids::{CarnetId, Digest, EntryId};

use super::Engine;
use crate::carnet::blobs;
use crate::keeper::Edit;
use crate::outbox::{Act, Item};
use crate::scene::{Busy, Reading, VersionView, WhyUnreadable};
use crate::shelf::{Step, names};
use crate::trouble::Trouble;

impl Engine {
    /// Writes entries to the open carnet: first into the outbox, sealed on the shelf, then to the server.
    pub(crate) async fn put(&mut self, edits: Vec<Edit>) -> Result<Vec<EntryId>, Trouble> {
        let id = self.inside()?.open_id()?;
        self.put_in(id, edits).await
    }

    pub(super) async fn put_in(
        &mut self,
        id: CarnetId,
        edits: Vec<Edit>,
    ) -> Result<Vec<EntryId>, Trouble> {
        self.put_from(id, edits, None).await
    }

    /// Writes entries, made from a deposit or by the person.
    pub(super) async fn put_from(
        &mut self,
        id: CarnetId,
        edits: Vec<Edit>,
        source: Option<DepositSource>,
    ) -> Result<Vec<EntryId>, Trouble> {
        let now = self.now();
        let inside = self.inside()?;
        let at = inside.carnet(id)?.date(now);
        // All or nothing: every edit is looked at before the first is taken.
        let mut items = Vec::with_capacity(edits.len());
        let named = edits.iter().flat_map(|edit| blobs(&edit.plain.entry));
        let named: Vec<String> = named.collect();
        for edit in edits {
            items.push(Item {
                source,
                ..inside.item_of(id, edit, at)?
            });
        }
        let ids = self.take_items(id, items).await?;
        self.forget_uploads(id, named).await;
        Ok(ids)
    }

    /// Keeps new changes and sends them.
    pub(super) async fn take_items(
        &mut self,
        id: CarnetId,
        items: Vec<Item>,
    ) -> Result<Vec<EntryId>, Trouble> {
        let mut numbers = Vec::with_capacity(items.len());
        let mut ids = Vec::with_capacity(items.len());
        let inside = self.inside_mut()?;
        for item in items {
            ids.push(item.entry);
            inside.carnet_mut(id)?.touch([item.entry]);
            numbers.push(inside.take_item(item));
        }
        self.send_now(id, numbers).await?;
        Ok(ids)
    }

    /// What an entry names was sent in full: how far it is need not be kept any longer.
    async fn forget_uploads(&mut self, id: CarnetId, named: Vec<String>) {
        let Ok(inside) = self.inside() else { return };
        let prefix = names::uploads(inside.id, id);
        let blobs = named.iter().filter_map(|blob| blob.parse().ok());
        let steps: Vec<Step> = blobs
            .map(|blob| Step::Drop(names::upload(&prefix, blob)))
            .collect();
        if !steps.is_empty() {
            // What stays because of this is dropped with its age.
            let _ = inside.shelf.write(steps).await;
        }
    }

    /// Erases an entry of the open carnet.
    pub(crate) async fn erase(&mut self, entry: EntryId) -> Result<(), Trouble> {
        let now = self.now();
        let inside = self.inside_mut()?;
        let id = inside.open_id()?;
        let carnet = inside.carnet(id)?;
        let section = carnet
            .log
            .state
            .entries
            .get(&entry)
            .map(|known| known.section);
        // Before anything is dropped: what waits to be sent stays when erasing is not allowed.
        let at = carnet.date(now);
        if section.is_some_and(|section| !carnet.writes(section, at)) {
            return Err(Trouble::NotAllowed);
        }
        let mut steps = inside.drop_items(id, entry);
        inside.carnet_mut(id)?.touch([entry]);
        let Some(section) = section else {
            // It was never sent.
            let gone = if steps.is_empty() {
                Err(Trouble::NotFound)
            } else {
                Ok(())
            };
            inside
                .shelf
                .write(std::mem::take(&mut steps))
                .await
                .map_err(|_| Trouble::Storage)?;
            return gone;
        };
        inside
            .shelf
            .write(steps)
            .await
            .map_err(|_| Trouble::Storage)?;
        let item = Item {
            number: 0,
            carnet: id,
            entry,
            section,
            seen: inside.current(id, entry)?,
            act: Act::Erase,
            tried: Vec::new(),
            at,
            source: None,
            stuck: None,
        };
        let number = inside.outbox.add(item);
        self.send_now(id, vec![number]).await
    }

    /// Drops the unsent changes to an entry.
    pub(crate) async fn drop_unsent(&mut self, entry: EntryId) -> Result<(), Trouble> {
        let inside = self.inside_mut()?;
        let id = inside.open_id()?;
        let steps = inside.drop_items(id, entry);
        inside.carnet_mut(id)?.touch([entry]);
        inside
            .shelf
            .write(steps)
            .await
            .map_err(|_| Trouble::Storage)
    }

    /// Every version of an entry, newest first.
    pub(crate) async fn history(&mut self, entry: EntryId) -> Result<Vec<VersionView>, Trouble> {
        self.stage.busy(Some(Busy::Fetching));
        let inside = self.inside()?;
        let id = inside.open_id()?;
        let carnet = inside.carnet(id)?;
        let puts = carnet
            .log
            .facts
            .puts
            .get(&entry)
            .cloned()
            .unwrap_or_default();
        let missing = puts.iter().filter(|put| {
            carnet.ring.holds(put.section, put.epoch) && carnet.reading(put.payload).is_none()
        });
        let missing: Vec<(EntryId, Digest)> = missing.map(|put| (entry, put.payload)).collect();
        match self.fetch_these(id, missing).await {
            Ok(()) | Err(Trouble::Offline) => {}
            Err(trouble) => return Err(trouble),
        }
        let carnet = self.inside()?.carnet(id)?;
        let show = |put: &crate::log::PutFact| {
            let held = carnet.ring.holds(put.section, put.epoch);
            let why = if held {
                WhyUnreadable::NotHere
            } else {
                WhyUnreadable::NoKey
            };
            VersionView {
                digest: put.payload,
                author: put.author,
                at: put.at,
                seq: Some(put.seq),
                reading: carnet
                    .reading(put.payload)
                    .cloned()
                    .unwrap_or(Reading::Unreadable(why)),
                unsent: false,
            }
        };
        let waiting = self
            .inside()?
            .outbox
            .of(id)
            .filter(|item| item.entry == entry)
            .rev();
        let waiting = waiting.filter_map(|item| match &item.act {
            Act::Put { plain, .. } => Some(VersionView {
                digest: item.stand_in(),
                author: carnet.me,
                at: item.at,
                seq: None,
                reading: Plain::read(plain)
                    .map_or(Reading::Unreadable(WhyUnreadable::Broken), Reading::Plain),
                unsent: true,
            }),
            Act::Erase => None,
        });
        Ok(waiting.chain(puts.iter().rev().map(show)).collect())
    }

    /// Sends what waits; then the sheet of the card, if what it shows has changed.
    async fn flush_and_tend(&mut self, id: CarnetId) -> Result<(), Trouble> {
        self.flush(id).await?;
        self.tend_card(id).await?;
        let _untold = self.plan_reminders(id).await;
        Ok(())
    }

    /// Keeps new unsent changes, then tries to send them. One that is refused for good is handed back: the form still has it.
    async fn send_now(&mut self, id: CarnetId, numbers: Vec<u64>) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let steps: Vec<Step> = numbers
            .iter()
            .filter_map(|number| inside.outbox.step(*number, inside.root.shelf()))
            .collect();
        inside
            .shelf
            .write(steps)
            .await
            .map_err(|_| Trouble::Storage)?;
        self.settle();
        self.stage.busy(Some(Busy::Sending));
        let hitch = self
            .flush_and_tend(id)
            .await
            .err()
            .filter(|trouble| *trouble != Trouble::Offline);
        let inside = self.inside_mut()?;
        let refused = numbers
            .iter()
            .find_map(|number| inside.outbox.get(*number)?.stuck);
        let Some(trouble) = refused else {
            // It waits in the outbox, counted; the person is told why.
            inside.carnet_mut(id)?.set_hitch(hitch);
            return self.keep_cover(id).await;
        };
        let entries: Vec<EntryId> = numbers
            .iter()
            .filter_map(|number| inside.outbox.get(*number).map(|item| item.entry))
            .collect();
        let stuck = |number: &&u64| {
            inside
                .outbox
                .get(**number)
                .is_some_and(|item| item.stuck.is_some())
        };
        let stuck: Vec<u64> = numbers.iter().filter(stuck).copied().collect();
        let steps = stuck
            .into_iter()
            .map(|number| inside.outbox.remove(number))
            .collect();
        inside.carnet_mut(id)?.touch(entries);
        inside
            .shelf
            .write(steps)
            .await
            .map_err(|_| Trouble::Storage)?;
        Err(trouble)
    }
}
