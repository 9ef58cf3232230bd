//! Who may read and write: one signed commit for each decision, with the keys that it needs.

use protocol::carnet::Envelope;
use protocol::change::{Change, Role, Sealed};
use protocol::ids::{CarnetId, Digest, MemberId, SectionId};
use protocol::keys::MemberKeys;
use protocol::time::Seconds;
use sealing::member_label::Subject;

use super::push::Draft;
use super::tend::{due_after, gone_after, may_turn, rotate_into};
use super::{Engine, Inside};
use crate::carnet::Carnet;
use crate::keeper::NewRight;
use crate::trouble::{Trouble, What};

impl Engine {
    /// The public keys of the account that is in.
    pub(crate) fn my_keys(&self) -> Result<MemberKeys, Trouble> {
        Ok(self.inside()?.root.public().clone())
    }

    /// Admits an account with its rights.
    pub(crate) async fn admit(
        &mut self,
        keys: MemberKeys,
        role: Role,
        label: String,
        rights: Vec<NewRight>,
    ) -> Result<(), Trouble> {
        let member = keys.member_id();
        self.decide(&mut |_, carnet| {
            let sealed = carnet
                .ring
                .seal_label(SectionId::TEAM, Subject::Member(member), &label)
                .map_err(|_| Trouble::TooLarge)?;
            let mut draft = Draft::default();
            draft.changes.push(Change::Admit {
                keys: keys.clone(),
                role,
                label: Sealed(sealed),
            });
            grant_into(&mut draft, carnet, &keys, &rights, false)?;
            Ok(draft)
        })
        .await
    }

    /// Gives a member rights.
    pub(crate) async fn grant(
        &mut self,
        member: MemberId,
        rights: Vec<NewRight>,
    ) -> Result<(), Trouble> {
        self.decide(&mut |_, carnet| {
            let keys = carnet
                .log
                .state
                .members
                .get(&member)
                .ok_or(Trouble::NotFound)?
                .keys
                .clone();
            let mut draft = Draft::default();
            grant_into(&mut draft, carnet, &keys, &rights, false)?;
            Ok(draft)
        })
        .await
    }

    /// Takes a right away; the section gets a new key in the same commit.
    pub(crate) async fn ungrant(
        &mut self,
        member: MemberId,
        section: SectionId,
    ) -> Result<(), Trouble> {
        self.decide_and_rotate(vec![Change::Ungrant { member, section }])
            .await
    }

    /// Takes a member out; what it could read gets new keys in the same commit, as far as this account can make them.
    pub(crate) async fn revoke(&mut self, member: MemberId) -> Result<(), Trouble> {
        self.decide_and_rotate(vec![Change::Revoke { member }])
            .await
    }

    /// Vouches for a member.
    pub(crate) async fn confirm(&mut self, member: MemberId) -> Result<(), Trouble> {
        self.decide(&mut |_, _| {
            Ok(Draft {
                changes: vec![Change::Confirm { member }],
                ..Draft::default()
            })
        })
        .await
    }

    /// Leaves the open carnet, which then goes from the account's list.
    pub(crate) async fn leave(&mut self) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.decide(&mut |_, _| {
            Ok(Draft {
                changes: vec![Change::Leave],
                ..Draft::default()
            })
        })
        .await?;
        self.forget_carnet(id).await
    }

    pub(super) async fn decide_and_rotate(&mut self, changes: Vec<Change>) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        let pushed = self
            .commit(id, &mut |inside, at| {
                removals(inside.carnet(id)?, changes.clone(), at).map(Some)
            })
            .await;
        self.after_decision(id, pushed).await
    }

    pub(super) async fn decide(
        &mut self,
        build: &mut dyn FnMut(&Inside, &Carnet) -> Result<Draft, Trouble>,
    ) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        let pushed = self
            .commit(id, &mut |inside, _| {
                build(inside, inside.carnet(id)?).map(Some)
            })
            .await;
        self.after_decision(id, pushed).await
    }

    pub(super) async fn after_decision(
        &mut self,
        id: CarnetId,
        pushed: Result<bool, Trouble>,
    ) -> Result<(), Trouble> {
        pushed?;
        if let Some(carnet) = self.inside_mut()?.carnets.get_mut(&id) {
            carnet.touch_all();
        }
        Ok(())
    }
}

/// Takes somebody out of a carnet or of a section, and gives what they could read new keys in the same commit, as far as this
/// account can make them.
pub(super) fn removal(carnet: &Carnet, change: Change, at: Seconds) -> Result<Draft, Trouble> {
    removals(carnet, vec![change], at)
}

/// The same for several changes at once.
fn removals(carnet: &Carnet, changes: Vec<Change>, at: Seconds) -> Result<Draft, Trouble> {
    let mut draft = Draft {
        changes,
        ..Draft::default()
    };
    let due = due_after(carnet, &draft.changes);
    let turn: Vec<SectionId> = due
        .into_iter()
        .filter(|section| may_turn(carnet, *section, at))
        .collect();
    let gone = gone_after(carnet, &draft.changes);
    rotate_into(&mut draft, carnet, &turn, false, &gone, at)?;
    Ok(draft)
}

/// Adds rights to a draft, and the one envelope that brings their current keys. Keys of the past follow by the back links, up
/// to the last cut; `past` brings those from before cuts as well.
pub(super) fn grant_into(
    draft: &mut Draft,
    carnet: &Carnet,
    keys: &MemberKeys,
    rights: &[NewRight],
    past: bool,
) -> Result<(), Trouble> {
    if rights.is_empty() {
        return Ok(());
    }
    let member = keys.member_id();
    let mut names = Vec::with_capacity(rights.len());
    for right in rights {
        let given = carnet.keys_to_give(right.section, past);
        if given.is_empty() {
            return Err(Trouble::Withheld(What::Key(right.section)));
        }
        names.extend(given);
    }
    let envelope = carnet
        .ring
        .seal_keys(keys, &names)
        .map_err(|_| Trouble::Broken(What::Answer))?;
    let digest: Digest = envelope.digest;
    draft
        .changes
        .extend(rights.iter().map(|right| Change::Grant {
            member,
            section: right.section,
            access: right.access,
            until: right.until,
            envelope: digest,
        }));
    draft.envelopes.push(Envelope {
        member,
        file: Sealed(envelope.sealed),
    });
    Ok(())
}
