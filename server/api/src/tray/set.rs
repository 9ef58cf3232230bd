//! `PUT /api/carnets/{carnet}/links/{link}/tray`: opens the tray of a deposit link.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::change::LinkKind;
use protocol::ids::{CarnetId, MemberId};
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::tray::SetTray;

use crate::app::App;
use crate::body::{At, Json};
use crate::card::guarded_link;
use crate::names;
use crate::refuse::No;
use crate::signed_in::Session;

/// For guardians, once the link is in the log.
pub async fn set(
    State(app): State<App>,
    session: Session,
    At((carnet, link)): At<(CarnetId, MemberId)>,
    Json(SetTray { access, room }): Json<SetTray>,
) -> Result<StatusCode, No> {
    guarded_link(&app, session, carnet, link, LinkKind::Deposit).await?;
    let room = room.unwrap_or(limits::TRAY);
    if room > limits::LARGE_TRAY {
        return Err(No(Refusal::TooLarge));
    }
    names::take(&app, session, &[access.as_bytes()]).await?;
    app.storage.set_tray(carnet, link, &access, room).await?;
    Ok(StatusCode::NO_CONTENT)
}
