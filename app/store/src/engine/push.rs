//! One commit: built from what is true now, judged here, pushed, and built again when somebody else was faster.

use protocol::apply::apply;
use protocol::carnet::{Envelope, Pulled, Push, Pushed, Received};
use protocol::change::{Change, Sealed};
use protocol::commit::{Body, Commit, Signed};
use protocol::ids::{CarnetId, Digest, EntryId};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::signing::Kind;
use protocol::time::Seconds;
use sealing::section_keys::SectionKeys;

use super::{Engine, Inside, make_random};
use crate::carnet::Content;
use crate::shelf::{Step, names};
use crate::trouble::{Trouble, What};
use crate::wire::{Failed, Method};

/// How often a commit is built again after a lost race.
const TRIES: u32 = 24;

/// What a commit shall do, and what travels beside it.
#[derive(Default)]
pub(super) struct Draft {
    pub changes: Vec<Change>,
    pub payloads: Vec<Payload>,
    pub envelopes: Vec<Envelope>,
    /// Urgent sheets, in the order of their changes.
    pub sheets: Vec<Sealed>,
    /// The ring with the keys that the commit makes.
    pub ring: Option<SectionKeys>,
}

/// Makes the draft of a commit from what is true at a moment; none if there is nothing left to do.
pub(super) type Build<'a> = dyn FnMut(&Inside, Seconds) -> Result<Option<Draft>, Trouble> + 'a;

/// A version of an entry that a commit brings.
pub(super) struct Payload {
    pub entry: EntryId,
    pub digest: Digest,
    pub sealed: Vec<u8>,
    pub content: Content,
    /// The unsent change that it comes from.
    pub item: Option<u64>,
}

impl Engine {
    /// Builds, judges and pushes one commit. `build` is asked again after a lost race; `None` means that there is nothing left
    /// to do. Gives whether something was pushed.
    pub(super) async fn commit(
        &mut self,
        id: CarnetId,
        build: &mut Build<'_>,
    ) -> Result<bool, Trouble> {
        for tried in 0..TRIES {
            let now = self.now();
            let inside = self.inside()?;
            let carnet = inside.carnet(id)?;
            if let Some(trouble) = carnet.trouble {
                return Err(trouble);
            }
            let at = carnet.date(now);
            let Some(draft) = build(inside, at)? else {
                return Ok(false);
            };
            let signed = inside.sign(id, &draft.changes, at)?;
            // What the judge refuses is not even sent. Only a state that is behind can differ from the server's.
            apply(&carnet.log.state, &signed)?;
            self.note_tries(&draft).await?;
            let push = Push {
                signed: signed.clone(),
                payloads: draft
                    .payloads
                    .iter()
                    .map(|payload| Sealed(payload.sealed.clone()))
                    .chain(draft.sheets.iter().cloned())
                    .collect(),
                envelopes: draft.envelopes.clone(),
            };
            let answer = self
                .signed(|talk| {
                    let (path, push) = (paths::log(id), push.clone());
                    async move { talk.send_cbor::<Pushed>(Method::Post, &path, &push).await }
                })
                .await;
            match answer {
                Ok(pushed) => {
                    self.pushed(id, signed, pushed, draft).await?;
                    return Ok(true);
                }
                Err(Failed::Refused(refusal)) if is_lost_race(refusal) => {
                    let [random] = make_random::<1>()?;
                    self.ports
                        .clock
                        .pause(u32::from(random) / 4 * tried.min(8))
                        .await;
                    self.pull(id).await?;
                }
                Err(failed) => return Err(failed.into()),
            }
        }
        Err(Trouble::LostRace)
    }

    /// Remembers, before it is sent, under which names each unsent change may come to be in the chain: an answer can be lost.
    async fn note_tries(&mut self, draft: &Draft) -> Result<(), Trouble> {
        let Inside {
            outbox,
            root,
            shelf,
            ..
        } = self.inside_mut()?;
        let mut changed = Vec::new();
        for payload in &draft.payloads {
            if let Some(number) = payload.item {
                changed.extend(outbox.named(number, payload.digest));
            }
        }
        changed.sort_unstable();
        changed.dedup();
        let steps: Vec<Step> = changed
            .into_iter()
            .filter_map(|number| outbox.step(number, root.shelf()))
            .collect();
        if steps.is_empty() {
            Ok(())
        } else {
            shelf.write(steps).await.map_err(|_| Trouble::Storage)
        }
    }

    /// The server kept it: it is part of the log here too.
    async fn pushed(
        &mut self,
        id: CarnetId,
        signed: Signed,
        pushed: Pushed,
        draft: Draft,
    ) -> Result<(), Trouble> {
        let inside = self.inside_mut()?;
        let (me, shelf) = (inside.id, inside.shelf.clone());
        let carnet = inside.carnets.get_mut(&id).ok_or(Trouble::NotFound)?;
        let seq = carnet.log.state.seq + 1;
        if pushed.seq != seq || pushed.head != signed.digest() {
            return Err(Trouble::Forged(What::Answer));
        }
        let touched = carnet.log.take(&signed, pushed.received)?;
        carnet.touch(touched);
        if let Some(ring) = draft.ring {
            carnet.ring = ring;
            carnet.touch_all();
        }
        let mine: Vec<Sealed> = draft
            .envelopes
            .iter()
            .filter(|envelope| envelope.member == me)
            .map(|e| e.file.clone())
            .collect();
        carnet.take_envelopes(inside.root.holder(), mine.clone());
        let mut steps = Vec::new();
        for payload in draft.payloads {
            carnet.remember(payload.digest, payload.content);
            steps.push(Step::Keep(
                names::payload(me, id, payload.digest),
                payload.sealed,
            ));
            if let Some(number) = payload.item {
                steps.push(inside.outbox.remove(number));
            }
        }
        carnet.view = None;
        let received = Received {
            signed,
            at: pushed.received,
        };
        let kept = Pulled {
            commits: vec![received],
            seq,
            head: pushed.head,
            envelopes: mine,
        };
        let files: Vec<_> = carnet.sizes().collect();
        inside.sizes.borrow_mut().extend(files);
        drop(shelf);
        self.keep_commits(id, seq, &kept, steps).await
    }
}

impl Inside {
    /// The next commit of this account.
    fn sign(&self, id: CarnetId, changes: &[Change], at: Seconds) -> Result<Signed, Trouble> {
        let carnet = self.carnet(id)?;
        let (seq, head) = carnet.log.head();
        let member = carnet.member().ok_or(Trouble::NotAllowed)?;
        let body = Body::Commit(Commit {
            carnet: id,
            seq: seq + 1,
            parent: head,
            author: self.id,
            own_last: member.last,
            at,
            changes: changes.to_vec(),
        })
        .to_bytes();
        if body.len() > protocol::limits::BODY {
            return Err(Trouble::TooLarge);
        }
        let signature = self.root.sign(Kind::Commit, &body);
        Ok(Signed { body, signature })
    }
}

/// Refusals that mean: somebody was faster, or this device is behind. Pull, build again.
pub(super) fn is_lost_race(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Stale | Refusal::OldEpoch | Refusal::Due | Refusal::WrongReaders
    )
}
