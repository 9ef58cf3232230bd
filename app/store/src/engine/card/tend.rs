//! What a guardian's device does for the card by itself: whatever a person would forget.

use protocol::change::Change;
use protocol::ids::{CarnetId, SectionId};
use protocol::state::Standing;
use protocol::time::{DAY, MINUTE};

use super::super::Engine;
use super::super::push::Draft;
use super::must_keep_cards;
use crate::links::keys::LinkKeys;
use crate::trouble::Trouble;

/// How often the server is asked what it serves and who asked for it, in seconds.
const LOOK: u64 = MINUTE;
/// A deposit link that ends sooner than that is replaced by a new one: sheets that are sealed now still carry it then.
const TRAY_LEFT: u64 = 180 * DAY;

impl Engine {
    /// Looks after the card and the inbox. Does nothing for who does not keep the carnet.
    pub(in crate::engine) async fn tend_card(&mut self, id: CarnetId) -> Result<(), Trouble> {
        if must_keep_cards(self.inside()?.carnet(id)?).is_err() {
            return Ok(());
        }
        if self.inside()?.carnet(id)?.card().is_some() {
            if self.inside()?.keys_were_lost(id)? {
                self.replace_card(id).await?;
            }
            self.renew_tray(id).await?;
            self.serve_card(id).await?;
            self.pin_pages(id).await?;
            self.seal_sheet(id).await?;
        }
        self.serve_trays(id).await?;
        self.look(id).await
    }

    /// From time to time: what is served, who asked for it, what was left.
    async fn look(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let now = self.now();
        let carnet = self.inside()?.carnet(id)?;
        if !carnet.has_trays()
            || carnet
                .watch
                .asked
                .is_some_and(|asked| now < asked.plus(LOOK))
        {
            return Ok(());
        }
        self.look_at_card(id).await?;
        if self.inside()?.carnet(id)?.reads(SectionId::INBOX, now) {
            self.look_into_inbox(id).await?;
        }
        self.inside_mut()?.carnet_mut(id)?.watch.asked = Some(now);
        // What the server lost, or was never told.
        self.serve_card(id).await
    }

    /// A deposit link always ends; the card does not.
    async fn renew_tray(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let renewed = self
            .commit(id, &mut |inside, at| {
                let carnet = inside.carnet(id)?;
                let Some((entry, _, mut card)) = carnet.card() else {
                    return Ok(None);
                };
                let tray = carnet.log.state.members.get(&card.tray);
                let lasts = tray.is_some_and(|tray| {
                    matches!(tray.standing, Standing::Link { until, .. } if until > at.plus(TRAY_LEFT))
                });
                if lasts || !card.editable() {
                    return Ok(None);
                }
                let mut draft = Draft::default();
                if tray.is_some() {
                    draft.changes.push(Change::Close { link: card.tray });
                }
                card.tray = inside.open_tray(&mut draft, carnet, at)?;
                inside.put_keys(&mut draft, carnet, entry, &LinkKeys::Card(card))?;
                Ok(Some(draft))
            })
            .await?;
        if renewed {
            self.decided(id, false)?;
        }
        Ok(())
    }
}

impl super::super::Inside {
    /// Whether somebody who held the card's secrets holds them no longer.
    fn keys_were_lost(&self, id: CarnetId) -> Result<bool, Trouble> {
        let carnet = self.carnet(id)?;
        let Some((_, _, card)) = carnet.card() else {
            return Ok(false);
        };
        let made = carnet
            .log
            .state
            .members
            .get(&card.link)
            .map_or(0, |link| link.since);
        Ok(carnet.log.facts.keys_lost.is_some_and(|lost| lost > made))
    }
}
