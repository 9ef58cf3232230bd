//! Sealed files: which there are, how much of each has arrived, who names them. The bytes lie elsewhere.

use protocol::ids::{BlobId, CarnetId, Digest, MemberId, SectionId};
use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{id, int, nat};

/// A file, arrived in full or in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileRow {
    /// Who sends it.
    pub uploader: MemberId,
    /// How many bytes it will have.
    pub size: u64,
    /// How many have arrived.
    pub received: u64,
    /// Whether an entry names it.
    pub named: bool,
}

/// A piece of a file, as one request brought it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartRow {
    /// Where in the file it begins.
    pub start: u64,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Its name in the store of blobs, within its file.
    pub name: String,
}

/// Takes room in a carnet, if there is as much.
pub(crate) const RESERVE: &str = "UPDATE carnets SET used = used + $1 \
    WHERE id = $2 AND closed IS NULL AND used + $1 <= $3";
/// Gives room back.
pub(crate) const FREE: &str = "UPDATE carnets SET used = used - $1 WHERE id = $2";
/// Begins a file. Not under an id whose bytes are still to be deleted: those of the new file would go with them.
pub(crate) const BEGIN: &str = "INSERT INTO files (carnet, blob, uploader, size, received, begun, named) \
    SELECT c.id, $2, $3, $4, 0, $5, FALSE \
    FROM carnets c WHERE c.id = $1 \
    AND NOT EXISTS (SELECT 1 FROM trash t WHERE t.carnet = $1 AND t.blob = $2)";

impl Storage {
    /// Makes room for a file. False if there is not enough; [`StorageError::Exists`] if its id is taken.
    pub async fn begin_file(
        &self,
        carnet: CarnetId,
        blob: BlobId,
        uploader: MemberId,
        size: u64,
        allowed: u64,
        now: Seconds,
    ) -> Result<bool, StorageError> {
        transaction!(self, tx => {
            let reserved = sqlx::query(RESERVE)
                .bind(int(size))
                .bind(carnet.as_bytes().as_slice())
                .bind(int(allowed))
                .execute(&mut *tx)
                .await?;
            if reserved.rows_affected() == 0 {
                return Ok(false);
            }
            let begun = sqlx::query(BEGIN)
                .bind(carnet.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .bind(uploader.as_bytes().as_slice())
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

    /// A file that was not erased.
    pub async fn file(
        &self,
        carnet: CarnetId,
        blob: BlobId,
    ) -> Result<Option<FileRow>, StorageError> {
        const SQL: &str = "SELECT uploader, size, received, named FROM files \
            WHERE carnet = $1 AND blob = $2 AND erased IS NULL";
        let row: Option<(Vec<u8>, i64, i64, bool)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(uploader, size, received, named)| {
            let uploader = id(&uploader, "files")?;
            Ok(FileRow {
                uploader,
                size: nat(size),
                received: nat(received),
                named,
            })
        })
        .transpose()
    }

    /// Adds a part that lies in the store of blobs, if the file still stands where the part begins. Says whether it did.
    pub async fn add_part(
        &self,
        carnet: CarnetId,
        blob: BlobId,
        part: &PartRow,
    ) -> Result<bool, StorageError> {
        const ADVANCE: &str = "UPDATE files SET received = received + $1 WHERE carnet = $2 \
            AND blob = $3 AND received = $4 AND received + $1 <= size AND erased IS NULL";
        const SQL: &str = "INSERT INTO parts (carnet, blob, start, size, digest, name) \
            VALUES ($1, $2, $3, $4, $5, $6)";
        transaction!(self, tx => {
            let advanced = sqlx::query(ADVANCE)
                .bind(int(part.size))
                .bind(carnet.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .bind(int(part.start))
                .execute(&mut *tx)
                .await?;
            if advanced.rows_affected() == 0 {
                return Ok(false);
            }
            sqlx::query(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .bind(int(part.start))
                .bind(int(part.size))
                .bind(part.digest.as_bytes().as_slice())
                .bind(part.name.as_str())
                .execute(&mut *tx)
                .await?;
            Ok(true)
        })
    }

    /// The parts of a file, in order.
    pub async fn parts(
        &self,
        carnet: CarnetId,
        blob: BlobId,
    ) -> Result<Vec<PartRow>, StorageError> {
        const SQL: &str = "SELECT start, size, digest, name FROM parts \
            WHERE carnet = $1 AND blob = $2 ORDER BY start";
        let rows: Vec<(i64, i64, Vec<u8>, String)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .fetch_all(pool)
                .await
        })?;
        rows.into_iter()
            .map(|(start, size, digest, name)| {
                let digest = id(&digest, "parts")?;
                Ok(PartRow {
                    start: nat(start),
                    size: nat(size),
                    digest,
                    name,
                })
            })
            .collect()
    }

    /// The sections of the entries that name a file and were not erased.
    pub async fn sections_of_file(
        &self,
        carnet: CarnetId,
        blob: BlobId,
    ) -> Result<Vec<SectionId>, StorageError> {
        const SQL: &str = "SELECT DISTINCT u.section FROM file_uses u \
            JOIN payloads p ON p.carnet = u.carnet AND p.entry = u.entry AND p.erased IS NULL \
            WHERE u.carnet = $1 AND u.blob = $2";
        let rows: Vec<(Vec<u8>,)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .fetch_all(pool)
                .await
        })?;
        rows.iter()
            .map(|(section,)| id(section, "file_uses"))
            .collect()
    }

    /// Gives up a file that no entry names: its room is free again, its bytes go to the trash. Says whether it was there.
    pub async fn give_up_file(
        &self,
        carnet: CarnetId,
        blob: BlobId,
        now: Seconds,
    ) -> Result<bool, StorageError> {
        const SQL: &str = "DELETE FROM files WHERE carnet = $1 AND blob = $2 AND NOT named \
            RETURNING size, received";
        // The carnet's row first, as everywhere: two transactions never wait for each other crosswise.
        const ALONE: &str = "UPDATE carnets SET used = used WHERE id = $1";
        transaction!(self, tx => {
            sqlx::query(ALONE)
                .bind(carnet.as_bytes().as_slice())
                .execute(&mut *tx)
                .await?;
            let gone: Option<(i64, i64)> = sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .fetch_optional(&mut *tx)
                .await?;
            let Some((size, received)) = gone else { return Ok(false) };
            sqlx::query(FREE)
                .bind(size)
                .bind(carnet.as_bytes().as_slice())
                .execute(&mut *tx)
                .await?;
            // Of what nothing has come, nothing is to be deleted: it can be begun again at once.
            if received > 0 {
                sqlx::query(crate::sweep::TRASH)
                    .bind(carnet.as_bytes().as_slice())
                    .bind(blob.as_bytes().as_slice())
                    .bind(int(now.0))
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(true)
        })
    }
}
