//! `POST /api/cards/{lookup}`: what the code that somebody typed stands for. Public.

use std::time::Instant;

use axum::extract::State;
use protocol::card::CardAddress;
use protocol::ids::CardLookup;
use protocol::refusal::Refusal;

use crate::app::App;
use crate::body::{At, Json};
use crate::refuse::No;

/// Sealed under what only the code itself opens. A card that is over is not told from one that never was.
pub async fn code(
    State(app): State<App>,
    At(lookup): At<CardLookup>,
) -> Result<Json<CardAddress>, No> {
    if !app.pace.lets_link(lookup.as_bytes(), Instant::now()) {
        return Err(No(Refusal::TooMany));
    }
    let sealed = app.storage.typed_code(lookup.as_bytes(), app.now()).await?;
    let sealed = sealed.ok_or(No(Refusal::NotFound))?;
    Ok(Json(CardAddress { sealed }))
}
