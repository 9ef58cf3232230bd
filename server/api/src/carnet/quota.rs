//! `GET /api/carnets/{carnet}/quota`: how much room is left.

use axum::extract::State;
use protocol::file::Quota;
use protocol::ids::CarnetId;

use super::enter;
use crate::app::App;
use crate::body::{At, Json};
use crate::refuse::No;
use crate::signed_in::Session;

/// For every member: whoever adds something must know.
pub async fn quota(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
) -> Result<Json<Quota>, No> {
    let seen = enter(&app, session, carnet).await?;
    Ok(Json(Quota {
        used: seen.head.used,
        allowed: app.limits.carnet_bytes,
    }))
}
