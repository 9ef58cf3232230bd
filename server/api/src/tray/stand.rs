//! `GET /api/trays/{link}`: where a tray stands, for who leaves something there.

use protocol::tray::{TrayEnd, TrayState};

use super::Depositor;
use crate::body::Json;

/// All that a depositor ever reads.
pub async fn stand(depositor: Depositor) -> Json<TrayState> {
    let room = depositor.room();
    let Depositor { keys, tray, .. } = depositor;
    Json(TrayState {
        carnet: tray.carnet,
        recipient: keys.recipient,
        last: tray.stands.map(|stands| TrayEnd {
            counter: stands.counter,
            digest: stands.digest,
        }),
        room,
    })
}
