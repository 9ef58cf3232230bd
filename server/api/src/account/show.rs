//! `GET /api/account`: the account as its owner sees it.

use axum::extract::State;
use protocol::account::{Account, Way};
use protocol::refusal::Refusal;

use crate::app::App;
use crate::body::Json;
use crate::refuse::No;
use crate::signed_in::Session;

/// Ways in, list, address for reminders, carnets.
pub async fn show(State(app): State<App>, session: Session) -> Result<Json<Account>, No> {
    let row = app
        .storage
        .account(session.account)
        .await?
        .ok_or(No(Refusal::SignedOut))?;
    let ways = app.storage.ways(session.account).await?;
    let ways = ways.into_iter().map(|way| Way {
        id: way.id,
        kind: way.kind,
        added: way.added,
        used: way.used,
        credential: way.credential,
    });
    Ok(Json(Account {
        id: session.account,
        ways: ways.collect(),
        list: row.list,
        email: row.email,
        carnets: app.storage.memberships(session.account).await?,
    }))
}
