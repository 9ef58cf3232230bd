//! `/api/trays/{link}/uploads`: files of a deposit, sent before it (tus, as for members).

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use protocol::ids::{BlobId, MemberId};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::time::Seconds;
use storage::file::FileRow;

use super::Depositor;
use crate::app::App;
use crate::body::At;
use crate::file::{begin, carry_on, stand, tus};
use crate::refuse::No;

/// Makes room for a file.
pub async fn create(
    State(app): State<App>,
    depositor: Depositor,
    headers: HeaderMap,
) -> Result<Response, No> {
    let (blob, size) = begin::announced(&headers)?;
    let (carnet, link) = (depositor.tray.carnet, depositor.link);
    let now: Seconds = app.now();
    let (tray, allowed) = (depositor.tray.room, app.limits.carnet_bytes);
    if !app
        .storage
        .begin_tray_file(carnet, blob, link, size, (tray, allowed), now)
        .await?
    {
        return Err(No(Refusal::Quota));
    }
    Ok(tus::answer(
        StatusCode::CREATED,
        &[("location", paths::tray_upload(link, blob))],
    ))
}

/// How much has arrived.
pub async fn stands(
    State(app): State<App>,
    depositor: Depositor,
    At((_, blob)): At<(MemberId, BlobId)>,
    headers: HeaderMap,
) -> Result<Response, No> {
    tus::check_version(&headers)?;
    Ok(stand::answer(&theirs(&app, &depositor, blob).await?))
}

/// The next bytes.
pub async fn more(
    State(app): State<App>,
    depositor: Depositor,
    At((_, blob)): At<(MemberId, BlobId)>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, No> {
    let offset = carry_on::offset(&headers)?;
    let file = theirs(&app, &depositor, blob).await?;
    carry_on::take(app, depositor.tray.carnet, blob, file, offset, body).await
}

/// Gives it up, while no deposit names it.
pub async fn give_up(
    State(app): State<App>,
    depositor: Depositor,
    At((_, blob)): At<(MemberId, BlobId)>,
    headers: HeaderMap,
) -> Result<Response, No> {
    tus::check_version(&headers)?;
    theirs(&app, &depositor, blob).await?;
    let carnet = depositor.tray.carnet;
    if !app.storage.give_up_file(carnet, blob, app.now()).await? {
        return Err(No(Refusal::NotAllowed));
    }
    Ok(tus::answer(StatusCode::NO_CONTENT, &[]))
}

/// An upload by this very link.
async fn theirs(app: &App, depositor: &Depositor, blob: BlobId) -> Result<FileRow, No> {
    let file = app.storage.file(depositor.tray.carnet, blob).await?;
    file.filter(|file| file.uploader == depositor.link)
        .ok_or(No(Refusal::NotFound))
}
