//! `POST /api/ways`: adds a way in.

use axum::extract::State;
use axum::http::HeaderMap;
use protocol::account::{NewProof, NewWay, Way, WayKind};
use protocol::limits;
use protocol::permission::Act;
use protocol::refusal::Refusal;
use storage::StorageError;
use storage::proof::ProofRow;

use super::prove;
use crate::app::App;
use crate::body::Json;
use crate::permission;
use crate::refuse::No;
use crate::signed_in::Session;

/// A code or a name replaces the one before it.
pub async fn add(
    State(app): State<App>,
    session: Session,
    headers: HeaderMap,
    Json(asked): Json<NewWay>,
) -> Result<Json<Way>, No> {
    permission::require(&app, session, &headers, Act::add(&asked)).await?;
    if app.storage.ways(session.account).await?.len() >= limits::WAYS {
        return Err(No(Refusal::TooLarge));
    }
    let now = app.now();
    let kind = match &asked.proof {
        NewProof::Passkey { .. } => WayKind::Passkey,
        NewProof::Code { .. } => WayKind::Code,
        NewProof::Name { .. } => WayKind::Name,
    };
    let way = prove(&app, session.account, asked, now).await?;
    app.storage
        .add_way(session.account, &way, now)
        .await
        .map_err(|error| match error {
            StorageError::Exists => No(Refusal::Taken),
            error => error.into(),
        })?;
    permission::end_other_sessions(&app, session).await?;
    tracing::info!(account = %session.account, way = %way.id, "way in added");
    let credential = match way.proof {
        ProofRow::Passkey { credential, .. } => Some(credential),
        ProofRow::Token { .. } => None,
    };
    Ok(Json(Way {
        id: way.id,
        kind,
        added: now,
        used: None,
        credential,
    }))
}
