//! The account: asked for again, and kept for days without network.

use protocol::account::Account;
use protocol::paths;

use super::Engine;
use super::records::{self, AccountRecord};
use crate::shelf::names;
use crate::trouble::{Trouble, What};

impl Engine {
    /// Asks which ways in and which carnets there are.
    pub(crate) async fn refresh_account(&mut self) -> Result<(), Trouble> {
        let mut account = self.ask_account().await?;
        if account.id != self.inside()?.id {
            // The session may still be that of somebody who was in before.
            self.renew_session().await?;
            account = self.ask_account().await?;
        }
        if account.id != self.inside()?.id {
            return Err(Trouble::Broken(What::Answer));
        }
        self.take_list(&account.list)?;
        self.inside_mut()?.account = AccountRecord::from(account);
        self.keep_account().await?;
        self.remember_wraps().await
    }

    async fn ask_account(&mut self) -> Result<Account, Trouble> {
        let asked = self.signed(|talk| async move { talk.get(paths::ACCOUNT).await });
        Ok(asked.await?)
    }

    /// Keeps the account on the shelf, sealed.
    pub(super) async fn keep_account(&self) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let plain = serde_json::to_vec(&inside.account).map_err(|_| Trouble::Storage)?;
        let step = records::seal(inside.root.shelf(), names::account(inside.id), &plain);
        inside
            .shelf
            .write(vec![step])
            .await
            .map_err(|_| Trouble::Storage)
    }
}
