//! `GET /api/reminders`: what is still to be sent, the next one first.

use axum::extract::State;
use protocol::ids::{DeviceId, PlanId, ReminderId};
use protocol::reminder::{
    Channel, KeptDevice, KeptPlan, KeptReminder, Reminder, ReminderText, Reminders,
};

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
    let plans = app.storage.plans(session.account).await?;
    let plans = plans.into_iter().map(|(plan, mark)| KeptPlan {
        plan: PlanId::from_bytes(plan),
        mark,
    });
    let devices = app.storage.devices(session.account).await?;
    let devices = devices.into_iter().map(|(device, added)| KeptDevice {
        device: DeviceId::from_bytes(device),
        added,
    });
    Ok(Json(Reminders {
        mail: app.post.sends(),
        push: app
            .post
            .pusher()
            .map(|pusher| pusher.public_key().to_vec())
            .unwrap_or_default(),
        readable: app.storage.is_readable(session.account).await?,
        reminders: reminders.collect(),
        plans: plans.collect(),
        devices: devices.collect(),
    }))
}
