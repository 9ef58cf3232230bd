//! `DELETE /api/reminders/{reminder}`: takes a reminder back.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::ids::ReminderId;

use super::CONFIRM_SHEET;
use crate::app::App;
use crate::body::At;
use crate::refuse::No;
use crate::signed_in::Session;

/// For the account itself; one that is not there is as good.
pub async fn remove(
    State(app): State<App>,
    session: Session,
    At(id): At<ReminderId>,
) -> Result<StatusCode, No> {
    app.storage
        .remove_reminder(session.account, id.as_bytes(), CONFIRM_SHEET)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
