//! Ways into an account: added, fetched, removed.

pub mod add;
pub mod fetch;
pub mod passkey;
pub mod remove;

use auth::token::login_hash;
use data_encoding::BASE64URL_NOPAD;
use protocol::account::{NewProof, NewWay, WayKind};
use protocol::ids::MemberId;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::time::Seconds;
use storage::ceremony::CeremonyKind;
use storage::proof::{NewWayRow, ProofRow};

use crate::app::App;
use crate::refuse::No;

/// Checks the proof of a new way in, and makes it what is kept: of a token only its hash.
pub async fn prove(
    app: &App,
    account: MemberId,
    way: NewWay,
    now: Seconds,
) -> Result<NewWayRow, No> {
    if way.wrap.len() > limits::WRAP {
        return Err(No(Refusal::TooLarge));
    }
    if way.wrap.is_empty() {
        return Err(No(Refusal::Malformed));
    }
    let token = |kind, lookup, token| ProofRow::Token {
        kind,
        lookup,
        token_hash: login_hash(&token),
    };
    let proof = match way.proof {
        NewProof::Code {
            lookup,
            token: secret,
        } => token(WayKind::Code, lookup, secret),
        NewProof::Name {
            lookup,
            token: secret,
        } => token(WayKind::Name, lookup, secret),
        NewProof::Passkey {
            ceremony,
            credential,
        } => {
            let begun = take_ceremony(app, &ceremony, CeremonyKind::PasskeyCreate, now).await?;
            if begun.account != Some(account) {
                return Err(No(Refusal::NotAccepted));
            }
            let made = app.passkeys.finish_create(&begun.state, credential)?;
            ProofRow::Passkey {
                credential: made.credential,
                passkey: made.passkey,
            }
        }
    };
    Ok(NewWayRow {
        id: way.id,
        wrap: way.wrap,
        proof,
    })
}

/// Takes a ceremony out by the name the browser was given.
pub async fn take_ceremony(
    app: &App,
    name: &str,
    kind: CeremonyKind,
    now: Seconds,
) -> Result<storage::ceremony::CeremonyRow, No> {
    let id = (name.len() == 43)
        .then(|| BASE64URL_NOPAD.decode(name.as_bytes()).ok())
        .flatten();
    let id = id.ok_or(No(Refusal::NotAccepted))?;
    app.storage
        .take_ceremony(&id, kind, now)
        .await?
        .ok_or(No(Refusal::NotAccepted))
}
