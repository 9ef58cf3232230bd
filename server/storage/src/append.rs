//! Appending one commit: compare-and-set on where the chain stands, in one transaction with all that comes along.

mod rows;

use protocol::time::Seconds;

use crate::bearer::{GONE_FILES, GONE_LINKS};
use crate::card::UNNAME;
use crate::db::{Storage, transaction};
use crate::error::StorageError;
use crate::inbox::TAKE;
use crate::row::{int, len, nat};

pub use rows::{Append, Appended, EnvelopeRow, NewSheetRow, PutRow, Room};

const SEEN: &str = "SELECT digest, received FROM commits WHERE carnet = $1 AND seq = $2";
const STANDS: &str =
    "SELECT 1 FROM carnets WHERE id = $1 AND seq = $2 AND head = $3 AND closed IS NULL";
const OPENED: &str = "SELECT COUNT(*) FROM carnets WHERE opener = $1 AND closed IS NULL";
const OPEN: &str = "INSERT INTO carnets (id, seq, head, opener, used, journal, closed) \
    VALUES ($1, 0, $2, $3, $4, 0, NULL) ON CONFLICT (id) DO NOTHING";
const ADVANCE: &str = "UPDATE carnets SET seq = $1, head = $2, used = used + $3, closed = $4 \
    WHERE id = $5 AND seq = $6 AND head = $7 AND closed IS NULL AND used + $3 <= $8";
const COMMIT: &str = "INSERT INTO commits (carnet, seq, digest, body, signature, author, received) \
    VALUES ($1, $2, $3, $4, $5, $6, $7)";
const PAYLOAD: &str = "INSERT INTO payloads (carnet, digest, section, entry, seq, size, sealed) \
    VALUES ($1, $2, $3, $4, $5, $6, $7)";
const ENVELOPE: &str = "INSERT INTO envelopes (carnet, seq, member, digest, sealed) \
    VALUES ($1, $2, $3, $4, $5)";
/// Who names a file lets all readers of the section fetch it: that is for its uploader, for a section that has it already, or
/// for who takes in the deposit that it came with.
const NAME_FILE: &str = "UPDATE files SET named = TRUE \
    WHERE carnet = $1 AND blob = $2 AND size = $3 AND received = size AND erased IS NULL \
    AND (uploader = $4 OR EXISTS (SELECT 1 FROM file_uses u \
        WHERE u.carnet = $1 AND u.blob = $2 AND u.section = $5) \
    OR EXISTS (SELECT 1 FROM deposit_files d JOIN deposits q \
        ON q.carnet = d.carnet AND q.link = d.link AND q.counter = d.counter \
        WHERE d.carnet = $1 AND d.blob = $2 AND d.link = $6 AND d.counter = $7 AND q.digest = $8))";
const USE_FILE: &str = "INSERT INTO file_uses (carnet, blob, entry, section) \
    VALUES ($1, $2, $3, $4) ON CONFLICT (carnet, blob, entry) DO NOTHING";
const ERASE: &str =
    "UPDATE payloads SET erased = $1 WHERE carnet = $2 AND entry = $3 AND erased IS NULL";
/// A file goes with the last entry that names it.
const ERASE_FILES: &str = "UPDATE files SET erased = $1 WHERE carnet = $2 AND erased IS NULL \
    AND blob IN (SELECT blob FROM file_uses WHERE carnet = $2 AND entry = $3) \
    AND NOT EXISTS (SELECT 1 FROM file_uses u \
        JOIN payloads p ON p.carnet = u.carnet AND p.entry = u.entry \
        WHERE u.carnet = files.carnet AND u.blob = files.blob AND p.erased IS NULL)";
const NO_MEMBERS: &str = "DELETE FROM members WHERE carnet = $1";
const MEMBER: &str =
    "INSERT INTO members (carnet, member, is_account, is_guardian) VALUES ($1, $2, $3, $4)";
