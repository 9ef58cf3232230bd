//! `POST /api/carnets/{carnet}/uploads`: makes room for a file (tus creation).

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use protocol::ids::{BlobId, CarnetId};
use protocol::refusal::Refusal;
use protocol::{limits, paths};

use super::tus;
use crate::app::App;
use crate::body::At;
use crate::carnet::enter;
use crate::refuse::No;
use crate::signed_in::Session;

/// For members that may write somewhere. The room counts from here on.
pub async fn begin(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
    headers: HeaderMap,
) -> Result<Response, No> {
    let (blob, size) = announced(&headers)?;
    let seen = enter(&app, session, carnet).await?;
    if seen.head.closed.is_some() {
        return Err(No(Refusal::Closed));
    }
    let now = app.now();
    if !seen
        .state
        .sections
        .keys()
        .any(|section| seen.member.writes(*section, now))
    {
        return Err(No(Refusal::NotAllowed));
    }
    let allowed = app.limits.carnet_bytes;
    if !app
        .storage
        .begin_file(carnet, blob, session.account, size, allowed, now)
        .await?
    {
        return Err(No(Refusal::Quota));
    }
    Ok(tus::answer(
        StatusCode::CREATED,
        &[("location", paths::upload(carnet, blob))],
    ))
}

/// The file that an upload announces: its id, and how many bytes it will have.
pub(crate) fn announced(headers: &HeaderMap) -> Result<(BlobId, u64), No> {
    tus::check_version(headers)?;
    let size = tus::number(headers, "upload-length")?;
    let blob = tus::blob(headers)?;
    if size == 0 {
        return Err(No(Refusal::Malformed));
    }
    if size > limits::FILE {
        return Err(No(Refusal::TooLarge));
    }
    Ok((blob, size))
}
