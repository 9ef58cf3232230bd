//! `GET /api/links/{link}/files/{blob}`: a sealed file, or exactly the range of it that was asked for.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use protocol::ids::{BlobId, MemberId};

use super::LinkBearer;
use crate::app::App;
use crate::body::At;
use crate::file::read::served;
use crate::refuse::No;

/// Of a section that the link may read, or shown by the link itself.
pub async fn file(
    State(app): State<App>,
    bearer: LinkBearer,
    At((_, blob)): At<(MemberId, BlobId)>,
    headers: HeaderMap,
) -> Result<Response, No> {
    served(&app, bearer.carnet, &bearer.seen, blob, &headers).await
}
