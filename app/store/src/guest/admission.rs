//! The one commit that an invitation's key signs: it lets one account in, with exactly the invitation's own rights, and ends the
//! invitation.

use protocol::apply::apply;
use protocol::carnet::{Envelope, Push};
use protocol::change::{Change, Sealed};
use protocol::commit::{Body, Commit, Signed};
use protocol::ids::SectionId;
use protocol::keys::MemberKeys;
use protocol::signing::Kind;
use protocol::time::Seconds;
use sealing::member_label::Subject;

use super::{Guest, terms};
use crate::trouble::{Trouble, What};

/// The commit, ready to be pushed by the newcomer's own session.
pub(crate) struct Admission {
    /// What is pushed.
    pub push: Push,
    /// The number that it will have.
    pub seq: u64,
}

impl Guest {
    /// Lets an account in, from what is known of the log now.
    pub(crate) fn admit(&self, newcomer: &MemberKeys, now: Seconds) -> Result<Admission, Trouble> {
        let seen = self.0.seen.borrow();
        let carnet = seen.as_ref().ok_or(Trouble::NotFound)?;
        let member = carnet.member().ok_or(Trouble::LinkClosed)?;
        let (role, ..) = terms(member.standing)?;
        let (link, id) = (self.0.holder.id(), newcomer.member_id());
        let at = carnet.date(now);
        let label = carnet
            .ring
            .seal_label(SectionId::TEAM, Subject::Member(id), &carnet.label(link))
            .map_err(|_| Trouble::Withheld(What::Key(SectionId::TEAM)))?;
        // Those keys of the past that came with the invitation, and no others.
        let mut names = Vec::new();
        for section in member.grants.keys() {
            names.extend(carnet.keys_to_give(*section, true));
        }
        let envelope = carnet
            .ring
            .seal_keys(newcomer, &names)
            .map_err(|_| Trouble::Broken(What::Answer))?;
        let mut changes = vec![Change::Admit {
            keys: newcomer.clone(),
            role,
            label: Sealed(label),
        }];
        changes.extend(member.grants.iter().map(|(section, right)| Change::Grant {
            member: id,
            section: *section,
            access: right.access,
            until: right.until,
            envelope: envelope.digest,
        }));
        changes.push(Change::Revoke { member: link });
        let (seq, parent) = carnet.log.head();
        let body = Body::Commit(Commit {
            carnet: self.0.carnet,
            seq: seq + 1,
            parent,
            author: link,
            own_last: member.last,
            at,
            changes,
        })
        .to_bytes();
        let signed = Signed {
            signature: self.0.holder.sign(Kind::Commit, &body),
            body,
        };
        apply(&carnet.log.state, &signed)?;
        let push = Push {
            signed,
            payloads: Vec::new(),
            envelopes: vec![Envelope {
                member: id,
                file: Sealed(envelope.sealed),
            }],
        };
        Ok(Admission { push, seq: seq + 1 })
    }
}
