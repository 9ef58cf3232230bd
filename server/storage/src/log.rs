//! Reading the chains of commits.

use protocol::carnet::Received;
use protocol::commit::Signed;
use protocol::ids::{CarnetId, Digest};
use protocol::time::Seconds;

use crate::db::{Storage, on};
use crate::error::StorageError;
use crate::row::{id, int, nat};

/// Where a carnet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of its last commit.
    pub seq: u64,
    /// Digest of its last commit.
    pub head: Digest,
    /// Bytes in use.
    pub used: u64,
    /// When it was closed.
    pub closed: Option<Seconds>,
}

impl Storage {
    /// Where a carnet stands, if there is one.
    pub async fn head(&self, carnet: CarnetId) -> Result<Option<Head>, StorageError> {
        const SQL: &str = "SELECT seq, head, used, closed FROM carnets WHERE id = $1";
        let row: Option<(i64, Vec<u8>, i64, Option<i64>)> = on!(self, pool => {
            sqlx::query_as(SQL).bind(carnet.as_bytes().as_slice()).fetch_optional(pool).await
        })?;
        row.map(|(seq, head, used, closed)| {
            Ok(Head {
                seq: nat(seq),
                head: id(&head, "carnets")?,
                used: nat(used),
                closed: closed.map(|at| Seconds(nat(at))),
            })
        })
        .transpose()
    }

    /// Commits from number `from` on, in order, at most `limit`.
    pub async fn commits(
        &self,
        carnet: CarnetId,
        from: u64,
        limit: u64,
    ) -> Result<Vec<Received>, StorageError> {
        const SQL: &str = "SELECT body, signature, received FROM commits \
            WHERE carnet = $1 AND seq >= $2 ORDER BY seq LIMIT $3";
        let rows: Vec<(Vec<u8>, Vec<u8>, i64)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(int(from))
                .bind(int(limit))
                .fetch_all(pool)
                .await
        })?;
        rows.into_iter()
            .map(|(body, signature, received)| {
                let signed = Signed { body, signature: id(&signature, "commits")? };
                Ok(Received { signed, at: Seconds(nat(received)) })
            })
            .collect()
    }
}