const SHEET: &str = "INSERT INTO sheets (carnet, link, built_from, digest, sealed, updated) \
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (carnet, link) DO UPDATE SET \
    built_from = excluded.built_from, digest = excluded.digest, sealed = excluded.sealed, \
    updated = excluded.updated";
/// A calendar is readable: it goes with the right to what it says.
const NO_CALENDAR: &str = "DELETE FROM calendars WHERE carnet = $1 AND member = $2";
/// What goes with a member: the calendar that it lets be read, its key envelopes; and with a link, whatever it serves and its
/// tray. What was left in the tray stays to be taken in.
const GONE: [&str; 5] = [
    "DELETE FROM calendars WHERE carnet = $1 \
        AND member NOT IN (SELECT member FROM members WHERE carnet = $1)",
    "DELETE FROM envelopes WHERE carnet = $1 \
        AND member NOT IN (SELECT member FROM members WHERE carnet = $1)",
    "DELETE FROM cards WHERE carnet = $1 \
        AND link NOT IN (SELECT member FROM members WHERE carnet = $1)",
    "DELETE FROM sheets WHERE carnet = $1 \
        AND link NOT IN (SELECT member FROM members WHERE carnet = $1)",
    "DELETE FROM trays WHERE carnet = $1 \
        AND link NOT IN (SELECT member FROM members WHERE carnet = $1)",
];

