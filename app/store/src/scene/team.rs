//! What the page draws of who is in a carnet, and of the invitations that are open.

use core::fmt;
use std::sync::Arc;

use domain::Section;
use protocol::change::Role;
use protocol::ids::{MemberId, SectionId};
use protocol::time::Seconds;

use super::{CarnetView, MemberView, RightView};

/// An invitation that nobody has taken yet.
#[derive(Debug, Clone, PartialEq)]
pub struct InvitationView {
    /// The link.
    pub link: MemberId,
    /// What whoever takes it will be called; empty if this account may not read it.
    pub label: String,
    /// As what it lets somebody in.
    pub role: Role,
    /// Until when it can be taken.
    pub until: Seconds,
    /// Who made it.
    pub by: MemberId,
    /// What whoever takes it may read, and until when.
    pub rights: Vec<RightView>,
    /// The server was told, from this device, how to know who holds it.
    pub ready: bool,
    /// Its address, for guardians.
    pub secret: Option<Arc<InvitationSecret>>,
}

/// What the address of an invitation carries: whoever has it can come in, once.
#[derive(Clone, PartialEq, Eq)]
pub struct InvitationSecret {
    pub(crate) origin: String,
    pub(crate) fragment: String,
}

impl InvitationSecret {
    /// The whole address, where `path` is that of the page that takes invitations.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}#{}", self.origin, self.fragment)
    }
}

impl fmt::Debug for InvitationSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InvitationSecret(…)")
    }
}

/// What somebody who holds an invitation is shown before taking it.
#[derive(Debug, Clone, PartialEq)]
pub struct GuestView {
    /// The person's name; empty if it cannot be read.
    pub person: String,
    /// Who invites: the name they have in the carnet.
    pub by: String,
    /// What the newcomer will be called.
    pub label: String,
    /// As what they come in.
    pub role: Role,
    /// What they may read and write, and until when.
    pub rights: Vec<RightView>,
    /// Until when the invitation can be taken.
    pub until: Seconds,
}

impl RightView {
    /// The section, if it is one that every carnet has.
    pub fn known(&self) -> Option<Section> {
        crate::carnet::section_of(self.section)
    }
}

/// The id of a section that every carnet has.
pub fn section_id(section: Section) -> SectionId {
    crate::carnet::section_id(section)
}

impl MemberView {
    /// Whether it is the link of an agreement's `member`, or came by it.
    pub fn is_named(&self, member: &str) -> bool {
        let names = |id: &MemberId| id.to_string() == member;
        names(&self.id) || self.invitation.as_ref().is_some_and(names)
    }

    /// When the first of its rights that end does so; none if none ends.
    pub fn first_end(&self) -> Option<Seconds> {
        self.rights.iter().filter_map(|right| right.until).min()
    }
}

impl CarnetView {
    /// This account as a member.
    pub fn myself(&self) -> Option<&MemberView> {
        self.member(self.me)
    }

    /// Whether somebody came in under the name of a guardian whose account may be lost: whoever is let in anew usually keeps it.
    pub fn is_likely_back(&self, member: &MemberView) -> bool {
        let mut before = member.may_have_been.iter();
        before.any(|old| {
            self.member(*old)
                .is_some_and(|old| old.label == member.label)
        })
    }

    /// Whether this account may read a section.
    pub fn may_read(&self, section: Section) -> bool {
        self.readable.contains(&section)
    }
}

/// When a right that is renewed ends: a year from now, and never sooner than it would have.
pub fn renewed(until: Option<Seconds>, now: Seconds) -> Option<Seconds> {
    until.map(|until| until.max(now.plus(protocol::time::YEAR)))
}
