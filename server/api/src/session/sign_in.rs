//! `POST /api/sessions`: signs in by one of the ways, and hands out that way's wrap.
//!
//! Whether a name, a code or an account exists is told to nobody: the answer and the work are the same.

use auth::cookie;
use auth::token::{SESSION, SessionToken, login_matches, subject};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use protocol::account::WayKind;
use protocol::cbor::decode_stored;
use protocol::ids::{LoginToken, LookupId, MemberId, Signature};
use protocol::refusal::Refusal;
use protocol::session::{SessionProof, SignIn, SignedIn, Wrap};
use protocol::signing::{Kind, verify};
use protocol::time::{MINUTE, Seconds};
use serde_json::Value;
use storage::ceremony::CeremonyKind;

use crate::app::App;
use crate::body::Json;
use crate::refuse::No;
use crate::signed_in::{Address, give_cookie};
use crate::way::take_ceremony;

/// Over which tries are counted, in seconds.
const WINDOW: u64 = 15 * MINUTE;
/// So many times more tries are let through for an address than for one name: a clinic has one address.
const HOUSEHOLD: u64 = 10;

/// Signs in.
pub async fn sign_in(
    State(app): State<App>,
    Address(address): Address,
    Json(asked): Json<SignIn>,
) -> Result<Response, No> {
    let now = app.now();
    // Only what can be guessed is counted, and one's own success forgives nothing: else whoever has an account could try one
    // passphrase on every name there is.
    if matches!(asked, SignIn::Code { .. } | SignIn::Name { .. }) {
        let from = subject("address", address.to_string().as_bytes());
        let allowed = app.limits.tries.saturating_mul(HOUSEHOLD);
        count(&app, &from, allowed, now).await?;
    }
    let signed_in = match asked {
        SignIn::Code { lookup, token } => {
            by_token(&app, WayKind::Code, lookup, &token, now).await?
        }
        SignIn::Name { lookup, token } => {
            by_token(&app, WayKind::Name, lookup, &token, now).await?
        }
        SignIn::Passkey {
            ceremony,
            credential,
        } => by_passkey(&app, &ceremony, credential, now).await?,
        SignIn::Key {
            account,
            proof,
            signature,
        } => by_key(&app, account, &proof, &signature, now).await?,
    };
    begin_session(&app, signed_in, now).await
}

/// Counts a try, if there may be one more.
async fn count(app: &App, subject: &[u8; 32], allowed: u64, now: Seconds) -> Result<(), No> {
    let over = app.storage.tries(subject, WINDOW, now).await? >= allowed
        || app.storage.count_try(subject, WINDOW, now).await? > allowed;
    if over {
        return Err(No(Refusal::TooMany));
    }
    Ok(())
}

async fn by_token(
    app: &App,
    kind: WayKind,
    lookup: LookupId,
    token: &LoginToken,
    now: Seconds,
) -> Result<SignedIn, No> {
    let tried = subject("lookup", lookup.as_bytes());
    count(app, &tried, app.limits.tries, now).await?;
    let found = app.storage.way_by_lookup(kind, lookup).await?;
    let kept = found.as_ref().map(|row| row.token_hash.as_slice());
    let matches = login_matches(token, kept);
    let row = found.filter(|_| matches).ok_or(No(Refusal::NotAccepted))?;
    app.storage.forget_tries(&tried).await?;
    app.storage.used_way(row.way, None, now).await?;
    Ok(SignedIn {
        account: row.account,
        wrap: Some(Wrap {
            way: row.way,
            file: row.wrap,
        }),
    })
}

async fn by_passkey(
    app: &App,
    ceremony: &str,
    credential: Value,
    now: Seconds,
) -> Result<SignedIn, No> {
    let begun = take_ceremony(app, ceremony, CeremonyKind::PasskeySignIn, now).await?;
    let answer = app.passkeys.read_answer(credential)?;
    let row = app.storage.way_by_credential(&answer.credential).await?;
    let row = row
        .filter(|row| row.account == answer.account)
        .ok_or(No(Refusal::NotAccepted))?;
    let passkey = app
        .passkeys
        .finish_sign_in(&begun.state, &answer, &row.passkey)?;
    app.storage.used_way(row.way, Some(&passkey), now).await?;
    Ok(SignedIn {
        account: row.account,
        wrap: Some(Wrap {
            way: row.way,
            file: row.wrap,
        }),
    })
}

async fn by_key(
    app: &App,
    account: MemberId,
    proof: &[u8],
    signature: &Signature,
    now: Seconds,
) -> Result<SignedIn, No> {
    let shown: SessionProof = decode_stored(proof)?;
    let row = app
        .storage
        .account(account)
        .await?
        .ok_or(No(Refusal::NotAccepted))?;
    let holds = verify(&row.keys.signing, Kind::Session, proof, signature).is_ok();
    if shown.account != account || !holds {
        return Err(No(Refusal::NotAccepted));
    }
    app.storage
        .take_ceremony(&shown.challenge, CeremonyKind::Challenge, now)
        .await?
        .ok_or(No(Refusal::NotAccepted))?;
    Ok(SignedIn {
        account,
        wrap: None,
    })
}

/// Opens a session for an account that has proved itself; the answer carries the cookie.
pub async fn begin_session(app: &App, signed_in: SignedIn, now: Seconds) -> Result<Response, No> {
    let token = SessionToken::make()?;
    app.storage
        .open_session(&token.hash(), signed_in.account, now, now.plus(SESSION))
        .await?;
    let mut response = Json(signed_in).into_response();
    give_cookie(&mut response, &cookie::set(&token));
    Ok(response)
}
