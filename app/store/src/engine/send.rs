//! Sending what waits in the outbox: sealed anew for what is true now, each change once.

use domain::{Merge, Plain, merge};
use protocol::change::{Change, Put};
use protocol::commit::sealed_digest;
use protocol::ids::{CarnetId, Digest, EntryId};
use protocol::time::Seconds;
use sealing::entry::EntryPlace;

use super::push::{Draft, Payload};
use super::{Engine, Inside};
use crate::carnet::{Carnet, Content};
use crate::outbox::{Act, Item};
use crate::scene::Reading;
use crate::trouble::Trouble;

/// Changes in one commit.
const BATCH: usize = 200;
/// Sealed bytes in one push, with room for the rest of it.
const BYTES: usize = 6 * 1024 * 1024;
/// Files named in one commit: its body is limited too.
const FILES: usize = 8_000;

impl Engine {
    /// Sends everything that waits for a carnet. What is refused for good stays, marked; what cannot be sent now is tried
    /// again later.
    pub(super) async fn flush(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let mut limit = BATCH;
        loop {
            self.drop_what_arrived(id).await?;
            self.mark_hopeless(id)?;
            let sent = self
                .commit(id, &mut |inside, at| inside.draft_puts(id, at, limit))
                .await;
            match sent {
                Ok(true) => {}
                Ok(false) => return self.drop_what_arrived(id).await,
                Err(trouble) if is_passing(trouble) => return Err(trouble),
                Err(_) if limit > 1 => limit = 1,
                Err(trouble) => self.mark_first(id, trouble)?,
            }
        }
    }

    /// Drops changes that are in the chain already (an answer was lost), or that a later one replaces.
    async fn drop_what_arrived(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside_mut()?;
        let carnet = inside.carnets.get_mut(&id).ok_or(Trouble::NotFound)?;
        let arrived = |item: &&Item| match item.act {
            Act::Put { .. } => carnet.log.facts.has_any(item.entry, &item.tried),
            Act::Erase => {
                let entry = carnet.log.state.entries.get(&item.entry);
                entry.is_none_or(|entry| entry.erased.is_some())
            }
        };
        let numbers: Vec<(u64, EntryId)> = inside
            .outbox
            .of(id)
            .filter(arrived)
            .map(|item| (item.number, item.entry))
            .collect();
        if numbers.is_empty() {
            return Ok(());
        }
        carnet.touch(numbers.iter().map(|(_, entry)| *entry));
        let steps = numbers
            .iter()
            .map(|(number, _)| inside.outbox.remove(*number))
            .collect();
        inside
            .shelf
            .write(steps)
            .await
            .map_err(|_| Trouble::Storage)
    }

    /// Marks changes that can never be accepted as things stand.
    fn mark_hopeless(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let now = self.now();
        let inside = self.inside_mut()?;
        let carnet = inside.carnets.get_mut(&id).ok_or(Trouble::NotFound)?;
        let at = carnet.date(now);
        let mut marks = Vec::new();
        for item in inside.outbox.of(id).filter(|item| item.stuck.is_none()) {
            let entry = carnet.log.state.entries.get(&item.entry);
            let is_put = matches!(item.act, Act::Put { .. });
            if is_put && entry.is_some_and(|entry| entry.erased.is_some()) {
                marks.push((item.number, item.entry, Trouble::Erased));
            } else if !carnet.writes(item.section, at) {
                marks.push((item.number, item.entry, Trouble::NotAllowed));
            }
        }
        for (number, entry, trouble) in marks {
            carnet.touch([entry]);
            if let Some(item) = inside.outbox.get_mut(number) {
                item.stuck = Some(trouble);
            }
        }
        Ok(())
    }

    /// Marks the first change that would have been sent.
    fn mark_first(&mut self, id: CarnetId, trouble: Trouble) -> Result<(), Trouble> {
        let now = self.now();
        let inside = self.inside_mut()?;
        let carnet = inside.carnet(id)?;
        let at = carnet.date(now);
        let first = inside
            .outbox
            .of(id)
            .find(|item| may_go(carnet, item, at))
            .map(|item| (item.number, item.entry));
        let Some((number, entry)) = first else {
            return Err(trouble);
        };
        if let Some(item) = inside.outbox.get_mut(number) {
            item.stuck = Some(trouble);
        }
        inside.carnet_mut(id)?.touch([entry]);
        Ok(())
    }
}

/// Troubles that pass by themselves, or that are not about one change.
pub(super) fn is_passing(trouble: Trouble) -> bool {
    !matches!(
        trouble,
        Trouble::QuotaReached
            | Trouble::TooLarge
            | Trouble::NotAllowed
            | Trouble::NotFound
            | Trouble::Erased
            | Trouble::Broken(crate::What::File)
    )
}

