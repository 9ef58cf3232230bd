//! What guardians decide together, private compartments, and the end of an account.

use protocol::account::MailLanguage;
use protocol::change::Proposal;
use protocol::ids::{CarnetId, EntryId, MemberId, SectionId};

use super::accounts::NewSheet;
use super::{Edit, Keeper};
use crate::files::OnProgress;
use crate::scene::Fates;
use crate::trouble::Trouble;

impl Keeper {
    /// Asks the other guardians of the open carnet. What all have agreed to is done by itself, by whoever's device is next.
    pub async fn propose(&self, what: Proposal) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.propose(what))).await
    }

    /// Says yes to a question, by its number.
    pub async fn approve(&self, proposal: u64) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.approve(proposal)))
            .await
    }

    /// Says no to a question, or takes one's own back: it ends.
    pub async fn oppose(&self, proposal: u64) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.oppose(proposal)))
            .await
    }

    /// The guardian `old` lost every way into that account and came in again as `new`: confirms `new`, and asks that `old` go.
    /// It goes by itself once all others agreed and it stayed silent for [`protocol::limits::READMIT`]; anything it does ends it.
    pub async fn readmit(&self, old: MemberId, new: MemberId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.readmit(old, new)))
            .await
    }

    /// Hands the open carnet to the person: they become its one guardian, those before become relatives. Where there are
    /// several guardians, asks the others first.
    pub async fn transfer(&self, to: MemberId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.transfer(to))).await
    }

    /// Adds a private compartment to the open carnet: a section whose key nobody else holds until it is given to them.
    pub async fn add_compartment(&self, name: String) -> Result<SectionId, Trouble> {
        self.ask(move |engine| Box::pin(engine.add_compartment(name)))
            .await
    }

    /// Writes new entries into a private compartment. They stay there for ever.
    pub async fn put_private(
        &self,
        section: SectionId,
        edits: Vec<Edit>,
    ) -> Result<Vec<EntryId>, Trouble> {
        self.ask(move |engine| Box::pin(engine.put_private(section, edits)))
            .await
    }

    /// A new carnet of one's own from all that this account reads in the open one, which nobody has to allow. It is open
    /// afterwards.
    pub async fn copy_carnet(&self, progress: OnProgress) -> Result<CarnetId, Trouble> {
        crate::copy::run(self, &progress).await
    }

    /// An empty carnet, in the account's list and not shown.
    pub(crate) async fn found(&self, label: String) -> Result<CarnetId, Trouble> {
        self.ask(move |engine| Box::pin(async move { engine.found(&label).await }))
            .await
    }

    /// Erases a copy that could not be finished, and shows the carnet of before.
    pub(crate) async fn undo_copy(&self, copy: CarnetId, before: CarnetId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.undo_copy(copy, before)))
            .await
    }

    /// Takes a carnet that was erased, or that this account is not in any more, out of its list.
    pub async fn put_away(&self, carnet: CarnetId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.put_away(carnet)))
            .await
    }

    /// What becomes of each carnet if the account is erased.
    pub async fn fates(&self) -> Result<Fates, Trouble> {
        self.ask(|engine| Box::pin(engine.fates())).await
    }

    /// Erases the account: leaves every carnet, erases those that nobody else is in, forgets it here. Asked for again, it
    /// goes on where it stopped.
    pub async fn erase_account(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.erase_account())).await
    }

    /// Somebody else can open the account: makes a new one with a passkey, which is in afterwards. Keep its sheet, then call
    /// [`Keeper::replace_on`].
    pub async fn replace_with_passkey(&self) -> Result<NewSheet, Trouble> {
        self.ask(|engine| Box::pin(engine.replace_with_passkey()))
            .await
    }

    /// The same with another name and passphrase.
    pub async fn replace_with_name(
        &self,
        name: String,
        passphrase: String,
    ) -> Result<NewSheet, Trouble> {
        self.ask(move |engine| Box::pin(engine.replace_with_name(name, passphrase)))
            .await
    }

    /// Takes the old account's place in every carnet, changes the keys of all that it could read, and erases it. Gives the
    /// carnets where that could not be done yet: call it again. An address for reminders goes along, in this language.
    pub async fn replace_on(&self, language: MailLanguage) -> Result<Vec<CarnetId>, Trouble> {
        self.ask(move |engine| Box::pin(engine.replace_on(language)))
            .await
    }
}
