//! `DELETE /api/carnets/{carnet}/uploads/{blob}`: gives an upload up (tus termination).

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use protocol::ids::{BlobId, CarnetId};
use protocol::refusal::Refusal;

use super::stand::own_upload;
use super::tus;
use crate::app::App;
use crate::body::At;
use crate::refuse::No;
use crate::signed_in::Session;

/// Only while no entry names it: after that, erasing the entry is the way.
pub async fn give_up(
    State(app): State<App>,
    session: Session,
    At((carnet, blob)): At<(CarnetId, BlobId)>,
    headers: HeaderMap,
) -> Result<Response, No> {
    tus::check_version(&headers)?;
    own_upload(&app, session, carnet, blob).await?;
    if !app.storage.give_up_file(carnet, blob, app.now()).await? {
        return Err(No(Refusal::NotAllowed));
    }
    Ok(tus::answer(StatusCode::NO_CONTENT, &[]))
}
