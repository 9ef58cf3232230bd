//! `GET /shl/{manifest}/files/{ticket}`: a file of a manifest that was not embedded, for an hour after it was named. Public.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use blobs::Part;
use protocol::carnet::Act;
use protocol::ids::{FileTicket, ManifestId};
use protocol::refusal::Refusal;
use protocol::shl::JOSE;

use super::manifest::ticket_hash;
use crate::app::App;
use crate::body::At;
use crate::refuse::No;

/// The JWE. A ticket that is over is not told from none.
pub async fn file(
    State(app): State<App>,
    At((manifest, ticket)): At<(ManifestId, FileTicket)>,
) -> Result<Response, No> {
    let now = app.now();
    let hash = ticket_hash(&ticket);
    let found = app.storage.ticket(manifest.as_bytes(), &hash, now).await?;
    let found = found.ok_or(No(Refusal::NotFound))?;
    let (carnet, link) = (found.carnet, found.link);
    let body = match found.blob {
        None => {
            let sheet = app.storage.sheet(carnet, link).await?;
            Body::from(sheet.ok_or(No(Refusal::NotFound))?.sealed)
        }
        Some(blob) => {
            let file = app.storage.file(carnet, blob).await?;
            let file = file.ok_or(No(Refusal::NotFound))?;
            let parts = app.storage.parts(carnet, blob).await?;
            let parts: Vec<Part> = parts
                .into_iter()
                .map(|part| Part {
                    name: part.name,
                    start: part.start,
                    size: part.size,
                })
                .collect();
            let bytes = app.blobs.read(carnet, blob, &parts, &(0..file.size))?;
            app.lines
                .note(carnet, link, &Act::Downloaded { blob }, now)
                .await;
            Body::from_stream(bytes)
        }
    };
    let kind = HeaderValue::from_static(JOSE);
    Ok(([(header::CONTENT_TYPE, kind)], body).into_response())
}
