//! `GET /api/reminders`: what is still to be sent, the next one first.

use axum::extract::State;
use protocol::ids::ReminderId;
use protocol::reminder::{Channel, KeptReminder, Reminder, ReminderText, Reminders};

use super::CONFIRM_SHEET;
use crate::app::App;
use crate::body::Json;
use crate::refuse::No;
use crate::signed_in::Session;

/// For the account itself. What only a newer version of this program sends is left out.
pub async fn list(State(app): State<App>, session: Session) -> Result<Json<Reminders>, No> {
    let rows = app.storage.reminders(session.account).await?;
    let rows = rows.into_iter().filter(|row| row.words == CONFIRM_SHEET);
    let reminders = rows.map(|row| KeptReminder {
        id: ReminderId::from_bytes(row.id),
        reminder: Reminder {
            due: row.due,
            channel: Channel::Mail,
            text: ReminderText::ConfirmSheet,
        },
    });
    Ok(Json(Reminders {
        mail: app.post.sends(),
        reminders: reminders.collect(),
    }))
}
