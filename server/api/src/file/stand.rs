//! `HEAD /api/carnets/{carnet}/uploads/{blob}`: how much has arrived (tus core).

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use protocol::ids::{BlobId, CarnetId};
use protocol::refusal::Refusal;
use storage::file::FileRow;

use super::tus;
use crate::app::App;
use crate::body::At;
use crate::refuse::No;
use crate::signed_in::Session;

/// For the uploader alone.
pub async fn stand(
    State(app): State<App>,
    session: Session,
    At((carnet, blob)): At<(CarnetId, BlobId)>,
    headers: HeaderMap,
) -> Result<Response, No> {
    tus::check_version(&headers)?;
    let file = own_upload(&app, session, carnet, blob).await?;
    Ok(answer(&file))
}

/// Where a file stands.
pub(crate) fn answer(file: &FileRow) -> Response {
    tus::answer(
        StatusCode::OK,
        &[
            ("upload-offset", file.received.to_string()),
            ("upload-length", file.size.to_string()),
        ],
    )
}

/// An upload of this account's own, while it is in the carnet; to anybody else there is none.
pub(super) async fn own_upload(
    app: &App,
    session: Session,
    carnet: CarnetId,
    blob: BlobId,
) -> Result<FileRow, No> {
    if !app.storage.is_member(carnet, session.account).await? {
        return Err(No(Refusal::NotFound));
    }
    let file = app.storage.file(carnet, blob).await?;
    file.filter(|file| file.uploader == session.account)
        .ok_or(No(Refusal::NotFound))
}
