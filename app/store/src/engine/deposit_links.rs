//! Deposit links that guardians give to people whom they know: made, told to the server, closed.

use protocol::ids::{CarnetId, MemberId};
use protocol::limits;
use protocol::paths;
use protocol::time::Seconds;
use protocol::tray::{SetTray, access_hash};
use sealing::link::Fragment;

use super::Engine;
use super::card::{close_links, must_keep_cards};
use super::push::Draft;
use crate::keeper::DEPOSIT_LINK_NAME;
use crate::scene::Busy;
use crate::trouble::{Trouble, What};
use crate::wire::Method;

impl Engine {
    /// Makes a deposit link for somebody, until a moment.
    pub(crate) async fn open_deposit_link(
        &mut self,
        name: String,
        until: Seconds,
    ) -> Result<MemberId, Trouble> {
        let name = name.trim().to_owned();
        if name.is_empty() || name.chars().count() > DEPOSIT_LINK_NAME {
            return Err(Trouble::TooLarge);
        }
        let id = self.inside()?.open_id()?;
        self.breathe(Busy::Sending).await;
        let mut made = None;
        self.commit(id, &mut |inside, at| {
            let carnet = inside.carnet(id)?;
            must_keep_cards(carnet)?;
            // The log takes no link that has ended, nor one that runs for too long.
            let until = until.min(at.plus(limits::GRANT));
            if until <= at {
                return Err(Trouble::NotAllowed);
            }
            let mut draft = Draft::default();
            made = Some(inside.open_deposit(&mut draft, carnet, until, Some(&name))?);
            Ok(Some(draft))
        })
        .await?;
        self.inside_mut()?.carnet_mut(id)?.touch_all();
        self.serve_trays(id).await?;
        made.ok_or(Trouble::NotAllowed)
    }

    /// Closes a deposit link. What was left by it stays in the inbox.
    pub(crate) async fn close_deposit_link(&mut self, link: MemberId) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.breathe(Busy::Sending).await;
        self.commit(id, &mut |inside, _| {
            let carnet = inside.carnet(id)?;
            must_keep_cards(carnet)?;
            if !carnet.named_trays().any(|(_, tray)| tray.link == link) {
                return Err(Trouble::NotFound);
            }
            let mut draft = Draft::default();
            close_links(&mut draft, carnet, &[link]);
            Ok((!draft.changes.is_empty()).then_some(draft))
        })
        .await?;
        self.inside_mut()?.carnet_mut(id)?.touch_all();
        Ok(())
    }

    /// Tells the server how the trays of these links open, those that it was not told of since somebody is in: an answer may
    /// have been lost, and to say it again changes nothing.
    pub(super) async fn serve_trays(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let now = self.now();
        let carnet = self.inside()?.carnet(id)?;
        let waiting: Vec<_> = carnet
            .named_trays()
            .filter(|(until, tray)| *until > now && !carnet.watch.served.contains(&tray.link))
            .map(|(_, tray)| tray)
            .collect();
        for tray in waiting {
            let fragment =
                Fragment::read(tray.fragment.expose()).map_err(|_| Trouble::Broken(What::Tray))?;
            let set = SetTray {
                access: access_hash(&fragment.secret.access_token()),
                room: Some(limits::LARGE_TRAY),
            };
            self.signed(|talk| {
                let path = paths::link_tray(id, tray.link);
                async move { talk.tell(Method::Put, &path, &set).await }
            })
            .await?;
            let watch = &mut self.inside_mut()?.carnet_mut(id)?.watch;
            watch.served.insert(tray.link);
        }
        Ok(())
    }
}
