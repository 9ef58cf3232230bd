//! Cards: under which names an urgent link serves its sheet, until when, with which files, and what is asked before.

use protocol::ids::{BlobId, CarnetId, Digest, MemberId};
use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{id, int, nat};

/// A card as it is to be.
#[derive(Debug, Clone)]
pub struct NewCard<'a> {
    /// Of which carnet.
    pub carnet: CarnetId,
    /// Of which link.
    pub link: MemberId,
    /// Who sets it: a file that it pins for the first time must be theirs.
    pub by: MemberId,
    /// Under which its sheet is asked for.
    pub manifest: &'a [u8; 32],
    /// Whether whoever reads it may come back for newer sheets.
    pub long_term: bool,
    /// Its end, as the guardian chose.
    pub until: Option<Seconds>,
    /// Its end, that of the link included.
    pub ends: Seconds,
    /// What becomes of its passcode.
    pub passcode: NewPasscodeRow<'a>,
    /// Lookup of its typed code, and what that opens.
    pub code: Option<(&'a [u8; 32], &'a [u8])>,
    /// The files that it pins, with their sizes, in order.
    pub files: &'a [(BlobId, u64)],
}

/// What becomes of a card's passcode.
#[derive(Debug, Clone, Copy)]
pub enum NewPasscodeRow<'a> {
    /// Stays as it is.
    Keep,
    /// Is not asked any more.
    Remove,
    /// A new one, with as many tries.
    Set {
        /// Random.
        salt: &'a [u8; 16],
        /// Of salt and passcode.
        hash: &'a [u8; 32],
        /// How many wrong ones it bears, ever.
        tries: u16,
    },
}

/// A card as it is kept, with what it serves.
#[derive(Debug, Clone)]
pub struct CardRow {
    /// Under which its sheet is asked for.
    pub manifest: Vec<u8>,
    /// Whether whoever reads it may come back.
    pub long_term: bool,
    /// Its end, as the guardian chose.
    pub until: Option<Seconds>,
    /// If a passcode is asked: how many wrong ones it bears, and how many of them are left.
    pub tries: Option<(u16, u16)>,
    /// Lookup of its typed code.
    pub lookup: Option<Vec<u8>>,
}

/// A sealed sheet.
#[derive(Debug, Clone)]
pub struct SheetRow {
    /// What is served.
    pub sealed: Vec<u8>,
    /// The state that it was made from.
    pub built_from: u64,
    /// Its digest, as the log names it.
    pub digest: Digest,
    /// When it came.
    pub updated: Seconds,
}

/// Takes a name that nobody had before, or that this very link of this very carnet had.
pub(crate) const SPEND: &str = "INSERT INTO spent (id, owner) VALUES ($1, $2) \
    ON CONFLICT (id) DO UPDATE SET owner = spent.owner WHERE spent.owner = excluded.owner";

/// Spends a name for its owner, within a transaction: [`StorageError::Exists`] if it is or was another's. One text for both
/// databases, whose transactions are of different types.
macro_rules! spend {
    ($tx:expr, $name:expr, $owner:expr) => {
        let spent = sqlx::query($crate::card::SPEND)
            .bind($name)
            .bind($owner)
            .execute(&mut *$tx)
            .await?;
        if spent.rows_affected() == 0 {
            return Err($crate::StorageError::Exists);
        }
    };
}

pub(crate) use spend;

/// Whose a name is.
pub(crate) fn owner(carnet: CarnetId, link: MemberId) -> Vec<u8> {
    [carnet.as_bytes().as_slice(), link.as_bytes()].concat()
}

/// Files of a carnet that nothing names any more are as if just uploaded: the sweep takes them after a day.
pub(crate) const UNNAME: &str = "UPDATE files SET named = FALSE \
    WHERE carnet = $1 AND named AND erased IS NULL \
    AND NOT EXISTS (SELECT 1 FROM file_uses u WHERE u.carnet = files.carnet AND u.blob = files.blob) \
    AND NOT EXISTS (SELECT 1 FROM pins p WHERE p.carnet = files.carnet AND p.blob = files.blob) \
    AND NOT EXISTS (SELECT 1 FROM deposit_files d \
        WHERE d.carnet = files.carnet AND d.blob = files.blob)";

const PINNED: &str = "SELECT p.blob, f.size FROM pins p \
    JOIN files f ON f.carnet = p.carnet AND f.blob = p.blob \
    WHERE p.carnet = $1 AND p.link = $2 ORDER BY p.place";

