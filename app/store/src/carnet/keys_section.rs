//! What the `keys` section says. It is kept apart from the record: no view, no history and no export ever has it.

use protocol::change::LinkKind;
use protocol::ids::{EntryId, MemberId, SectionId};
use protocol::state::{Entry, Standing};
use protocol::time::Seconds;

use super::Carnet;
use crate::links::keys::{CardKeys, LinkKeys, ReadingKeys, TrayKeys};

impl Carnet {
    /// The urgent card that works: the newest, if guardians made two at the same time.
    pub(crate) fn card(&self) -> Option<(EntryId, u64, CardKeys)> {
        let cards = self.link_keys().filter_map(|(id, seq, keys)| match keys {
            LinkKeys::Card(card) if self.has_link(card.link, LinkKind::Urgent) => {
                Some((id, seq, card))
            }
            _ => None,
        });
        cards.max_by_key(|(_, seq, _)| *seq)
    }

    /// The keys of a deposit link's tray, also of one that is closed: what lies in it can still be read.
    pub(crate) fn tray(&self, link: MemberId) -> Option<TrayKeys> {
        self.link_keys().find_map(|(_, _, keys)| match keys {
            LinkKeys::Tray(tray) if tray.link == link => Some(tray),
            _ => None,
        })
    }

    /// The keys of an open link for one visit.
    pub(crate) fn reading_keys(&self, link: MemberId) -> Option<ReadingKeys> {
        self.link_keys().find_map(|(_, _, keys)| match keys {
            LinkKeys::Reading(reading) if reading.link == link => Some(reading),
            _ => None,
        })
    }

    /// The entry of the `keys` section that holds the keys of a link for one visit.
    pub(crate) fn reading_entry(&self, link: MemberId) -> Option<EntryId> {
        self.link_keys().find_map(|(id, _, keys)| {
            matches!(keys, LinkKeys::Reading(reading) if reading.link == link).then_some(id)
        })
    }

    /// The deposit links that guardians gave a name and that were not closed, each with when it ends.
    pub(crate) fn named_trays(&self) -> impl Iterator<Item = (Seconds, TrayKeys)> + '_ {
        self.link_keys().filter_map(|(_, _, keys)| {
            let LinkKeys::Tray(tray) = keys else {
                return None;
            };
            tray.name.as_ref()?;
            match self.log.state.members.get(&tray.link)?.standing {
                Standing::Link {
                    kind: LinkKind::Deposit,
                    until,
                    ..
                } => Some((until, tray)),
                _ => None,
            }
        })
    }

    /// Whether this member was ever given a tray's keys.
    pub(crate) fn has_trays(&self) -> bool {
        self.link_keys()
            .any(|(_, _, keys)| matches!(keys, LinkKeys::Tray(_)))
    }

    /// The urgent link that a sheet was made for last, whether or not this member has its keys.
    pub(crate) fn urgent_link(&self) -> Option<MemberId> {
        let links = self.log.state.members.iter().filter(|(_, member)| {
            matches!(
                member.standing,
                Standing::Link {
                    kind: LinkKind::Urgent,
                    ..
                }
            )
        });
        links
            .max_by_key(|(_, member)| (member.sheet.map(|sheet| sheet.seq), member.since))
            .map(|(id, _)| *id)
    }

    fn has_link(&self, link: MemberId, wanted: LinkKind) -> bool {
        self.log.state.members.get(&link).is_some_and(
            |member| matches!(member.standing, Standing::Link { kind, .. } if kind == wanted),
        )
    }

    /// What can be read of the `keys` section, current versions only, each with its entry and the commit that brought it.
    pub(super) fn link_keys(&self) -> impl Iterator<Item = (EntryId, u64, LinkKeys)> + '_ {
        let newest = |entry: &Entry| {
            let versions = entry.versions.iter();
            let read = versions.filter_map(|version| {
                let keys = LinkKeys::read(self.secrets.get(&version.payload)?)?;
                Some((version.seq, keys))
            });
            read.max_by_key(|(seq, _)| *seq)
        };
        self.log
            .state
            .entries_of(SectionId::KEYS)
            .filter_map(move |(id, entry)| {
                let (seq, keys) = newest(entry)?;
                Some((*id, seq, keys))
            })
    }
}
