//! Snapshots that accounts made for themselves.

use protocol::carnet::Snapshot;
use protocol::change::Sealed;
use protocol::ids::{CarnetId, MemberId};

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::id;

impl Storage {
    /// An account's snapshot of a carnet.
    pub async fn snapshot(
        &self,
        account: MemberId,
        carnet: CarnetId,
    ) -> Result<Option<Snapshot>, StorageError> {
        const SQL: &str = "SELECT checkpoint, signature, sealed FROM snapshots \
            WHERE account = $1 AND carnet = $2";
        let row: Option<(Vec<u8>, Vec<u8>, Vec<u8>)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(carnet.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(checkpoint, signature, sealed)| {
            let signature = id(&signature, "snapshots")?;
            Ok(Snapshot {
                checkpoint,
                signature,
                sealed: Sealed(sealed),
            })
        })
        .transpose()
    }

    /// Replaces an account's snapshot of a carnet.
    pub async fn set_snapshot(
        &self,
        account: MemberId,
        carnet: CarnetId,
        snapshot: &Snapshot,
    ) -> Result<(), StorageError> {
        const SQL: &str = "INSERT INTO snapshots (account, carnet, checkpoint, signature, sealed) \
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (account, carnet) DO UPDATE SET \
            checkpoint = excluded.checkpoint, signature = excluded.signature, sealed = excluded.sealed";
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(carnet.as_bytes().as_slice())
                .bind(snapshot.checkpoint.as_slice())
                .bind(snapshot.signature.as_bytes().as_slice())
                .bind(snapshot.sealed.0.as_slice())
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }
}
