//! Handing out sealed entry versions.

use protocol::ids::{CarnetId, Digest, EntryId, SectionId};

use crate::db::{Storage, on};
use crate::error::StorageError;
use crate::row::id;

/// A sealed entry version that was not erased.
#[derive(Debug, Clone)]
pub struct PayloadRow {
    /// Where it lies.
    pub section: SectionId,
    /// Of which entry.
    pub entry: EntryId,
    /// Its sealed bytes.
    pub sealed: Vec<u8>,
}

impl Storage {
    /// One sealed entry version; none if there is none, or it was erased.
    pub async fn payload(
        &self,
        carnet: CarnetId,
        digest: Digest,
    ) -> Result<Option<PayloadRow>, StorageError> {
        type Row = (Vec<u8>, Vec<u8>, Option<Vec<u8>>);
        const SQL: &str = "SELECT section, entry, sealed FROM payloads \
            WHERE carnet = $1 AND digest = $2 AND erased IS NULL";
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(digest.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(section, entry, sealed)| {
            Ok(PayloadRow {
                section: id(&section, "payloads")?,
                entry: id(&entry, "payloads")?,
                sealed: sealed.ok_or(StorageError::Damaged { table: "payloads" })?,
            })
        })
        .transpose()
    }
}
