//! Taking keys in: out of envelopes that a signed change names for me, then down the back links.

use protocol::change::Sealed;
use protocol::commit::sealed_digest;
use sealing::holder::Holder;
use sealing::key_envelope::open_keys;

use super::Carnet;

impl Carnet {
    /// Takes envelopes that came along, then every key that they and the back links bring. What does not fit what the log
    /// says is left aside; a key that stays missing is reported by [`Carnet::kept_back`].
    pub(crate) fn take_envelopes(&mut self, holder: &Holder, envelopes: Vec<Sealed>) {
        let mut gained = false;
        for sealed in envelopes {
            let digest = sealed_digest(&sealed.0);
            if !self.log.facts.envelopes.contains(&digest) || !self.opened.insert(digest) {
                continue;
            }
            let Ok(received) = open_keys(holder, self.id, &digest, &sealed.0) else {
                self.opened.remove(&digest);
                continue;
            };
            let commitments = &self.log.facts.commitments;
            let known = |section, epoch| commitments.get(&(section, epoch)).copied();
            if self.ring.accept(received, known).is_ok() {
                self.envelopes.push(sealed);
                gained = true;
            }
        }
        if self.follow_back_links() || gained {
            self.touch_all();
        }
    }

    /// Takes the key before each key that is here, and so on to the first or to a cut. Gives whether any came.
    fn follow_back_links(&mut self) -> bool {
        let mut gained = false;
        for ((section, epoch), back) in self.log.facts.backs.iter().rev() {
            let Some(before) = epoch.checked_sub(1) else {
                continue;
            };
            if !self.ring.holds(*section, *epoch) || self.ring.holds(*section, before) {
                continue;
            }
            if let Some(commitment) = self.log.facts.commitments.get(&(*section, before)) {
                gained |= self
                    .ring
                    .follow_back_link(*section, *epoch, &back.0, commitment)
                    .is_ok();
            }
        }
        gained
    }
}
