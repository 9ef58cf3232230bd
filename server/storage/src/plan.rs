//! What a client planned as one: replaced whole, so that what was settled since is not sent, and nothing doubles.

use std::collections::{BTreeMap, BTreeSet};

use protocol::ids::MemberId;
use protocol::limits;
use protocol::time::{DAY, Seconds};

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::reminder::{DUE, MAIL, PUSH, sixteen};
use crate::row::{int, nat};

/// How many of its own an account has to be sent by one way on its busiest day. What the server itself tells of is not the
/// account's doing.
pub(crate) const BUSIEST: &str = "SELECT COUNT(*) FROM reminders \
    WHERE account = $1 AND times > 0 AND channel = $2 AND words IN ('due', 'confirm_sheet') GROUP BY due / $3 \
    ORDER BY COUNT(*) DESC LIMIT 1";

/// One reminder of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// Its id, chosen by the client.
    pub id: [u8; 16],
    /// When.
    pub due: Seconds,
    /// Until when it is of use.
    pub until: Seconds,
    /// By which way.
    pub channel: String,
    /// What a device opens; none for a mail.
    pub text: Option<Vec<u8>>,
    /// What a mail says in clear, one thing in a line: kept only for an account that chose so.
    pub titles: Option<String>,
}

/// A plan as a client hands it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRows {
    /// Its id.
    pub plan: [u8; 16],
    /// From when on it says everything.
    pub since: Seconds,
    /// The client's own mark.
    pub mark: Vec<u8>,
    /// What is planned.
    pub rows: Vec<PlanRow>,
}

