//! The access journal: who did what, by the server's word.

use protocol::ids::{CarnetId, MemberId};
use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{id, int, nat};

/// A line to be written.
#[derive(Debug, Clone)]
pub struct NewLine {
    /// About which carnet.
    pub carnet: CarnetId,
    /// When.
    pub at: Seconds,
    /// Who.
    pub member: MemberId,
    /// What, in its JSON form.
    pub act: String,
}

/// A line that was written.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number in its carnet, from 1.
    pub number: i64,
    /// When.
    pub at: Seconds,
    /// Who.
    pub member: MemberId,
    /// What, in its JSON form.
    pub act: String,
}

impl Storage {
    /// Writes lines in their order, each numbered after the last of its carnet. A carnet that is gone is passed over.
    pub async fn write_journal(&self, lines: &[NewLine]) -> Result<(), StorageError> {
        const NUMBER: &str =
            "UPDATE carnets SET journal = journal + 1 WHERE id = $1 RETURNING journal";
        const SQL: &str = "INSERT INTO journal (carnet, number, at, member, act) \
            VALUES ($1, $2, $3, $4, $5)";
        transaction!(self, tx => {
            for line in lines {
                let carnet = line.carnet.as_bytes().as_slice();
                let number: Option<(i64,)> =
                    sqlx::query_as(NUMBER).bind(carnet).fetch_optional(&mut *tx).await?;
                let Some((number,)) = number else { continue };
                sqlx::query(SQL)
                    .bind(carnet)
                    .bind(number)
                    .bind(int(line.at.0))
                    .bind(line.member.as_bytes().as_slice())
                    .bind(line.act.as_str())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        })
    }

    /// Takes away lines that were written at `oldest` or before, and of each carnet all but its newest `kept`. Looks at the
    /// first line of each carnet only, and writes where there is something to take away.
    pub async fn sweep_journal(&self, oldest: Seconds, kept: u64) -> Result<(), StorageError> {
        const OVER: &str = "SELECT c.id, c.journal FROM carnets c JOIN journal j ON j.carnet = c.id \
            AND j.number = (SELECT MIN(f.number) FROM journal f WHERE f.carnet = c.id) \
            WHERE j.at <= $1 OR j.number <= c.journal - $2";
        const SQL: &str = "DELETE FROM journal WHERE carnet = $1 AND (at <= $2 OR number <= $3)";
        let (oldest, kept) = (int(oldest.0), int(kept));
        let over: Vec<(Vec<u8>, i64)> = on!(self, pool => {
            sqlx::query_as(OVER).bind(oldest).bind(kept).fetch_all(pool).await
        })?;
        for (carnet, newest) in over {
            transaction!(self, tx => {
                sqlx::query(SQL)
                    .bind(carnet.as_slice())
                    .bind(oldest)
                    .bind(newest.saturating_sub(kept))
                    .execute(&mut *tx)
                    .await?;
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Lines before a number, newest first; of one member alone if it is named, written from one moment up to another.
    pub async fn journal(
        &self,
        carnet: CarnetId,
        before: i64,
        member: Option<MemberId>,
        (from, to): (Seconds, Seconds),
        limit: u64,
    ) -> Result<Vec<Line>, StorageError> {
        const SQL: &str = "SELECT number, at, member, act FROM journal \
            WHERE carnet = $1 AND number < $2 AND ($4 OR member = $5) \
            AND at >= $6 AND at < $7 ORDER BY number DESC LIMIT $3";
        let rows: Vec<(i64, i64, Vec<u8>, String)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(before)
                .bind(int(limit))
                .bind(member.is_none())
                .bind(member.as_ref().map(|member| member.as_bytes().as_slice()))
                .bind(int(from.0))
                .bind(int(to.0))
                .fetch_all(pool)
                .await
        })?;
        rows.into_iter()
            .map(|(number, at, member, act)| {
                let member = id(&member, "journal")?;
                Ok(Line {
                    number,
                    at: Seconds(nat(at)),
                    member,
                    act,
                })
            })
            .collect()
    }
}
