//! Walking through everything that is kept, to check it.

use protocol::ids::{BlobId, CarnetId, Digest, MemberId};

use crate::db::{Storage, on};
use crate::error::StorageError;
use crate::row::id;

impl Storage {
    /// Every carnet.
    pub async fn all_carnets(&self) -> Result<Vec<CarnetId>, StorageError> {
        const SQL: &str = "SELECT id FROM carnets ORDER BY id";
        let rows: Vec<(Vec<u8>,)> = on!(self, pool => sqlx::query_as(SQL).fetch_all(pool).await)?;
        rows.iter().map(|(carnet,)| id(carnet, "carnets")).collect()
    }

    /// Every sealed entry version of a carnet: its digest, and its bytes unless they were erased and swept.
    pub async fn all_payloads(
        &self,
        carnet: CarnetId,
    ) -> Result<Vec<(Digest, bool)>, StorageError> {
        const SQL: &str = "SELECT digest, erased IS NOT NULL FROM payloads WHERE carnet = $1";
        let rows: Vec<(Vec<u8>, bool)> = on!(self, pool => {
            sqlx::query_as(SQL).bind(carnet.as_bytes().as_slice()).fetch_all(pool).await
        })?;
        rows.iter()
            .map(|(digest, erased)| Ok((id(digest, "payloads")?, *erased)))
            .collect()
    }

    /// Every link of a carnet that has a sheet.
    pub async fn all_sheets(&self, carnet: CarnetId) -> Result<Vec<MemberId>, StorageError> {
        const SQL: &str = "SELECT link FROM sheets WHERE carnet = $1";
        let rows: Vec<(Vec<u8>,)> = on!(self, pool => {
            sqlx::query_as(SQL).bind(carnet.as_bytes().as_slice()).fetch_all(pool).await
        })?;
        rows.iter().map(|(link,)| id(link, "sheets")).collect()
    }

    /// Every file of a carnet that was not erased.
    pub async fn all_files(&self, carnet: CarnetId) -> Result<Vec<BlobId>, StorageError> {
        const SQL: &str = "SELECT blob FROM files WHERE carnet = $1 AND erased IS NULL";
        let rows: Vec<(Vec<u8>,)> = on!(self, pool => {
            sqlx::query_as(SQL).bind(carnet.as_bytes().as_slice()).fetch_all(pool).await
        })?;
        rows.iter().map(|(blob,)| id(blob, "files")).collect()
    }
}
