//! Who is in the carnet: what the page draws of open invitations, and of this account's own place.

use std::sync::Arc;

use protocol::change::{Access, LinkKind};
use protocol::ids::{EntryId, MemberId, SectionId};
use protocol::state::{Member, Standing};

use super::Carnet;
use crate::links::keys::{InvitationKeys, LinkKeys};
use crate::scene::{CarnetView, InvitationSecret, InvitationView, Mine, RightView};

impl Carnet {
    /// Invitations that nobody has taken yet.
    pub(super) fn invitations(&self, origin: &str) -> Vec<InvitationView> {
        let members = self.log.state.members.iter();
        let open = members.filter_map(|(id, member)| match member.standing {
            Standing::Link {
                kind: LinkKind::Invitation(role),
                until,
                by,
            } => Some(InvitationView {
                link: *id,
                label: self.label(*id),
                role,
                until,
                by,
                rights: rights(member),
                ready: self.served.contains(id),
                secret: self.invitation_keys(*id).map(|(_, keys)| {
                    Arc::new(InvitationSecret {
                        origin: origin.to_owned(),
                        fragment: keys.fragment.expose().to_owned(),
                    })
                }),
            }),
            _ => None,
        });
        open.collect()
    }

    /// What the address of an invitation carries, and the entry that keeps it; guardians alone have it.
    pub(crate) fn invitation_keys(&self, link: MemberId) -> Option<(EntryId, InvitationKeys)> {
        self.kept_invitations().find(|(_, keys)| keys.link == link)
    }

    /// Every invitation whose address is kept, taken or not.
    pub(crate) fn kept_invitations(&self) -> impl Iterator<Item = (EntryId, InvitationKeys)> + '_ {
        self.link_keys().filter_map(|(id, _, keys)| match keys {
            LinkKeys::Invitation(invitation) => Some((id, invitation)),
            _ => None,
        })
    }

    /// Entries that keep the address of an invitation, or of a link for one visit, that is over.
    pub(crate) fn stale_addresses(&self) -> Vec<EntryId> {
        let over = self.link_keys().filter(|(_, _, keys)| {
            let link = match keys {
                LinkKeys::Invitation(invitation) => invitation.link,
                LinkKeys::Reading(reading) => reading.link,
                // What was left there may still have to be opened.
                LinkKeys::Tray(_) | LinkKeys::Card(_) => return false,
            };
            !self.log.state.members.contains_key(&link)
        });
        over.map(|(entry, _, _)| entry).collect()
    }

    /// What this account is here, for the list of carnets.
    pub(super) fn mine(&self, view: &CarnetView) -> Option<Mine> {
        let until = view.myself().and_then(crate::scene::MemberView::first_end);
        Some(Mine {
            role: view.role?,
            until,
            over: view.readable.is_empty(),
        })
    }

    /// How many entries others wrote or changed since this account last looked, as far as it may read them.
    pub(super) fn news(&self) -> usize {
        let Some(visited) = self.visited else {
            return 0;
        };
        let new = self.entries.values().filter(|view| {
            view.versions.iter().any(|version| {
                version.author != self.me && version.seq.is_some_and(|seq| seq > visited)
            })
        });
        new.count()
    }

    /// The keys that a newcomer needs to read a section: the current one; and, if the past is not to be hidden from it,
    /// those before every cut, from which the back links lead on.
    pub(crate) fn keys_to_give(&self, section: SectionId, past: bool) -> Vec<(SectionId, u32)> {
        let Some(current) = self.current_key(section) else {
            return Vec::new();
        };
        let before_cuts = (1..=current)
            .filter(|epoch| past && !self.log.facts.backs.contains_key(&(section, *epoch)))
            .map(|epoch| epoch - 1)
            .filter(|epoch| self.ring.holds(section, *epoch));
        before_cuts
            .chain([current])
            .map(|epoch| (section, epoch))
            .collect()
    }
}

/// The rights of a member, as the page draws them.
pub(crate) fn rights(member: &Member) -> Vec<RightView> {
    let rights = member.grants.iter().map(|(section, right)| RightView {
        section: *section,
        write: right.access == Access::Write,
        until: right.until,
    });
    rights.collect()
}
