//! Whether an account's mails may say what they are about, and what waits to be said.

use protocol::ids::MemberId;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;

/// Takes away all that waits to be said in an account's mails: `forget!(tx, account bytes)`.
macro_rules! forget {
    ($tx:expr, $account:expr) => {
        sqlx::query("UPDATE reminders SET titles = NULL WHERE account = $1 AND titles IS NOT NULL")
            .bind($account)
            .execute(&mut *$tx)
            .await?
    };
}
pub(crate) use forget;

impl Storage {
    /// Lets an account's mails say what they are about, or no more: then what waits to be said is forgotten at once.
    pub async fn set_readable(
        &self,
        account: MemberId,
        readable: bool,
    ) -> Result<(), StorageError> {
        const SQL: &str = "UPDATE accounts SET readable = $2 WHERE id = $1";
        let account = account.as_bytes().as_slice();
        transaction!(self, tx => {
            sqlx::query(SQL).bind(account).bind(readable).execute(&mut *tx).await?;
            if !readable {
                forget!(tx, account);
            }
            Ok(())
        })
    }

    /// Whether an account's mails may say what they are about.
    pub async fn is_readable(&self, account: MemberId) -> Result<bool, StorageError> {
        const SQL: &str = "SELECT COUNT(*) FROM accounts WHERE id = $1 AND readable";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL).bind(account.as_bytes().as_slice()).fetch_one(pool).await
        })?;
        Ok(count > 0)
    }
}
