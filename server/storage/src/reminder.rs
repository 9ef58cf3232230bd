//! Reminders: what is to be sent, when. They are claimed with a lease, so that several instances send each once, and what an
//! instance that died had claimed is claimed again.

use protocol::ids::{CarnetId, MemberId};
use protocol::time::{DAY, MINUTE, Seconds};

use crate::db::{Storage, on, transaction};
use crate::device::Device;
use crate::error::StorageError;
use crate::plan::BUSIEST;
use crate::question::{QUESTION_ASKED, SAID_LOST};
use crate::row::{id, int, nat};

/// A card's openings are told no more often than that, in seconds.
pub const APART: u64 = 15 * MINUTE;

/// A reminder that an account wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderRow {
    /// Its id, chosen by the account.
    pub id: [u8; 16],
    /// When.
    pub due: Seconds,
    /// By which way.
    pub channel: String,
    /// Which sentence.
    pub words: String,
}

/// A reminder that is claimed, to be sent now.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Whose.
    pub account: MemberId,
    /// Its id.
    pub id: [u8; 16],
    /// When it was due.
    pub due: Seconds,
    /// By which way.
    pub channel: String,
    /// Which sentence.
    pub words: String,
    /// How often what it tells of happened.
    pub times: u64,
    /// How often sending it failed.
    pub failures: u64,
    /// What a device opens.
    pub text: Option<Vec<u8>>,
    /// What a mail says in clear, one thing in a line; none unless the account wants that at this moment.
    pub titles: Option<String>,
    /// Until when it is of use.
    pub until: Option<Seconds>,
    /// To which device; none for a mail, and for a device that is gone.
    pub device: Option<Device>,
    /// To which address; none if the account took it away.
    pub email: Option<String>,
    /// In which language.
    pub language: String,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It was sent, or there is nobody to send it to, or it was tried often enough.
    Done,
    /// It is to be tried again then.
    Again(Seconds),
}

/// Of which words the server itself makes reminders: a card was opened.
pub const CARD_OPENED: &str = "card_opened";
/// Something is due.
pub const DUE: &str = "due";
/// Several could not be sent in time.
pub const LATE: &str = "late";
/// Somebody tries whether they arrive.
pub const TRY: &str = "try";
/// Somebody came in by an invitation.
pub const MEMBER_JOINED: &str = "member_joined";
/// By mail.
pub const MAIL: &str = "mail";
/// To every device: see [`Storage::spread_to_devices`].
pub const PUSH: &str = "push";
/// To one device.
pub const DEVICE: &str = "device";

/// The ids of what is tried.
const TRY_MAIL: [u8; 16] = *b"carnet try: mail";
/// See [`TRY_MAIL`].
const TRY_PUSH: [u8; 16] = *b"carnet try: push";
/// Between two tries, in seconds.
const TRIES_APART: u64 = MINUTE;

