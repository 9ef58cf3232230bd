//! `DELETE /api/sessions`: ends this session.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::refuse::No;
use crate::signed_in::{MaybeSession, give_cookie};

/// Signing out twice is as good.
pub async fn sign_out(
    State(app): State<App>,
    MaybeSession(session): MaybeSession,
) -> Result<Response, No> {
    if let Some(session) = session {
        app.storage.close_session(&session.token_hash).await?;
        app.sessions.forget(&session.token_hash);
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    give_cookie(&mut response, &auth::cookie::clear());
    Ok(response)
}
