//! Who may read and write a carnet. Guardians decide; each of these is one signed commit and needs the network.

use protocol::change::{Access, Role};
use protocol::ids::{MemberId, SectionId};
use protocol::keys::MemberKeys;
use protocol::time::Seconds;

use super::Keeper;
use crate::trouble::Trouble;

/// A right to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewRight {
    /// On what.
    pub section: SectionId,
    /// To do what.
    pub access: Access,
    /// Until when; always for professionals.
    pub until: Option<Seconds>,
}

impl Keeper {
    /// The public keys of the account that is in, for a guardian who admits it.
    pub async fn my_keys(&self) -> Result<MemberKeys, Trouble> {
        self.ask(|engine| Box::pin(async { engine.my_keys() }))
            .await
    }

    /// Admits an account to the open carnet, with its rights and the keys that they need.
    pub async fn admit(
        &self,
        keys: MemberKeys,
        role: Role,
        label: String,
        rights: Vec<NewRight>,
    ) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.admit(keys, role, label, rights)))
            .await
    }

    /// Gives a member of the open carnet rights, in place of those it had on the same sections.
    pub async fn grant(&self, member: MemberId, rights: Vec<NewRight>) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.grant(member, rights)))
            .await
    }

    /// Takes a right away and changes the section's key.
    pub async fn ungrant(&self, member: MemberId, section: SectionId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.ungrant(member, section)))
            .await
    }

    /// Takes a member out of the open carnet and changes the key of every section that it could read.
    pub async fn revoke(&self, member: MemberId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.revoke(member)))
            .await
    }

    /// Vouches for a member that joined by itself.
    pub async fn confirm(&self, member: MemberId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.confirm(member)))
            .await
    }

    /// Leaves the open carnet.
    pub async fn leave(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.leave())).await
    }

    /// Changes the key of a section. `cut`: whoever is given the section later sees nothing of its past; what is current is
    /// written anew for those who may read it now and later.
    pub async fn rotate(&self, section: SectionId, cut: bool) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.rotate(section, cut)))
            .await
    }
}
