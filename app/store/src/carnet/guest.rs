//! A carnet that is looked into by a link: what the link shows beside its sections stands among the entries.

use std::rc::Rc;

use chrono::NaiveDate;
use protocol::ids::{EntryId, MemberId};
use protocol::state::Standing;
use protocol::time::{DAY, Seconds};

use super::Carnet;
use crate::links::bundle::Bundle;
use crate::scene::{ClosedLinkView, EntryView, LinkView};

/// For how long guardians are told of links that closed by themselves.
const TOLD: u64 = 30 * DAY;

impl Carnet {
    /// From now on what the link shows is shown.
    pub(crate) fn be_guest(&mut self, bundle: Bundle) {
        self.shown = bundle.views();
        self.guest = Some(bundle);
        self.touch_all();
    }

    /// Whose carnet it is, by the link's word.
    pub(super) fn told_person(&self) -> (String, Option<NaiveDate>) {
        let guest = self.guest.as_ref();
        guest.map_or_else(Default::default, |guest| (guest.name.clone(), guest.birth))
    }

    /// An entry as it is shown.
    pub(crate) fn entry(&self, id: EntryId) -> Option<&Rc<EntryView>> {
        self.entries.get(&id)
    }

    /// What the link calls an author.
    pub(super) fn told_name(&self, id: MemberId) -> String {
        let told = self.guest.as_ref().and_then(|guest| guest.names.get(&id));
        told.cloned().unwrap_or_default()
    }

    /// The open links, for guardians.
    pub(super) fn links(&self) -> Vec<LinkView> {
        if !self.is_guardian() {
            return Vec::new();
        }
        let members = self.log.state.members.iter();
        let links = members.filter_map(|(id, member)| {
            let Standing::Link { kind, until, by } = member.standing else {
                return None;
            };
            let keys = self.reading_keys(*id);
            Some(LinkView {
                id: *id,
                label: self.label(*id),
                kind,
                until,
                by,
                sections: member.grants.keys().copied().collect(),
                has_address: keys.is_some(),
                entries: keys.map(|keys| keys.entries).unwrap_or_default(),
            })
        });
        links.collect()
    }

    /// Links that closed by themselves not long ago, for guardians; the newest first.
    pub(super) fn closed_links(&self, now: Seconds) -> Vec<ClosedLinkView> {
        if !self.is_guardian() {
            return Vec::new();
        }
        let closed = self.log.facts.closed_links.iter();
        let closed = closed.filter(|(_, (_, at))| now < at.plus(TOLD));
        let closed = closed.map(|(id, (kind, at))| ClosedLinkView {
            label: self.label(*id),
            kind: *kind,
            at: *at,
        });
        let mut closed: Vec<ClosedLinkView> = closed.collect();
        closed.sort_by_key(|link| std::cmp::Reverse(link.at));
        closed
    }
}
