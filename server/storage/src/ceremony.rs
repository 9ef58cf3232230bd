//! Challenges and ceremonies under way, each good for one use.

use protocol::ids::MemberId;
use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{id, int};

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CeremonyKind {
    /// Bytes to be signed by an account's own key.
    Challenge,
    /// A passkey is being made.
    PasskeyCreate,
    /// A passkey is being asked.
    PasskeySignIn,
}

impl CeremonyKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Challenge => "challenge",
            Self::PasskeyCreate => "create",
            Self::PasskeySignIn => "sign-in",
        }
    }
}

/// A ceremony that was taken out to be finished.
#[derive(Debug, Clone)]
pub struct CeremonyRow {
    /// What has to be remembered between its two halves.
    pub state: String,
    /// The account it is for, where that was known at the beginning.
    pub account: Option<MemberId>,
}

impl Storage {
    /// Keeps a ceremony until it is finished or has expired.
    pub async fn begin_ceremony(
        &self,
        ceremony: &[u8; 32],
        kind: CeremonyKind,
        state: &str,
        account: Option<MemberId>,
        expires: Seconds,
    ) -> Result<(), StorageError> {
        const SQL: &str = "INSERT INTO ceremonies (id, kind, state, account, expires) \
            VALUES ($1, $2, $3, $4, $5)";
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(ceremony.as_slice())
                .bind(kind.name())
                .bind(state)
                .bind(account.as_ref().map(|account| account.as_bytes().as_slice()))
                .bind(int(expires.0))
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// Takes a ceremony out: nobody else can finish it any more. None if there is none of that kind, or too late; whoever
    /// makes one up does not even take the writers' turn.
    pub async fn take_ceremony(
        &self,
        ceremony: &[u8],
        kind: CeremonyKind,
        now: Seconds,
    ) -> Result<Option<CeremonyRow>, StorageError> {
        const THERE: &str =
            "SELECT COUNT(*) FROM ceremonies WHERE id = $1 AND kind = $2 AND expires > $3";
        const SQL: &str = "DELETE FROM ceremonies WHERE id = $1 AND kind = $2 AND expires > $3 \
            RETURNING state, account";
        let (there,): (i64,) = on!(self, pool => {
            sqlx::query_as(THERE)
                .bind(ceremony)
                .bind(kind.name())
                .bind(int(now.0))
                .fetch_one(pool)
                .await
        })?;
        if there == 0 {
            return Ok(None);
        }
        let row: Option<(String, Option<Vec<u8>>)> = transaction!(self, tx => {
            let row = sqlx::query_as(SQL)
                .bind(ceremony)
                .bind(kind.name())
                .bind(int(now.0))
                .fetch_optional(&mut *tx)
                .await?;
            Ok(row)
        })?;
        row.map(|(state, account)| {
            let account = account
                .map(|account| id(&account, "ceremonies"))
                .transpose()?;
            Ok(CeremonyRow { state, account })
        })
        .transpose()
    }
}
