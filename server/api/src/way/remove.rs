//! `DELETE /api/ways/{way}`: removes a way in. That stops signing in with it, nothing else.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use protocol::ids::WayId;
use protocol::permission::Act;
use protocol::refusal::Refusal;

use crate::app::App;
use crate::body::At;
use crate::permission;
use crate::refuse::No;
use crate::signed_in::Session;

/// Who keeps a carnet keeps at least two ways in; anybody keeps one.
pub async fn remove(
    State(app): State<App>,
    session: Session,
    At(way): At<WayId>,
    headers: HeaderMap,
) -> Result<StatusCode, No> {
    permission::require(&app, session, &headers, Act::RemoveWay { way }).await?;
    if app.storage.wrap(session.account, way).await?.is_none() {
        return Err(No(Refusal::NotFound));
    }
    let keep = if app.storage.is_guardian_anywhere(session.account).await? {
        2
    } else {
        1
    };
    if !app.storage.remove_way(session.account, way, keep).await? {
        return Err(No(Refusal::LastWay));
    }
    permission::end_other_sessions(&app, session).await?;
    tracing::info!(account = %session.account, %way, "way in removed");
    Ok(StatusCode::NO_CONTENT)
}
