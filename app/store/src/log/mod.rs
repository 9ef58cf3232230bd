//! The verified log of one carnet: what the one judge made of it, and what else a member needs to know of it.

mod facts;
mod image;
#[cfg(test)]
mod tests;

use protocol::apply::{apply, open, replay_without_checking_signature};
use protocol::commit::{Body, Signed};
use protocol::ids::{Digest, EntryId, MemberId};
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::state::State;
use protocol::time::Seconds;

use crate::trouble::{Trouble, What};

pub(crate) use facts::{Facts, PutFact, Taken};

/// A carnet after its last commit that was checked.
pub(crate) struct Log {
    pub state: State,
    pub facts: Facts,
}

impl Log {
    /// Begins with a genesis.
    pub(crate) fn open(genesis: &Signed, me: MemberId) -> Result<Self, Trouble> {
        let state = open(genesis).map_err(|refusal| refused(refusal, 0))?;
        let body = Body::from_bytes(&genesis.body).map_err(|_| Trouble::Forged(What::Commit(0)))?;
        let mut facts = Facts::new(me);
        facts.take(&body, &state);
        Ok(Self { state, facts })
    }

    /// Takes the next commit, if the judge lets it follow and if it is not dated ahead of when the server says it came: a
    /// date far ahead would end the rights of others, and keep everybody from writing, and no honest server lets one in.
    /// The clock of this device has no say, else a wrong one would lock its owner out. Gives the entries that it touches.
    pub(crate) fn take(
        &mut self,
        signed: &Signed,
        received: Seconds,
    ) -> Result<Vec<EntryId>, Trouble> {
        let seq = self.state.seq + 1;
        let next = apply(&self.state, signed).map_err(|refusal| refused(refusal, seq))?;
        if next.at > received.plus(limits::AHEAD) {
            return Err(Trouble::Forged(What::Commit(seq)));
        }
        let body =
            Body::from_bytes(&signed.body).map_err(|_| Trouble::Forged(What::Commit(seq)))?;
        let touched = self.facts.take(&body, &self.state);
        self.facts.watch_keys(&self.state, &next);
        self.state = next;
        Ok(touched)
    }

    /// Takes a commit that was checked before it was sealed on this device; one that does not follow is passed over.
    pub(crate) fn take_again(&mut self, signed: &Signed) {
        let Ok(next) = replay_without_checking_signature(&self.state, signed) else {
            return;
        };
        if let Ok(body) = Body::from_bytes(&signed.body) {
            self.facts.take(&body, &self.state);
            self.facts.watch_keys(&self.state, &next);
            self.state = next;
        }
    }

    pub(crate) fn head(&self) -> (u64, Digest) {
        (self.state.seq, self.state.head)
    }
}

/// A commit that the judge refuses was never accepted by an honest server.
fn refused(refusal: Refusal, seq: u64) -> Trouble {
    match refusal {
        Refusal::Newer => Trouble::Newer,
        _ => Trouble::Forged(What::Commit(seq)),
    }
}
