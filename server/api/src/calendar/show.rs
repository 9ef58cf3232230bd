//! `GET /api/carnets/{carnet}/calendar`: of the member's own address.

use axum::extract::State;
use protocol::calendar::CalendarState;
use protocol::ids::CarnetId;
use protocol::refusal::Refusal;

use crate::app::App;
use crate::body::{At, Json};
use crate::carnet::enter;
use crate::refuse::No;
use crate::signed_in::Session;

/// For the member itself; not found if there is none.
pub async fn show(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
) -> Result<Json<CalendarState>, No> {
    enter(&app, session, carnet).await?;
    let calendar = app.storage.calendar(carnet, session.account).await?;
    Ok(Json(calendar.ok_or(No(Refusal::NotFound))?))
}