impl Storage {
    /// Keeps a reminder, once at most `most` of the account's are not sent yet, and at most `mails` of them by mail on one day.
    /// The same one again changes nothing, sent or not; another date under its id replaces it. False if there are too many.
    pub async fn set_reminder(
        &self,
        account: MemberId,
        reminder: &ReminderRow,
        most: u64,
        mails: u64,
    ) -> Result<bool, StorageError> {
        const COUNT: &str = "SELECT COUNT(*) FROM reminders \
            WHERE account = $1 AND id <> $2 AND times > 0 AND words IN ('due', 'confirm_sheet')";
        const SQL: &str = "INSERT INTO reminders \
            (account, id, due, channel, words, times, failures, leased) \
            VALUES ($1, $2, $3, $4, $5, 1, 0, 0) ON CONFLICT (account, id) DO UPDATE SET \
            due = excluded.due, channel = excluded.channel, \
            failures = 0, leased = 0, sending = 0, times = 1 \
            WHERE reminders.words = excluded.words AND reminders.device IS NULL \
                AND (reminders.due <> excluded.due OR reminders.channel <> excluded.channel)";
        let account = account.as_bytes().as_slice();
        let kept: Result<(), StorageError> = transaction!(self, tx => {
            let (count,): (i64,) = sqlx::query_as(COUNT)
                .bind(account)
                .bind(reminder.id.as_slice())
                .fetch_one(&mut *tx)
                .await?;
            if nat(count) >= most {
                return Err(StorageError::TooMuch);
            }
            sqlx::query(SQL)
                .bind(account)
                .bind(reminder.id.as_slice())
                .bind(int(reminder.due.0))
                .bind(reminder.channel.as_str())
                .bind(reminder.words.as_str())
                .execute(&mut *tx)
                .await?;
            let busiest: Option<(i64,)> = sqlx::query_as(BUSIEST)
                .bind(account)
                .bind(MAIL)
                .bind(int(DAY))
                .fetch_optional(&mut *tx)
                .await?;
            if busiest.is_some_and(|(count,)| nat(count) > mails) {
                return Err(StorageError::TooMuch);
            }
            Ok(())
        });
        match kept {
            Ok(()) => Ok(true),
            Err(StorageError::TooMuch) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whether an account set this very reminder, sent or not.
    pub async fn is_set(
        &self,
        account: MemberId,
        reminder: &ReminderRow,
    ) -> Result<bool, StorageError> {
        const SQL: &str = "SELECT COUNT(*) FROM reminders \
            WHERE account = $1 AND id = $2 AND due = $3 AND channel = $4 AND words = $5";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(reminder.id.as_slice())
                .bind(int(reminder.due.0))
                .bind(reminder.channel.as_str())
                .bind(reminder.words.as_str())
                .fetch_one(pool)
                .await
        })?;
        Ok(count > 0)
    }

