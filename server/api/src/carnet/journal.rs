//! `GET /api/carnets/{carnet}/journal?before=N&member=M&from=T&to=T`: who did what, for guardians.

use axum::extract::State;
use protocol::carnet::{Journal, JournalLine};
use protocol::ids::{CarnetId, MemberId};
use protocol::refusal::Refusal;
use protocol::time::Seconds;
use serde::Deserialize;

use super::enter;
use crate::app::App;
use crate::body::{Asked, At, Json};
use crate::refuse::No;
use crate::signed_in::Session;

/// Lines in one answer.
const PAGE: u64 = 200;

/// Before which number, of whom alone, and from which moment up to which other.
#[derive(Deserialize)]
pub struct Wanted {
    before: Option<i64>,
    member: Option<MemberId>,
    from: Option<u64>,
    to: Option<u64>,
}

/// Newest first.
pub async fn journal(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
    Asked(Wanted {
        before,
        member,
        from,
        to,
    }): Asked<Wanted>,
) -> Result<Json<Journal>, No> {
    let seen = enter(&app, session, carnet).await?;
    if !seen.member.is_guardian() {
        return Err(No(Refusal::NotAllowed));
    }
    let lines = app
        .storage
        .journal(
            carnet,
            before.unwrap_or(i64::MAX),
            member,
            (Seconds(from.unwrap_or(0)), Seconds(to.unwrap_or(u64::MAX))),
            PAGE,
        )
        .await?;
    // An act that only a newer version of this program knows is left out of an older one's answer.
    let lines = lines.into_iter().filter_map(|line| {
        let act = serde_json::from_str(&line.act).ok()?;
        Some(JournalLine {
            number: line.number,
            at: line.at,
            member: line.member,
            act,
        })
    });
    Ok(Json(Journal {
        lines: lines.collect(),
    }))
}
