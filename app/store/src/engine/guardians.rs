//! What guardians decide together: asked, answered, and done by whoever's device is next once everybody said yes.

use protocol::carnet::Envelope;
use protocol::change::{Access, Change, Proposal, Role, Sealed};
use protocol::ids::{CarnetId, MemberId, SectionId};
use protocol::state::Standing;
use protocol::time::Seconds;

use super::Engine;
use super::members::removal;
use super::push::Draft;
use crate::carnet::Carnet;
use crate::trouble::Trouble;

impl Engine {
    /// Asks the other guardians. Where there is none, the answer is yes.
    pub(crate) async fn propose(&mut self, what: Proposal) -> Result<(), Trouble> {
        self.say(Change::Propose { what }).await
    }

    /// Says yes to a question.
    pub(crate) async fn approve(&mut self, proposal: u64) -> Result<(), Trouble> {
        self.say(Change::Approve { proposal }).await
    }

    /// Says no to a question, or takes one's own back.
    pub(crate) async fn oppose(&mut self, proposal: u64) -> Result<(), Trouble> {
        self.say(Change::Oppose { proposal }).await
    }

    /// A guardian lost every way into an account and came in again with another: vouches for the new one, and asks that the old
    /// one go, which it does after a while in which it can show that it is not lost.
    pub(crate) async fn readmit(&mut self, old: MemberId, new: MemberId) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.decide(&mut |_, carnet| {
            let member = carnet.log.state.members.get(&new);
            let member = member.ok_or(Trouble::NotFound)?;
            let mut changes = Vec::new();
            if !member.is_guardian() {
                changes.push(Change::Confirm { member: new });
            }
            changes.push(Change::Propose {
                what: Proposal::Readmit { old, new },
            });
            Ok(Draft {
                changes,
                ..Draft::default()
            })
        })
        .await?;
        self.carry_out(id).await
    }

    /// Whoever opens the carnet with an account has not lost it: says so, unasked, where somebody said otherwise. Nobody is put
    /// out for not having understood a question.
    pub(super) async fn speak_up(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let spoke = self
            .commit(id, &mut |inside, _| {
                let carnet = inside.carnet(id)?;
                let no = |proposal| Change::Oppose { proposal };
                let changes: Vec<Change> = carnet.doubts_about_me().map(no).collect();
                let draft = Draft {
                    changes,
                    ..Draft::default()
                };
                Ok((!draft.changes.is_empty()).then_some(draft))
            })
            .await?;
        if spoke {
            let carnet = self.inside_mut()?.carnet_mut(id)?;
            carnet.spoke_up = true;
            carnet.touch_all();
        }
        Ok(())
    }

    async fn say(&mut self, change: Change) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.decide(&mut |_, _| {
            Ok(Draft {
                changes: vec![change.clone()],
                ..Draft::default()
            })
        })
        .await?;
        self.carry_out(id).await?;
        let carnet = self.inside_mut()?.carnet_mut(id)?;
        if carnet.log.state.closed {
            carnet.trouble = Some(Trouble::Closed);
        }
        Ok(())
    }

    /// Hands the carnet to the person: at once by the only guardian, else once all have agreed.
    pub(crate) async fn transfer(&mut self, to: MemberId) -> Result<(), Trouble> {
        let (id, now) = (self.inside()?.open_id()?, self.now());
        if self.inside()?.carnet(id)?.log.state.guardians().len() > 1 {
            return self.propose(Proposal::Transfer(to)).await;
        }
        self.decide(&mut |_, carnet| {
            hand_over(carnet, to, carnet.date(now)).ok_or(Trouble::NotAllowed)
        })
        .await
    }

    /// Does what all guardians agreed to and nobody has done yet.
    pub(super) async fn carry_out(&mut self, id: CarnetId) -> Result<(), Trouble> {
        while self
            .commit(id, &mut |inside, at| {
                let carnet = inside.carnet(id)?;
                for what in carnet.decided(at) {
                    if let Some(draft) = execution(carnet, what, at)? {
                        return Ok(Some(draft));
                    }
                }
                Ok(None)
            })
            .await?
        {
            self.inside_mut()?.carnet_mut(id)?.touch_all();
        }
        Ok(())
    }
}

/// The commit that does what was agreed to; none if this account is not the one to do it.
fn execution(carnet: &Carnet, what: Proposal, at: Seconds) -> Result<Option<Draft>, Trouble> {
    if !carnet.is_guardian() {
        return Ok(None);
    }
    let is_there = |id: &MemberId| carnet.log.state.members.contains_key(id);
    match what {
        Proposal::Remove(member) | Proposal::Readmit { old: member, .. }
            if member != carnet.me && is_there(&member) =>
        {
            removal(carnet, Change::Revoke { member }, at).map(Some)
        }
        Proposal::Transfer(to) => Ok(hand_over(carnet, to, at)),
        // Nobody takes oneself out by this; and a carnet closes with the last yes.
        Proposal::Remove(_) | Proposal::Readmit { .. } | Proposal::EraseCarnet => Ok(None),
    }
}

/// What a transfer needs: the person writes everywhere, and receives the secrets of the links, whose key it then changes. None
/// if the person is not there, or if this account cannot give all of that.
fn hand_over(carnet: &Carnet, to: MemberId, at: Seconds) -> Option<Draft> {
    let person = carnet.log.state.members.get(&to)?;
    let suits = Standing::Account {
        role: Role::Person,
        confirmed: true,
    };
    if person.standing != suits {
        return None;
    }
    let lacking = |section: &SectionId| !person.writes(*section, at);
    let mut names = Vec::new();
    for section in SectionId::STANDARD.iter().copied().filter(lacking) {
        names.push((section, carnet.current_key(section)?));
    }
    let envelope = carnet.ring.seal_keys(&person.keys, &names).ok()?;
    let grant = |(section, _): &(SectionId, u32)| Change::Grant {
        member: to,
        section: *section,
        access: Access::Write,
        until: None,
        envelope: envelope.digest,
    };
    let (keys, others): (Vec<_>, Vec<_>) = names
        .iter()
        .partition(|(section, _)| *section == SectionId::KEYS);
    let before = others.iter().map(grant);
    let after = keys.iter().map(grant);
    let changes = before
        .chain([Change::Transfer { to }])
        .chain(after)
        .collect();
    Some(Draft {
        changes,
        envelopes: vec![Envelope {
            member: to,
            file: Sealed(envelope.sealed),
        }],
        ..Draft::default()
    })
}
