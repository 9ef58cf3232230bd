//! Reading the chains of commits.

use futures::TryStreamExt;
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

    /// Digest of a commit, and when it came.
    pub async fn commit_seen(
        &self,
        carnet: CarnetId,
        seq: u64,
    ) -> Result<Option<(Digest, Seconds)>, StorageError> {
        const SQL: &str = "SELECT digest, received FROM commits WHERE carnet = $1 AND seq = $2";
        let row: Option<(Vec<u8>, i64)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(int(seq))
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(digest, received)| Ok((id(&digest, "commits")?, Seconds(nat(received)))))
            .transpose()
    }

    /// Commits from number `from` on, in order: at most `limit`, and no more once their bodies reach `bytes`.
    pub async fn commits(
        &self,
        carnet: CarnetId,
        from: u64,
        limit: u64,
        bytes: usize,
    ) -> Result<Vec<Received>, StorageError> {
        const SQL: &str = "SELECT body, signature, received FROM commits \
            WHERE carnet = $1 AND seq >= $2 ORDER BY seq LIMIT $3";
        let mut found = Vec::new();
        let mut taken = 0;
        on!(self, pool => {
            let mut rows = sqlx::query_as::<_, (Vec<u8>, Vec<u8>, i64)>(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(int(from))
                .bind(int(limit))
                .fetch(pool);
            while taken < bytes {
                let Some((body, signature, received)) = rows.try_next().await? else { break };
                taken += body.len();
                let signed = Signed { body, signature: id(&signature, "commits")? };
                found.push(Received { signed, at: Seconds(nat(received)) });
            }
        });
        Ok(found)
    }
}
