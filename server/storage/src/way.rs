//! Ways into an account.

use protocol::account::WayKind;
use protocol::ids::{LookupId, MemberId, WayId};
use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::proof::{NewWayRow, name};
use crate::row::{id, int, nat};

/// A way in as its owner sees it.
#[derive(Debug, Clone)]
pub struct WayRow {
    /// Its id.
    pub id: WayId,
    /// Of which kind.
    pub kind: WayKind,
    /// When it was added.
    pub added: Seconds,
    /// When it was last used.
    pub used: Option<Seconds>,
    /// A passkey's credential id.
    pub credential: Option<String>,
}

/// What is needed to check a login token.
#[derive(Debug, Clone)]
pub struct TokenRow {
    /// Whose.
    pub account: MemberId,
    /// Which way in.
    pub way: WayId,
    /// Hash of the token.
    pub token_hash: Vec<u8>,
    /// Handed out once the token was shown.
    pub wrap: Vec<u8>,
}

/// What is needed to check a passkey's answer.
#[derive(Debug, Clone)]
pub struct PasskeyRow {
    /// Whose.
    pub account: MemberId,
    /// Which way in.
    pub way: WayId,
    /// What the library keeps of it, JSON.
    pub passkey: String,
    /// Handed out once the answer was checked.
    pub wrap: Vec<u8>,
}

pub(crate) const INSERT: &str = "INSERT INTO ways \
    (id, account, kind, wrap, lookup, token_hash, credential, passkey, added, used) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL)";

macro_rules! insert {
    ($tx:ident, $account:expr, $way:expr, $now:expr) => {
        sqlx::query($crate::way::INSERT)
            .bind($way.id.as_bytes().as_slice())
            .bind($account.as_bytes().as_slice())
            .bind($way.proof.kind())
            .bind($way.wrap.as_slice())
            .bind($way.proof.lookup())
            .bind($way.proof.token_hash())
            .bind($way.proof.credential())
            .bind($way.proof.passkey())
            .bind($crate::row::int($now.0))
            .execute(&mut *$tx)
            .await?
    };
}
pub(crate) use insert;

impl Storage {
    /// Adds a way in; a code or a name replaces the one before it. [`StorageError::Exists`] if its lookup id or credential
    /// is taken.
    pub async fn add_way(
        &self,
        account: MemberId,
        way: &NewWayRow,
        now: Seconds,
    ) -> Result<(), StorageError> {
        const REPLACE: &str =
            "DELETE FROM ways WHERE account = $1 AND kind = $2 AND kind <> 'passkey'";
        transaction!(self, tx => {
            sqlx::query(REPLACE)
                .bind(account.as_bytes().as_slice())
                .bind(way.proof.kind())
                .execute(&mut *tx)
                .await?;
            insert!(tx, account, way, now);
            Ok(())
        })
    }

    /// An account's ways in, oldest first.
    pub async fn ways(&self, account: MemberId) -> Result<Vec<WayRow>, StorageError> {
        type Row = (Vec<u8>, String, i64, Option<i64>, Option<String>);
        const SQL: &str = "SELECT id, kind, added, used, credential FROM ways \
            WHERE account = $1 ORDER BY added, id";
        let rows: Vec<Row> = on!(self, pool => {
            sqlx::query_as(SQL).bind(account.as_bytes().as_slice()).fetch_all(pool).await
        })?;
        rows.into_iter()
            .map(|(way, kind, added, used, credential)| {
                Ok(WayRow {
                    id: id(&way, "ways")?,
                    kind: kind_of(&kind)?,
                    added: Seconds(nat(added)),
                    used: used.map(|used| Seconds(nat(used))),
                    credential,
                })
            })
            .collect()
    }

    /// The wrap of one of an account's ways in.
    pub async fn wrap(
        &self,
        account: MemberId,
        way: WayId,
    ) -> Result<Option<Vec<u8>>, StorageError> {
        const SQL: &str = "SELECT wrap FROM ways WHERE account = $1 AND id = $2";
        let row: Option<(Vec<u8>,)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(way.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        Ok(row.map(|(wrap,)| wrap))
    }

    /// Removes a way in if at least `keep` others stay. Says whether it did.
    pub async fn remove_way(
        &self,
        account: MemberId,
        way: WayId,
        keep: i64,
    ) -> Result<bool, StorageError> {
        // The account's row is updated first, so that two removals at once are counted one after the other.
        const ALONE: &str = "UPDATE accounts SET list_version = list_version WHERE id = $1";
        const SQL: &str = "DELETE FROM ways WHERE account = $1 AND id = $2 \
            AND (SELECT COUNT(*) FROM ways WHERE account = $1) > $3";
        let removed = transaction!(self, tx => {
            sqlx::query(ALONE).bind(account.as_bytes().as_slice()).execute(&mut *tx).await?;
            let done = sqlx::query(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(way.as_bytes().as_slice())
                .bind(keep)
                .execute(&mut *tx)
                .await?;
            Ok(done.rows_affected())
        })?;
        Ok(removed == 1)
    }

    /// The way in that a lookup id leads to.
    pub async fn way_by_lookup(
        &self,
        kind: WayKind,
        lookup: LookupId,
    ) -> Result<Option<TokenRow>, StorageError> {
        type Row = (Vec<u8>, Vec<u8>, Option<Vec<u8>>, Vec<u8>);
        const SQL: &str = "SELECT account, id, token_hash, wrap FROM ways \
            WHERE lookup = $1 AND kind = $2";
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(lookup.as_bytes().as_slice())
                .bind(name(kind))
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(account, way, token_hash, wrap)| {
            Ok(TokenRow {
                account: id(&account, "ways")?,
                way: id(&way, "ways")?,
                token_hash: token_hash.ok_or(StorageError::Damaged { table: "ways" })?,
                wrap,
            })
        })
        .transpose()
    }

    /// The way in that a passkey's credential id leads to.
    pub async fn way_by_credential(
        &self,
        credential: &str,
    ) -> Result<Option<PasskeyRow>, StorageError> {
        type Row = (Vec<u8>, Vec<u8>, Option<String>, Vec<u8>);
        const SQL: &str = "SELECT account, id, passkey, wrap FROM ways WHERE credential = $1";
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(SQL).bind(credential).fetch_optional(pool).await
        })?;
        row.map(|(account, way, passkey, wrap)| {
            Ok(PasskeyRow {
                account: id(&account, "ways")?,
                way: id(&way, "ways")?,
                passkey: passkey.ok_or(StorageError::Damaged { table: "ways" })?,
                wrap,
            })
        })
        .transpose()
    }

    /// Notes that a way in was used, and what its passkey's counter became.
    pub async fn used_way(
        &self,
        way: WayId,
        passkey: Option<&str>,
        now: Seconds,
    ) -> Result<(), StorageError> {
        const SQL: &str =
            "UPDATE ways SET used = $1, passkey = COALESCE($2, passkey) WHERE id = $3";
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(int(now.0))
                .bind(passkey)
                .bind(way.as_bytes().as_slice())
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }
}

fn kind_of(name: &str) -> Result<WayKind, StorageError> {
    match name {
        "passkey" => Ok(WayKind::Passkey),
        "code" => Ok(WayKind::Code),
        "name" => Ok(WayKind::Name),
        _ => Err(StorageError::Damaged { table: "ways" }),
    }
}
