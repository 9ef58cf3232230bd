//! The view: what the page draws of a carnet. Only entries that changed are looked at again.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use domain::{Entry, Plain, Section, Term};
use protocol::ids::{EntryId, MemberId, SectionId};
use protocol::limits;
use protocol::state::{Member, Standing};
use protocol::time::{MINUTE, Seconds};
use sealing::member_label::Subject;

use super::{Carnet, section_id, section_of};
use crate::outbox::{Act, Item, Outbox};
use crate::scene::{
    CarnetView, Cover, EntryView, Latest, MemberView, Notice, Reading, VersionView, WhyUnreadable,
};
use crate::trouble::Trouble;

/// How far beyond what the server allows a commit may lie ahead of this device's clock before the clock is said to be wrong.
const SLACK: u64 = 10 * MINUTE;

impl Carnet {
    /// The view now; the same as before if nothing changed.
    pub(crate) fn show(&mut self, outbox: &Outbox, now: Seconds, origin: &str) -> Rc<CarnetView> {
        if let Some(view) = &self.view {
            return view.clone();
        }
        let mut waiting: BTreeMap<EntryId, Vec<&Item>> = BTreeMap::new();
        for item in outbox.of(self.id) {
            waiting.entry(item.entry).or_default().push(item);
        }
        let at = self.date(now);
        let mut dirty = std::mem::take(&mut self.dirty);
        dirty.extend(waiting.keys().copied());
        for id in dirty {
            self.entries.remove(&id);
            self.private.remove(&id);
            let waiting = waiting.get(&id).map_or(&[][..], Vec::as_slice);
            match self.entry_view(id, waiting, at) {
                Some((section, view)) if section.is_private() => {
                    self.private.insert(id, (section, Arc::new(view)));
                }
                Some((_, view)) => {
                    self.entries.insert(id, Rc::new(view));
                }
                None => {}
            }
        }
        let may = |right: &dyn Fn(SectionId) -> bool| -> Vec<Section> {
            Section::ALL
                .iter()
                .copied()
                .filter(|section| right(section_id(*section)))
                .collect()
        };
        let urgent = self.urgent_scene(now, origin);
        let standing = self.member().map(|member| member.standing);
        let view = Rc::new(CarnetView {
            id: self.id,
            me: self.me,
            role: match standing {
                Some(Standing::Account { role, .. }) => Some(role),
                _ => None,
            },
            confirmed: matches!(
                standing,
                Some(Standing::Account {
                    confirmed: true,
                    ..
                })
            ),
            seq: self.log.state.seq,
            head: self.log.state.head,
            at: self.log.state.at,
            members: self
                .log
                .state
                .members
                .iter()
                .map(|(id, member)| self.member_view(*id, member))
                .collect(),
            names: self
                .log
                .facts
                .names
                .keys()
                .map(|id| (*id, self.label(*id)))
                .collect(),
            entries: self.all_entries(),
            notices: self.notices(&waiting, now),
            writable: may(&|section| self.may_write(section, at)),
            readable: may(&|section| self.reads(section, at)),
            urgent,
            invitations: self.invitations(origin),
            inbox: self.inbox(outbox),
            links: Rc::new(self.links()),
            closed_links: self.closed_links(now),
            proposals: self.proposals(at),
            compartments: self.compartments(at),
            spoke_up: self.spoke_up,
            closed: self.log.state.closed,
            deposit_links: self.deposit_links(origin),
        });
        self.view = Some(view.clone());
        view
    }

    /// What the list of carnets shows.
    pub(crate) fn cover(&self, view: &CarnetView) -> Cover {
        let identity = view.identity().map(|(_, identity)| identity);
        let (name, birth) = match identity {
            Some(identity) => (identity.full_name(), identity.birth_date),
            None => self.told_person(),
        };
        Cover {
            id: self.id,
            name,
            birth,
            photo: identity.and_then(|identity| identity.photo.clone()),
            latest: Some(Latest {
                at: self.log.state.at,
                by: self.log.facts.last_author,
            }),
            trouble: self.trouble,
            mine: self.mine(view),
            news: self.news(),
        }
    }

    /// Whether this account may write to a section and there is no newer form that it does not know.
    pub(crate) fn may_write(&self, section: SectionId, at: Seconds) -> bool {
        self.trouble != Some(crate::Trouble::Newer)
            && !self.log.state.closed
            && self.writes(section, at)
    }

