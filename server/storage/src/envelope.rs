//! Handing out key envelopes, to their member alone.

use protocol::ids::{CarnetId, MemberId};

use crate::db::{Storage, on};
use crate::error::StorageError;
use crate::row::int;

impl Storage {
    /// The envelopes for a member that came with the commits `from..=to`.
    pub async fn envelopes(
        &self,
        carnet: CarnetId,
        member: MemberId,
        from: u64,
        to: u64,
    ) -> Result<Vec<Vec<u8>>, StorageError> {
        const SQL: &str = "SELECT sealed FROM envelopes \
            WHERE carnet = $1 AND member = $2 AND seq >= $3 AND seq <= $4 ORDER BY seq, digest";
        let rows: Vec<(Vec<u8>,)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(member.as_bytes().as_slice())
                .bind(int(from))
                .bind(int(to))
                .fetch_all(pool)
                .await
        })?;
        Ok(rows.into_iter().map(|(sealed,)| sealed).collect())
    }
}
