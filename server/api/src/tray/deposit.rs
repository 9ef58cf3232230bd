//! `POST /api/trays/{link}`: leaves a deposit.

use axum::extract::State;
use protocol::carnet::Act;
use protocol::commit::sealed_digest;
use protocol::deposit::{deposit_digest, follow};
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::tray::{PushDeposit, TrayEnd};
use storage::tray::{Deposited, NewDeposit};

use super::Depositor;
use crate::app::App;
use crate::body::{Cbor, Json};
use crate::refuse::No;

/// The longest request: a payload and a body that names as many files as it may.
const REQUEST: usize = limits::PAYLOAD + 64 * 1024;

/// Signed by the link's key, and following the one before: whoever has the link and nothing more can do no other.
pub async fn deposit(
    State(app): State<App>,
    depositor: Depositor,
    Cbor(push): Cbor<PushDeposit, REQUEST>,
) -> Result<Json<TrayEnd>, No> {
    let room = depositor.room();
    let Depositor { link, keys, tray } = depositor;
    if let Some(stands) = tray.stands
        && stands.digest == deposit_digest(&push.body)
    {
        // The answer was lost on the way.
        return Ok(answer(stands.counter, &push));
    }
    let stands = tray.stands;
    let (deposit, place) = follow(tray.carnet, &keys, stands, &push.body, &push.signature)?;
    let sealed = push.payload.0.as_slice();
    if deposit.size as usize != sealed.len() || deposit.payload != sealed_digest(sealed) {
        return Err(No(Refusal::Mismatch));
    }
    if tray.waiting >= limits::DEPOSITS as u64 || sealed.len() as u64 > room {
        return Err(No(Refusal::Quota));
    }
    let kept = app
        .storage
        .deposit(
            &NewDeposit {
                carnet: tray.carnet,
                link,
                place,
                previous: deposit.previous,
                body: &push.body,
                signature: &push.signature,
                sealed,
                files: &deposit.files,
                received: app.now(),
            },
            app.limits.carnet_bytes,
        )
        .await?;
    match kept {
        Deposited::Kept => {
            let act = Act::Deposited {
                counter: place.counter,
            };
            app.lines.note(tray.carnet, link, &act, app.now()).await;
        }
        Deposited::Repeated => {}
        Deposited::Lost => return Err(No(Refusal::Stale)),
        Deposited::Full => return Err(No(Refusal::Quota)),
    }
    Ok(answer(place.counter, &push))
}

fn answer(counter: u64, push: &PushDeposit) -> Json<TrayEnd> {
    Json(TrayEnd {
        counter,
        digest: deposit_digest(&push.body),
    })
}
