//! Sessions: who holds which cookie, until when.

use protocol::ids::MemberId;
use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{id, int, nat};

/// A session that has not ended.
#[derive(Debug, Clone, Copy)]
pub struct SessionRow {
    /// Whose.
    pub account: MemberId,
    /// When it ends.
    pub expires: Seconds,
}

impl Storage {
    /// Keeps a new session under the hash of its token.
    pub async fn open_session(
        &self,
        token_hash: &[u8; 32],
        account: MemberId,
        now: Seconds,
        expires: Seconds,
    ) -> Result<(), StorageError> {
        const SQL: &str = "INSERT INTO sessions (token_hash, account, opened, expires) \
            VALUES ($1, $2, $3, $4)";
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(token_hash.as_slice())
                .bind(account.as_bytes().as_slice())
                .bind(int(now.0))
                .bind(int(expires.0))
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// The session of a token, unless it has ended.
    pub async fn session(
        &self,
        token_hash: &[u8; 32],
        now: Seconds,
    ) -> Result<Option<SessionRow>, StorageError> {
        const SQL: &str = "SELECT account, expires FROM sessions \
            WHERE token_hash = $1 AND expires > $2";
        let row: Option<(Vec<u8>, i64)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(token_hash.as_slice())
                .bind(int(now.0))
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(account, expires)| {
            let account = id(&account, "sessions")?;
            Ok(SessionRow {
                account,
                expires: Seconds(nat(expires)),
            })
        })
        .transpose()
    }

    /// Lets a session end later.
    pub async fn extend_session(
        &self,
        token_hash: &[u8; 32],
        expires: Seconds,
    ) -> Result<(), StorageError> {
        const SQL: &str = "UPDATE sessions SET expires = $1 WHERE token_hash = $2";
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(int(expires.0))
                .bind(token_hash.as_slice())
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// Ends all sessions of an account but one.
    pub async fn close_other_sessions(
        &self,
        account: MemberId,
        kept: &[u8; 32],
    ) -> Result<(), StorageError> {
        const SQL: &str = "DELETE FROM sessions WHERE account = $1 AND token_hash <> $2";
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(kept.as_slice())
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// Ends a session.
    pub async fn close_session(&self, token_hash: &[u8; 32]) -> Result<(), StorageError> {
        const SQL: &str = "DELETE FROM sessions WHERE token_hash = $1";
        transaction!(self, tx => {
            sqlx::query(SQL).bind(token_hash.as_slice()).execute(&mut *tx).await?;
            Ok(())
        })
    }
}
