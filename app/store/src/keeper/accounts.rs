//! Accounts, ways in, the door.

use protocol::account::MailLanguage;
use protocol::ids::{MemberId, WayId};

use super::Keeper;
use crate::passkeys::Availability;
use crate::trouble::Trouble;

/// What goes onto a new recovery sheet. It is shown once, and never kept.
#[derive(Clone, PartialEq, Eq)]
pub struct NewSheet {
    /// The six groups of five characters.
    pub groups: Vec<String>,
    /// The text of the QR code; it also names the account.
    pub qr: String,
    /// The account.
    pub account: MemberId,
    /// The two groups to ask for, as places from 0: see [`Keeper::confirm_sheet`].
    pub asked: (usize, usize),
}

impl core::fmt::Debug for NewSheet {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "NewSheet({})", self.account)
    }
}

impl Keeper {
    /// Whether passkeys can be tried here.
    pub async fn passkeys(&self) -> Availability {
        self.ports.passkeys.availability().await
    }

    /// Makes an account with a passkey, and its recovery code. `label` is what the authenticator shows beside it.
    pub async fn create_account_passkey(
        &self,
        label: String,
        borrowed: bool,
    ) -> Result<NewSheet, Trouble> {
        self.ask(move |engine| Box::pin(engine.create_with_passkey(label, borrowed)))
            .await
    }

    /// Makes an account with a sign-in name and a passphrase, and its recovery code.
    pub async fn create_account_name(
        &self,
        label: String,
        name: String,
        passphrase: String,
        borrowed: bool,
    ) -> Result<NewSheet, Trouble> {
        self.ask(move |engine| Box::pin(engine.create_with_name(label, name, passphrase, borrowed)))
            .await
    }

    /// The sheet that was made since unlocking and is not confirmed yet; none if there is none.
    pub async fn pending_sheet(&self) -> Option<NewSheet> {
        self.ask(|engine| Box::pin(async { Ok(engine.pending_sheet()) }))
            .await
            .ok()
            .flatten()
    }

    /// Confirms that the sheet is at hand, by the two groups asked for.
    pub async fn confirm_sheet(&self, first: String, second: String) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.confirm_sheet(first, second)))
            .await
    }

    /// Confirms that the sheet is at hand, by its scanned QR code or its whole code.
    pub async fn confirm_sheet_whole(&self, text: String) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.confirm_sheet_whole(text)))
            .await
    }

    /// Makes a new recovery code, which replaces the one before.
    pub async fn make_new_code(&self) -> Result<NewSheet, Trouble> {
        self.ask(|engine| Box::pin(engine.make_new_code())).await
    }

    /// Signs in and unlocks with a passkey.
    pub async fn sign_in_passkey(&self, borrowed: bool) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.sign_in_passkey(borrowed)))
            .await
    }

    /// Signs in and unlocks with a name and its passphrase.
    pub async fn sign_in_name(
        &self,
        name: String,
        passphrase: String,
        borrowed: bool,
    ) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.sign_in_name(name, passphrase, borrowed)))
            .await
    }

    /// Signs in and unlocks with the recovery code, typed, or scanned from the sheet.
    pub async fn recover(&self, code: String, borrowed: bool) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.recover(code, borrowed)))
            .await
    }

    /// Unlocks an account that this device remembers with its passkey; works without network.
    pub async fn unlock_passkey(&self, account: MemberId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.unlock_passkey(account)))
            .await
    }

    /// Unlocks an account that this device remembers with its passphrase; works without network.
    pub async fn unlock_passphrase(
        &self,
        account: MemberId,
        passphrase: String,
    ) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.unlock_passphrase(account, passphrase)))
            .await
    }

    /// Forgets the keys. What this device keeps stays, sealed.
    pub async fn lock(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(async { engine.lock().await }))
            .await
    }

    /// Forgets the keys and ends the session with the server.
    pub async fn sign_out(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.sign_out())).await
    }

    /// Removes everything of an account from this device. Unsent changes are lost: ask first.
    pub async fn forget_device(&self, account: MemberId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.forget_device(account)))
            .await
    }

    /// Adds a passkey.
    pub async fn add_passkey(&self, label: String) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.add_passkey(label)))
            .await
    }

    /// Sets the sign-in name and passphrase, in place of those before.
    pub async fn set_name(&self, name: String, passphrase: String) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.set_name(name, passphrase)))
            .await
    }

    /// Removes a way in. It stops signing in; who has opened the account with it can still open what they copied.
    pub async fn remove_way(&self, way: WayId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.remove_way(way)))
            .await
    }

    /// Sets the address for reminders and the language they are written in, or takes the address away.
    pub async fn set_email(
        &self,
        email: Option<String>,
        language: MailLanguage,
    ) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.set_email(email, language)))
            .await
    }

    /// Asks the server again which ways in and which carnets there are.
    pub async fn refresh_account(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.refresh_account())).await
    }
}
