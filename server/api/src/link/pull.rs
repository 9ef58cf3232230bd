//! `GET /api/links/{link}/log?from=N`: commits from number N on, with the key envelopes for the link.

use axum::extract::State;
use protocol::carnet::Pulled;

use super::LinkBearer;
use crate::app::App;
use crate::body::{Asked, Cbor};
use crate::carnet::pull::{From, pulled};
use crate::refuse::No;

/// As for every member.
pub async fn pull(
    State(app): State<App>,
    bearer: LinkBearer,
    Asked(From { from }): Asked<From>,
) -> Result<Cbor<Pulled>, No> {
    pulled(&app, bearer.carnet, bearer.seen.id, from).await
}
