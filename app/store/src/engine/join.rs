//! Taking an invitation: the account that is in comes into the carnet, with nobody else there.

use protocol::carnet::Pushed;
use protocol::ids::{CarnetId, Digest};
use protocol::paths;
use protocol::refusal::Refusal;

use super::Engine;
use super::push::is_lost_race;
use crate::guest::{Admission, Guest};
use crate::scene::Busy;
use crate::trouble::{Trouble, What};
use crate::wire::{Failed, Method};

/// How often the commit is made again after somebody else was faster.
const TRIES: usize = 12;

impl Engine {
    /// Comes into the carnet that an invitation leads to. It is then in the account's list, and up to date.
    pub(crate) async fn join(&mut self, guest: &Guest) -> Result<CarnetId, Trouble> {
        self.breathe(Busy::Sending).await;
        let id = guest.carnet();
        let pinned = self.come_in(guest).await?;
        self.change_list(|list| {
            list.gone.remove(&id);
            list.carnets.entry(id).or_insert((0, super::pull::UNSEEN));
            list.see(id, pinned.0, pinned.1);
        })
        .await?;
        match self.update(id).await {
            // It is in the list: it opens as soon as the network is back.
            Ok(()) | Err(Trouble::Offline) => Ok(id),
            Err(trouble) => Err(trouble),
        }
    }

    /// Pushes the commit. Gives its number and digest; or, if an answer was lost and it had arrived, how far the carnet was seen
    /// by the invitation.
    async fn come_in(&mut self, guest: &Guest) -> Result<(u64, Digest), Trouble> {
        let id = guest.carnet();
        for _ in 0..TRIES {
            let (now, inside) = (self.now(), self.inside()?);
            if guest.has(inside.id) {
                return Err(Trouble::AlreadyIn);
            }
            let Admission { push, seq } = guest.admit(inside.root.public(), now)?;
            let head = push.signed.digest();
            let answer = self
                .signed(|talk| {
                    let (path, push) = (paths::log(id), push.clone());
                    async move { talk.send_cbor::<Pushed>(Method::Post, &path, &push).await }
                })
                .await;
            match answer {
                Ok(pushed) if (pushed.seq, pushed.head) == (seq, head) => {
                    return Ok((seq, head));
                }
                Ok(_) => return Err(Trouble::Forged(What::Answer)),
                // A link that was used or closed meanwhile is no member any more, and the server tells those who are none that
                // there is no such carnet: the link's own door says why.
                Err(Failed::Refused(refusal))
                    if is_lost_race(refusal) || refusal == Refusal::NotFound =>
                {
                    if let Err(trouble) = guest.refresh().await {
                        return self.arrived_or(guest, trouble).await;
                    }
                }
                Err(failed) => return self.arrived_or(guest, failed.into()).await,
            }
        }
        Err(Trouble::LostRace)
    }

    /// An answer can be lost: whoever is a member by now has come in all the same.
    async fn arrived_or(
        &mut self,
        guest: &Guest,
        trouble: Trouble,
    ) -> Result<(u64, Digest), Trouble> {
        if self.refresh_account().await.is_err() {
            return Err(trouble);
        }
        let carnets = &self.inside()?.account.carnets;
        let id = guest.carnet();
        if carnets.iter().any(|membership| membership.carnet == id) {
            Ok(guest.head())
        } else {
            Err(trouble)
        }
    }
}
