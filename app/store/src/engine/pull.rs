//! Fetching commits and sealed entries. Nothing is believed: every commit is judged, every payload compared with what a
//! signed commit names, and what this account has seen before must still be there.

use protocol::carnet::{Pulled, Received};
use protocol::commit::carnet_id;
use protocol::ids::{CarnetId, Digest, EntryId};
use protocol::refusal::Refusal;
use protocol::{limits, paths};

use super::records::{self, Pin};
use super::{Engine, Inside};
use crate::carnet::Carnet;
use crate::log::Log;
use crate::shelf::{Step, names};
use crate::trouble::{Trouble, What};
use crate::wire::Failed;

impl Engine {
    /// Takes all new commits of a carnet, then the entries that they name. What was here stays, whatever comes.
    pub(super) async fn pull(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let pulled = self.pull_commits(id).await;
        if let Some(carnet) = self.inside_mut()?.carnets.get_mut(&id) {
            let trouble = pulled.err().filter(|trouble| is_about_the_carnet(*trouble));
            let closed = carnet.log.state.closed.then_some(Trouble::Closed);
            // What was found wrong stays said until the server shows the right history again.
            if pulled.is_ok() || trouble.is_some() {
                carnet.trouble = trouble.or(closed);
            }
            carnet.view = None;
        }
        pulled?;
        self.ask_for_missing_keys(id).await?;
        self.fetch(id).await
    }

    /// Keys that this member must have been given and that did not come: asked for again, from the commit that let it in.
    async fn ask_for_missing_keys(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let now = self.now();
        let inside = self.inside()?;
        let carnet = inside.carnet(id)?;
        let (mut from, last) = (
            carnet.member().map_or(0, |member| member.since),
            carnet.log.state.seq,
        );
        if !carnet.misses_keys(carnet.date(now)) {
            return Ok(());
        }
        while from <= last {
            let path = format!("{}?from={from}", paths::log(id));
            let pulled: Pulled = self
                .signed(|talk| {
                    let path = path.clone();
                    async move { talk.get_cbor(&path).await }
                })
                .await?;
            let Inside { carnets, root, .. } = self.inside_mut()?;
            let carnet = carnets.get_mut(&id).ok_or(Trouble::NotFound)?;
            carnet.take_envelopes(root.holder(), pulled.envelopes);
            if pulled.commits.is_empty() || !carnet.misses_keys(carnet.date(now)) {
                break;
            }
            from += pulled.commits.len() as u64;
        }
        // What came late is kept with the image.
        self.keep_whole_image(id).await
    }

    async fn pull_commits(&mut self, id: CarnetId) -> Result<(), Trouble> {
        loop {
            let from = self
                .inside()?
                .carnets
                .get(&id)
                .map_or(0, |carnet| carnet.log.state.seq + 1);
            let path = format!("{}?from={from}", paths::log(id));
            let answer = self
                .signed(|talk| {
                    let path = path.clone();
                    async move { talk.get_cbor::<Pulled>(&path).await }
                })
                .await;
            let pulled = answer.map_err(|failed| match failed {
                Failed::Refused(Refusal::NotFound | Refusal::NotMember) => Trouble::NotAllowed,
                other => other.into(),
            })?;
            if !self.take_pulled(id, pulled).await? {
                return Ok(());
            }
        }
    }

    /// Judges what the server sent. Gives whether there is more.
    async fn take_pulled(&mut self, id: CarnetId, pulled: Pulled) -> Result<bool, Trouble> {
        if pulled.commits.len() > limits::PULL_COMMITS {
            return Err(Trouble::Broken(What::Answer));
        }
        let pin = self.pin(id).await?;
        let inside = self.inside_mut()?;
        let first = inside
            .carnets
            .get(&id)
            .map_or(0, |carnet| carnet.log.state.seq + 1);
        if let Some(carnet) = inside.carnets.get(&id) {
            must_not_be_behind(carnet.log.head(), &pulled)?;
        } else if pulled.commits.is_empty() {
            return Err(Trouble::Withheld(What::History));
        }
        let mut kept = Pulled {
            commits: Vec::new(),
            ..pulled.clone()
        };
        let rights = |inside: &super::Inside| {
            let carnet = inside.carnets.get(&id)?;
            carnet.member().map(|member| member.grants.clone())
        };
        let rights_before = rights(inside);
        let mut wrong = None;
        let mut touched = Vec::new();
        for received in pulled.commits {
            match inside.take_received(id, &received, pin) {
                Ok(entries) => touched.extend(entries),
                Err(trouble) => {
                    wrong = Some(trouble);
                    break;
                }
            }
            kept.commits.push(received);
        }
        let same_rights = rights(inside) == rights_before;
        let Inside { carnets, root, .. } = inside;
        let Some(carnet) = carnets.get_mut(&id) else {
            return Err(wrong.unwrap_or(Trouble::Withheld(What::History)));
        };
        touched.sort_unstable();
        touched.dedup();
        let erased = erased(carnet, &touched);
        carnet.touch(touched);
        if !same_rights {
            carnet.touch_all();
        }
        carnet.take_envelopes(root.holder(), std::mem::take(&mut kept.envelopes));
        carnet.settle_withheld();
        kept.envelopes = pulled.envelopes;
        let (seq, head) = carnet.log.head();
        (kept.seq, kept.head) = (seq, head);
        let sizes: Vec<_> = carnet.sizes().collect();
        self.inside_mut()?.sizes.borrow_mut().extend(sizes);
        if !kept.commits.is_empty() {
            self.keep_commits(id, first, &kept, erased).await?;
        }
        if let Some(trouble) = wrong {
            return Err(trouble);
        }
        if seq == pulled.seq && head != pulled.head {
            return Err(Trouble::Forged(What::History));
        }
        if seq >= pulled.seq
            && let Some(pin) = pin.filter(|pin| pin.seq > seq)
        {
            return Err(Trouble::RolledBack {
                known: pin.seq,
                offered: seq,
            });
        }
        Ok(seq < pulled.seq)
    }

