//! What guardians are asked, and who decides about a section.

use std::collections::BTreeMap;
use std::sync::Arc;

use protocol::change::{Access, Proposal, Role};
use protocol::ids::{EntryId, MemberId, SectionId};
use protocol::state::{Asked, Member, Section, Standing};
use protocol::time::Seconds;
use sealing::member_label::Subject;

use super::Carnet;
use crate::scene::{CompartmentView, EntryView, ProposalView};

impl Carnet {
    /// Whether this account may hand the key of a section on and take it back: the judge's own rule.
    pub(crate) fn manages(&self, section: SectionId, at: Seconds) -> bool {
        let known = self.log.state.sections.get(&section);
        match known.and_then(|section| section.maker) {
            Some(maker) => maker == self.me && self.writes(section, at),
            None => self.is_guardian() && self.reads(section, at),
        }
    }

    /// What every guardian said yes to and nobody has done yet, oldest first.
    pub(crate) fn decided(&self, at: Seconds) -> impl Iterator<Item = Proposal> + '_ {
        let state = &self.log.state;
        let agreed = state.proposals.values();
        agreed
            .filter(move |asked| state.is_agreed(asked, at))
            .map(|asked| asked.what)
    }

    pub(super) fn proposals(&self, at: Seconds) -> Vec<ProposalView> {
        let state = &self.log.state;
        let show = |(number, asked): (&u64, &Asked)| {
            let until = asked.until();
            let deciding = state.deciding(asked.what);
            let waiting = deciding.iter().filter(|id| !asked.yes.contains(id));
            ProposalView {
                number: *number,
                what: asked.what,
                by: asked.by,
                at: asked.at,
                until,
                not_before: asked.not_before(),
                yes: asked.yes.clone(),
                waiting: waiting.copied().collect(),
                over: at >= until,
            }
        };
        state.proposals.iter().map(show).collect()
    }

    /// The guardians whose account a newcomer may take the place of, if they lost it: whoever signed anything since is there.
    pub(super) fn may_have_been(&self, id: MemberId, member: &Member) -> Vec<MemberId> {
        let guardian = matches!(
            member.standing,
            Standing::Account {
                role: Role::Guardian,
                ..
            }
        );
        if !guardian {
            return Vec::new();
        }
        let others = self.log.state.members.iter();
        others
            .filter(|(old, known)| {
                **old != id
                    && **old != self.me
                    && known.is_guardian()
                    && known.is_silent_since(member)
                    && self.said_lost(**old).is_none()
            })
            .map(|(old, _)| *old)
            .collect()
    }

    /// By which account's question a guardian's is said to be lost, and when it goes.
    pub(super) fn said_lost(&self, id: MemberId) -> Option<(MemberId, Seconds)> {
        let asked = self.log.state.proposals.values();
        asked
            .filter_map(|asked| match asked.what {
                Proposal::Readmit { old, new } if old == id => Some((new, asked.not_before())),
                _ => None,
            })
            .next_back()
    }

    /// Questions that say that this account is lost.
    pub(crate) fn doubts_about_me(&self) -> impl Iterator<Item = u64> + '_ {
        let asked = self.log.state.proposals.iter();
        asked
            .filter(
                |(_, asked)| matches!(asked.what, Proposal::Readmit { old, .. } if old == self.me),
            )
            .map(|(number, _)| *number)
    }

    pub(super) fn compartments(&self, at: Seconds) -> Vec<CompartmentView> {
        let private = self.log.state.sections.iter();
        private
            .filter(|(id, _)| id.is_private() && self.reads(**id, at))
            .map(|(id, section)| self.compartment(*id, section, at))
            .collect()
    }

    fn compartment(&self, id: SectionId, section: &Section, at: Seconds) -> CompartmentView {
        let name = section.label.as_ref().and_then(|sealed| {
            let opened = self.ring.open_label(id, Subject::Section(id), &sealed.0);
            opened.ok().map(|words| words.as_str().to_owned())
        });
        let holders = self.log.state.members.iter().filter_map(|(member, known)| {
            let right = known.right(id, at)?;
            Some((*member, right.access == Access::Write))
        });
        let entries: BTreeMap<EntryId, Arc<EntryView>> = self
            .private
            .iter()
            .filter(|(_, (section, _))| *section == id)
            .map(|(entry, (_, view))| (*entry, view.clone()))
            .collect();
        CompartmentView {
            id,
            name: name.unwrap_or_default(),
            manages: self.manages(id, at),
            maker: section.maker,
            writable: self.may_write(id, at),
            holders: holders.collect(),
            entries,
        }
    }
}
