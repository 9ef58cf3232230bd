//! `DELETE /api/account`: erases the account with its ways in, sessions and snapshots.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use protocol::permission::Act;
use protocol::refusal::Refusal;

use crate::app::App;
use crate::permission;
use crate::refuse::No;
use crate::signed_in::{Session, give_cookie};

/// Refused while somebody's carnet would be left without a guardian. A carnet that nobody else is in is closed.
pub async fn erase(
    State(app): State<App>,
    session: Session,
    headers: HeaderMap,
) -> Result<Response, No> {
    permission::require(&app, session, &headers, Act::EraseAccount).await?;
    if !app
        .storage
        .erase_account(session.account, app.now())
        .await?
    {
        return Err(No(Refusal::LastGuardian));
    }
    app.sessions.forget_account(session.account);
    tracing::info!(account = %session.account, "account erased");
    let mut response = StatusCode::NO_CONTENT.into_response();
    give_cookie(&mut response, &auth::cookie::clear());
    Ok(response)
}
