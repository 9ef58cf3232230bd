//! `GET /api/carnets/{carnet}/inbox`: what waits.

use axum::extract::State;
use protocol::change::Sealed;
use protocol::ids::{CarnetId, SectionId};
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::tray::{Inbox, PushDeposit, Waiting};

use crate::app::App;
use crate::body::{At, Cbor};
use crate::carnet::enter;
use crate::refuse::No;
use crate::signed_in::Session;

/// For readers of the inbox, oldest first, as many as fit.
pub async fn list(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
) -> Result<Cbor<Inbox>, No> {
    let seen = enter(&app, session, carnet).await?;
    if !seen.member.reads(SectionId::INBOX, app.now()) {
        return Err(No(Refusal::NotAllowed));
    }
    if seen.head.closed.is_some() {
        return Err(No(Refusal::Closed));
    }
    let waiting = app.storage.inbox(carnet, limits::ANSWER).await?;
    let deposits = waiting.into_iter().map(|row| Waiting {
        link: row.link,
        deposit: PushDeposit {
            body: row.body,
            signature: row.signature,
            payload: Sealed(row.sealed),
        },
        received: row.received,
    });
    Ok(Cbor(Inbox {
        deposits: deposits.collect(),
    }))
}
