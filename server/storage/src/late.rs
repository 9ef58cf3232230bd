//! After an outage: what could not be sent in time is told of once, with how many there were, and not sent one by one.

use protocol::time::{MINUTE, Seconds};

use crate::db::{Storage, transaction};
use crate::error::StorageError;
use crate::reminder::{DUE, LATE, PUSH};
use crate::row::int;

/// From when on a reminder counts as late, in seconds after it was due.
pub const LATE_AFTER: u64 = 15 * MINUTE;
/// For how long after the thing itself a reminder is still sent, in seconds: the task looks every few seconds only.
pub const GRACE: u64 = 10 * MINUTE;

/// The id of the message about late mails.
const LATE_MAIL: [u8; 16] = *b"carnet late mail";

impl Storage {
    /// Puts together what is late for the same person and by the same way: two or more, or what is of no use any more. One that
    /// is late alone is sent as it is. What is being sent at this moment is left alone.
    pub async fn gather_late(&self, now: Seconds) -> Result<(), StorageError> {
        type Group = (Vec<u8>, String, Option<Vec<u8>>);
        const GROUPS: &str = "SELECT account, channel, device FROM reminders \
            WHERE times > 0 AND words = $1 AND channel <> $2 AND sending <= $3 \
                AND (due + $4 <= $3 OR until + $5 <= $3) \
            GROUP BY account, channel, device HAVING COUNT(*) > 1 OR MIN(until) + $5 <= $3";
        const TAKE: &str = "UPDATE reminders SET times = 0, sent = $3, titles = NULL, text = NULL \
            WHERE times > 0 AND words = $1 AND channel = $2 AND sending <= $3 \
                AND (due + $4 <= $3 OR until + $5 <= $3) AND account = $6 \
                AND (device = $7 OR (device IS NULL AND $7 IS NULL))";
        const TELL: &str = "INSERT INTO reminders \
            (account, id, due, channel, words, times, failures, leased, device) \
            VALUES ($1, $2, $3, $4, $5, $6, 0, 0, $7) \
            ON CONFLICT (account, id) DO UPDATE SET times = reminders.times + excluded.times, \
                due = CASE WHEN reminders.times > 0 THEN reminders.due ELSE excluded.due END";
        transaction!(self, tx => {
            let groups: Vec<Group> = sqlx::query_as(GROUPS)
                .bind(DUE)
                .bind(PUSH)
                .bind(int(now.0))
                .bind(int(LATE_AFTER))
                .bind(int(GRACE))
                .fetch_all(&mut *tx)
                .await?;
            for (account, channel, device) in groups {
                let taken = sqlx::query(TAKE)
                    .bind(DUE)
                    .bind(channel.as_str())
                    .bind(int(now.0))
                    .bind(int(LATE_AFTER))
                    .bind(int(GRACE))
                    .bind(account.as_slice())
                    .bind(device.as_deref())
                    .execute(&mut *tx)
                    .await?
                    .rows_affected();
                if taken == 0 {
                    continue;
                }
                // For a device: its own id, which is no reminder's.
                let id = device.as_deref().unwrap_or(&LATE_MAIL);
                sqlx::query(TELL)
                    .bind(account.as_slice())
                    .bind(id)
                    .bind(int(now.0))
                    .bind(channel.as_str())
                    .bind(LATE)
                    .bind(int(taken))
                    .bind(device.as_deref())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        })
    }
}
