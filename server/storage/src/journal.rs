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
    /// Writes lines in their order, each numbered after the last of its carnet, and gives their numbers. A carnet that is gone is
    /// passed over.
    pub async fn write_journal(&self, lines: &[NewLine]) -> Result<Vec<i64>, StorageError> {
        const NUMBER: &str =
            "UPDATE carnets SET journal = journal + 1 WHERE id = $1 RETURNING journal";
        const SQL: &str = "INSERT INTO journal (carnet, number, at, member, act) \
            VALUES ($1, $2, $3, $4, $5)";
        transaction!(self, tx => {
            let mut numbers = Vec::with_capacity(lines.len());
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
                numbers.push(number);
            }
            Ok(numbers)
        })
    }

    /// Says anew what a line says. False if it is not there any more.
    pub async fn amend_journal(
        &self,
        carnet: CarnetId,
        number: i64,
        act: &str,
    ) -> Result<bool, StorageError> {
        const SQL: &str = "UPDATE journal SET act = $3 WHERE carnet = $1 AND number = $2";
        let amended = transaction!(self, tx => {
            let done = sqlx::query(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(number)
                .bind(act)
                .execute(&mut *tx)
                .await?;
            Ok(done.rows_affected())
        })?;
        Ok(amended > 0)
    }

    /// Takes away lines that were written at `oldest` or before, and of each carnet what is beyond `kept`: of those about whom
    /// there are the most lines, their oldest, so that nobody's many push out another's few. Looks at the first line of each
    /// carnet only, and writes where there is something to take away.
    pub async fn sweep_journal(&self, oldest: Seconds, kept: u64) -> Result<(), StorageError> {
        const OVER: &str = "SELECT c.id FROM carnets c JOIN journal j ON j.carnet = c.id \
            AND j.number = (SELECT MIN(f.number) FROM journal f WHERE f.carnet = c.id) \
            WHERE j.at <= $1 OR j.number <= c.journal - $2";
        const AGED: &str = "DELETE FROM journal WHERE carnet = $1 AND at <= $2";
        const EACH: &str = "SELECT member, COUNT(*) FROM journal WHERE carnet = $1 GROUP BY member";
        const OLDEST: &str = "DELETE FROM journal WHERE carnet = $1 AND member = $2 AND number <= \
            (SELECT o.number FROM journal o WHERE o.carnet = $1 AND o.member = $2 \
                ORDER BY o.number DESC LIMIT 1 OFFSET $3)";
        let (oldest, newest) = (int(oldest.0), int(kept));
        let over: Vec<(Vec<u8>,)> = on!(self, pool => {
            sqlx::query_as(OVER).bind(oldest).bind(newest).fetch_all(pool).await
        })?;
        for (carnet,) in over {
            transaction!(self, tx => {
                sqlx::query(AGED).bind(carnet.as_slice()).bind(oldest).execute(&mut *tx).await?;
                let each: Vec<(Vec<u8>, i64)> =
                    sqlx::query_as(EACH).bind(carnet.as_slice()).fetch_all(&mut *tx).await?;
                let counts: Vec<u64> = each.iter().map(|(_, count)| nat(*count)).collect();
                let share = share(&counts, kept);
                for (member, count) in &each {
                    if nat(*count) > share {
                        sqlx::query(OLDEST)
                            .bind(carnet.as_slice())
                            .bind(member.as_slice())
                            .bind(int(share))
                            .execute(&mut *tx)
                            .await?;
                    }
                }
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

/// How many lines each may keep so that all together keep at most `kept`: who has fewer keeps them all.
fn share(counts: &[u64], kept: u64) -> u64 {
    let mut counts = counts.to_vec();
    counts.sort_unstable();
    let (mut left, mut many) = (kept, counts.len() as u64);
    for count in counts {
        if count.saturating_mul(many) > left {
            return left / many;
        }
        left -= count;
        many -= 1;
    }
    u64::MAX
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn who_has_few_lines_keeps_them_all() {
        assert_eq!(share(&[3, 4], 7), u64::MAX);
        assert_eq!(share(&[3, 1000, 4], 107), 100);
        assert_eq!(share(&[1000, 1000], 11), 5);
        assert_eq!(share(&[5], 2), 2);
        assert_eq!(share(&[], 2), u64::MAX);
    }
}
