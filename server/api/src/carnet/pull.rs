//! `GET /api/carnets/{carnet}/log?from=N`: commits from number N on, with the key envelopes for who asks.

use axum::extract::State;
use protocol::carnet::{Act, Pulled};
use protocol::change::Sealed;
use protocol::ids::{CarnetId, MemberId};
use protocol::limits;
use protocol::refusal::Refusal;
use serde::Deserialize;
use storage::log::Head;

use super::enter_at;
use crate::app::App;
use crate::body::{Asked, At, Cbor};
use crate::refuse::No;
use crate::signed_in::Session;

/// From where on.
#[derive(Deserialize)]
pub struct From {
    #[serde(default)]
    pub(crate) from: u64,
}

/// As many commits as fit. Every member may read the log: it says who did what where, never what.
pub async fn pull(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
    Asked(From { from }): Asked<From>,
) -> Result<Cbor<Pulled>, No> {
    pulled(&app, carnet, session.account, from).await
}

/// The same for any member, a link among them.
pub(crate) async fn pulled(
    app: &App,
    carnet: CarnetId,
    who: MemberId,
    from: u64,
) -> Result<Cbor<Pulled>, No> {
    // Before anything is read from the log for somebody who is told nothing.
    if !app.storage.is_member(carnet, who).await? {
        return Err(No(Refusal::NotFound));
    }
    let limit = limits::PULL_COMMITS as u64;
    let found = app
        .storage
        .head_and_commits(carnet, from, limit, limits::ANSWER)
        .await?;
    let (head, commits) = found.ok_or(No(Refusal::NotFound))?;
    enter_at(app, who, carnet, head).await?;
    let Head { seq, head, .. } = head;
    if commits.is_empty() {
        return Ok(Cbor(Pulled {
            commits,
            seq,
            head,
            envelopes: Vec::new(),
        }));
    }
    let to = from + commits.len() as u64;
    let envelopes = app
        .storage
        .envelopes(carnet, who, from, to.saturating_sub(1))
        .await?;
    // By where it stands, which every page of it tells: one pull in many pieces is one line.
    let act = Act::Pulled { seq };
    app.lines.note(carnet, who, &act, app.now()).await;
    let envelopes = envelopes.into_iter().map(Sealed).collect();
    Ok(Cbor(Pulled {
        commits,
        seq,
        head,
        envelopes,
    }))
}
