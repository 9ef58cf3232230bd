//! What guardians decide about each other, and the person's coming of age.

use super::Judge;
use crate::change::{Proposal, Role};
use crate::ids::{MemberId, SectionId};
use crate::refusal::Refusal;
use crate::state::{Asked, Member, Right, Standing};

/// Questions open at one time; one more waits for an answer.
const OPEN_PROPOSALS: usize = 16;

impl Judge {
    pub(super) fn revoke(&mut self, member: MemberId) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        if member == self.author_id {
            return Err(Refusal::NotAllowed);
        }
        let target = self.next.members.get(&member).ok_or(Refusal::Unknown)?;
        if target.is_guardian() {
            self.take_approved(|what| match what {
                Proposal::Remove(who) => who == member,
                // That it may still be lost is looked at after every commit.
                Proposal::Readmit { old, .. } => old == member,
                Proposal::EraseCarnet | Proposal::Transfer(_) => false,
            })?;
        }
        self.remove(member)
    }

    pub(super) fn confirm(&mut self, member: MemberId) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        let target = self.member_mut(member)?;
        match &mut target.standing {
            Standing::Account { confirmed, .. } if !*confirmed => {
                *confirmed = true;
                Ok(())
            }
            _ => Err(Refusal::Exists),
        }
    }

    pub(super) fn propose(&mut self, what: Proposal) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        let suits = match what {
            Proposal::Remove(member) => {
                member != self.author_id
                    && self
                        .next
                        .members
                        .get(&member)
                        .is_some_and(Member::is_guardian)
            }
            Proposal::EraseCarnet => true,
            Proposal::Transfer(member) => self.is_person(member),
            Proposal::Readmit { old, new } => {
                old != self.author_id && self.next.may_be_lost(old, new)
            }
        };
        if !suits {
            return Err(Refusal::Unknown);
        }
        let at = self.at;
        let open = |asked: &Asked| at < asked.until();
        self.next.proposals = self
            .next
            .proposals
            .iter()
            .filter(|(_, asked)| open(asked))
            .map(|(seq, asked)| (*seq, asked.clone()))
            .collect();
        if self.next.proposals.len() >= OPEN_PROPOSALS {
            return Err(Refusal::TooLarge);
        }
        let asked = Asked {
            what,
            by: self.author_id,
            at,
            yes: vec![self.author_id],
        };
        if self.next.proposals.insert(self.seq, asked).is_some() {
            return Err(Refusal::Exists);
        }
        self.close_if_approved();
        Ok(())
    }

    pub(super) fn approve(&mut self, proposal: u64) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        let (author, at) = (self.author_id, self.at);
        let asked = self
            .next
            .proposals
            .get_mut(&proposal)
            .ok_or(Refusal::Unknown)?;
        if at >= asked.until() {
            return Err(Refusal::Unknown);
        }
        if asked.yes.contains(&author) {
            return Err(Refusal::Exists);
        }
        asked.yes.push(author);
        self.close_if_approved();
        Ok(())
    }

    pub(super) fn oppose(&mut self, proposal: u64) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        self.next
            .proposals
            .remove(&proposal)
            .map(|_| ())
            .ok_or(Refusal::Unknown)
    }

    pub(super) fn transfer(&mut self, to: MemberId) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        if !self.is_person(to) {
            return Err(Refusal::Unknown);
        }
        if self.next.guardians().len() > 1 {
            self.take_approved(|what| what == Proposal::Transfer(to))?;
        }
        // The new owner must be able to read what it now answers for; the keys of links follow in the same commit.
        let at = self.at;
        let person = self.member_mut(to)?;
        let holds =
            |section: &SectionId| *section == SectionId::KEYS || person.writes(*section, at);
        if !SectionId::STANDARD.iter().all(holds) {
            return Err(Refusal::NotAllowed);
        }
        person.grants = person
            .grants
            .iter()
            .map(|(id, right)| {
                (
                    *id,
                    Right {
                        until: None,
                        ..*right
                    },
                )
            })
            .collect();
        // Those too that nobody has confirmed yet: the new owner decides who is let in.
        for guardian in self.every_guardian() {
            let guardian = self.member_mut(guardian)?;
            guardian.standing = Standing::Account {
                role: Role::Relative,
                confirmed: true,
            };
            guardian.grants.remove(&SectionId::KEYS);
        }
        self.make_due(SectionId::KEYS);
        self.close_known_links()?;
        self.member_mut(to)?.standing = Standing::Account {
            role: Role::Guardian,
            confirmed: true,
        };
        Ok(())
    }

    /// Guardians, confirmed or not.
    fn every_guardian(&self) -> Vec<MemberId> {
        let is_one = |member: &Member| {
            matches!(
                member.standing,
                Standing::Account {
                    role: Role::Guardian,
                    ..
                }
            )
        };
        let members = self.next.members.iter();
        members
            .filter(|(_, member)| is_one(member))
            .map(|(id, _)| *id)
            .collect()
    }

    fn is_person(&self, member: MemberId) -> bool {
        let person = Standing::Account {
            role: Role::Person,
            confirmed: true,
        };
        self.next
            .members
            .get(&member)
            .is_some_and(|member| member.standing == person)
    }

    /// Uses up a proposal that every guardian said yes to.
    fn take_approved(&mut self, suits: impl Fn(Proposal) -> bool) -> Result<(), Refusal> {
        let found = self
            .next
            .proposals
            .iter()
            .find(|(_, asked)| suits(asked.what) && self.next.is_agreed(asked, self.at))
            .map(|(seq, _)| *seq);
        let seq = found.ok_or(Refusal::NeedsApproval)?;
        self.next.proposals.remove(&seq);
        Ok(())
    }

    fn close_if_approved(&mut self) {
        let erase = |what| what == Proposal::EraseCarnet;
        if self.take_approved(erase).is_ok() {
            self.next.closed = true;
        }
    }

    /// Ends the questions about accounts that are not lost: anything that one of them signs says so.
    pub(super) fn end_what_is_answered(&mut self) {
        let over: Vec<u64> = self
            .next
            .proposals
            .iter()
            .filter(|(_, asked)| match asked.what {
                Proposal::Readmit { old, new } => !self.next.may_be_lost(old, new),
                Proposal::Remove(_) | Proposal::EraseCarnet | Proposal::Transfer(_) => false,
            })
            .map(|(seq, _)| *seq)
            .collect();
        for seq in over {
            self.next.proposals.remove(&seq);
        }
    }
}
