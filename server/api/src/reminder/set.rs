//! `PUT /api/reminders/{reminder}`: what is to be sent when. The same one again changes nothing.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::ids::ReminderId;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::reminder::{Channel, Reminder, ReminderText};
use storage::reminder::ReminderRow;

use super::{way, words};
use crate::app::App;
use crate::body::{At, Json};
use crate::refuse::No;
use crate::signed_in::Session;

/// For the account itself. What the server itself tells of cannot be ordered.
pub async fn set(
    State(app): State<App>,
    session: Session,
    At(id): At<ReminderId>,
    Json(asked): Json<Reminder>,
) -> Result<StatusCode, No> {
    // A device is told by a plan: it brings the words.
    if asked.text != ReminderText::ConfirmSheet || asked.channel != Channel::Mail {
        return Err(No(Refusal::NotAllowed));
    }
    let now = app.now();
    if asked.due > now.plus(limits::REMINDER) {
        return Err(No(Refusal::BadDate));
    }
    let reminder = ReminderRow {
        id: *id.as_bytes(),
        due: asked.due,
        channel: way(asked.channel).to_owned(),
        words: words(asked.text).to_owned(),
    };
    if asked.due <= now {
        // A client may repeat itself; nothing is made that would be sent at once.
        let set = app.storage.is_set(session.account, &reminder).await?;
        return if set {
            Ok(StatusCode::NO_CONTENT)
        } else {
            Err(No(Refusal::BadDate))
        };
    }
    let (most, mails) = (limits::REMINDERS as u64, limits::MAILS_A_DAY.0 as u64);
    if !app
        .storage
        .set_reminder(session.account, &reminder, most, mails)
        .await?
    {
        return Err(No(Refusal::Quota));
    }
    Ok(StatusCode::NO_CONTENT)
}