    /// The name that a member was given; empty if it cannot be read here. Who came in by an invitation is called as whoever
    /// invited wrote it, and not as it called itself on the way in.
    pub(crate) fn label(&self, id: MemberId) -> String {
        let facts = &self.log.facts;
        let joined = facts.joined.get(&id);
        // Nobody names themselves: the inviter's word counts, and what an account was called before it was replaced.
        let given = joined.and_then(|(_, link)| *link);
        let given = given.or(facts.first_accounts.get(&id).copied());
        let said = |named: MemberId| {
            let sealed = facts.names.get(&named)?;
            self.ring
                .open_label(SectionId::TEAM, Subject::Member(named), &sealed.0)
                .ok()
        };
        // A name from before a cut can be read no more; then one's own is better than none, unless it was an inviter's.
        let own = joined.is_none_or(|(_, link)| link.is_none()).then_some(id);
        let words = given.into_iter().chain(own).find_map(said);
        words.map_or_else(|| self.told_name(id), |words| words.as_str().to_owned())
    }

    /// What can be read, and what a link shows beside it.
    fn all_entries(&self) -> BTreeMap<EntryId, Rc<EntryView>> {
        let mut entries = self.shown.clone();
        entries.extend(self.entries.iter().map(|(id, view)| (*id, view.clone())));
        entries
    }

    fn member_view(&self, id: MemberId, member: &Member) -> MemberView {
        let (role, confirmed) = match member.standing {
            Standing::Account { role, confirmed } => (Some(role), confirmed),
            Standing::Link { .. } => (None, true),
        };
        MemberView {
            id,
            label: self.label(id),
            role,
            me: id == self.me,
            confirmed,
            joined: self.log.facts.joined.get(&id).map(|(at, _)| *at),
            invitation: self.log.facts.joined.get(&id).and_then(|(_, link)| *link),
            rights: super::team::rights(member),
            may_have_been: self.may_have_been(id, member),
            said_lost: self.said_lost(id),
        }
    }

    /// An entry as pages see it, with the section it lies in.
    fn entry_view(
        &self,
        id: EntryId,
        waiting: &[&Item],
        at: Seconds,
    ) -> Option<(SectionId, EntryView)> {
        let entry = self.log.state.entries.get(&id);
        let section = entry
            .map(|entry| entry.section)
            .or_else(|| waiting.first().map(|item| item.section))?;
        if section == SectionId::KEYS || !self.reads(section, at) && waiting.is_empty() {
            return None;
        }
        let mut versions: Vec<VersionView> = Vec::new();
        for version in entry
            .map(|entry| entry.versions.as_slice())
            .unwrap_or_default()
        {
            let reading = self.reading(version.payload).cloned();
            let put = self.log.facts.put(id, version.payload);
            let reading = reading.or_else(|| put.map(|put| self.unread(put)));
            versions.push(VersionView {
                digest: version.payload,
                author: version.author,
                at: version.at,
                seq: Some(version.seq),
                reading: reading.unwrap_or(Reading::Unreadable(WhyUnreadable::NotHere)),
                unsent: false,
            });
        }
        for item in waiting {
            if self.log.facts.has_any(id, &item.tried) {
                continue;
            }
            versions.retain(|version| !item.seen.contains(&version.digest) && !version.unsent);
            if let Act::Put { plain, .. } = &item.act {
                let broken = |_| Reading::Unreadable(WhyUnreadable::Broken);
                versions.push(VersionView {
                    digest: item.stand_in(),
                    author: self.me,
                    at: item.at,
                    seq: None,
                    reading: Plain::read(plain).map_or_else(broken, Reading::Plain),
                    unsent: true,
                });
            }
        }
        versions
            .sort_by_key(|version| std::cmp::Reverse((version.unsent, version.at, version.seq)));
        (!versions.is_empty()).then(|| {
            let view = EntryView {
                id,
                section: section_of(section),
                versions,
            };
            (section, view)
        })
    }

    fn notices(&self, waiting: &BTreeMap<EntryId, Vec<&Item>>, now: Seconds) -> Vec<Notice> {
        let at = self.date(now);
        // The server let the last commit in: then it is this device's clock that is behind, and its owner should know.
        let late = self.log.state.at > now.plus(limits::AHEAD + SLACK);
        let clock = late.then_some(Trouble::WrongClock);
        let troubles = self.trouble.or(self.hitch).into_iter().chain(clock);
        let troubles = troubles.map(Notice::Trouble);
        let withheld = self.kept_back(at).into_iter().map(Notice::Withheld);
        let stuck = waiting.values().flatten();
        let stuck = stuck.filter_map(|item| {
            item.stuck.map(|why| Notice::Unsendable {
                entry: item.entry,
                why,
            })
        });
        let unique: BTreeSet<EntryId> = BTreeSet::new();
        let stuck = stuck.scan(unique, |seen, notice| {
            let first = matches!(&notice, Notice::Unsendable { entry, .. } if seen.insert(*entry));
            Some(first.then_some(notice))
        });
        troubles.chain(withheld).chain(stuck.flatten()).collect()
    }
}

/// Every sealed file that an entry names, with the smaller versions made of it.
pub(crate) fn blobs(entry: &Entry) -> Vec<String> {
    let mut blobs = Vec::new();
    for file in entry.files() {
        file.each(&mut |file| blobs.push(file.blob.clone()));
    }
    blobs
}
