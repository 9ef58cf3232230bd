//! `PATCH /api/carnets/{carnet}/uploads/{blob}`: the next bytes of a file (tus core).
//!
//! What arrived before a connection broke is kept, so that a phone in a basement gets on a little with each try.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use protocol::ids::{BlobId, CarnetId};
use protocol::limits;
use protocol::refusal::Refusal;
use storage::file::{FileRow, PartRow};

use super::stand::own_upload;
use super::tus;
use crate::app::App;
use crate::body::At;
use crate::refuse::No;
use crate::signed_in::Session;

/// The media type of the bytes, as tus wants it.
const BYTES: &str = "application/offset+octet-stream";

/// Takes the bytes in where the file stands, and nowhere else.
pub async fn carry_on(
    State(app): State<App>,
    session: Session,
    At((carnet, blob)): At<(CarnetId, BlobId)>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, No> {
    let offset = offset(&headers)?;
    let file = own_upload(&app, session, carnet, blob).await?;
    take(app, carnet, blob, file, offset, body).await
}

/// Where the bytes that are sent begin, by what is said about them.
pub(crate) fn offset(headers: &HeaderMap) -> Result<u64, No> {
    tus::check_version(headers)?;
    if headers
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind != BYTES)
    {
        return Err(No(Refusal::Malformed));
    }
    tus::number(headers, "upload-offset")
}

/// Takes bytes of a file in, whose sender may send them.
pub(crate) async fn take(
    app: App,
    carnet: CarnetId,
    blob: BlobId,
    file: FileRow,
    offset: u64,
    body: Body,
) -> Result<Response, No> {
    if offset != file.received {
        return Err(No(Refusal::WrongOffset));
    }
    if offset == file.size {
        return Ok(stands(offset));
    }
    let left = file.size - offset;
    // In a task of its own: it goes on when the connection is gone, and keeps what has come.
    let received = tokio::spawn(receive(app, carnet, blob, offset, left, body)).await;
    received.map_err(|_| No(Refusal::Server))?.map(stands)
}

/// Where the file stands with what comes now.
async fn receive(
    app: App,
    carnet: CarnetId,
    blob: BlobId,
    offset: u64,
    left: u64,
    body: Body,
) -> Result<u64, No> {
    let room = left.min(limits::UPLOAD_CHUNK as u64);
    let bytes = body.into_data_stream();
    let written = app
        .blobs
        .write(carnet, blob, bytes, room, room == left)
        .await?;
    let part = PartRow {
        start: offset,
        size: written.size,
        digest: written.digest,
        name: written.name,
    };
    if !app.storage.add_part(carnet, blob, &part).await? {
        // Another request was faster, or the upload was given up meanwhile.
        app.blobs.delete_part(carnet, blob, &part.name).await?;
        return Err(No(Refusal::WrongOffset));
    }
    Ok(offset + part.size)
}

fn stands(offset: u64) -> Response {
    tus::answer(
        StatusCode::NO_CONTENT,
        &[("upload-offset", offset.to_string())],
    )
}