impl Storage {
    /// Appends a commit. [`StorageError::Missing`] if a file that it names is not there in full, and
    /// [`StorageError::Exists`] if one of its payloads is there already; then nothing is kept.
    pub async fn append(&self, append: &Append<'_>) -> Result<Appended, StorageError> {
        let carnet = append.carnet.as_bytes().as_slice();
        let (seq, received) = (int(append.seq), int(append.received.0));
        transaction!(self, tx => {
            let advanced = match &append.parent {
                None => {
                    let (opened,): (i64,) = sqlx::query_as(OPENED)
                        .bind(append.author.as_bytes().as_slice())
                        .fetch_one(&mut *tx)
                        .await?;
                    if nat(opened) >= append.room.carnets {
                        0
                    } else {
                        sqlx::query(OPEN)
                            .bind(carnet)
                            .bind(append.digest.as_bytes().as_slice())
                            .bind(append.author.as_bytes().as_slice())
                            .bind(append.weight())
                            .execute(&mut *tx)
                            .await?
                            .rows_affected()
                    }
                }
                Some(parent) => sqlx::query(ADVANCE)
                    .bind(seq)
                    .bind(append.digest.as_bytes().as_slice())
                    .bind(append.weight())
                    .bind(append.closes.then_some(received))
                    .bind(carnet)
                    .bind(seq - 1)
                    .bind(parent.as_bytes().as_slice())
                    .bind(append.allowed())
                    .execute(&mut *tx)
                    .await?
                    .rows_affected(),
            };
            if advanced == 0 {
                let seen: Option<(Vec<u8>, i64)> =
                    sqlx::query_as(SEEN).bind(carnet).bind(seq).fetch_optional(&mut *tx).await?;
                if let Some((digest, received)) = seen {
                    return Ok(if digest == append.digest.as_bytes() {
                        Appended::Repeated { received: Seconds(nat(received)) }
                    } else {
                        Appended::Lost
                    });
                }
                let Some(parent) = &append.parent else {
                    return Ok(Appended::Full);
                };
                let stands: Option<(i32,)> = sqlx::query_as(STANDS)
                    .bind(carnet)
                    .bind(seq - 1)
                    .bind(parent.as_bytes().as_slice())
                    .fetch_optional(&mut *tx)
                    .await?;
                return Ok(if stands.is_some() { Appended::Full } else { Appended::Lost });
            }
            sqlx::query(COMMIT)
                .bind(carnet)
                .bind(seq)
                .bind(append.digest.as_bytes().as_slice())
                .bind(append.signed.body.as_slice())
                .bind(append.signed.signature.as_bytes().as_slice())
                .bind(append.author.as_bytes().as_slice())
                .bind(received)
                .execute(&mut *tx)
                .await?;
            for put in &append.puts {
                sqlx::query(PAYLOAD)
                    .bind(carnet)
                    .bind(put.digest.as_bytes().as_slice())
                    .bind(put.section.as_bytes().as_slice())
                    .bind(put.entry.as_bytes().as_slice())
                    .bind(seq)
                    .bind(len(put.sealed))
                    .bind(put.sealed)
                    .execute(&mut *tx)
                    .await?;
                let source = put.source.as_ref();
                let (link, counter, digest) = (
                    source.map(|source| source.link.as_bytes().as_slice()),
                    source.map(|source| int(source.counter)),
                    source.map(|source| source.digest.as_bytes().as_slice()),
                );
                for file in put.files {
                    let named = sqlx::query(NAME_FILE)
                        .bind(carnet)
                        .bind(file.blob.as_bytes().as_slice())
                        .bind(int(file.size))
                        .bind(append.author.as_bytes().as_slice())
                        .bind(put.section.as_bytes().as_slice())
                        .bind(link)
                        .bind(counter)
                        .bind(digest)
                        .execute(&mut *tx)
                        .await?;
                    if named.rows_affected() == 0 {
                        return Err(StorageError::Missing);
                    }
                    sqlx::query(USE_FILE)
                        .bind(carnet)
                        .bind(file.blob.as_bytes().as_slice())
                        .bind(put.entry.as_bytes().as_slice())
                        .bind(put.section.as_bytes().as_slice())
                        .execute(&mut *tx)
                        .await?;
                }
                if put.source.is_some() {
                    sqlx::query(TAKE)
                        .bind(carnet)
                        .bind(link)
                        .bind(counter)
                        .bind(digest)
                        .bind(received)
                        .execute(&mut *tx)
                        .await?;
                }
            }
            for sheet in &append.sheets {
                sqlx::query(SHEET)
                    .bind(carnet)
                    .bind(sheet.link.as_bytes().as_slice())
                    .bind(int(sheet.built_from))
                    .bind(sheet.digest.as_bytes().as_slice())
                    .bind(sheet.sealed)
                    .bind(received)
                    .execute(&mut *tx)
                    .await?;
            }
            for envelope in &append.envelopes {
                sqlx::query(ENVELOPE)
                    .bind(carnet)
                    .bind(seq)
                    .bind(envelope.member.as_bytes().as_slice())
                    .bind(envelope.digest.as_bytes().as_slice())
                    .bind(envelope.sealed)
                    .execute(&mut *tx)
                    .await?;
            }
            for entry in &append.erased {
                for sql in [ERASE, ERASE_FILES] {
                    sqlx::query(sql)
                        .bind(received)
                        .bind(carnet)
                        .bind(entry.as_bytes().as_slice())
                        .execute(&mut *tx)
                        .await?;
                }
            }
            for member in &append.without_agenda {
                sqlx::query(NO_CALENDAR)
                    .bind(carnet)
                    .bind(member.as_bytes().as_slice())
                    .execute(&mut *tx)
                    .await?;
            }
            if let Some(members) = &append.members {
                sqlx::query(NO_MEMBERS).bind(carnet).execute(&mut *tx).await?;
                for member in members {
                    sqlx::query(MEMBER)
                        .bind(carnet)
                        .bind(member.id.as_bytes().as_slice())
                        .bind(member.is_account)
                        .bind(member.is_guardian)
                        .execute(&mut *tx)
                        .await?;
                }
                for sql in GONE {
                    sqlx::query(sql).bind(carnet).execute(&mut *tx).await?;
                }
                if append.loses_links {
                    sqlx::query(GONE_LINKS)
                        .bind(carnet)
                        .bind(received)
                        .bind(append.author.as_bytes().as_slice())
                        .execute(&mut *tx)
                        .await?;
                    sqlx::query(GONE_FILES).bind(carnet).execute(&mut *tx).await?;
                    sqlx::query(UNNAME).bind(carnet).execute(&mut *tx).await?;
                }
            }
            Ok(Appended::Kept)
        })
    }
}
