//! The team: who is let in, with which rights, and by which agreement.

use core::fmt;

use domain::entry::Consent;
use protocol::change::Role;
use protocol::ids::{CarnetId, MemberId};
use protocol::time::Seconds;

use super::{Keeper, NewRight};
use crate::guest::Guest;
use crate::trouble::Trouble;

/// An invitation to be made.
#[derive(Clone)]
pub struct NewInvitation {
    /// What whoever takes it will be called in the carnet.
    pub label: String,
    /// As what they come in.
    pub role: Role,
    /// What they may read and write. The team must be among it: it says whose carnet it is.
    pub rights: Vec<NewRight>,
    /// Until when the invitation can be taken.
    pub until: Seconds,
    /// Whether they may read what was written before.
    pub past: bool,
    /// The agreement, to be recorded with it; who it is for is filled in here.
    pub consent: Option<Consent>,
    /// Who it is for had another account in the carnet, and lost every way into it.
    pub replaces: Option<MemberId>,
}

/// The rights that a member shall have.
#[derive(Clone)]
pub struct NewRights {
    /// Who.
    pub member: MemberId,
    /// All of them: those that are left out are taken away.
    pub rights: Vec<NewRight>,
    /// Whether what was written before may be read in sections that are new to them.
    pub past: bool,
    /// The agreement, to be recorded with it; who it is for is filled in here.
    pub consent: Option<Consent>,
}

impl fmt::Debug for NewInvitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewInvitation(…)")
    }
}

impl fmt::Debug for NewRights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewRights(…)")
    }
}

impl Keeper {
    /// Makes an invitation to the open carnet, to be found among its `invitations`. Guardians.
    pub async fn invite(&self, new: NewInvitation) -> Result<MemberId, Trouble> {
        self.ask(move |engine| Box::pin(engine.invite(new))).await
    }

    /// Closes an invitation that nobody has taken.
    pub async fn close_invitation(&self, link: MemberId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.close_invitation(link)))
            .await
    }

    /// Makes a member's rights exactly these, in one commit. Guardians.
    pub async fn set_rights(&self, new: NewRights) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.set_rights(new)))
            .await
    }

    /// Somebody who holds an invitation: `fragment` is what stands behind the `#` of its address. Needs no account.
    pub async fn guest(&self, fragment: String) -> Result<Guest, Trouble> {
        Guest::open(&self.ports, &fragment).await
    }

    /// Comes into the carnet that an invitation leads to, with the account that is in.
    pub async fn join(&self, guest: Guest) -> Result<CarnetId, Trouble> {
        self.ask(move |engine| Box::pin(async move { engine.join(&guest).await }))
            .await
    }
}
