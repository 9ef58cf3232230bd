//! `PUT /api/carnets/{carnet}/calendar`: what the member's own address serves from now on.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::calendar::{SetCalendar, served};
use protocol::ids::{CarnetId, SectionId};
use protocol::limits;
use protocol::refusal::Refusal;

use crate::app::App;
use crate::body::{At, SentJson};
use crate::carnet::enter;
use crate::names;
use crate::refuse::No;
use crate::signed_in::Session;

/// The longest body: a text of control marks alone would be six times as long in JSON, one of words is hardly longer.
const BODY: usize = 2 * limits::CALENDAR;

/// For readers of the agenda.
pub async fn set(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
    sent: SentJson,
) -> Result<StatusCode, No> {
    may_set(&app, session, carnet).await?;
    let asked = sent.read::<SetCalendar>(BODY).await?;
    // It may have taken minutes to come, and the right may have ended meanwhile.
    may_set(&app, session, carnet).await?;
    if asked.text.len() > limits::CALENDAR {
        return Err(No(Refusal::TooLarge));
    }
    // Programs get exactly this, so nothing but a calendar may stand under such an address. PostgreSQL takes no zero byte.
    let is_one = asked.text.starts_with("BEGIN:VCALENDAR\r\n") && !asked.text.contains('\0');
    if !is_one {
        return Err(No(Refusal::Malformed));
    }
    names::take(&app, session, &[asked.access.as_bytes()]).await?;
    let digest = served(&asked.text);
    app.storage
        .set_calendar(
            carnet,
            session.account,
            &asked.access,
            (&asked.text, &digest),
            app.now(),
        )
        .await?;
    tracing::info!(%carnet, member = %session.account, "calendar set");
    Ok(StatusCode::NO_CONTENT)
}

async fn may_set(app: &App, session: Session, carnet: CarnetId) -> Result<(), No> {
    let seen = enter(app, session, carnet).await?;
    if seen.head.closed.is_some() {
        return Err(No(Refusal::Closed));
    }
    if !seen.member.reads(SectionId::AGENDA, app.now()) {
        return Err(No(Refusal::NotAllowed));
    }
    Ok(())
}
