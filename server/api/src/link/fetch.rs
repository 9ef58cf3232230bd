//! `POST /api/links/{link}/payloads`: sealed entries by digest.

use axum::extract::State;
use protocol::carnet::{Fetch, Fetched};
use protocol::limits;
use protocol::refusal::Refusal;

use super::LinkBearer;
use crate::app::App;
use crate::body::Cbor;
use crate::carnet::fetch::{REQUEST, fetched};
use crate::refuse::No;

/// Each if the link may read its section now, by our clock; else nothing in its place.
pub async fn fetch(
    State(app): State<App>,
    bearer: LinkBearer,
    Cbor(Fetch { digests }): Cbor<Fetch, REQUEST>,
) -> Result<Cbor<Fetched>, No> {
    if digests.len() > limits::FETCH {
        return Err(No(Refusal::TooLarge));
    }
    fetched(&app, bearer.carnet, &bearer.seen, digests).await
}
