//! Members, their rights, and links.

use imbl::OrdMap;

use super::Judge;
use crate::change::{Access, LinkKind, Role, Sealed};
use crate::ids::{Digest, MemberId, SectionId};
use crate::keys::MemberKeys;
use crate::limits;
use crate::refusal::Refusal;
use crate::state::{Member, Right, Sheet, Standing};
use crate::time::Seconds;

impl Judge {
    pub(super) fn admit(
        &mut self,
        keys: &MemberKeys,
        role: Role,
        label: &Sealed,
    ) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        self.join(
            keys,
            Standing::Account {
                role,
                confirmed: true,
            },
            label,
        )
    }

    pub(super) fn join(
        &mut self,
        keys: &MemberKeys,
        standing: Standing,
        label: &Sealed,
    ) -> Result<(), Refusal> {
        let id = keys.member_id();
        if self.next.members.contains_key(&id) {
            return Err(Refusal::Exists);
        }
        if label.0.len() > limits::LABEL || self.next.members.len() >= limits::MEMBERS {
            return Err(Refusal::TooLarge);
        }
        let member = Member {
            keys: keys.clone(),
            standing,
            label: label.clone(),
            since: self.seq,
            last: None,
            grants: OrdMap::new(),
            device: None,
            sheet: None,
        };
        self.next.members.insert(id, member);
        Ok(())
    }

    pub(super) fn grant(
        &mut self,
        member: MemberId,
        section: SectionId,
        access: Access,
        until: Option<Seconds>,
    ) -> Result<(), Refusal> {
        if !self.manages(section) {
            return Err(Refusal::NotAllowed);
        }
        let right = Right { access, until };
        self.must_suit(member, section, right)?;
        let lessens = |old: &Right| old.access > access;
        let own = self.made(section);
        let target = self.member_mut(member)?;
        if target.is_guardian() && !own && target.grants.get(&section).is_some_and(lessens) {
            return Err(Refusal::NeedsApproval);
        }
        target.grants.insert(section, right);
        Ok(())
    }

    pub(super) fn extend(
        &mut self,
        member: MemberId,
        section: SectionId,
        until: Option<Seconds>,
    ) -> Result<(), Refusal> {
        if !self.manages(section) {
            return Err(Refusal::NotAllowed);
        }
        let right = *self
            .member_mut(member)?
            .grants
            .get(&section)
            .ok_or(Refusal::Unknown)?;
        let right = Right { until, ..right };
        self.must_suit(member, section, right)?;
        self.member_mut(member)?.grants.insert(section, right);
        Ok(())
    }

    pub(super) fn ungrant(&mut self, member: MemberId, section: SectionId) -> Result<(), Refusal> {
        let own = member == self.author_id;
        if !own && !self.manages(section) {
            return Err(Refusal::NotAllowed);
        }
        // Guardians are equal; but into a compartment they were let by its maker, who alone decides there.
        let lets = own || self.made(section);
        let target = self.member_mut(member)?;
        if target.is_guardian() && !lets {
            return Err(Refusal::NeedsApproval);
        }
        target.grants.remove(&section).ok_or(Refusal::Unknown)?;
        let knew_links = section == SectionId::KEYS && target.is_account();
        self.make_due(section);
        if knew_links {
            self.close_known_links()?;
        }
        Ok(())
    }

    pub(super) fn leave(&mut self) -> Result<(), Refusal> {
        self.remove(self.author_id)
    }

    pub(super) fn replace(&mut self, keys: &MemberKeys, label: &Sealed) -> Result<(), Refusal> {
        let id = keys.member_id();
        if self.next.members.contains_key(&id) {
            return Err(Refusal::Exists);
        }
        if label.0.len() > limits::LABEL {
            return Err(Refusal::TooLarge);
        }
        let old = self.author_now()?.clone();
        let made: Vec<SectionId> = self.made_by(self.author_id).collect();
        self.remove(self.author_id)?;
        let member = Member {
            keys: keys.clone(),
            label: label.clone(),
            last: Some(self.seq),
            device: None,
            ..old
        };
        self.next.members.insert(id, member);
        for section in made {
            self.set_maker(section, Some(id));
        }
        self.author_id = id;
        Ok(())
    }

    pub(super) fn device(&mut self, key: Option<&[u8]>) -> Result<(), Refusal> {
        if key.is_some_and(|key| key.len() > 128) {
            return Err(Refusal::TooLarge);
        }
        let id = self.author_id;
        self.next
            .members
            .get_mut(&id)
            .ok_or(Refusal::NotAllowed)?
            .device = key.map(<[u8]>::to_vec);
        Ok(())
    }

    pub(super) fn open_link(
        &mut self,
        keys: &MemberKeys,
        kind: LinkKind,
        until: Seconds,
        label: &Sealed,
    ) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        let longest = if kind == LinkKind::Urgent {
            u64::MAX
        } else {
            limits::GRANT
        };
        if until <= self.at || until > self.at.plus(longest) {
            return Err(Refusal::BadUntil);
        }
        let by = self.author_id;
        self.join(keys, Standing::Link { kind, until, by }, label)
    }

    pub(super) fn close_link(&mut self, link: MemberId) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        let member = self.next.members.get(&link).ok_or(Refusal::Unknown)?;
        if member.is_account() {
            return Err(Refusal::NotAllowed);
        }
        self.remove(link)
    }

    pub(super) fn sheet(
        &mut self,
        link: MemberId,
        built_from: u64,
        digest: Digest,
    ) -> Result<(), Refusal> {
        self.must_be_guardian()?;
        if !self.writes(SectionId::URGENT) {
            return Err(Refusal::NotAllowed);
        }
        let seq = self.seq;
        let member = self.member_mut(link)?;
        if !matches!(
            member.standing,
            Standing::Link {
                kind: LinkKind::Urgent,
                ..
            }
        ) {
            return Err(Refusal::NotAllowed);
        }
        // Built from a state that exists, and never from an older one than before: a sheet cannot be rolled back.
        let oldest = member.sheet.map_or(0, |sheet| sheet.built_from);
        if built_from >= seq || built_from < oldest {
            return Err(Refusal::Stale);
        }
        member.sheet = Some(Sheet {
            built_from,
            digest,
            seq,
        });
        Ok(())
    }

    /// Whether the author may hand the section's key on, and take it back. A compartment is its maker's while they are here:
    /// whoever was let in, a guardian too, could else let others in, or turn its maker out.
    pub(super) fn manages(&self, section: SectionId) -> bool {
        if self.maker(section).is_some() {
            return self.made(section) && self.writes(section);
        }
        // What it could read before the commit counts as well: a transfer hands on what its author just gave up.
        let reads = self.reads(section) || self.author.reads(section, self.at);
        self.author.is_guardian() && reads
    }

    /// Whether the author made the compartment.
    fn made(&self, section: SectionId) -> bool {
        self.maker(section) == Some(self.author_id)
    }

    fn maker(&self, section: SectionId) -> Option<MemberId> {
        self.next.sections.get(&section)?.maker
    }

    /// Whether a right is one that this member can have on this section.
    fn must_suit(&self, member: MemberId, section: SectionId, right: Right) -> Result<(), Refusal> {
        if !self.next.sections.contains_key(&section) {
            return Err(Refusal::Unknown);
        }
        let target = self.next.members.get(&member).ok_or(Refusal::Unknown)?;
        let (guardian, must_end) = match target.standing {
            Standing::Account { role, .. } => (role == Role::Guardian, role == Role::Professional),
            Standing::Link {
                kind: LinkKind::Invitation(role),
                ..
            } => (role == Role::Guardian, role == Role::Professional),
            Standing::Link {
                kind: LinkKind::Read,
                ..
            } if right.access == Access::Read => (false, true),
            Standing::Link { .. } => return Err(Refusal::NotAllowed),
        };
        if section == SectionId::KEYS && !guardian {
            return Err(Refusal::NotAllowed);
        }
        match right.until {
            None if must_end => Err(Refusal::BadUntil),
            Some(_) if guardian => Err(Refusal::BadUntil),
            Some(until) if until <= self.at || until > self.at.plus(limits::GRANT) => {
                Err(Refusal::BadUntil)
            }
            _ => Ok(()),
        }
    }
}