fn may_go(carnet: &Carnet, item: &Item, at: Seconds) -> bool {
    let due = carnet
        .log
        .state
        .sections
        .get(&item.section)
        .is_none_or(|section| section.due);
    let has_key = carnet.current_key(item.section).is_some();
    item.stuck.is_none() && !due && has_key && carnet.writes(item.section, at)
}

impl Inside {
    /// The next changes that may go, as one commit.
    fn draft_puts(
        &self,
        id: CarnetId,
        at: Seconds,
        limit: usize,
    ) -> Result<Option<Draft>, Trouble> {
        let carnet = self.carnet(id)?;
        let mut draft = Draft::default();
        let (mut bytes, mut files) = (0, 0);
        for item in self.outbox.of(id).filter(|item| may_go(carnet, item, at)) {
            if draft.changes.len() >= limit || bytes > BYTES || files > FILES {
                break;
            }
            if carnet.log.facts.has_any(item.entry, &item.tried) {
                continue;
            }
            match &item.act {
                Act::Erase => {
                    draft.changes.push(Change::Erase {
                        section: item.section,
                        entry: item.entry,
                    });
                }
                Act::Put {
                    plain,
                    files: named,
                } => {
                    let made = earlier(&draft, item.entry);
                    let (put, payload) = self.seal_put(carnet, item, plain, &made)?;
                    bytes += payload.sealed.len();
                    files += named.len();
                    draft.changes.push(Change::Put(put));
                    draft.payloads.push(payload);
                }
            }
        }
        Ok((!draft.changes.is_empty()).then_some(draft))
    }

    fn seal_put(
        &self,
        carnet: &Carnet,
        item: &Item,
        plain: &[u8],
        made: &[Digest],
    ) -> Result<(Put, Payload), Trouble> {
        let entry = carnet.log.state.entries.get(&item.entry);
        let current: Vec<Digest> = entry
            .map(|entry| {
                entry
                    .versions
                    .iter()
                    .map(|version| version.payload)
                    .collect()
            })
            .unwrap_or_default();
        let mut base: Vec<Digest> = current
            .iter()
            .filter(|digest| item.seen.contains(digest))
            .copied()
            .collect();
        base.extend_from_slice(made);
        let mut plain =
            Plain::read(plain).map_err(|_| Trouble::Broken(crate::What::Entry(item.entry)))?;
        // Somebody wrote at the same time. What touches other fields is put together; the rest stays side by side.
        if let ([theirs], true, true) = (&current[..], base.is_empty(), !item.seen.is_empty())
            && let Some(merged) = merged(carnet, item, &plain, *theirs)
        {
            plain = merged;
            base.push(*theirs);
        }
        base.truncate(protocol::limits::BASES);
        let epoch = carnet.current_key(item.section).ok_or(Trouble::Due)?;
        let place = EntryPlace {
            section: item.section,
            epoch,
            entry: item.entry,
            author: self.id,
        };
        let bytes = zeroize::Zeroizing::new(plain.write());
        let sealed = carnet
            .ring
            .seal_entry(&place, &bytes)
            .map_err(|_| Trouble::TooLarge)?;
        let digest = sealed_digest(&sealed);
        let files = match &item.act {
            Act::Put { files, .. } => files.clone(),
            Act::Erase => Vec::new(),
        };
        let size = u32::try_from(sealed.len()).map_err(|_| Trouble::TooLarge)?;
        let put = Put {
            section: item.section,
            epoch,
            entry: item.entry,
            base,
            payload: digest,
            size,
            files,
            source: item.source,
        };
        let payload = Payload {
            entry: item.entry,
            digest,
            sealed,
            content: Content::Entry(plain),
            item: Some(item.number),
        };
        Ok((put, payload))
    }
}

/// Versions of the entry that this very commit brings before.
fn earlier(draft: &Draft, entry: EntryId) -> Vec<Digest> {
    let mut of_entry = draft
        .payloads
        .iter()
        .filter(|payload| payload.entry == entry);
    of_entry
        .next_back()
        .map(|payload| payload.digest)
        .into_iter()
        .collect()
}

fn merged(carnet: &Carnet, item: &Item, mine: &Plain, theirs: Digest) -> Option<Plain> {
    let plain_of = |digest: Digest| match carnet.reading(digest) {
        Some(Reading::Plain(plain)) => Some(plain),
        _ => None,
    };
    let base = item
        .seen
        .iter()
        .rev()
        .find_map(|digest| plain_of(*digest))?;
    match merge(base, mine, plain_of(theirs)?) {
        Merge::Merged(plain) => Some(*plain),
        Merge::Conflict(_) => None,
    }
}
