//! Reminders: what the account wants, and which devices are told.

use domain::reminders::Preferences;
use protocol::ids::DeviceId;

use super::Keeper;
use crate::scene::RemindersView;
use crate::trouble::Trouble;

impl Keeper {
    /// What the account wants, what the server can do, which devices are told.
    pub async fn reminders(&self) -> Result<RemindersView, Trouble> {
        self.ask(|engine| Box::pin(engine.reminders())).await
    }

    /// Keeps what the account wants; what was planned is planned anew.
    pub async fn set_reminders(&self, wanted: Preferences) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.set_reminders(wanted)))
            .await
    }

    /// Has mails say what they are about, readable to the server and to whoever carries them; or no more, and then at once.
    pub async fn readable_mails(&self, on: bool) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.readable_mails(on)))
            .await
    }

    /// Has this device told from now on. Ask the person for it first, by the browser's own question.
    pub async fn remind_here(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.remind_here())).await
    }

    /// Takes a device out of those that are told; the others get a new key.
    pub async fn forget_reminded(&self, device: DeviceId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.forget_reminded(device)))
            .await
    }

    /// Sends one now, to this account's devices or by mail, to see whether it arrives.
    pub async fn try_reminder(&self, push: bool) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.try_reminder(push)))
            .await
    }
}
