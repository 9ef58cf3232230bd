//! Keeping up to date: the account, and every carnet that something waits for.

use protocol::ids::{CarnetId, Digest};

use super::pull::UNSEEN;
use super::{Engine, Inside};
use crate::trouble::Trouble;

/// After so many new commits the account's own list is written again, so that other devices know how far this one saw.
const PINNED: u64 = 20;

/// The account is asked for again after so many seconds.
const STALE: u64 = 300;

impl Engine {
    /// Sends what waits and fetches what is new, everywhere.
    pub(crate) async fn sync(&mut self) -> Result<(), Trouble> {
        self.sync_account().await?;
        self.sync_carnets().await
    }

    /// Asks for the account, if that was long ago.
    pub(super) async fn sync_account(&mut self) -> Result<(), Trouble> {
        if self.inside()?.visit.is_some() {
            return Ok(());
        }
        let now = self.now();
        if now.0 >= self.inside()?.asked.0.saturating_add(STALE) {
            self.refresh_account().await?;
            self.inside_mut()?.asked = now;
            let _untold = self.tend_device().await;
        }
        Ok(())
    }

    /// Every carnet that something waits for, that is open, or that the server says is further than here.
    pub(super) async fn sync_carnets(&mut self) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let mut all: Vec<CarnetId> = inside.outbox.items().map(|item| item.carnet).collect();
        all.extend(inside.open);
        all.extend(
            inside
                .list
                .carnets
                .keys()
                .filter(|id| inside.is_behind(**id)),
        );
        all.sort_unstable();
        all.dedup();
        let mut wrong = None;
        for id in all {
            match self.update(id).await {
                Ok(()) => {}
                Err(Trouble::Offline) => return Err(Trouble::Offline),
                Err(trouble) => wrong = wrong.or(Some(trouble)),
            }
        }
        if self.inside()?.visit.is_none() && self.inside()?.pins_moved(PINNED) {
            self.pin_all().await?;
        }
        wrong.map_or(Ok(()), Err)
    }

    /// Brings one carnet up to date.
    pub(super) async fn update(&mut self, id: CarnetId) -> Result<(), Trouble> {
        if !self.load(id).await? {
            self.begin_with_snapshot(id).await?;
            self.fetch_nothing_twice(id).await?;
        }
        let done = self.update_loaded(id).await;
        let hitch = done.err().filter(|trouble| *trouble != Trouble::Offline);
        if let Some(carnet) = self.inside_mut()?.carnets.get_mut(&id) {
            let told = carnet.trouble.is_some();
            carnet.set_hitch(hitch.filter(|_| !told));
        }
        self.keep_cover(id).await?;
        done
    }

    async fn update_loaded(&mut self, id: CarnetId) -> Result<(), Trouble> {
        self.pull(id).await?;
        self.speak_up(id).await?;
        self.carry_out(id).await?;
        self.tend(id).await?;
        self.flush(id).await?;
        self.tend_invitations(id).await?;
        self.tend_card(id).await?;
        self.tend_calendar(id).await?;
        // Reminders that cannot be told now are told the next time; the carnet is up to date all the same.
        let _untold = self.plan_reminders(id).await;
        Ok(())
    }

    /// A snapshot brings the log, not the entries; some may be on the shelf all the same.
    async fn fetch_nothing_twice(&mut self, id: CarnetId) -> Result<(), Trouble> {
        if self.inside()?.carnets.contains_key(&id) {
            self.fetch_from_shelf(id).await?;
        }
        Ok(())
    }

    /// Writes into the account's list how far each carnet was seen.
    pub(super) async fn pin_all(&mut self) -> Result<(), Trouble> {
        let heads = self.inside()?.heads();
        self.change_list(|list| {
            for (id, (seq, head)) in &heads {
                list.see(*id, *seq, *head);
            }
        })
        .await
    }
}

impl Inside {
    /// Number and head of every carnet that is loaded.
    pub(super) fn heads(&self) -> Vec<(CarnetId, (u64, Digest))> {
        let listed = self
            .carnets
            .iter()
            .filter(|(id, _)| self.list.carnets.contains_key(id));
        listed
            .map(|(id, carnet)| (*id, carnet.log.head()))
            .collect()
    }

    /// Whether some carnet is that many commits further than the account's list says.
    pub(super) fn pins_moved(&self, by: u64) -> bool {
        self.heads().iter().any(|(id, (seq, _))| {
            self.list
                .carnets
                .get(id)
                .is_some_and(|(listed, head)| *head == UNSEEN || *seq >= listed + by)
        })
    }

    /// Whether the server says that a carnet has commits that were not seen here.
    fn is_behind(&self, id: CarnetId) -> bool {
        let offered = self
            .account
            .carnets
            .iter()
            .find(|membership| membership.carnet == id);
        let here = self.carnets.get(&id).map(|carnet| carnet.log.head().0);
        match (offered, here) {
            (Some(offered), Some(here)) => offered.seq > here,
            _ => {
                !self.covers.contains_key(&id)
                    || offered.is_some_and(|offered| self.unseen(id, offered.seq))
            }
        }
    }

    fn unseen(&self, id: CarnetId, seq: u64) -> bool {
        self.list
            .carnets
            .get(&id)
            .is_none_or(|(listed, _)| seq > *listed)
    }
}
