//! `DELETE /api/carnets/{carnet}/inbox/{link}/{counter}`: throws a deposit away that nobody wants.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::ids::{CarnetId, MemberId, SectionId};
use protocol::refusal::Refusal;

use crate::app::App;
use crate::body::At;
use crate::carnet::enter;
use crate::refuse::No;
use crate::signed_in::Session;

/// For who may write to the inbox. Its files go within a day.
pub async fn dismiss(
    State(app): State<App>,
    session: Session,
    At((carnet, link, counter)): At<(CarnetId, MemberId, u64)>,
) -> Result<StatusCode, No> {
    let seen = enter(&app, session, carnet).await?;
    if !seen.member.writes(SectionId::INBOX, app.now()) {
        return Err(No(Refusal::NotAllowed));
    }
    if !app.storage.dismiss(carnet, link, counter).await? {
        return Err(No(Refusal::NotFound));
    }
    Ok(StatusCode::NO_CONTENT)
}
