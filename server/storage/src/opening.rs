//! Opening a card: what its reader, who has no account, is shown. A card that is over is not told from none.

use protocol::ids::{BlobId, CarnetId, MemberId};
use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{id, int, nat};

/// A card that can be opened.
#[derive(Debug, Clone)]
pub struct OpenCard {
    /// Of which carnet.
    pub carnet: CarnetId,
    /// Of which link.
    pub link: MemberId,
    /// Whether whoever reads it may come back.
    pub long_term: bool,
    /// When its sheet was sealed last.
    pub updated: Seconds,
    /// If a passcode is asked: its salt, and how many wrong ones may still come.
    pub passcode: Option<(Vec<u8>, u64)>,
}

/// What became of a passcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// It is the one.
    Right,
    /// It is not; so many more wrong ones may come.
    Wrong(u64),
    /// No more were to come.
    Over,
}

/// What a ticket opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    /// Of which carnet.
    pub carnet: CarnetId,
    /// Of which link.
    pub link: MemberId,
    /// A pinned file, or the sheet itself.
    pub blob: Option<BlobId>,
}

impl Storage {
    /// The card of that manifest, if it can be opened at that moment.
    pub async fn open_card(
        &self,
        manifest: &[u8; 32],
        now: Seconds,
    ) -> Result<Option<OpenCard>, StorageError> {
        type Row = (Vec<u8>, Vec<u8>, bool, i64, Option<Vec<u8>>, Option<i64>);
        const SQL: &str = "SELECT k.carnet, k.link, k.long_term, s.updated, k.salt, k.tries_left \
            FROM cards k JOIN carnets c ON c.id = k.carnet AND c.closed IS NULL \
            JOIN sheets s ON s.carnet = k.carnet AND s.link = k.link \
            WHERE k.manifest = $1 AND k.ends > $2 AND (k.passcode IS NULL OR k.tries_left > 0)";
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(manifest.as_slice())
                .bind(int(now.0))
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(carnet, link, long_term, updated, salt, tries_left)| {
            let carnet = id(&carnet, "cards")?;
            Ok(OpenCard {
                carnet,
                link: id(&link, "cards")?,
                long_term,
                updated: Seconds(nat(updated)),
                passcode: salt.zip(tries_left.map(nat)),
            })
        })
        .transpose()
    }

    /// Compares a passcode's hash, and counts it if it is wrong: one atomic statement, so that however many come at the same
    /// moment, no more are compared than may be.
    pub async fn try_passcode(
        &self,
        manifest: &[u8; 32],
        hash: &[u8; 32],
    ) -> Result<Tried, StorageError> {
        const SQL: &str = "UPDATE cards SET \
            tries_left = CASE WHEN passcode = $2 THEN tries_left ELSE tries_left - 1 END \
            WHERE manifest = $1 AND tries_left > 0 RETURNING tries_left, passcode = $2";
        let row: Option<(i64, bool)> = transaction!(self, tx => {
            let row = sqlx::query_as(SQL)
                .bind(manifest.as_slice())
                .bind(hash.as_slice())
                .fetch_optional(&mut *tx)
                .await?;
            Ok(row)
        })?;
        Ok(match row {
            None => Tried::Over,
            Some((_, true)) => Tried::Right,
            Some((left, false)) => Tried::Wrong(nat(left)),
        })
    }

    /// What a typed code's lookup stands for, if its card can be opened at that moment.
    pub async fn typed_code(
        &self,
        lookup: &[u8; 32],
        now: Seconds,
    ) -> Result<Option<Vec<u8>>, StorageError> {
        const SQL: &str = "SELECT k.code FROM cards k \
            JOIN carnets c ON c.id = k.carnet AND c.closed IS NULL \
            JOIN sheets s ON s.carnet = k.carnet AND s.link = k.link \
            WHERE k.lookup = $1 AND k.ends > $2 AND (k.passcode IS NULL OR k.tries_left > 0)";
        let row: Option<(Vec<u8>,)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(lookup.as_slice())
                .bind(int(now.0))
                .fetch_optional(pool)
                .await
        })?;
        Ok(row.map(|(code,)| code))
    }

    /// Keeps tickets, each under the hash of its token.
    pub async fn add_tickets(
        &self,
        carnet: CarnetId,
        link: MemberId,
        tickets: &[([u8; 32], Option<BlobId>)],
        expires: Seconds,
    ) -> Result<(), StorageError> {
        const SQL: &str = "INSERT INTO tickets (token_hash, carnet, link, blob, expires) \
            VALUES ($1, $2, $3, $4, $5)";
        transaction!(self, tx => {
            for (hash, blob) in tickets {
                sqlx::query(SQL)
                    .bind(hash.as_slice())
                    .bind(carnet.as_bytes().as_slice())
                    .bind(link.as_bytes().as_slice())
                    .bind(blob.as_ref().map(|blob| blob.as_bytes().as_slice()))
                    .bind(int(expires.0))
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        })
    }

    /// What a ticket of a card opens, if both are good at that moment.
    pub async fn ticket(
        &self,
        manifest: &[u8; 32],
        token_hash: &[u8; 32],
        now: Seconds,
    ) -> Result<Option<Ticket>, StorageError> {
        type Row = (Vec<u8>, Vec<u8>, Option<Vec<u8>>);
        const SQL: &str = "SELECT t.carnet, t.link, t.blob FROM tickets t \
            JOIN cards k ON k.carnet = t.carnet AND k.link = t.link \
            JOIN carnets c ON c.id = k.carnet AND c.closed IS NULL \
            WHERE t.token_hash = $1 AND t.expires > $3 AND k.manifest = $2 AND k.ends > $3 \
            AND (k.passcode IS NULL OR k.tries_left > 0) \
            AND (t.blob IS NULL OR EXISTS (SELECT 1 FROM pins p \
                WHERE p.carnet = t.carnet AND p.link = t.link AND p.blob = t.blob))";
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(token_hash.as_slice())
                .bind(manifest.as_slice())
                .bind(int(now.0))
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(carnet, link, blob)| {
            let carnet = id(&carnet, "tickets")?;
            let link = id(&link, "tickets")?;
            let blob = blob.map(|blob| id(&blob, "tickets")).transpose()?;
            Ok(Ticket { carnet, link, blob })
        })
        .transpose()
    }
}
