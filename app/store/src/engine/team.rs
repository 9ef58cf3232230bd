//! The rights of a member as a guardian sets them: one commit for all that changes, with the agreement beside it.

use domain::entry::Consent;
use domain::{Entry, Plain};
use protocol::change::{Change, Put};
use protocol::commit::sealed_digest;
use protocol::ids::{CarnetId, EntryId, MemberId, SectionId};
use protocol::state::Member;
use sealing::entry::EntryPlace;

use super::members::grant_into;
use super::push::{Draft, Payload};
use super::tend::{gone_after, may_turn, rotate_into};
use super::{Engine, Inside, make_random};
use crate::carnet::{Carnet, Content};
use crate::keeper::{NewRight, NewRights};
use crate::scene::Busy;
use crate::trouble::Trouble;

impl Engine {
    /// Makes a member's rights exactly these. What is taken away gets a new key in the same commit.
    pub(crate) async fn set_rights(&mut self, new: NewRights) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.breathe(Busy::Sending).await;
        self.tend(id).await?;
        if !new.past {
            let had = self.inside()?.member_of(id, new.member)?.grants.clone();
            let fresh = new.rights.iter();
            let fresh = fresh.filter(|right| !had.contains_key(&right.section));
            self.cut_off(id, &fresh.copied().collect::<Vec<_>>())
                .await?;
        }
        let agreed = EntryId::from_bytes(make_random()?);
        let pushed = self
            .commit(id, &mut |inside, at| {
                let carnet = inside.carnet(id)?;
                let member = inside.member_of(id, new.member)?;
                let keys = member.keys.clone();
                let Changed {
                    taken,
                    given,
                    moved,
                } = changed(new.member, member, &new.rights);
                let mut draft = Draft {
                    changes: taken,
                    ..Draft::default()
                };
                let turn: Vec<SectionId> = draft
                    .changes
                    .iter()
                    .filter_map(|change| match change {
                        Change::Ungrant { section, .. } => Some(*section),
                        _ => None,
                    })
                    .filter(|section| may_turn(carnet, *section, at))
                    .collect();
                let gone = gone_after(carnet, &draft.changes);
                rotate_into(&mut draft, carnet, &turn, false, &gone, at)?;
                grant_into(&mut draft, carnet, &keys, &given, new.past)?;
                draft.changes.extend(moved);
                if draft.changes.is_empty() {
                    return Ok(None);
                }
                // A new key for the team has just been made: the agreement waits for no other commit.
                if let Some(consent) = &new.consent {
                    inside.put_consent(&mut draft, carnet, agreed, consent.clone(), new.member)?;
                }
                Ok(Some(draft))
            })
            .await;
        self.after_decision(id, pushed).await
    }

    /// Changes the keys of sections so that whoever is let in next reads only what is written from now on. Who is in the
    /// carnet, and whose it is, can be read all the same.
    pub(super) async fn cut_off(
        &mut self,
        id: CarnetId,
        rights: &[NewRight],
    ) -> Result<(), Trouble> {
        let sections: Vec<SectionId> = rights
            .iter()
            .map(|right| right.section)
            .filter(|section| *section != SectionId::TEAM)
            .collect();
        self.commit(id, &mut |inside, at| {
            let carnet = inside.carnet(id)?;
            let mut draft = Draft::default();
            rotate_into(&mut draft, carnet, &sections, true, &[], at)?;
            Ok((!draft.changes.is_empty()).then_some(draft))
        })
        .await
        .map(drop)
    }
}

/// What becomes of a member's rights.
struct Changed {
    /// Rights that end.
    taken: Vec<Change>,
    /// Rights that are new, or that allow something else.
    given: Vec<NewRight>,
    /// Rights that end at another time.
    moved: Vec<Change>,
}

fn changed(id: MemberId, member: &Member, wanted: &[NewRight]) -> Changed {
    let taken = member
        .grants
        .keys()
        .filter(|section| !wanted.iter().any(|right| right.section == **section))
        .map(|section| Change::Ungrant {
            member: id,
            section: *section,
        });
    let (mut given, mut moved) = (Vec::new(), Vec::new());
    for right in wanted {
        match member.grants.get(&right.section) {
            Some(had) if had.access != right.access => given.push(*right),
            Some(had) if had.until != right.until => moved.push(Change::Extend {
                member: id,
                section: right.section,
                until: right.until,
            }),
            Some(_) => {}
            None => given.push(*right),
        }
    }
    Changed {
        taken: taken.collect(),
        given,
        moved,
    }
}

impl Inside {
    fn member_of(&self, id: CarnetId, member: MemberId) -> Result<&Member, Trouble> {
        let state = &self.carnet(id)?.log.state;
        let found = state.members.get(&member);
        found
            .filter(|member| member.is_account())
            .ok_or(Trouble::NotFound)
    }

    /// Writes an agreement about a member, or an invitation, beside what it is about.
    pub(super) fn put_consent(
        &self,
        draft: &mut Draft,
        carnet: &Carnet,
        entry: EntryId,
        consent: Consent,
        about: MemberId,
    ) -> Result<(), Trouble> {
        let plain = Plain::new(Entry::Consent(Consent {
            member: about.to_string(),
            ..consent
        }));
        let section = SectionId::TEAM;
        let epoch = carnet.current_key(section).ok_or(Trouble::NotAllowed)?;
        let place = EntryPlace {
            section,
            epoch,
            entry,
            author: self.id,
        };
        let content = Content::Entry(plain);
        let sealed = carnet
            .ring
            .seal_entry(&place, &content.bytes())
            .map_err(|_| Trouble::TooLarge)?;
        let digest = sealed_digest(&sealed);
        let put = Put {
            section,
            epoch,
            entry,
            base: Vec::new(),
            payload: digest,
            size: u32::try_from(sealed.len()).map_err(|_| Trouble::TooLarge)?,
            files: Vec::new(),
            source: None,
        };
        // Before anything that changes the section's key in the same commit.
        draft.changes.insert(0, Change::Put(put));
        draft.payloads.insert(
            0,
            Payload {
                entry,
                digest,
                sealed,
                content,
                item: None,
            },
        );
        Ok(())
    }
}
