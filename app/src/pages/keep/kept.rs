//! What the page shows of the carnet: comparable, so that nothing is drawn anew while somebody reads it.

use crate::desk::Desk;
use crate::words::Words;
use chrono::NaiveDate;
use domain::entry::Protection;
use leptos::prelude::*;
use store::{CarnetView, MemberId, ProposalView, Role};

/// A person in the carnet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Who {
    pub(super) id: MemberId,
    pub(super) name: String,
    /// A guardian vouched for them.
    pub(super) confirmed: bool,
}

/// What the page needs of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Kept {
    /// Its id, as addresses have it.
    pub(super) carnet: String,
    pub(super) guardian: bool,
    pub(super) closed: bool,
    pub(super) me: Option<MemberId>,
    pub(super) keepers: Vec<Who>,
    /// Accounts of the person whom it is about.
    pub(super) persons: Vec<Who>,
    pub(super) proposals: Vec<ProposalView>,
    /// What the person is called.
    pub(super) called: String,
    pub(super) birth: Option<NaiveDate>,
    pub(super) protection: Option<Protection>,
    pub(super) writes_notes: bool,
}

impl Kept {
    /// Follows the open carnet.
    pub(super) fn follow(desk: Desk) -> Memo<Self> {
        Memo::new(move |_| {
            desk.carnet()
                .map(|carnet| Self::of(&carnet))
                .unwrap_or_default()
        })
    }

    fn of(carnet: &CarnetView) -> Self {
        let with = |role: Role| -> Vec<Who> {
            let members = carnet
                .members
                .iter()
                .filter(|member| member.role == Some(role));
            let who = members.map(|member| Who {
                id: member.id,
                name: member.label.clone(),
                confirmed: member.confirmed,
            });
            who.collect()
        };
        let identity = carnet.identity().map(|(_, identity)| identity);
        let me = carnet.member(carnet.me);
        Self {
            carnet: carnet.id.to_string(),
            guardian: carnet.is_guardian() && me.is_some_and(|me| me.confirmed),
            closed: carnet.closed,
            me: Some(carnet.me),
            keepers: with(Role::Guardian),
            persons: with(Role::Person)
                .into_iter()
                .filter(|who| who.confirmed)
                .collect(),
            proposals: carnet.proposals.clone(),
            called: identity
                .map(|identity| identity.called().to_owned())
                .unwrap_or_default(),
            birth: identity.and_then(|identity| identity.birth_date),
            protection: identity.and_then(|identity| identity.protection.clone()),
            writes_notes: carnet.may_write(domain::Section::Notebook),
        }
    }

    /// What somebody is called here.
    pub(super) fn name(&self, id: MemberId, t: Words) -> String {
        let all = self.keepers.iter().chain(&self.persons);
        let found = all.filter(|who| who.id == id).map(|who| &who.name);
        let mut named = found.filter(|name| !name.is_empty());
        named
            .next()
            .cloned()
            .unwrap_or_else(|| t.somebody().to_owned())
    }

    /// Several names, or "you", one after the other.
    pub(super) fn listed(&self, ids: &[MemberId], t: Words) -> String {
        let name = |id: &MemberId| {
            if Some(*id) == self.me {
                t.keep_me().to_owned()
            } else {
                self.name(*id, t)
            }
        };
        ids.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// Everybody who keeps the carnet.
    pub(super) fn names(&self, t: Words) -> String {
        let ids: Vec<MemberId> = self.keepers.iter().map(|who| who.id).collect();
        self.listed(&ids, t)
    }

    /// Confirmed guardians.
    pub(super) fn deciding(&self) -> usize {
        self.keepers.iter().filter(|who| who.confirmed).count()
    }

    /// The person's name, or what stands for it.
    pub(super) fn person(&self, t: Words) -> String {
        if self.called.is_empty() {
            t.somebody().to_owned()
        } else {
            self.called.clone()
        }
    }
}
