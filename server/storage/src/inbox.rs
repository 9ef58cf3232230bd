//! The inbox: what lies in the trays of a carnet and was not taken in yet.

use protocol::ids::{CarnetId, Digest, MemberId, Signature};
use protocol::time::Seconds;

use crate::card::UNNAME;
use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::file::FREE;
use crate::row::{id, int, nat};

/// A deposit that waits.
#[derive(Debug, Clone)]
pub struct DepositRow {
    /// By which link.
    pub link: MemberId,
    /// Its number in its tray.
    pub counter: u64,
    /// Its digest.
    pub digest: Digest,
    /// Its exact bytes.
    pub body: Vec<u8>,
    /// The link's, over the body.
    pub signature: Signature,
    /// Its sealed payload.
    pub sealed: Vec<u8>,
    /// When it came.
    pub received: Seconds,
}

type Row = (Vec<u8>, i64, Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>, i64);

/// Marks the deposit that a Put was taken from; the digest must be its own.
pub(crate) const TAKE: &str = "UPDATE deposits SET taken = COALESCE(taken, $5) \
    WHERE carnet = $1 AND link = $2 AND counter = $3 AND digest = $4";

const ALONE: &str = "UPDATE carnets SET used = used WHERE id = $1";

impl Storage {
    /// What waits, oldest first: no more once the sealed payloads reach `bytes`.
    pub async fn inbox(
        &self,
        carnet: CarnetId,
        bytes: usize,
    ) -> Result<Vec<DepositRow>, StorageError> {
        use futures::TryStreamExt as _;
        const SQL: &str = "SELECT link, counter, digest, body, signature, sealed, received \
            FROM deposits WHERE carnet = $1 AND taken IS NULL ORDER BY received, link, counter";
        let mut found = Vec::new();
        let mut bytes_left = bytes;
        on!(self, pool => {
            let mut rows =
                sqlx::query_as::<_, Row>(SQL).bind(carnet.as_bytes().as_slice()).fetch(pool);
            while bytes_left > 0 {
                let Some(row) = rows.try_next().await? else { break };
                let deposit = deposit_of(row)?;
                bytes_left = bytes_left.saturating_sub(deposit.sealed.len() + deposit.body.len());
                found.push(deposit);
            }
        });
        Ok(found)
    }

    /// Every deposit of a carnet that is kept, taken in or not.
    pub async fn all_deposits(&self, carnet: CarnetId) -> Result<Vec<DepositRow>, StorageError> {
        const SQL: &str = "SELECT link, counter, digest, body, signature, sealed, received \
            FROM deposits WHERE carnet = $1";
        let rows: Vec<Row> = on!(self, pool => {
            sqlx::query_as(SQL).bind(carnet.as_bytes().as_slice()).fetch_all(pool).await
        })?;
        rows.into_iter().map(deposit_of).collect()
    }

    /// Throws a waiting deposit away, its files with it. Says whether it was there.
    pub async fn dismiss(
        &self,
        carnet: CarnetId,
        link: MemberId,
        counter: u64,
    ) -> Result<bool, StorageError> {
        const SQL: &str = "DELETE FROM deposits \
            WHERE carnet = $1 AND link = $2 AND counter = $3 AND taken IS NULL RETURNING sealed";
        let carnet = carnet.as_bytes().as_slice();
        transaction!(self, tx => {
            sqlx::query(ALONE).bind(carnet).execute(&mut *tx).await?;
            let gone: Option<(Vec<u8>,)> = sqlx::query_as(SQL)
                .bind(carnet)
                .bind(link.as_bytes().as_slice())
                .bind(int(counter))
                .fetch_optional(&mut *tx)
                .await?;
            let Some((sealed,)) = gone else { return Ok(false) };
            sqlx::query(FREE)
                .bind(crate::row::len(&sealed))
                .bind(carnet)
                .execute(&mut *tx)
                .await?;
            sqlx::query(UNNAME).bind(carnet).execute(&mut *tx).await?;
            Ok(true)
        })
    }

    /// Takes away the deposits that were taken in at that moment or before; files that no entry names go with them.
    pub(crate) async fn sweep_deposits(&self, cut: Seconds) -> Result<(), StorageError> {
        const WHERE: &str = "SELECT DISTINCT carnet FROM deposits WHERE taken <= $1";
        const SQL: &str = "DELETE FROM deposits WHERE carnet = $1 AND taken <= $2 RETURNING sealed";
        let carnets: Vec<(Vec<u8>,)> = on!(self, pool => {
            sqlx::query_as(WHERE).bind(int(cut.0)).fetch_all(pool).await
        })?;
        for (carnet,) in &carnets {
            transaction!(self, tx => {
                sqlx::query(ALONE).bind(carnet.as_slice()).execute(&mut *tx).await?;
                let gone: Vec<(Vec<u8>,)> = sqlx::query_as(SQL)
                    .bind(carnet.as_slice())
                    .bind(int(cut.0))
                    .fetch_all(&mut *tx)
                    .await?;
                let freed: i64 = gone.iter().map(|(sealed,)| crate::row::len(sealed)).sum();
                sqlx::query(FREE).bind(freed).bind(carnet.as_slice()).execute(&mut *tx).await?;
                sqlx::query(UNNAME).bind(carnet.as_slice()).execute(&mut *tx).await?;
                Ok(())
            })?;
        }
        Ok(())
    }
}

fn deposit_of(
    (link, counter, digest, body, signature, sealed, received): Row,
) -> Result<DepositRow, StorageError> {
    let signature = id(&signature, "deposits")?;
    Ok(DepositRow {
        link: id(&link, "deposits")?,
        counter: nat(counter),
        digest: id(&digest, "deposits")?,
        body,
        signature,
        sealed,
        received: Seconds(nat(received)),
    })
}
