//! Tries at signing in: counted in the database, so that several instances count together.

use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{int, nat};

impl Storage {
    /// Counts one more try on a subject (a hashed lookup id, a hashed address) and says how many there were since the
    /// count began; it begins anew once it is older than `window` seconds. One atomic statement.
    pub async fn count_try(
        &self,
        subject: &[u8; 32],
        window: u64,
        now: Seconds,
    ) -> Result<u64, StorageError> {
        const SQL: &str = "INSERT INTO tries (subject, count, since) VALUES ($1, 1, $2) \
            ON CONFLICT (subject) DO UPDATE SET \
                count = CASE WHEN tries.since < $3 THEN 1 ELSE tries.count + 1 END, \
                since = CASE WHEN tries.since < $3 THEN excluded.since ELSE tries.since END \
            RETURNING count";
        let row: (i64,) = transaction!(self, tx => {
            let row = sqlx::query_as(SQL)
                .bind(subject.as_slice())
                .bind(int(now.0))
                .bind(int(now.0.saturating_sub(window)))
                .fetch_one(&mut *tx)
                .await?;
            Ok(row)
        })?;
        Ok(nat(row.0))
    }

    /// How many tries on a subject there were since the count began, without counting one: who is over the limit already
    /// shall not cost a write.
    pub async fn tries(
        &self,
        subject: &[u8; 32],
        window: u64,
        now: Seconds,
    ) -> Result<u64, StorageError> {
        const SQL: &str = "SELECT count FROM tries WHERE subject = $1 AND since >= $2";
        let row: Option<(i64,)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(subject.as_slice())
                .bind(int(now.0.saturating_sub(window)))
                .fetch_optional(pool)
                .await
        })?;
        Ok(row.map_or(0, |(count,)| nat(count)))
    }

    /// Forgets the tries on a subject, after one that succeeded.
    pub async fn forget_tries(&self, subject: &[u8; 32]) -> Result<(), StorageError> {
        const SQL: &str = "DELETE FROM tries WHERE subject = $1";
        transaction!(self, tx => {
            sqlx::query(SQL).bind(subject.as_slice()).execute(&mut *tx).await?;
            Ok(())
        })
    }
}
