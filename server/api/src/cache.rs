//! Folded logs in memory: the state of a carnet is made from its commits once, and carried on with each new one.
//!
//! The database has the last word: a state here may be behind (another instance appended), never ahead.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use protocol::apply::{open, replay_without_checking_signature};
use protocol::ids::CarnetId;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::state::{Member, State};
use storage::Storage;
use storage::log::Head;

use crate::refuse::No;

/// Entries and members kept in memory, over all carnets.
const WEIGHT: usize = 100_000;
/// What a carnet weighs beside its entries.
const EACH: usize = 100;
/// What a member weighs, whose keys and label are longer than what is kept of an entry.
const MEMBER: usize = 16;

/// States of carnets.
#[derive(Default)]
pub struct Cache {
    all: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    slots: HashMap<CarnetId, (Arc<Slot>, u64)>,
    uses: u64,
}

/// One carnet's state. Whoever holds its lock is the only one here that appends to the carnet.
pub type Slot = tokio::sync::Mutex<Option<State>>;

impl Cache {
    /// The place of a carnet's state.
    pub fn slot(&self, carnet: CarnetId) -> Arc<Slot> {
        let mut kept = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        kept.uses += 1;
        let now = kept.uses;
        let (slot, used) = kept.slots.entry(carnet).or_default();
        *used = now;
        let slot = Arc::clone(slot);
        kept.shrink();
        slot
    }

    /// The state of a carnet that stands at `head`.
    pub async fn state(
        &self,
        storage: &Storage,
        carnet: CarnetId,
        head: &Head,
    ) -> Result<State, No> {
        let slot = self.slot(carnet);
        let mut state = slot.lock().await;
        if let Some(state) = state.as_ref()
            && state.seq >= head.seq
        {
            return Ok(state.clone());
        }
        catch_up(storage, carnet, &mut state).await?;
        state.clone().ok_or(No(Refusal::NotFound))
    }
}

impl Kept {
    /// Lets go of the states that were used longest ago. A slot that somebody holds is passed over.
    fn shrink(&mut self) {
        let weight = |slot: &Arc<Slot>| match slot.try_lock() {
            Ok(state) => state.as_ref().map_or(1, weight_of),
            Err(_) => EACH,
        };
        // Counting walks all slots: only every so often.
        if !self.uses.is_multiple_of(64) {
            return;
        }
        let mut total: usize = self.slots.values().map(|(slot, _)| weight(slot)).sum();
        if total <= WEIGHT {
            return;
        }
        let mut by_use: Vec<_> = self
            .slots
            .iter()
            .map(|(id, (_, used))| (*used, *id))
            .collect();
        by_use.sort_unstable();
        for (_, carnet) in by_use {
            if total <= WEIGHT / 2 {
                return;
            }
            if let Some((slot, _)) = self.slots.get(&carnet)
                && Arc::strong_count(slot) == 1
            {
                total = total.saturating_sub(weight(slot));
                self.slots.remove(&carnet);
            }
        }
    }
}

/// How much of the memory a carnet takes, counted in entries.
fn weight_of(state: &State) -> usize {
    let grants = |member: &Member| MEMBER + member.grants.len();
    EACH + state.entries.len() + state.members.values().map(grants).sum::<usize>()
}

/// Folds whatever the database has beyond a state.
pub async fn catch_up(
    storage: &Storage,
    carnet: CarnetId,
    state: &mut Option<State>,
) -> Result<(), No> {
    loop {
        let from = state.as_ref().map_or(0, |state| state.seq + 1);
        let page = storage
            .commits(carnet, from, limits::PULL_COMMITS as u64, limits::ANSWER)
            .await?;
        if page.is_empty() {
            return Ok(());
        }
        for received in &page {
            let next = match state.as_ref() {
                None => open(&received.signed),
                Some(state) => replay_without_checking_signature(state, &received.signed),
            };
            let next = next.map_err(|refusal| {
                tracing::error!(%carnet, %refusal, "a kept commit does not follow");
                No(Refusal::Server)
            })?;
            *state = Some(next);
        }
        // Folding is work: others get their turn between pages.
        tokio::task::yield_now().await;
    }
}
