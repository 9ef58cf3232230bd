//! Accounts: keys, the sealed list, an address for reminders.

use protocol::account::SignedList;
use protocol::ids::{MemberId, SigningKey};
use protocol::keys::{MemberKeys, Recipient};
use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::proof::NewWayRow;
use crate::row::{id, int};

/// An account as it is kept.
#[derive(Debug, Clone)]
pub struct AccountRow {
    /// Its keys.
    pub keys: MemberKeys,
    /// Its list of carnets.
    pub list: SignedList,
    /// For reminders.
    pub email: Option<String>,
}

/// The carnets where an account is the only guardian who has an account, while other accounts are members: nobody could keep them.
/// One that it never looked into nor wrote in does not count: being named by somebody else binds nobody.
const LEFT_ALONE: &str = "SELECT m.carnet FROM members m JOIN carnets c ON c.id = m.carnet \
    WHERE m.member = $1 AND m.is_guardian AND c.closed IS NULL \
    AND (EXISTS (SELECT 1 FROM commits k WHERE k.carnet = c.id AND k.author = $1) \
        OR EXISTS (SELECT 1 FROM journal j WHERE j.carnet = c.id AND j.member = $1)) \
    AND NOT EXISTS (SELECT 1 FROM members o JOIN accounts a ON a.id = o.member \
        WHERE o.carnet = m.carnet AND o.is_guardian AND o.member <> $1) \
    AND EXISTS (SELECT 1 FROM members o JOIN accounts a ON a.id = o.member \
        WHERE o.carnet = m.carnet AND o.member <> $1) LIMIT 1";

impl Storage {
    /// Opens an account with its first way in. [`StorageError::Exists`] if the account, the way's lookup id or its
    /// credential is there already.
    pub async fn open_account(
        &self,
        keys: &MemberKeys,
        list: &SignedList,
        list_version: u64,
        way: &NewWayRow,
        now: Seconds,
    ) -> Result<(), StorageError> {
        const SQL: &str = "INSERT INTO accounts \
            (id, signing, recipient, list_body, list_signature, list_version, email, opened) \
            VALUES ($1, $2, $3, $4, $5, $6, NULL, $7)";
        let account = keys.member_id();
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(keys.signing.as_bytes().as_slice())
                .bind(keys.recipient.as_bytes())
                .bind(list.body.as_slice())
                .bind(list.signature.as_bytes().as_slice())
                .bind(int(list_version))
                .bind(int(now.0))
                .execute(&mut *tx)
                .await?;
            crate::way::insert!(tx, account, way, now);
            Ok(())
        })
    }

    /// An account, if there is one.
    pub async fn account(&self, account: MemberId) -> Result<Option<AccountRow>, StorageError> {
        type Row = (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>, Option<String>);
        const SQL: &str = "SELECT signing, recipient, list_body, list_signature, email \
            FROM accounts WHERE id = $1";
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(SQL).bind(account.as_bytes().as_slice()).fetch_optional(pool).await
        })?;
        let Some((signing, recipient, body, signature, email)) = row else {
            return Ok(None);
        };
        let keys = MemberKeys {
            signing: id::<SigningKey>(&signing, "accounts")?,
            recipient: Recipient::from_slice(&recipient)
                .ok_or(StorageError::Damaged { table: "accounts" })?,
        };
        let signature = id(&signature, "accounts")?;
        let list = SignedList { body, signature };
        Ok(Some(AccountRow { keys, list, email }))
    }

    /// Replaces an account's list by one whose version is exactly one more. Says whether it was.
    pub async fn set_list(
        &self,
        account: MemberId,
        list: &SignedList,
        version: u64,
    ) -> Result<bool, StorageError> {
        const SQL: &str = "UPDATE accounts SET list_body = $1, list_signature = $2, list_version = $3 \
            WHERE id = $4 AND list_version = $3 - 1";
        let changed = transaction!(self, tx => {
            let done = sqlx::query(SQL)
                .bind(list.body.as_slice())
                .bind(list.signature.as_bytes().as_slice())
                .bind(int(version))
                .bind(account.as_bytes().as_slice())
                .execute(&mut *tx)
                .await?;
            Ok(done.rows_affected())
        })?;
        Ok(changed == 1)
    }

    /// Sets or takes away the address for reminders, and the language that they are written in. What was to be said in clear
    /// at one address is not said at another.
    pub async fn set_email(
        &self,
        account: MemberId,
        email: Option<&str>,
        language: &str,
    ) -> Result<(), StorageError> {
        const SQL: &str = "UPDATE accounts SET email = $1, language = $3 WHERE id = $2";
        const CLOSE: &str = "UPDATE accounts SET readable = FALSE WHERE id = $1 \
            AND readable AND (email IS NULL OR $2 IS NULL OR email <> $2)";
        let account = account.as_bytes().as_slice();
        transaction!(self, tx => {
            let closed = sqlx::query(CLOSE).bind(account).bind(email).execute(&mut *tx).await?;
            if closed.rows_affected() > 0 {
                crate::readable::forget!(tx, account);
            }
            sqlx::query(SQL)
                .bind(email)
                .bind(account)
                .bind(language)
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// Erases an account with its ways in, sessions, snapshots and calendars, and closes the carnets that nobody is left to open.
    /// False, and nothing changed, if a carnet would be left without a guardian while others with an account are in it.
    pub async fn erase_account(
        &self,
        account: MemberId,
        now: Seconds,
    ) -> Result<bool, StorageError> {
        const MINE: &str = "SELECT carnet FROM members WHERE member = $1 ORDER BY carnet";
        // Two guardians who go at the same moment go one after the other.
        const ALONE: &str = "UPDATE carnets SET used = used WHERE id = $1";
        const CALENDARS: &str = "DELETE FROM calendars WHERE member = $1";
        const ERASE: &str = "DELETE FROM accounts WHERE id = $1";
        const CLOSE: &str = "UPDATE carnets SET closed = $2 WHERE closed IS NULL \
            AND id IN (SELECT carnet FROM members WHERE member = $1) \
            AND NOT EXISTS (SELECT 1 FROM members m JOIN accounts a ON a.id = m.member \
                WHERE m.carnet = carnets.id)";
        let bytes = account.as_bytes().as_slice();
        transaction!(self, tx => {
            let mine: Vec<(Vec<u8>,)> =
                sqlx::query_as(MINE).bind(bytes).fetch_all(&mut *tx).await?;
            for (carnet,) in &mine {
                sqlx::query(ALONE).bind(carnet.as_slice()).execute(&mut *tx).await?;
            }
            let left: Option<(Vec<u8>,)> =
                sqlx::query_as(LEFT_ALONE).bind(bytes).fetch_optional(&mut *tx).await?;
            if left.is_some() {
                return Ok(false);
            }
            for sql in [CALENDARS, ERASE] {
                sqlx::query(sql).bind(bytes).execute(&mut *tx).await?;
            }
            sqlx::query(CLOSE).bind(bytes).bind(int(now.0)).execute(&mut *tx).await?;
            Ok(true)
        })
    }
}
