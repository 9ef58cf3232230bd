//! What this device remembers of deposits. Which of them wait, and when they came, is the server's word: it could offer again
//! what was dismissed long ago, under another date, or pass over some.

use minicbor::{Decode, Encode};
use protocol::ids::{Digest, MemberId};
use protocol::time::Seconds;

use crate::log::Taken;

/// Deposits of one carnet that are remembered; the oldest are forgotten first.
const KEPT: usize = 2000;

/// The deposits of a carnet that were seen here.
#[derive(Debug, Default, Clone, PartialEq, Encode, Decode)]
pub(crate) struct SeenDeposits {
    #[n(0)]
    seen: Vec<Seen>,
}

#[derive(Debug, Clone, PartialEq, Encode, Decode)]
struct Seen {
    #[n(0)]
    link: MemberId,
    #[n(1)]
    counter: u64,
    #[n(2)]
    digest: Digest,
    /// As the server said it the first time.
    #[n(3)]
    received: Seconds,
    /// Taken in, or dismissed.
    #[n(4)]
    done: bool,
}

impl SeenDeposits {
    fn get(&self, link: MemberId, counter: u64) -> Option<&Seen> {
        let mut seen = self.seen.iter();
        seen.find(|seen| (seen.link, seen.counter) == (link, counter))
    }

    /// Whether it was taken in, or dismissed on this device.
    pub(crate) fn is_done(
        &self,
        taken: &Taken,
        link: MemberId,
        counter: u64,
        digest: Digest,
    ) -> bool {
        let here = self
            .get(link, counter)
            .is_some_and(|seen| seen.done && seen.digest == digest);
        here || taken.get(&(link, counter)) == Some(&digest)
    }

    /// Whether a deposit stands where the link's own chain has it, as far as that is known.
    pub(crate) fn fits(
        &self,
        taken: &Taken,
        (link, counter): (MemberId, u64),
        digest: Digest,
        previous: Option<Digest>,
    ) -> bool {
        let known = |counter: u64| {
            let seen = self.get(link, counter).map(|seen| seen.digest);
            seen.or_else(|| taken.get(&(link, counter)).copied())
        };
        let itself = known(counter).is_none_or(|known| known == digest);
        let before = counter.checked_sub(1).and_then(known);
        itself && before.is_none_or(|before| previous == Some(before))
    }

    /// Remembers a deposit, and gives when it came.
    pub(crate) fn meet(
        &mut self,
        (link, counter): (MemberId, u64),
        digest: Digest,
        received: Seconds,
    ) -> Seconds {
        if let Some(seen) = self.get(link, counter) {
            return seen.received;
        }
        self.seen.push(Seen {
            link,
            counter,
            digest,
            received,
            done: false,
        });
        let over = self.seen.len().saturating_sub(KEPT);
        self.seen.drain(..over);
        received
    }

    /// It was taken in, or dismissed.
    pub(crate) fn finish(&mut self, link: MemberId, counter: u64) {
        let mut seen = self.seen.iter_mut();
        if let Some(seen) = seen.find(|seen| (seen.link, seen.counter) == (link, counter)) {
            seen.done = true;
        }
    }

    /// How many right before it were never shown here, counted from the last one that was, or that somebody took in. None before
    /// the first.
    pub(crate) fn skipped(&self, taken: &Taken, link: MemberId, counter: u64) -> u64 {
        let seen = self.seen.iter().filter(|seen| seen.link == link);
        let seen = seen.map(|seen| seen.counter);
        let taken = taken.range((link, 0)..(link, counter));
        let known = seen.chain(taken.map(|((_, taken), _)| *taken));
        let last = known.filter(|known| *known < counter).max();
        last.map_or(0, |last| counter - last - 1)
    }
}
