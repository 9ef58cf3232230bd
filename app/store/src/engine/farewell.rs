//! Erasing one's account: every carnet is left in order first, then the server forgets the account.

use protocol::change::{Change, Proposal};
use protocol::ids::CarnetId;
use protocol::paths;
use protocol::permission::Act;

use super::Engine;
use super::push::Draft;
use crate::carnet::Carnet;
use crate::scene::{Busy, Fate, Fates};
use crate::trouble::{Trouble, What};

impl Engine {
    /// What becomes of each carnet of the account if it is erased. Looks at every one of them first.
    pub(crate) async fn fates(&mut self) -> Result<Fates, Trouble> {
        self.stage.busy(Some(Busy::Fetching));
        let ids: Vec<CarnetId> = self.inside()?.list.carnets.keys().copied().collect();
        let mut fates = Vec::with_capacity(ids.len());
        for id in ids {
            fates.push((id, self.fate(id).await?));
        }
        Ok(fates)
    }

    /// Leaves every carnet, erases those that nobody else is in, then the account; forgets it on this device. Refused while
    /// the account is the only guardian of a carnet that others are in, or while the server gives nothing of one. Interrupted, it can be asked for again.
    pub(crate) async fn erase_account(&mut self) -> Result<(), Trouble> {
        let fates = self.fates().await?;
        let any = |wanted: Fate| fates.iter().any(|(_, fate)| *fate == wanted);
        if any(Fate::Blocked) {
            return Err(Trouble::NeedsApproval);
        }
        // Its keys would stay in a carnet that a server keeps back, and nobody could take them out any more but others.
        if any(Fate::Untold) {
            return Err(Trouble::Withheld(What::History));
        }
        self.stage.busy(Some(Busy::Sending));
        for (id, fate) in fates {
            let change = match fate {
                Fate::Left => Change::Leave,
                Fate::Erased => Change::Propose {
                    what: Proposal::EraseCarnet,
                },
                Fate::Blocked | Fate::Gone | Fate::Untold => continue,
            };
            self.commit(id, &mut |_, _| {
                Ok(Some(Draft {
                    changes: vec![change.clone()],
                    ..Draft::default()
                }))
            })
            .await?;
        }
        self.drop_account().await?;
        let me = self.inside()?.id;
        self.forget_device(me).await
    }

    /// Has the server forget the account that is in.
    pub(super) async fn drop_account(&mut self) -> Result<(), Trouble> {
        let permission = self.permit(Act::EraseAccount).await?;
        self.signed(|talk| {
            let permission = permission.clone();
            async move { talk.delete_permitted(paths::ACCOUNT, permission).await }
        })
        .await
        .map_err(Trouble::from)
    }

    /// Takes a carnet that is closed, or that the account is not in any more, out of its list.
    pub(crate) async fn put_away(&mut self, id: CarnetId) -> Result<(), Trouble> {
        match self.fate(id).await? {
            Fate::Gone | Fate::Untold => self.forget_carnet(id).await,
            _ => Err(Trouble::NotAllowed),
        }
    }

    /// Erases a copy of a carnet that could not be finished, and shows the one of before.
    pub(crate) async fn undo_copy(
        &mut self,
        copy: CarnetId,
        before: CarnetId,
    ) -> Result<(), Trouble> {
        self.inside_mut()?.open = Some(before);
        let erase = Change::Propose {
            what: Proposal::EraseCarnet,
        };
        self.commit(copy, &mut |_, _| {
            Ok(Some(Draft {
                changes: vec![erase.clone()],
                ..Draft::default()
            }))
        })
        .await?;
        self.forget_carnet(copy).await
    }

    async fn fate(&mut self, id: CarnetId) -> Result<Fate, Trouble> {
        match self.update(id).await {
            Ok(()) => fate(self.inside()?.carnet(id)?),
            // The signed history says so itself.
            Err(Trouble::Closed) => Ok(Fate::Gone),
            Err(Trouble::NotAllowed) => Ok(Fate::Untold),
            Err(trouble) => Err(trouble),
        }
    }
}

fn fate(carnet: &Carnet) -> Result<Fate, Trouble> {
    let state = &carnet.log.state;
    if let Some(trouble) = carnet.trouble.filter(|trouble| *trouble != Trouble::Closed) {
        return Err(trouble);
    }
    let Some(me) = carnet.member().filter(|_| !state.closed) else {
        return Ok(Fate::Gone);
    };
    if !me.is_guardian() || state.guardians().len() > 1 {
        return Ok(Fate::Left);
    }
    let others = state.members.iter();
    let others = others.filter(|(id, member)| **id != carnet.me && member.is_account());
    Ok(if others.count() == 0 {
        Fate::Erased
    } else {
        Fate::Blocked
    })
}
