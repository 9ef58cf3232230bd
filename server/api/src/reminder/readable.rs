//! `PUT /api/reminders/readable`: whether mails may say what they are about.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::reminder::ReadableMails;

use crate::app::App;
use crate::body::Json;
use crate::refuse::No;
use crate::signed_in::Session;

/// For the account itself. Switched off, nothing that waits says anything any more.
pub async fn set(
    State(app): State<App>,
    session: Session,
    Json(asked): Json<ReadableMails>,
) -> Result<StatusCode, No> {
    app.storage
        .set_readable(session.account, asked.readable)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