impl Storage {
    /// Sets a card. [`StorageError::Exists`] if a name of it is or was another link's, [`StorageError::Missing`] if a file
    /// is not there in full or not theirs to show; then nothing is changed.
    pub async fn set_card(&self, card: &NewCard<'_>) -> Result<(), StorageError> {
        const ALONE: &str = "UPDATE carnets SET used = used WHERE id = $1";
        const SET: &str = "INSERT INTO cards \
            (carnet, link, manifest, long_term, until, ends, lookup, code) \
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (carnet, link) DO UPDATE SET \
            manifest = excluded.manifest, long_term = excluded.long_term, until = excluded.until, \
            ends = excluded.ends, lookup = excluded.lookup, code = excluded.code";
        const PASSCODE: &str = "UPDATE cards SET salt = $3, passcode = $4, tries = $5, tries_left = $5 \
            WHERE carnet = $1 AND link = $2";
        const NO_PINS: &str = "DELETE FROM pins WHERE carnet = $1 AND link = $2";
        const NAME: &str = "UPDATE files SET named = TRUE WHERE carnet = $1 AND blob = $2 \
            AND size = $3 AND received = size AND erased IS NULL AND (uploader = $4 OR $5)";
        const PIN: &str = "INSERT INTO pins (carnet, link, blob, place) VALUES ($1, $2, $3, $4)";
        let (carnet, link) = (
            card.carnet.as_bytes().as_slice(),
            card.link.as_bytes().as_slice(),
        );
        let owner = owner(card.carnet, card.link);
        transaction!(self, tx => {
            sqlx::query(ALONE).bind(carnet).execute(&mut *tx).await?;
            let names = [Some(card.manifest), card.code.map(|(lookup, _)| lookup)];
            for name in names.into_iter().flatten() {
                spend!(tx, name.as_slice(), owner.as_slice());
            }
            sqlx::query(SET)
                .bind(carnet)
                .bind(link)
                .bind(card.manifest.as_slice())
                .bind(card.long_term)
                .bind(card.until.map(|until| int(until.0)))
                .bind(int(card.ends.0))
                .bind(card.code.map(|(lookup, _)| lookup.as_slice()))
                .bind(card.code.map(|(_, sealed)| sealed))
                .execute(&mut *tx)
                .await?;
            let passcode = match card.passcode {
                NewPasscodeRow::Keep => None,
                NewPasscodeRow::Remove => Some((None, None, None)),
                NewPasscodeRow::Set { salt, hash, tries } => {
                    Some((Some(salt.as_slice()), Some(hash.as_slice()), Some(i64::from(tries))))
                }
            };
            if let Some((salt, hash, tries)) = passcode {
                sqlx::query(PASSCODE)
                    .bind(carnet)
                    .bind(link)
                    .bind(salt)
                    .bind(hash)
                    .bind(tries)
                    .execute(&mut *tx)
                    .await?;
            }
            let before: Vec<(Vec<u8>, i64)> =
                sqlx::query_as(PINNED).bind(carnet).bind(link).fetch_all(&mut *tx).await?;
            sqlx::query(NO_PINS).bind(carnet).bind(link).execute(&mut *tx).await?;
            for (place, (blob, size)) in card.files.iter().enumerate() {
                let pinned = before.iter().any(|(old, _)| old == blob.as_bytes());
                let named = sqlx::query(NAME)
                    .bind(carnet)
                    .bind(blob.as_bytes().as_slice())
                    .bind(int(*size))
                    .bind(card.by.as_bytes().as_slice())
                    .bind(pinned)
                    .execute(&mut *tx)
                    .await?;
                if named.rows_affected() == 0 {
                    return Err(StorageError::Missing);
                }
                sqlx::query(PIN)
                    .bind(carnet)
                    .bind(link)
                    .bind(blob.as_bytes().as_slice())
                    .bind(int(place as u64))
                    .execute(&mut *tx)
                    .await?;
            }
            if !before.is_empty() {
                sqlx::query(UNNAME).bind(carnet).execute(&mut *tx).await?;
            }
            Ok(())
        })
    }

    /// Whether a name was ever used.
    pub async fn is_spent(&self, name: &[u8]) -> Result<bool, StorageError> {
        const SQL: &str = "SELECT COUNT(*) FROM spent WHERE id = $1";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL).bind(name).fetch_one(pool).await
        })?;
        Ok(count > 0)
    }

    /// A link's card, if it has one.
    pub async fn card(
        &self,
        carnet: CarnetId,
        link: MemberId,
    ) -> Result<Option<CardRow>, StorageError> {
        type Row = (
            Vec<u8>,
            bool,
            Option<i64>,
            Option<i64>,
            Option<i64>,
            Option<Vec<u8>>,
        );
        const SQL: &str = "SELECT manifest, long_term, until, tries, tries_left, lookup FROM cards \
            WHERE carnet = $1 AND link = $2";
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(link.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        let few = |tries: i64| u16::try_from(tries).unwrap_or(u16::MAX);
        Ok(row.map(
            |(manifest, long_term, until, tries, left, lookup)| CardRow {
                manifest,
                long_term,
                until: until.map(|until| Seconds(nat(until))),
                tries: tries.map(few).zip(left.map(few)),
                lookup,
            },
        ))
    }

    /// The sheet that was sealed for a link last.
    pub async fn sheet(
        &self,
        carnet: CarnetId,
        link: MemberId,
    ) -> Result<Option<SheetRow>, StorageError> {
        const SQL: &str = "SELECT sealed, built_from, digest, updated FROM sheets \
            WHERE carnet = $1 AND link = $2";
        let row: Option<(Vec<u8>, i64, Vec<u8>, i64)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(link.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(sealed, built_from, digest, updated)| {
            Ok(SheetRow {
                sealed,
                built_from: nat(built_from),
                digest: id(&digest, "sheets")?,
                updated: Seconds(nat(updated)),
            })
        })
        .transpose()
    }

    /// The files that a link's card pins, with their sizes, in order.
    pub async fn pins(
        &self,
        carnet: CarnetId,
        link: MemberId,
    ) -> Result<Vec<(BlobId, u64)>, StorageError> {
        let rows: Vec<(Vec<u8>, i64)> = on!(self, pool => {
            sqlx::query_as(PINNED)
                .bind(carnet.as_bytes().as_slice())
                .bind(link.as_bytes().as_slice())
                .fetch_all(pool)
                .await
        })?;
        rows.iter()
            .map(|(blob, size)| Ok((id(blob, "pins")?, nat(*size))))
            .collect()
    }
}
