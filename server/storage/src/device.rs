//! Devices that are told by Web Push, and how a reminder is spread to them.

use protocol::ids::MemberId;
use protocol::time::Seconds;

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::plan::mixed;
use crate::reminder::{DEVICE, PUSH, sixteen};
use crate::row::{int, nat};

/// How many reminders are spread in one transaction.
const AT_ONCE: i64 = 200;

/// Where a device is told.
#[derive(Clone, PartialEq, Eq)]
pub struct Device {
    /// Its id, chosen by the client.
    pub id: [u8; 16],
    /// The address at its push service.
    pub endpoint: String,
    /// What messages are encrypted to.
    pub p256dh: Vec<u8>,
    /// The secret that goes into it.
    pub auth: Vec<u8>,
    /// How often in a row it was not reached.
    pub failures: u64,
}

impl core::fmt::Debug for Device {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Device(…)")
    }
}

impl Storage {
    /// Keeps where a device is told, once the account has at most `most` devices. False if there are too many.
    pub async fn set_device(
        &self,
        account: MemberId,
        device: &Device,
        now: Seconds,
        most: u64,
    ) -> Result<bool, StorageError> {
        const COUNT: &str = "SELECT COUNT(*) FROM devices WHERE account = $1 AND id <> $2";
        const SQL: &str = "INSERT INTO devices (account, id, endpoint, p256dh, auth, added) \
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account, id) DO UPDATE SET \
            failures = CASE WHEN devices.endpoint = excluded.endpoint THEN devices.failures ELSE 0 END, \
            rests = CASE WHEN devices.endpoint = excluded.endpoint THEN devices.rests ELSE 0 END, \
            endpoint = excluded.endpoint, p256dh = excluded.p256dh, auth = excluded.auth";
        let account = account.as_bytes().as_slice();
        transaction!(self, tx => {
            let (count,): (i64,) = sqlx::query_as(COUNT)
                .bind(account)
                .bind(device.id.as_slice())
                .fetch_one(&mut *tx)
                .await?;
            if nat(count) >= most {
                return Ok(false);
            }
            sqlx::query(SQL)
                .bind(account)
                .bind(device.id.as_slice())
                .bind(device.endpoint.as_str())
                .bind(device.p256dh.as_slice())
                .bind(device.auth.as_slice())
                .bind(int(now.0))
                .execute(&mut *tx)
                .await?;
            Ok(true)
        })
    }

    /// Forgets a device, and what waits for it.
    pub async fn remove_device(
        &self,
        account: MemberId,
        device: &[u8; 16],
    ) -> Result<(), StorageError> {
        const DEVICES: &str = "DELETE FROM devices WHERE account = $1 AND id = $2";
        const WAITING: &str = "DELETE FROM reminders WHERE account = $1 AND device = $2";
        transaction!(self, tx => {
            for sql in [DEVICES, WAITING] {
                sqlx::query(sql)
                    .bind(account.as_bytes().as_slice())
                    .bind(device.as_slice())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        })
    }

    /// Notes that a device was reached, or that it was not: then until when nothing more is tried. Gives how often in a row it
    /// was not.
    pub async fn note_device(
        &self,
        account: MemberId,
        device: &[u8; 16],
        rests: Option<Seconds>,
    ) -> Result<u64, StorageError> {
        const REACHED: &str = "UPDATE devices SET failures = 0, rests = 0 \
            WHERE account = $1 AND id = $2 AND failures > 0 RETURNING failures";
        const FAILED: &str = "UPDATE devices SET failures = failures + 1, rests = $3 \
            WHERE account = $1 AND id = $2 RETURNING failures";
        let account = account.as_bytes().as_slice();
        transaction!(self, tx => {
            let asked = match rests {
                None => sqlx::query_as(REACHED).bind(account).bind(device.as_slice()),
                Some(until) => {
                    sqlx::query_as(FAILED).bind(account).bind(device.as_slice()).bind(int(until.0))
                }
            };
            let row: Option<(i64,)> = asked.fetch_optional(&mut *tx).await?;
            Ok(row.map_or(0, |(failures,)| nat(failures)))
        })
    }

    /// The devices of an account and since when it has them, the oldest first.
    pub async fn devices(
        &self,
        account: MemberId,
    ) -> Result<Vec<([u8; 16], Seconds)>, StorageError> {
        const SQL: &str = "SELECT id, added FROM devices WHERE account = $1 ORDER BY added, id";
        let rows: Vec<(Vec<u8>, i64)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(account.as_bytes().as_slice())
                .fetch_all(pool)
                .await
        })?;
        rows.into_iter()
            .map(|(id, added)| Ok((sixteen(&id)?, Seconds(nat(added)))))
            .collect()
    }

    /// Makes of each reminder that is due for devices one for each device. From then on each goes its own way: one that cannot
    /// be reached keeps no other waiting, and is not told twice because another could not be.
    pub async fn spread_to_devices(&self, now: Seconds) -> Result<(), StorageError> {
        type Row = (
            Vec<u8>,
            Vec<u8>,
            i64,
            String,
            Option<Vec<u8>>,
            Option<Vec<u8>>,
            Option<i64>,
        );
        const TAKE: &str = "UPDATE reminders SET times = 0, sent = $1 \
            WHERE times > 0 AND channel = $2 AND due <= $1 AND (account, id) IN \
                (SELECT account, id FROM reminders \
                    WHERE times > 0 AND channel = $2 AND due <= $1 ORDER BY due LIMIT $3) \
            RETURNING account, id, due, words, plan, text, until";
        const DEVICES: &str = "SELECT id FROM devices WHERE account = $1";
        const GIVE: &str = "INSERT INTO reminders (account, id, due, channel, words, times, failures, \
                leased, plan, text, until, device) \
            VALUES ($1, $2, $3, $4, $5, 1, 0, 0, $6, $7, $8, $9) \
            ON CONFLICT (account, id) DO UPDATE SET due = excluded.due, words = excluded.words, \
                times = 1, failures = 0, leased = 0, plan = excluded.plan, text = excluded.text, \
                until = excluded.until, device = excluded.device \
            WHERE reminders.channel = excluded.channel";
        // From here on each device's own row holds it.
        const SPREAD: &str = "UPDATE reminders SET text = NULL WHERE account = $1 AND id = $2";
        loop {
            let taken = transaction!(self, tx => {
                let rows: Vec<Row> = sqlx::query_as(TAKE)
                    .bind(int(now.0))
                    .bind(PUSH)
                    .bind(AT_ONCE)
                    .fetch_all(&mut *tx)
                    .await?;
                for (account, id, due, words, plan, text, until) in &rows {
                    let devices: Vec<(Vec<u8>,)> = sqlx::query_as(DEVICES)
                        .bind(account.as_slice())
                        .fetch_all(&mut *tx)
                        .await?;
                    for (device,) in devices {
                        let on_its_way = mixed(sixteen(id)?, sixteen(&device)?);
                        sqlx::query(GIVE)
                            .bind(account.as_slice())
                            .bind(on_its_way.as_slice())
                            .bind(*due)
                            .bind(DEVICE)
                            .bind(words.as_str())
                            .bind(plan.as_deref())
                            .bind(text.as_deref())
                            .bind(*until)
                            .bind(device.as_slice())
                            .execute(&mut *tx)
                            .await?;
                    }
                    sqlx::query(SPREAD)
                        .bind(account.as_slice())
                        .bind(id.as_slice())
                        .execute(&mut *tx)
                        .await?;
                }
                Ok(rows.len())
            })?;
            if taken == 0 {
                return Ok(());
            }
        }
    }
}
