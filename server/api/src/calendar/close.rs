//! `DELETE /api/carnets/{carnet}/calendar`: the member's own address serves nothing any more.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::ids::CarnetId;

use crate::app::App;
use crate::body::At;
use crate::refuse::No;
use crate::signed_in::Session;

/// For whoever it was; one that is not there is as good. Who is no member any more may close it all the same.
pub async fn close(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
) -> Result<StatusCode, No> {
    app.storage.close_calendar(carnet, session.account).await?;
    tracing::info!(%carnet, member = %session.account, "calendar closed");
    Ok(StatusCode::NO_CONTENT)
}
