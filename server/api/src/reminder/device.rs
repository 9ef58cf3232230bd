//! `PUT` and `DELETE /api/reminders/devices/{device}`: a device that wants to be told.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::ids::DeviceId;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::reminder::PushDevice;
use storage::device::Device;

use crate::app::App;
use crate::body::{At, Json};
use crate::refuse::No;
use crate::signed_in::Session;

/// For the account itself, from the device that it is about.
pub async fn set(
    State(app): State<App>,
    session: Session,
    At(id): At<DeviceId>,
    Json(asked): Json<PushDevice>,
) -> Result<StatusCode, No> {
    let device = Device {
        id: *id.as_bytes(),
        endpoint: asked.endpoint,
        p256dh: asked.p256dh,
        auth: asked.auth,
        failures: 0,
    };
    // A server that pushes nothing has no use for it.
    let pusher = app.post.pusher().ok_or(No(Refusal::NotAllowed))?;
    if !pusher.takes(&device) {
        return Err(No(Refusal::Malformed));
    }
    let most = limits::DEVICES as u64;
    let now = app.now();
    if !app
        .storage
        .set_device(session.account, &device, now, most)
        .await?
    {
        return Err(No(Refusal::Quota));
    }
    Ok(StatusCode::NO_CONTENT)
}

/// For the account itself; one that is not there is as good.
pub async fn remove(
    State(app): State<App>,
    session: Session,
    At(id): At<DeviceId>,
) -> Result<StatusCode, No> {
    app.storage
        .remove_device(session.account, id.as_bytes())
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