    /// Keeps commits that were accepted, and how far the carnet was seen.
    pub(super) async fn keep_commits(
        &mut self,
        id: CarnetId,
        first: u64,
        kept: &Pulled,
        mut steps: Vec<Step>,
    ) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let key = inside.root.shelf();
        steps.push(if inside.carnet(id)?.shelf_next == first {
            let name = names::log_from(inside.id, id, first);
            records::seal(key, name, &protocol::cbor::encode(kept))
        } else {
            // Something in between was given up half-way: the image has it all.
            let name = names::image(inside.id, id);
            records::seal(key, name, &inside.image_of(id)?)
        });
        let newest = Pin {
            seq: kept.seq,
            head: kept.head,
        };
        // Never lowered: who shows less history than was seen is not believed the next time either.
        let before = self.pin(id).await?.filter(|pin| pin.seq > newest.seq);
        let pin = protocol::cbor::encode(&before.unwrap_or(newest));
        steps.push(Step::Keep(names::pin(inside.id, id), pin));
        inside
            .shelf
            .write(steps)
            .await
            .map_err(|_| Trouble::Storage)?;
        self.inside_mut()?.carnet_mut(id)?.shelf_next = kept.seq + 1;
        self.keep_image(id).await
    }

    /// The highest number and head of a carnet that this account has seen, on this device or, by its own list, on another.
    async fn pin(&self, id: CarnetId) -> Result<Option<Pin>, Trouble> {
        let inside = self.inside()?;
        let listed = inside.list.carnets.get(&id).map(|(seq, head)| Pin {
            seq: *seq,
            head: *head,
        });
        let listed = listed.filter(|pin| pin.head != UNSEEN);
        let kept = inside
            .shelf
            .get(&names::pin(inside.id, id))
            .await
            .map_err(|_| Trouble::Storage)?;
        let kept = kept.and_then(|bytes| minicbor::decode::<Pin>(&bytes).ok());
        Ok(listed.into_iter().chain(kept).max_by_key(|pin| pin.seq))
    }
}

/// Stands in an account's list for a carnet that was never looked into.
pub(super) const UNSEEN: Digest = Digest::from_bytes([0; 32]);

impl Inside {
    fn take_received(
        &mut self,
        id: CarnetId,
        received: &Received,
        pin: Option<Pin>,
    ) -> Result<Vec<EntryId>, Trouble> {
        let signed = &received.signed;
        let next = self
            .carnets
            .get(&id)
            .map_or(0, |carnet| carnet.log.state.seq + 1);
        if pin.is_some_and(|pin| pin.seq == next && pin.head != signed.digest()) {
            return Err(Trouble::Forged(What::History));
        }
        match self.carnets.get_mut(&id) {
            Some(carnet) => carnet.log.take(signed, received.at),
            None if carnet_id(&signed.body) != id => Err(Trouble::Forged(What::Commit(0))),
            None => {
                let log = Log::open(signed, self.id)?;
                if log.state.at > received.at.plus(limits::AHEAD) {
                    return Err(Trouble::Forged(What::Commit(0)));
                }
                self.carnets.insert(id, Carnet::new(id, self.id, log));
                Ok(Vec::new())
            }
        }
    }
}

/// What the server offers must continue what is here.
fn must_not_be_behind((seq, head): (u64, Digest), pulled: &Pulled) -> Result<(), Trouble> {
    if pulled.seq < seq {
        return Err(Trouble::RolledBack {
            known: seq,
            offered: pulled.seq,
        });
    }
    if pulled.seq == seq && pulled.head != head {
        return Err(Trouble::Forged(What::History));
    }
    if pulled.commits.is_empty() && pulled.seq > seq {
        return Err(Trouble::Withheld(What::Commit(seq + 1)));
    }
    Ok(())
}

/// Erased entries are forgotten here too.
fn erased(carnet: &Carnet, touched: &[EntryId]) -> Vec<Step> {
    let is_erased = |id: &&EntryId| {
        carnet
            .log
            .state
            .entries
            .get(*id)
            .is_some_and(|entry| entry.erased.is_some())
    };
    let puts = touched
        .iter()
        .filter(is_erased)
        .filter_map(|id| carnet.log.facts.puts.get(id));
    puts.flatten()
        .map(|put| Step::Drop(names::payload(carnet.me, carnet.id, put.payload)))
        .collect()
}

/// Whether a trouble says something about the carnet, not about the way to it.
fn is_about_the_carnet(trouble: Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Forged(_)
            | Trouble::Withheld(_)
            | Trouble::Broken(_)
            | Trouble::RolledBack { .. }
            | Trouble::Newer
            | Trouble::NotAllowed
            | Trouble::Closed
    )
}
