//! Trays: where people without an account leave things, and what lies there.

use protocol::change::FileUse;
use protocol::deposit::Tray;
use protocol::ids::{BlobId, CarnetId, Digest, MemberId, Signature};
use protocol::limits;
use protocol::time::Seconds;

use crate::card::{owner, spend};
use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::file::{BEGIN, FREE, RESERVE};
use crate::row::{id, int, len, nat};

/// A tray.
#[derive(Debug, Clone)]
pub struct TrayRow {
    /// Of which carnet.
    pub carnet: CarnetId,
    /// Where it stands; none while nothing was left.
    pub stands: Option<Tray>,
    /// Bytes that wait in it, uploads under way included.
    pub used: u64,
    /// Deposits that wait in it.
    pub waiting: u64,
    /// Bytes that may wait in it.
    pub room: u64,
}

/// A deposit that may follow.
#[derive(Debug, Clone)]
pub struct NewDeposit<'a> {
    /// Into which carnet.
    pub carnet: CarnetId,
    /// By which link.
    pub link: MemberId,
    /// Its number and digest.
    pub place: Tray,
    /// The digest of the one before.
    pub previous: Option<Digest>,
    /// Its exact bytes.
    pub body: &'a [u8],
    /// The link's, over the body.
    pub signature: &'a Signature,
    /// Its sealed payload.
    pub sealed: &'a [u8],
    /// The files that it names.
    pub files: &'a [FileUse],
    /// When it came.
    pub received: Seconds,
}

/// What became of a deposit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deposited {
    /// It lies in the tray.
    Kept,
    /// It lay there before.
    Repeated,
    /// Another one came first.
    Lost,
    /// The carnet has no room for it.
    Full,
}

const READ: &str = "SELECT t.carnet, t.counter, t.digest, \
    (SELECT CAST(COALESCE(SUM(f.size), 0) AS BIGINT) FROM files f \
        WHERE f.carnet = t.carnet AND f.uploader = t.link AND f.erased IS NULL \
        AND NOT EXISTS (SELECT 1 FROM file_uses u WHERE u.carnet = f.carnet AND u.blob = f.blob)), \
    (SELECT CAST(COALESCE(SUM(LENGTH(d.sealed)), 0) AS BIGINT) FROM deposits d \
        WHERE d.carnet = t.carnet AND d.link = t.link AND d.taken IS NULL), \
    (SELECT COUNT(*) FROM deposits d \
        WHERE d.carnet = t.carnet AND d.link = t.link AND d.taken IS NULL), t.room \
    FROM trays t JOIN carnets c ON c.id = t.carnet AND c.closed IS NULL \
    WHERE t.link = $1 AND t.access = $2";

