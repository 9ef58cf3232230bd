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
        row.map(head_of).transpose()
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

    /// Where a carnet stands and its commits from number `from` on, as of one moment, in one question: at most `limit`, and
    /// no more once their bodies reach `bytes`.
    pub async fn head_and_commits(
        &self,
        carnet: CarnetId,
        from: u64,
        limit: u64,
        bytes: usize,
    ) -> Result<Option<(Head, Vec<Received>)>, StorageError> {
        type Flat = (
            i64,
            Vec<u8>,
            i64,
            Option<i64>,
            Option<Vec<u8>>,
            Option<Vec<u8>>,
            Option<i64>,
        );
        const SQL: &str = "SELECT c.seq, c.head, c.used, c.closed, l.body, l.signature, l.received \
            FROM carnets c LEFT JOIN commits l ON l.carnet = c.id AND l.seq >= $2 \
            WHERE c.id = $1 ORDER BY l.seq LIMIT $3";
        let mut stands = None;
        let mut found = Vec::new();
        let mut taken = 0;
        on!(self, pool => {
            let mut rows = sqlx::query_as::<_, Flat>(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(int(from))
                .bind(int(limit))
                .fetch(pool);
            while taken < bytes {
                let Some((seq, head, used, closed, body, signature, received)) =
                    rows.try_next().await?
                else {
                    break;
                };
                if stands.is_none() {
                    stands = Some(head_of((seq, head, used, closed))?);
                }
                let (Some(body), Some(signature), Some(received)) = (body, signature, received)
                else {
                    break;
                };
                taken += body.len();
                let signed = Signed { body, signature: id(&signature, "commits")? };
                found.push(Received { signed, at: Seconds(nat(received)) });
            }
        });
        Ok(stands.map(|stands| (stands, found)))
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

fn head_of(
    (seq, head, used, closed): (i64, Vec<u8>, i64, Option<i64>),
) -> Result<Head, StorageError> {
    Ok(Head {
        seq: nat(seq),
        head: id(&head, "carnets")?,
        used: nat(used),
        closed: closed.map(|at| Seconds(nat(at))),
    })
}
