//! The one judge of what may follow what.
//!
//! [`open`] judges a genesis, [`apply`] everything after it. Both are pure: the server calls them before it keeps a commit,
//! and every client calls the very same code on what the server hands out. The author's role is the one it had before the
//! commit; its changes are judged in order, each on what the ones before it left.
//!
//! | change | guardian | person | professional, relative | link |
//! |---|---|---|---|---|
//! | Put | with a right to write | the same | the same | no |
//! | Erase | where it writes | its own alone | its own alone | no |
//! | Admit, Confirm, Open, Close, Extend, Sheet | yes | no | no | no |
//! | Grant, Ungrant, Rotate | where it reads, but for compartments of others | compartments it made | the same | no |
//! | Rotate of a section that is due | yes | where it writes | where it writes | no |
//! | Revoke | others; a guardian with every guardian's approval, or once it is lost | no | no | no |
//! | Compartment | yes | yes | no | no |
//! | Propose, Approve, Oppose, Transfer | yes | no | no | no |
//! | Leave, Replace, Device | yes | yes | yes | no |
//! | Admit + the link's own grants + Revoke of itself, nothing else | | | | invitation |
//!
//! A guardian that joined by invitation and is not confirmed yet may only read, leave, or replace its keys.
//!
//! One guardian can go without having said yes: an account that all the others, the person's new account among them, say is lost
//! ([`crate::change::Proposal::Readmit`]), and that has signed nothing for as long as it is given to answer. Whatever it signs
//! meanwhile, a no or anything else, ends the question.
//!
//! Whoever reads the `keys` section knows the secrets of links. Once an account no longer reads it, because it left, was taken out,
//! was replaced or handed the carnet over, all links but cards close in the same commit ([`State::known_links`]).

mod entries;
mod genesis;
mod guardians;
mod invitation;
mod members;
mod sections;

use crate::change::Change;
use crate::commit::{Body, Commit, Signed};
use crate::ids::{MemberId, SectionId};
use crate::limits;
use crate::refusal::Refusal;
use crate::signing::{Kind, verify};
use crate::state::{Member, Standing, State};
use crate::time::Seconds;

pub use genesis::open;

/// The state after a commit, or why it may not follow.
pub fn apply(state: &State, signed: &Signed) -> Result<State, Refusal> {
    let commit = read(signed)?;
    let author = state
        .members
        .get(&commit.author)
        .ok_or(Refusal::NotMember)?;
    verify(
        &author.keys.signing,
        Kind::Commit,
        &signed.body,
        &signed.signature,
    )?;
    judge(state, signed, &commit)
}

/// The state after a commit whose signature was checked when it was accepted: for the server folding its own log, and for
/// a client folding what lies under a checkpoint that it signed itself. Everything but the signature is judged again.
pub fn replay_without_checking_signature(state: &State, signed: &Signed) -> Result<State, Refusal> {
    judge(state, signed, &read(signed)?)
}

fn read(signed: &Signed) -> Result<Commit, Refusal> {
    match Body::from_bytes(&signed.body)? {
        Body::Commit(commit) => Ok(commit),
        Body::Genesis(_) => Err(Refusal::Exists),
    }
}

fn judge(state: &State, signed: &Signed, commit: &Commit) -> Result<State, Refusal> {
    if state.closed {
        return Err(Refusal::Closed);
    }
    if commit.carnet != state.carnet {
        return Err(Refusal::WrongCarnet);
    }
    if commit.seq != state.seq + 1 || commit.parent != state.head {
        return Err(Refusal::Stale);
    }
    if commit.at < state.at {
        return Err(Refusal::BadDate);
    }
    if commit.changes.is_empty() {
        return Err(Refusal::Malformed);
    }
    if commit.changes.len() > limits::CHANGES {
        return Err(Refusal::TooLarge);
    }
    let author = state
        .members
        .get(&commit.author)
        .ok_or(Refusal::NotMember)?;
    if author.last != commit.own_last {
        return Err(Refusal::Stale);
    }
    let mut judge = Judge::new(state, author.clone(), commit, signed);
    match author.standing {
        Standing::Account { .. } => {
            for change in &commit.changes {
                judge.account_change(change)?;
            }
        }
        Standing::Link { .. } => judge.invitation(&commit.changes)?,
    }
    judge.finish()
}

/// The next state while it is being made.
struct Judge {
    next: State,
    /// The author as it was before the commit.
    author: Member,
    /// The author's id; changes when it replaces its keys.
    author_id: MemberId,
    at: Seconds,
    seq: u64,
}

