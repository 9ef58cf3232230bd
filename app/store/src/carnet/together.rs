//! What guardians are asked, and who decides about a section.

use std::collections::BTreeMap;
use std::sync::Arc;

use protocol::change::{Access, Proposal};
use protocol::ids::{EntryId, SectionId};
use protocol::limits;
use protocol::state::{Asked, Section};
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
        let guardians = self.log.state.guardians();
        let all_said_yes = move |asked: &&Asked| {
            at < asked.at.plus(limits::PROPOSAL)
                && guardians.iter().all(|id| asked.yes.contains(id))
        };
        let asked = self.log.state.proposals.values();
        asked.filter(all_said_yes).map(|asked| asked.what)
    }

    pub(super) fn proposals(&self, at: Seconds) -> Vec<ProposalView> {
        let guardians = self.log.state.guardians();
        let show = |(number, asked): (&u64, &Asked)| {
            let until = asked.at.plus(limits::PROPOSAL);
            let waiting = guardians.iter().filter(|id| !asked.yes.contains(id));
            ProposalView {
                number: *number,
                what: asked.what,
                by: asked.by,
                at: asked.at,
                until,
                yes: asked.yes.clone(),
                waiting: waiting.copied().collect(),
                over: at >= until,
            }
        };
        self.log.state.proposals.iter().map(show).collect()
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
