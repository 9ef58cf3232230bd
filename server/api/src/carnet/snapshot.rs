//! `GET` and `PUT /api/carnets/{carnet}/snapshot`: what an account folded for itself, sealed for itself.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::carnet::Snapshot;
use protocol::cbor::decode_stored;
use protocol::checkpoint::Checkpoint;
use protocol::commit::sealed_digest;
use protocol::ids::CarnetId;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::signing::{Kind, verify};

use super::enter;
use crate::app::App;
use crate::body::{At, Cbor, Sent};
use crate::refuse::No;
use crate::signed_in::Session;

/// The longest request: a snapshot and its checkpoint.
const REQUEST: usize = limits::SNAPSHOT + 4096;

/// The asker's own.
pub async fn show(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
) -> Result<Cbor<Snapshot>, No> {
    enter(&app, session, carnet).await?;
    let snapshot = app.storage.snapshot(session.account, carnet).await?;
    snapshot.map(Cbor).ok_or(No(Refusal::NotFound))
}

/// Replaces the asker's own, if it signed the checkpoint and the checkpoint names this snapshot of a commit that is there.
pub async fn set(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
    sent: Sent,
) -> Result<StatusCode, No> {
    enter(&app, session, carnet).await?;
    let snapshot = sent.read::<Snapshot>(&app, REQUEST).await?;
    // It may have taken minutes to come: whoever was taken out meanwhile leaves nothing here.
    let seen = enter(&app, session, carnet).await?;
    let snapshot = &snapshot.said;
    if snapshot.sealed.0.len() > limits::SNAPSHOT {
        return Err(No(Refusal::TooLarge));
    }
    let signing = &seen.member.keys.signing;
    verify(
        signing,
        Kind::Checkpoint,
        &snapshot.checkpoint,
        &snapshot.signature,
    )?;
    let checkpoint: Checkpoint = decode_stored(&snapshot.checkpoint)?;
    let fits = checkpoint.carnet == carnet
        && checkpoint.account == session.account
        && checkpoint.snapshot == sealed_digest(&snapshot.sealed.0);
    if !fits {
        return Err(No(Refusal::Mismatch));
    }
    let there = app.storage.commit_seen(carnet, checkpoint.seq).await?;
    if there.is_none_or(|(digest, _)| digest != checkpoint.head) {
        return Err(No(Refusal::Unknown));
    }
    app.storage
        .set_snapshot(session.account, carnet, snapshot)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
