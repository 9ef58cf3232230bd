//! `GET /api/ways/{way}`: the wrap of one of the account's own ways in.

use axum::extract::State;
use protocol::ids::WayId;
use protocol::refusal::Refusal;
use protocol::session::Wrap;

use crate::app::App;
use crate::body::{At, Json};
use crate::refuse::No;
use crate::signed_in::Session;

/// For a device that keeps its wraps, so that it can unlock offline.
pub async fn fetch(
    State(app): State<App>,
    session: Session,
    At(way): At<WayId>,
) -> Result<Json<Wrap>, No> {
    let file = app
        .storage
        .wrap(session.account, way)
        .await?
        .ok_or(No(Refusal::NotFound))?;
    Ok(Json(Wrap { way, file }))
}
