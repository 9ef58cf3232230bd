//! The one commit that an invitation's key may sign: it brings one account in with the link's own rights, and ends itself.

use super::Judge;
use crate::change::{Change, LinkKind};
use crate::ids::SectionId;
use crate::refusal::Refusal;
use crate::state::{Right, Standing};

impl Judge {
    pub(super) fn invitation(&mut self, changes: &[Change]) -> Result<(), Refusal> {
        let Standing::Link {
            kind: LinkKind::Invitation(promised),
            until,
            ..
        } = self.author.standing
        else {
            return Err(Refusal::NotAllowed);
        };
        if self.at >= until {
            return Err(Refusal::NotAllowed);
        }
        let [
            Change::Admit { keys, role, label },
            grants @ ..,
            Change::Revoke { member: itself },
        ] = changes
        else {
            return Err(Refusal::NotAllowed);
        };
        if *role != promised || *itself != self.author_id {
            return Err(Refusal::NotAllowed);
        }
        // Nobody has vouched for whoever holds the link; a guardian confirms later.
        let confirmed = false;
        self.join(
            keys,
            Standing::Account {
                role: *role,
                confirmed,
            },
            label,
        )?;
        let newcomer = keys.member_id();
        let mut given: Vec<(SectionId, Right)> = Vec::with_capacity(grants.len());
        for change in grants {
            let Change::Grant {
                member,
                section,
                access,
                until,
                ..
            } = change
            else {
                return Err(Refusal::NotAllowed);
            };
            if *member != newcomer {
                return Err(Refusal::NotAllowed);
            }
            given.push((
                *section,
                Right {
                    access: *access,
                    until: *until,
                },
            ));
        }
        given.sort_by_key(|(section, _)| *section);
        if !given
            .iter()
            .map(|(section, right)| (section, right))
            .eq(self.author.grants.iter())
        {
            return Err(Refusal::NotAllowed);
        }
        let member = self.member_mut(newcomer)?;
        member.grants = given.into_iter().collect();
        self.remove(self.author_id)
    }
}
