//! Bearers: what opens a link for people without an account, and what it shows beside its sections.

use protocol::ids::{BlobId, CarnetId, Digest, MemberId};
use protocol::limits;
use protocol::time::Seconds;

use crate::card::{owner, spend};
use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{id, int, nat};

/// A link as its access token opens it.
#[derive(Debug, Clone)]
pub struct BearerRow {
    /// Of which carnet.
    pub carnet: CarnetId,
    /// Until when it was opened.
    pub until: Seconds,
    /// What became of it, once it is gone.
    pub gone: Option<Gone>,
}

/// What became of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// Somebody took it out.
    Closed,
    /// It ended itself, when it brought somebody in.
    Used,
}

/// A link that is gone shows nothing any more. If it was its own author that took it out, it was used.
pub(crate) const GONE_LINKS: &str = "UPDATE bearers SET gone = $2, used = (link = $3), bundle = NULL \
    WHERE carnet = $1 AND gone IS NULL \
    AND link NOT IN (SELECT member FROM members WHERE carnet = $1)";
/// See [`GONE_LINKS`].
pub(crate) const GONE_FILES: &str = "DELETE FROM bearer_files WHERE carnet = $1 \
    AND link NOT IN (SELECT member FROM members WHERE carnet = $1)";

impl Storage {
    /// Lets whoever has an access token in by a link. [`StorageError::Exists`] if the token is or was another link's. False if the
    /// links of the carnet would show too much beside their sections.
    pub async fn set_bearer(
        &self,
        carnet: CarnetId,
        link: MemberId,
        access: &Digest,
        until: Seconds,
        (bundle, files): (Option<&[u8]>, &[BlobId]),
    ) -> Result<bool, StorageError> {
        const SHOWN: &str = "SELECT CAST(COALESCE(SUM(LENGTH(bundle)), 0) AS BIGINT) FROM bearers \
            WHERE carnet = $1 AND link <> $2";
        const SET: &str = "INSERT INTO bearers (carnet, link, access, bundle, until, gone, used) \
            VALUES ($1, $2, $3, $4, $5, NULL, FALSE) ON CONFLICT (carnet, link) \
            DO UPDATE SET access = excluded.access, bundle = excluded.bundle, until = excluded.until";
        const NO_FILES: &str = "DELETE FROM bearer_files WHERE carnet = $1 AND link = $2";
        const FILE: &str = "INSERT INTO bearer_files (carnet, link, blob) VALUES ($1, $2, $3) \
            ON CONFLICT (carnet, link, blob) DO NOTHING";
        let owner = owner(carnet, link);
        let (carnet, link) = (carnet.as_bytes().as_slice(), link.as_bytes().as_slice());
        transaction!(self, tx => {
            let (shown,): (i64,) =
                sqlx::query_as(SHOWN).bind(carnet).bind(link).fetch_one(&mut *tx).await?;
            let more = bundle.map_or(0, |bundle| bundle.len() as u64);
            if more > 0 && nat(shown) + more > limits::BUNDLES as u64 {
                return Ok(false);
            }
            spend!(tx, access.as_bytes().as_slice(), owner.as_slice());
            sqlx::query(SET)
                .bind(carnet)
                .bind(link)
                .bind(access.as_bytes().as_slice())
                .bind(bundle)
                .bind(int(until.0))
                .execute(&mut *tx)
                .await?;
            sqlx::query(NO_FILES).bind(carnet).bind(link).execute(&mut *tx).await?;
            for blob in files {
                sqlx::query(FILE)
                    .bind(carnet)
                    .bind(link)
                    .bind(blob.as_bytes().as_slice())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(true)
        })
    }

    /// The link that this access opens, whether or not it is gone.
    pub async fn bearer(
        &self,
        link: MemberId,
        access: &Digest,
    ) -> Result<Option<BearerRow>, StorageError> {
        const SQL: &str = "SELECT b.carnet, b.until, b.used, \
            CASE WHEN b.gone IS NULL AND c.closed IS NULL THEN FALSE ELSE TRUE END \
            FROM bearers b JOIN carnets c ON c.id = b.carnet WHERE b.link = $1 AND b.access = $2";
        let row: Option<(Vec<u8>, i64, bool, bool)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(link.as_bytes().as_slice())
                .bind(access.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(carnet, until, used, gone)| {
            let gone = gone.then_some(if used { Gone::Used } else { Gone::Closed });
            Ok(BearerRow {
                carnet: id(&carnet, "bearers")?,
                until: Seconds(nat(until)),
                gone,
            })
        })
        .transpose()
    }

    /// What a link shows beside its sections, sealed.
    pub async fn bundle(
        &self,
        carnet: CarnetId,
        link: MemberId,
    ) -> Result<Option<Vec<u8>>, StorageError> {
        const SQL: &str = "SELECT bundle FROM bearers WHERE carnet = $1 AND link = $2";
        let row: Option<(Option<Vec<u8>>,)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(link.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        Ok(row.and_then(|(bundle,)| bundle))
    }

    /// Whether a link shows a file beside those of its sections.
    pub async fn is_shown(
        &self,
        carnet: CarnetId,
        link: MemberId,
        blob: BlobId,
    ) -> Result<bool, StorageError> {
        const SQL: &str =
            "SELECT COUNT(*) FROM bearer_files WHERE carnet = $1 AND link = $2 AND blob = $3";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(link.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .fetch_one(pool)
                .await
        })?;
        Ok(count > 0)
    }
}
