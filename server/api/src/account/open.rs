//! `POST /api/accounts`: opens an account with its first way in, and signs in.

use auth::token::subject;
use axum::extract::State;
use axum::response::Response;
use protocol::account::{CreateAccount, SignedList, Statement};
use protocol::cbor::decode_stored;
use protocol::refusal::Refusal;
use protocol::session::SignedIn;
use protocol::signing::{Kind, verify};
use protocol::time::MINUTE;
use storage::StorageError;
use storage::ceremony::CeremonyKind;

use super::list;
use crate::app::App;
use crate::body::Json;
use crate::refuse::No;
use crate::session::sign_in;
use crate::signed_in::Address;
use crate::way::prove;

/// Over which openings are counted, in seconds.
const WINDOW: u64 = 60 * MINUTE;
/// How many accounts one address may open in that time: a clinic has one address, and so has somebody who fills disks.
const OPENED: u64 = 100;

/// The statement is signed by the account's own key and names our challenge: nobody opens one with another's keys.
pub async fn open(
    State(app): State<App>,
    Address(address): Address,
    Json(asked): Json<CreateAccount>,
) -> Result<Response, No> {
    if !app.limits.new_accounts {
        return Err(No(Refusal::NoNewAccounts));
    }
    let now = app.now();
    let from = subject("open", address.to_string().as_bytes());
    if app.storage.tries(&from, WINDOW, now).await? >= OPENED {
        return Err(No(Refusal::TooMany));
    }
    let statement: Statement = decode_stored(&asked.statement)?;
    verify(
        &statement.keys.signing,
        Kind::Account,
        &asked.statement,
        &asked.signature,
    )?;
    let account = statement.keys.member_id();
    let version = first_version(&asked.list, &statement, account)?;
    app.storage
        .take_ceremony(&statement.challenge, CeremonyKind::Challenge, now)
        .await?
        .ok_or(No(Refusal::NotAccepted))?;
    if app.storage.count_try(&from, WINDOW, now).await? > OPENED {
        return Err(No(Refusal::TooMany));
    }
    let way = prove(&app, account, asked.way, now).await?;
    app.storage
        .open_account(&statement.keys, &asked.list, version, &way, now)
        .await
        .map_err(|error| match error {
            StorageError::Exists => No(Refusal::Taken),
            error => error.into(),
        })?;
    tracing::info!(%account, "account opened");
    sign_in::begin_session(
        &app,
        SignedIn {
            account,
            wrap: None,
        },
        now,
    )
    .await
}

fn first_version(
    list: &SignedList,
    statement: &Statement,
    account: protocol::ids::MemberId,
) -> Result<u64, No> {
    match list::check(list, &statement.keys, account)? {
        version @ 0..=1 => Ok(version),
        _ => Err(No(Refusal::Stale)),
    }
}