impl Storage {
    /// Replaces a plan: what waits and is not in it any more goes, what is new comes, what was sent stays sent. False, and
    /// nothing changed, if the account would have more than `most` that wait, or more than `mails` of them by mail on one day, or
    /// more plans or pushes than anybody has.
    pub async fn set_plan(
        &self,
        account: MemberId,
        plan: &PlanRows,
        now: Seconds,
        most: u64,
        mails: u64,
    ) -> Result<bool, StorageError> {
        const MARK: &str = "INSERT INTO plans (account, plan, mark) VALUES ($1, $2, $3) \
            ON CONFLICT (account, plan) DO UPDATE SET mark = excluded.mark";
        const FORGET: &str = "DELETE FROM plans WHERE account = $1 AND plan = $2";
        const WAITING: &str = "SELECT id, device FROM reminders \
            WHERE account = $1 AND plan = $2 AND times > 0 AND due >= $3";
        const DROP: &str = "DELETE FROM reminders WHERE account = $1 AND id = $2";
        // One that waits, or whose moment is another one now; one that was sent at that very moment stays sent.
        const KEEP: &str = "INSERT INTO reminders \
            (account, id, due, channel, words, times, failures, leased, plan, text, until, titles) \
            VALUES ($1, $2, $3, $4, $5, 1, 0, 0, $6, $7, $8, $9) \
            ON CONFLICT (account, id) DO UPDATE SET due = excluded.due, channel = excluded.channel, \
                words = excluded.words, times = 1, failures = 0, leased = 0, plan = excluded.plan, \
                text = excluded.text, until = excluded.until, titles = excluded.titles \
            WHERE reminders.words = excluded.words \
                AND (reminders.due <> excluded.due OR reminders.times > 0)";
        // It takes the account's lock: whoever switches it off meanwhile waits, and finds all that was kept.
        const READABLE: &str = "UPDATE accounts SET readable = TRUE WHERE id = $1 AND readable";
        const COUNT: &str = "SELECT COUNT(*) FROM reminders \
            WHERE account = $1 AND times > 0 AND words IN ('due', 'confirm_sheet')";
        const PLANS: &str = "SELECT COUNT(*) FROM plans WHERE account = $1";
        // What was sent is kept so that the same plan does not send it again: the newest are enough for that.
        const TRIM: &str = "DELETE FROM reminders WHERE account = $1 AND words = $2 AND times = 0 \
            AND sent < (SELECT s.sent FROM reminders s \
                WHERE s.account = $1 AND s.words = $2 AND s.times = 0 ORDER BY s.sent DESC \
                LIMIT 1 OFFSET $3)";
        let bytes = account.as_bytes().as_slice();
        let listed: BTreeSet<[u8; 16]> = plan.rows.iter().map(|row| row.id).collect();
        let kept: Result<(), StorageError> = transaction!(self, tx => {
            if plan.rows.is_empty() {
                sqlx::query(FORGET)
                    .bind(bytes)
                    .bind(plan.plan.as_slice())
                    .execute(&mut *tx)
                    .await?;
            } else {
                sqlx::query(MARK)
                    .bind(bytes)
                    .bind(plan.plan.as_slice())
                    .bind(plan.mark.as_slice())
                    .execute(&mut *tx)
                    .await?;
            }
            let waiting: Vec<(Vec<u8>, Option<Vec<u8>>)> = sqlx::query_as(WAITING)
                .bind(bytes)
                .bind(plan.plan.as_slice())
                .bind(int(plan.since.0))
                .fetch_all(&mut *tx)
                .await?;
            for (id, device) in waiting {
                let row = sixteen(&id)?;
                let planned = match device {
                    Some(device) => mixed(row, sixteen(&device)?),
                    None => row,
                };
                if !listed.contains(&planned) {
                    sqlx::query(DROP).bind(bytes).bind(id.as_slice()).execute(&mut *tx).await?;
                }
            }
            let told = plan.rows.iter().any(|row| row.titles.is_some());
            let readable = told
                && sqlx::query(READABLE).bind(bytes).execute(&mut *tx).await?.rows_affected() > 0;
            // What is past is listed so that it may still be sent if it waits; it is not made anew.
            for row in plan.rows.iter().filter(|row| row.due > now) {
                sqlx::query(KEEP)
                    .bind(bytes)
                    .bind(row.id.as_slice())
                    .bind(int(row.due.0))
                    .bind(row.channel.as_str())
                    .bind(DUE)
                    .bind(plan.plan.as_slice())
                    .bind(row.text.as_deref())
                    .bind(int(row.until.0))
                    .bind(row.titles.as_deref().filter(|_| readable))
                    .execute(&mut *tx)
                    .await?;
            }
            let (count,): (i64,) = sqlx::query_as(COUNT).bind(bytes).fetch_one(&mut *tx).await?;
            let (plans,): (i64,) = sqlx::query_as(PLANS).bind(bytes).fetch_one(&mut *tx).await?;
            if nat(count) > most || nat(plans) > limits::PLANS as u64 {
                return Err(StorageError::TooMuch);
            }
            for (channel, most) in [(MAIL, mails), (PUSH, limits::PUSHES_A_DAY as u64)] {
                let busiest: Option<(i64,)> = sqlx::query_as(BUSIEST)
                    .bind(bytes)
                    .bind(channel)
                    .bind(int(DAY))
                    .fetch_optional(&mut *tx)
                    .await?;
                if busiest.is_some_and(|(count,)| nat(count) > most) {
                    return Err(StorageError::TooMuch);
                }
            }
            sqlx::query(TRIM)
                .bind(bytes)
                .bind(DUE)
                .bind(int(limits::REMINDERS as u64))
                .execute(&mut *tx)
                .await?;
            Ok(())
        });
        match kept {
            Ok(()) => Ok(true),
            Err(StorageError::TooMuch) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// How many rows an account's reminders take, those that were sent included.
    pub async fn reminder_rows(&self, account: MemberId) -> Result<u64, StorageError> {
        const SQL: &str = "SELECT COUNT(*) FROM reminders WHERE account = $1";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL).bind(account.as_bytes().as_slice()).fetch_one(pool).await
        })?;
        Ok(nat(count))
    }

    /// The marks of what an account planned.
    pub async fn plans(
        &self,
        account: MemberId,
    ) -> Result<BTreeMap<[u8; 16], Vec<u8>>, StorageError> {
        const SQL: &str = "SELECT plan, mark FROM plans WHERE account = $1";
        let rows: Vec<(Vec<u8>, Vec<u8>)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(account.as_bytes().as_slice())
                .fetch_all(pool)
                .await
        })?;
        rows.into_iter()
            .map(|(plan, mark)| Ok((sixteen(&plan)?, mark)))
            .collect()
    }
}

/// The id of a reminder on its way to one device; the same again gives back the one it came from.
pub(crate) fn mixed(reminder: [u8; 16], device: [u8; 16]) -> [u8; 16] {
    let mut mixed = reminder;
    for (byte, other) in mixed.iter_mut().zip(device) {
        *byte ^= other;
    }
    mixed
}