    /// Takes a reminder back that says these words. What the server itself keeps under an id is not the account's to take: it
    /// holds when somebody was last written to.
    pub async fn remove_reminder(
        &self,
        account: MemberId,
        reminder: &[u8; 16],
        words: &str,
    ) -> Result<(), StorageError> {
        const SQL: &str = "DELETE FROM reminders WHERE account = $1 AND id = $2 AND words = $3";
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(reminder.as_slice())
                .bind(words)
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// An account's reminders that were not sent yet, the next one first.
    pub async fn reminders(&self, account: MemberId) -> Result<Vec<ReminderRow>, StorageError> {
        const SQL: &str = "SELECT id, due, channel, words FROM reminders \
            WHERE account = $1 AND times > 0 AND words NOT IN ($2, $3, $4, $5) AND plan IS NULL \
                AND device IS NULL ORDER BY due, id";
        let rows: Vec<(Vec<u8>, i64, String, String)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(CARD_OPENED)
                .bind(MEMBER_JOINED)
                .bind(QUESTION_ASKED)
                .bind(SAID_LOST)
                .fetch_all(pool)
                .await
        })?;
        rows.into_iter()
            .map(|(reminder, due, channel, words)| {
                Ok(ReminderRow {
                    id: sixteen(&reminder)?,
                    due: Seconds(nat(due)),
                    channel,
                    words,
                })
            })
            .collect()
    }

    /// Something happened: each guardian with an e-mail address is to be told, at once if that was not done a moment ago, else
    /// once that moment is over, how often it was by then. `reminder` is its own; `words` say what it is. Who never looked into
    /// the carnet nor wrote in it was named by somebody else, and is not written to.
    pub async fn tell_guardians(
        &self,
        carnet: CarnetId,
        reminder: &[u8; 16],
        words: &str,
        now: Seconds,
    ) -> Result<(), StorageError> {
        const SQL: &str = "INSERT INTO reminders \
            (account, id, due, channel, words, times, failures, leased) \
            SELECT m.member, $2, $3, $4, $5, 1, 0, 0 FROM members m \
                JOIN accounts a ON a.id = m.member AND a.email IS NOT NULL \
                WHERE m.carnet = $1 AND m.is_guardian \
                AND (EXISTS (SELECT 1 FROM commits k WHERE k.carnet = $1 AND k.author = m.member) \
                    OR EXISTS (SELECT 1 FROM journal j WHERE j.carnet = $1 AND j.member = m.member)) \
                ORDER BY m.member \
            ON CONFLICT (account, id) DO UPDATE SET times = reminders.times + 1, \
                due = CASE WHEN reminders.times > 0 THEN reminders.due \
                    WHEN reminders.sent + $6 > $3 THEN reminders.sent + $6 ELSE $3 END";
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(reminder.as_slice())
                .bind(int(now.0))
                .bind(MAIL)
                .bind(words)
                .bind(int(APART))
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// Sends one at once, to see whether it arrives; not sooner than a minute after the one before.
    pub async fn try_reminder(
        &self,
        account: MemberId,
        channel: &str,
        text: Option<&[u8]>,
        now: Seconds,
    ) -> Result<(), StorageError> {
        const SQL: &str = "INSERT INTO reminders \
            (account, id, due, channel, words, times, failures, leased, text) \
            VALUES ($1, $2, $3, $4, $5, 1, 0, 0, $6) ON CONFLICT (account, id) DO UPDATE SET \
            times = 1, failures = 0, leased = 0, text = excluded.text, \
            due = CASE WHEN reminders.sent + $7 > $3 THEN reminders.sent + $7 ELSE $3 END";
        let id = if channel == MAIL { TRY_MAIL } else { TRY_PUSH };
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(account.as_bytes().as_slice())
                .bind(id.as_slice())
                .bind(int(now.0))
                .bind(channel)
                .bind(TRY)
                .bind(text)
                .bind(int(TRIES_APART))
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// Whether anything is due that nobody has claimed: of the mails, or of what goes to devices that do not rest.
    pub async fn is_any_due(&self, now: Seconds, mails: bool) -> Result<bool, StorageError> {
        const SQL: &str = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM reminders \
            WHERE times > 0 AND due <= $1 AND leased <= $1 \
                AND ($2 AND channel = $3 OR NOT $2 AND channel <> $3) \
                AND NOT EXISTS (SELECT 1 FROM devices d WHERE d.account = reminders.account \
                    AND d.id = reminders.device AND d.rests > $1) LIMIT 1) AS due";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(int(now.0))
                .bind(mails)
                .bind(MAIL)
                .fetch_one(pool)
                .await
        })?;
        Ok(count > 0)
    }

    /// How many somebody is sending at this moment: claimed, and neither sent nor put back.
    pub async fn reminders_under_way(&self, now: Seconds) -> Result<u64, StorageError> {
        const SQL: &str = "SELECT COUNT(*) FROM reminders WHERE times > 0 AND sending > $1";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL).bind(int(now.0)).fetch_one(pool).await
        })?;
        Ok(nat(count))
    }

    /// Claims what is due by one way, for nobody else until `lease`: at most so many, and one of each account, so that nobody's
    /// many keep another's one waiting. What never failed comes first, then the oldest; a device that rests is left alone.
    pub async fn claim_reminders(
        &self,
        now: Seconds,
        lease: Seconds,
        most: u64,
        channel: &str,
    ) -> Result<Vec<Claimed>, StorageError> {
        type Place = (String, Vec<u8>, Vec<u8>, i64);
        type Sealed = (
            Option<Vec<u8>>,
            Option<i64>,
            Option<Vec<u8>>,
            Option<String>,
        );
        type Row = (Vec<u8>, Vec<u8>, i64, String, String, i64, i64);
        const SQL: &str = "UPDATE reminders SET leased = $2, sending = $2 \
            WHERE times > 0 AND due <= $1 AND leased <= $1 AND (account, id) IN \
                (SELECT account, id FROM (SELECT r.account, r.id, r.due, \
                        r.failures + COALESCE(d.failures, 0) AS failed, \
                        ROW_NUMBER() OVER (PARTITION BY r.account \
                            ORDER BY r.failures + COALESCE(d.failures, 0), r.due, r.id) AS place \
                    FROM reminders r LEFT JOIN devices d ON d.account = r.account AND d.id = r.device \
                    WHERE r.times > 0 AND r.due <= $1 AND r.leased <= $1 AND r.channel = $4 \
                        AND (d.rests IS NULL OR d.rests <= $1)) AS waiting \
                    WHERE place = 1 ORDER BY failed, due LIMIT $3) \
            RETURNING account, id, due, channel, words, times, failures";
        const SEALED: &str =
            "SELECT text, until, device, titles FROM reminders WHERE account = $1 AND id = $2";
        const PLACE: &str =
            "SELECT endpoint, p256dh, auth, failures FROM devices WHERE account = $1 AND id = $2";
        const TO: &str = "SELECT email, language, readable FROM accounts WHERE id = $1";
        transaction!(self, tx => {
            let rows: Vec<Row> = sqlx::query_as(SQL)
                .bind(int(now.0))
                .bind(int(lease.0))
                .bind(int(most))
                .bind(channel)
                .fetch_all(&mut *tx)
                .await?;
            let mut claimed = Vec::with_capacity(rows.len());
            for (account, reminder, due, channel, words, times, failures) in rows {
                let to: Option<(Option<String>, String, bool)> =
                    sqlx::query_as(TO).bind(account.as_slice()).fetch_optional(&mut *tx).await?;
                let (email, language, readable) = to.unwrap_or_default();
                let (text, until, device, titles): Sealed = sqlx::query_as(SEALED)
                    .bind(account.as_slice())
                    .bind(reminder.as_slice())
                    .fetch_one(&mut *tx)
                    .await?;
                let device = match device {
                    Some(device) => {
                        let found: Option<Place> = sqlx::query_as(PLACE)
                            .bind(account.as_slice())
                            .bind(device.as_slice())
                            .fetch_optional(&mut *tx)
                            .await?;
                        let id = sixteen(&device)?;
                        found.map(|(endpoint, p256dh, auth, failures)| Device {
                            id,
                            endpoint,
                            p256dh,
                            auth,
                            failures: nat(failures),
                        })
                    }
                    None => None,
                };
                claimed.push(Claimed {
                    account: id(&account, "reminders")?,
                    id: sixteen(&reminder)?,
                    due: Seconds(nat(due)),
                    channel,
                    words,
                    times: nat(times),
                    failures: nat(failures),
                    text,
                    titles: titles.filter(|_| readable),
                    until: until.map(|until| Seconds(nat(until))),
                    device,
                    email,
                    language,
                });
            }
            Ok(claimed)
        })
    }

    /// Says what became of a claimed reminder. What happened since it was claimed is told later.
    pub async fn settle_reminder(
        &self,
        claimed: &Claimed,
        settled: Settled,
        now: Seconds,
    ) -> Result<(), StorageError> {
        const DONE: &str = "UPDATE reminders SET sent = $4, failures = 0, leased = 0, sending = 0, \
            due = CASE WHEN times > $5 THEN $4 + $6 ELSE due END, times = times - $5, titles = NULL, \
            text = CASE WHEN times > $5 THEN text ELSE NULL END \
            WHERE account = $1 AND id = $2 AND due = $3 AND times >= $5";
        const AGAIN: &str = "UPDATE reminders SET leased = $4, sending = 0, failures = failures + 1 \
            WHERE account = $1 AND id = $2 AND due = $3";
        let account = claimed.account.as_bytes().as_slice();
        transaction!(self, tx => {
            match settled {
                Settled::Done => {
                    sqlx::query(DONE)
                        .bind(account)
                        .bind(claimed.id.as_slice())
                        .bind(int(claimed.due.0))
                        .bind(int(now.0))
                        .bind(int(claimed.times))
                        .bind(int(APART))
                        .execute(&mut *tx)
                        .await?;
                }
                Settled::Again(at) => {
                    sqlx::query(AGAIN)
                        .bind(account)
                        .bind(claimed.id.as_slice())
                        .bind(int(claimed.due.0))
                        .bind(int(at.0))
                        .execute(&mut *tx)
                        .await?;
                }
            }
            Ok(())
        })
    }
}

pub(crate) fn sixteen(bytes: &[u8]) -> Result<[u8; 16], StorageError> {
    bytes
        .try_into()
        .map_err(|_| StorageError::Damaged { table: "reminders" })
}
