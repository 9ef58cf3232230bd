//! Calendars that members let programs read. What is kept here is readable, by the member's own choice.

use protocol::calendar::CalendarState;
use protocol::ids::{CarnetId, Digest, MemberId};
use protocol::time::{MINUTE, Seconds};

use crate::card::{owner, spend};
use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{id, int, nat};

/// How closely it is noted that somebody asked, in seconds.
const HOUR: u64 = 60 * MINUTE;

/// An address that is closed is nobody's for ever: a device that has not heard of it yet must not open it again.
const NOBODYS: &str = "UPDATE spent SET owner = $3 WHERE id IN \
    (SELECT access FROM calendars WHERE carnet = $1 AND member = $2 AND access <> $4)";
/// In the place of an owner.
const NOBODY: &[u8] = b"closed";

/// Takes a member's calendar away: `take_away!(tx, carnet, member)`.
macro_rules! take_away {
    ($tx:expr, $carnet:expr, $member:expr) => {
        sqlx::query("DELETE FROM calendars WHERE carnet = $1 AND member = $2")
            .bind($carnet.as_bytes().as_slice())
            .bind($member.as_bytes().as_slice())
            .execute(&mut *$tx)
            .await?
    };
}

/// A calendar as it is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// Of which carnet.
    pub carnet: CarnetId,
    /// Whose.
    pub member: MemberId,
    /// The text.
    pub text: String,
    /// Its digest.
    pub served: Digest,
}

impl Storage {
    /// Serves a member's calendar under an address, and closes the one before if it is another. [`StorageError::Exists`] if the
    /// address was closed, or is or was another member's.
    pub async fn set_calendar(
        &self,
        carnet: CarnetId,
        member: MemberId,
        access: &Digest,
        (text, served): (&str, &Digest),
        now: Seconds,
    ) -> Result<(), StorageError> {
        // Another address was asked for by nobody yet.
        const SQL: &str = "INSERT INTO calendars (carnet, member, access, text, served, updated) \
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (carnet, member) DO UPDATE SET \
            fetched = CASE WHEN calendars.access = excluded.access THEN calendars.fetched ELSE NULL END, \
            access = excluded.access, text = excluded.text, served = excluded.served, \
            updated = excluded.updated";
        transaction!(self, tx => {
            spend!(tx, access.as_bytes().as_slice(), owner(carnet, member));
            sqlx::query(NOBODYS)
                .bind(carnet.as_bytes().as_slice())
                .bind(member.as_bytes().as_slice())
                .bind(NOBODY)
                .bind(access.as_bytes().as_slice())
                .execute(&mut *tx)
                .await?;
            sqlx::query(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(member.as_bytes().as_slice())
                .bind(access.as_bytes().as_slice())
                .bind(text)
                .bind(served.as_bytes().as_slice())
                .bind(int(now.0))
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }

    /// What a member's address serves, without the text.
    pub async fn calendar(
        &self,
        carnet: CarnetId,
        member: MemberId,
    ) -> Result<Option<CalendarState>, StorageError> {
        type Row = (Vec<u8>, Vec<u8>, i64, Option<i64>);
        const SQL: &str = "SELECT access, served, updated, fetched FROM calendars \
            WHERE carnet = $1 AND member = $2";
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(member.as_bytes().as_slice())
                .fetch_optional(pool)
                .await
        })?;
        row.map(|(access, served, updated, fetched)| {
            Ok(CalendarState {
                access: id(&access, "calendars")?,
                served: id(&served, "calendars")?,
                updated: Seconds(nat(updated)),
                fetched: fetched.map(|at| Seconds(nat(at))),
            })
        })
        .transpose()
    }

    /// Takes a member's calendar away, for good: the address is never another's.
    pub async fn close_calendar(
        &self,
        carnet: CarnetId,
        member: MemberId,
    ) -> Result<(), StorageError> {
        transaction!(self, tx => {
            sqlx::query(NOBODYS)
                .bind(carnet.as_bytes().as_slice())
                .bind(member.as_bytes().as_slice())
                .bind(NOBODY)
                .bind([0_u8; 0].as_slice())
                .execute(&mut *tx)
                .await?;
            take_away!(tx, carnet, member);
            Ok(())
        })
    }

    /// Takes a calendar away whose member may not read the agenda any more. If they may again, their device sets it anew.
    pub async fn forget_calendar(
        &self,
        carnet: CarnetId,
        member: MemberId,
    ) -> Result<(), StorageError> {
        transaction!(self, tx => {
            take_away!(tx, carnet, member);
            Ok(())
        })
    }

    /// What stands under an address, unless its carnet is closed. Notes, to the hour, that somebody asked.
    pub async fn subscribed(
        &self,
        access: &Digest,
        now: Seconds,
    ) -> Result<Option<Served>, StorageError> {
        type Row = (Vec<u8>, Vec<u8>, String, Vec<u8>, Option<i64>);
        const SQL: &str = "SELECT k.carnet, k.member, k.text, k.served, k.fetched FROM calendars k \
            JOIN carnets c ON c.id = k.carnet AND c.closed IS NULL WHERE k.access = $1";
        const NOTE: &str = "UPDATE calendars SET fetched = $2 WHERE access = $1";
        let row: Option<Row> = on!(self, pool => {
            sqlx::query_as(SQL).bind(access.as_bytes().as_slice()).fetch_optional(pool).await
        })?;
        let Some((carnet, member, text, served, fetched)) = row else {
            return Ok(None);
        };
        let hour = now.0 - now.0 % HOUR;
        if fetched.is_none_or(|at| nat(at) < hour) {
            transaction!(self, tx => {
                sqlx::query(NOTE)
                    .bind(access.as_bytes().as_slice())
                    .bind(int(hour))
                    .execute(&mut *tx)
                    .await?;
                Ok(())
            })?;
        }
        Ok(Some(Served {
            carnet: id(&carnet, "calendars")?,
            member: id(&member, "calendars")?,
            text,
            served: id(&served, "calendars")?,
        }))
    }
}
