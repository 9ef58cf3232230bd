//! What a session alone may not do: the account's own key must permit it, over a fresh challenge.

use axum::http::HeaderMap;
use protocol::permission::{Act, HEADER, SignedPermission};
use protocol::refusal::Refusal;
use storage::ceremony::CeremonyKind;

use crate::app::App;
use crate::refuse::No;
use crate::signed_in::Session;

/// Lets pass what the account itself permits now, once.
pub async fn require(app: &App, session: Session, headers: &HeaderMap, act: Act) -> Result<(), No> {
    let text = headers.get(HEADER).and_then(|value| value.to_str().ok());
    let permission = SignedPermission::from_text(text.ok_or(No(Refusal::NotAccepted))?)?;
    let account = app.storage.account(session.account).await?;
    let account = account.ok_or(No(Refusal::SignedOut))?;
    let challenge = permission.check(&account.keys, act)?;
    app.storage
        .take_ceremony(&challenge, CeremonyKind::Challenge, app.now())
        .await?
        .ok_or(No(Refusal::NotAccepted))?;
    Ok(())
}

/// Once the ways in have changed, every other session begins anew: whoever came in by one that is gone must not stay. A
/// device that is unlocked signs in again by itself.
pub async fn end_other_sessions(app: &App, session: Session) -> Result<(), No> {
    app.storage
        .close_other_sessions(session.account, &session.token_hash)
        .await?;
    app.sessions.forget_account(session.account);
    Ok(())
}
