//! `POST /api/passkeys/create` and `/api/passkeys/sign-in`: the first halves of the ceremonies.

use auth::passkey::Begun;
use auth::token::{CEREMONY, make_challenge};
use axum::extract::State;
use data_encoding::BASE64URL_NOPAD;
use protocol::account::{PasskeyCreate, PasskeyOptions};
use protocol::ids::MemberId;
use protocol::refusal::Refusal;
use storage::ceremony::CeremonyKind;

use crate::app::App;
use crate::body::Json;
use crate::refuse::No;
use crate::signed_in::MaybeSession;

/// For the account that is signed in, which is told which passkeys it has already; or for one that is about to be opened.
pub async fn create(
    State(app): State<App>,
    MaybeSession(session): MaybeSession,
    Json(asked): Json<PasskeyCreate>,
) -> Result<Json<PasskeyOptions>, No> {
    let present: Vec<String> = match session {
        Some(session) if session.account == asked.account => {
            let ways = app.storage.ways(session.account).await?;
            ways.into_iter().filter_map(|way| way.credential).collect()
        }
        Some(_) => return Err(No(Refusal::NotAllowed)),
        // Said before an authenticator keeps a key that would open nothing.
        None if !app.limits.new_accounts => return Err(No(Refusal::NoNewAccounts)),
        None => Vec::new(),
    };
    let begun = app
        .passkeys
        .begin_create(asked.account, &asked.name, &present)?;
    begin(
        &app,
        begun,
        CeremonyKind::PasskeyCreate,
        Some(asked.account),
    )
    .await
}

/// For whoever it will turn out to be.
pub async fn sign_in(State(app): State<App>) -> Result<Json<PasskeyOptions>, No> {
    let begun = app.passkeys.begin_sign_in()?;
    begin(&app, begun, CeremonyKind::PasskeySignIn, None).await
}

async fn begin(
    app: &App,
    begun: Begun,
    kind: CeremonyKind,
    account: Option<MemberId>,
) -> Result<Json<PasskeyOptions>, No> {
    let id = make_challenge()?;
    let expires = app.now().plus(CEREMONY);
    app.storage
        .begin_ceremony(&id, kind, &begun.state, account, expires)
        .await?;
    Ok(Json(PasskeyOptions {
        ceremony: BASE64URL_NOPAD.encode(&id),
        options: begun.options,
    }))
}