impl Judge {
    fn new(state: &State, author: Member, commit: &Commit, signed: &Signed) -> Self {
        let mut next = state.clone();
        next.seq = commit.seq;
        next.at = commit.at;
        next.head = signed.digest();
        if let Some(member) = next.members.get_mut(&commit.author) {
            member.last = Some(commit.seq);
        }
        Self {
            next,
            author,
            author_id: commit.author,
            at: commit.at,
            seq: commit.seq,
        }
    }

    fn account_change(&mut self, change: &Change) -> Result<(), Refusal> {
        // Nothing follows a farewell.
        self.author_now()?;
        match change {
            Change::Put(put) => self.put(put),
            Change::Erase { section, entry } => self.erase(*section, *entry),
            Change::Admit { keys, role, label } => self.admit(keys, *role, label),
            Change::Grant {
                member,
                section,
                access,
                until,
                ..
            } => self.grant(*member, *section, *access, *until),
            Change::Extend {
                member,
                section,
                until,
            } => self.extend(*member, *section, *until),
            Change::Ungrant { member, section } => self.ungrant(*member, *section),
            Change::Revoke { member } => self.revoke(*member),
            Change::Leave => self.leave(),
            Change::Replace { keys, label, .. } => self.replace(keys, label),
            Change::Rotate(rotate) => self.rotate(rotate),
            Change::Compartment {
                section,
                commitment,
                label,
                ..
            } => self.compartment(*section, *commitment, label),
            Change::Open {
                keys,
                kind,
                until,
                label,
            } => self.open_link(keys, *kind, *until, label),
            Change::Close { link } => self.close_link(*link),
            Change::Sheet {
                link,
                built_from,
                digest,
            } => self.sheet(*link, *built_from, *digest),
            Change::Device { key } => self.device(key.as_deref()),
            Change::Propose { what } => self.propose(*what),
            Change::Approve { proposal } => self.approve(*proposal),
            Change::Oppose { proposal } => self.oppose(*proposal),
            Change::Transfer { to } => self.transfer(*to),
            Change::Confirm { member } => self.confirm(*member),
        }
    }

    fn finish(mut self) -> Result<State, Refusal> {
        self.end_what_is_answered();
        if self.next.guardians().is_empty() {
            return Err(Refusal::LastGuardian);
        }
        Ok(self.next)
    }

    /// A guardian before the commit, and still one after the changes so far: whoever left, or handed the carnet over, decides
    /// nothing more in the same breath.
    fn must_be_guardian(&self) -> Result<(), Refusal> {
        if self.author.is_guardian() && self.author_now()?.is_guardian() {
            Ok(())
        } else {
            Err(Refusal::NotAllowed)
        }
    }

    /// The author as the changes so far left it.
    fn author_now(&self) -> Result<&Member, Refusal> {
        self.next
            .members
            .get(&self.author_id)
            .ok_or(Refusal::NotAllowed)
    }

    fn writes(&self, section: SectionId) -> bool {
        self.author_now()
            .is_ok_and(|author| author.writes(section, self.at))
    }

    fn reads(&self, section: SectionId) -> bool {
        self.author_now()
            .is_ok_and(|author| author.reads(section, self.at))
    }

    fn member_mut(&mut self, id: MemberId) -> Result<&mut Member, Refusal> {
        self.next.members.get_mut(&id).ok_or(Refusal::Unknown)
    }

    /// Takes a member out; whatever it had the key of is due, and links that it knew are closed.
    fn remove(&mut self, id: MemberId) -> Result<(), Refusal> {
        let member = self.next.members.remove(&id).ok_or(Refusal::Unknown)?;
        for section in member.grants.keys() {
            self.make_due(*section);
        }
        let made: Vec<SectionId> = self.made_by(id).collect();
        for section in made {
            self.set_maker(section, None);
        }
        if member.is_account() && member.grants.contains_key(&SectionId::KEYS) {
            self.close_known_links()?;
        }
        Ok(())
    }

    /// Somebody who knows the secrets of links is to know them no longer.
    fn close_known_links(&mut self) -> Result<(), Refusal> {
        for link in self.next.known_links() {
            self.remove(link)?;
        }
        Ok(())
    }

    /// The compartments that a member made.
    fn made_by(&self, id: MemberId) -> impl Iterator<Item = SectionId> {
        self.next
            .sections
            .iter()
            .filter(move |(_, section)| section.maker == Some(id))
            .map(|(id, _)| *id)
    }

    fn set_maker(&mut self, section: SectionId, maker: Option<MemberId>) {
        if let Some(section) = self.next.sections.get_mut(&section) {
            section.maker = maker;
        }
    }

    fn make_due(&mut self, section: SectionId) {
        if let Some(section) = self.next.sections.get_mut(&section) {
            section.due = true;
        }
    }
}
