//! `PUT /api/account/list`: replaces the account's own sealed list of carnets.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::account::{ListBody, SignedList};
use protocol::cbor::decode_stored;
use protocol::ids::MemberId;
use protocol::keys::MemberKeys;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::signing::{Kind, verify};

use crate::app::App;
use crate::body::Json;
use crate::refuse::No;
use crate::signed_in::Session;

/// Kept only if its version is one more than the kept one: two devices cannot overwrite each other unseen.
pub async fn set(
    State(app): State<App>,
    session: Session,
    Json(list): Json<SignedList>,
) -> Result<StatusCode, No> {
    let account = app
        .storage
        .account(session.account)
        .await?
        .ok_or(No(Refusal::SignedOut))?;
    let version = check(&list, &account.keys, session.account)?;
    if app
        .storage
        .set_list(session.account, &list, version)
        .await?
    {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(No(Refusal::Stale))
    }
}

/// The version of a list, if the account itself signed it.
pub fn check(list: &SignedList, keys: &MemberKeys, account: MemberId) -> Result<u64, No> {
    if list.body.len() > limits::LIST {
        return Err(No(Refusal::TooLarge));
    }
    verify(&keys.signing, Kind::List, &list.body, &list.signature)?;
    let body: ListBody = decode_stored(&list.body)?;
    if body.account == account {
        Ok(body.version)
    } else {
        Err(No(Refusal::Mismatch))
    }
}