impl Storage {
    /// Sets a link's tray, in which so many bytes may wait. [`StorageError::Exists`] if its access is or was another link's.
    pub async fn set_tray(
        &self,
        carnet: CarnetId,
        link: MemberId,
        access: &Digest,
        room: u64,
    ) -> Result<(), StorageError> {
        const SQL: &str = "INSERT INTO trays (carnet, link, access, room) VALUES ($1, $2, $3, $4) \
            ON CONFLICT (carnet, link) DO UPDATE SET access = excluded.access, room = excluded.room";
        transaction!(self, tx => {
            spend!(tx, access.as_bytes().as_slice(), owner(carnet, link));
            sqlx::query(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(link.as_bytes().as_slice())
                .bind(access.as_bytes().as_slice())
                .bind(int(room))
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// The tray of a link that this access opens, unless its carnet is closed.
    pub async fn tray(
        &self,
        link: MemberId,
        access: &Digest,
    ) -> Result<Option<TrayRow>, StorageError> {
        type Row = (Vec<u8>, Option<i64>, Option<Vec<u8>>, i64, i64, i64, i64);
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(READ)
                .bind(link.as_bytes().as_slice())
                .bind(access.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(carnet, counter, digest, files, sealed, waiting, room)| {
            let stands = match counter.zip(digest) {
                None => None,
                Some((counter, digest)) => Some(Tray {
                    counter: nat(counter),
                    digest: id(&digest, "trays")?,
                }),
            };
            Ok(TrayRow {
                carnet: id(&carnet, "trays")?,
                stands,
                used: nat(files) + nat(sealed),
                waiting: nat(waiting),
                room: nat(room),
            })
        })
        .transpose()
    }

    /// Puts a deposit into its tray, if the tray still stands where it follows and the carnet takes no more than `allowed`
    /// bytes. [`StorageError::Missing`] if a file that it names is not there in full, or not the link's.
    pub async fn deposit(
        &self,
        deposit: &NewDeposit<'_>,
        allowed: u64,
    ) -> Result<Deposited, StorageError> {
        const STANDS: &str = "SELECT counter, digest FROM trays WHERE carnet = $1 AND link = $2";
        const ADVANCE: &str = "UPDATE trays SET counter = $3, digest = $4 \
            WHERE carnet = $1 AND link = $2";
        const SQL: &str = "INSERT INTO deposits \
            (carnet, link, counter, digest, body, signature, sealed, received) \
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        const NAME: &str = "UPDATE files SET named = TRUE WHERE carnet = $1 AND blob = $2 \
            AND uploader = $3 AND size = $4 AND received = size AND erased IS NULL AND NOT named";
        const USE: &str =
            "INSERT INTO deposit_files (carnet, link, counter, blob) VALUES ($1, $2, $3, $4)";
        let carnet = deposit.carnet.as_bytes().as_slice();
        let link = deposit.link.as_bytes().as_slice();
        let (counter, digest) = (int(deposit.place.counter), deposit.place.digest);
        transaction!(self, tx => {
            // The carnet's row first, as everywhere.
            let room = sqlx::query(RESERVE)
                .bind(len(deposit.sealed))
                .bind(carnet)
                .bind(int(allowed))
                .execute(&mut *tx)
                .await?;
            let stands: Option<(Option<i64>, Option<Vec<u8>>)> =
                sqlx::query_as(STANDS).bind(carnet).bind(link).fetch_optional(&mut *tx).await?;
            let Some((at, last)) = stands else { return Err(StorageError::Orphan) };
            let undo = len(deposit.sealed) * i64::from(room.rows_affected() > 0);
            let outcome = if last.as_deref() == Some(digest.as_bytes()) {
                Deposited::Repeated
            } else if last.as_deref() != deposit.previous.as_ref().map(|it| it.as_bytes().as_slice())
                || at.map_or(0, |at| at + 1) != counter
            {
                Deposited::Lost
            } else if undo == 0 {
                Deposited::Full
            } else {
                Deposited::Kept
            };
            if outcome != Deposited::Kept {
                sqlx::query(FREE).bind(undo).bind(carnet).execute(&mut *tx).await?;
                return Ok(outcome);
            }
            sqlx::query(ADVANCE)
                .bind(carnet)
                .bind(link)
                .bind(counter)
                .bind(digest.as_bytes().as_slice())
                .execute(&mut *tx)
                .await?;
            sqlx::query(SQL)
                .bind(carnet)
                .bind(link)
                .bind(counter)
                .bind(digest.as_bytes().as_slice())
                .bind(deposit.body)
                .bind(deposit.signature.as_bytes().as_slice())
                .bind(deposit.sealed)
                .bind(int(deposit.received.0))
                .execute(&mut *tx)
                .await?;
            for FileUse { blob, size } in deposit.files {
                let named = sqlx::query(NAME)
                    .bind(carnet)
                    .bind(blob.as_bytes().as_slice())
                    .bind(link)
                    .bind(int(*size))
                    .execute(&mut *tx)
                    .await?;
                if named.rows_affected() == 0 {
                    return Err(StorageError::Missing);
                }
                sqlx::query(USE)
                    .bind(carnet)
                    .bind(link)
                    .bind(counter)
                    .bind(blob.as_bytes().as_slice())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(Deposited::Kept)
        })
    }

    /// Makes room for a file that a link leaves, where all that waits in its tray and the whole carnet may take so many bytes.
    /// False if there is not enough, or too many files wait; [`StorageError::Exists`] if the file's id is taken.
    pub async fn begin_tray_file(
        &self,
        carnet: CarnetId,
        blob: BlobId,
        link: MemberId,
        size: u64,
        (tray, whole): (u64, u64),
        now: Seconds,
    ) -> Result<bool, StorageError> {
        const WAITS: &str = "SELECT CAST(COALESCE(SUM(f.size), 0) AS BIGINT), COUNT(*) FROM files f \
            WHERE f.carnet = $1 AND f.uploader = $2 AND f.erased IS NULL AND NOT EXISTS \
            (SELECT 1 FROM file_uses u WHERE u.carnet = f.carnet AND u.blob = f.blob)";
        let (carnet, link) = (carnet.as_bytes().as_slice(), link.as_bytes().as_slice());
        transaction!(self, tx => {
            let reserved = sqlx::query(RESERVE)
                .bind(int(size))
                .bind(carnet)
                .bind(int(whole))
                .execute(&mut *tx)
                .await?;
            let (waits, many): (i64, i64) =
                sqlx::query_as(WAITS).bind(carnet).bind(link).fetch_one(&mut *tx).await?;
            if reserved.rows_affected() == 0 {
                return Ok(false);
            }
            if nat(waits).saturating_add(size) > tray || nat(many) >= limits::TRAY_FILES as u64 {
                sqlx::query(FREE).bind(int(size)).bind(carnet).execute(&mut *tx).await?;
                return Ok(false);
            }
            let begun = sqlx::query(BEGIN)
                .bind(carnet)
                .bind(blob.as_bytes().as_slice())
                .bind(link)
                .bind(int(size))
                .bind(int(now.0))
                .execute(&mut *tx)
                .await?;
            if begun.rows_affected() == 0 {
                return Err(StorageError::Exists);
            }
            Ok(true)
        })
    }

    /// Whether a file lies in a tray, taken in or not.
    pub async fn is_deposited(&self, carnet: CarnetId, blob: BlobId) -> Result<bool, StorageError> {
        const SQL: &str = "SELECT COUNT(*) FROM deposit_files WHERE carnet = $1 AND blob = $2";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .fetch_one(pool)
                .await
        })?;
        Ok(count > 0)
    }
}
