//! The card of an urgent link: set and looked at by guardians; its typed code, for whoever holds the card.

pub mod code;
pub mod set;
pub mod show;

use auth::passcode;
use protocol::change::LinkKind;
use protocol::ids::{CarnetId, MemberId};
use protocol::refusal::Refusal;
use protocol::state::Standing;
use protocol::time::Seconds;

use tokio::sync::Semaphore;

use crate::app::App;
use crate::carnet::enter;
use crate::refuse::No;
use crate::signed_in::Session;

/// Until when a link of that kind is open. Only guardians are told.
pub(crate) async fn guarded_link(
    app: &App,
    session: Session,
    carnet: CarnetId,
    link: MemberId,
    wanted: LinkKind,
) -> Result<Seconds, No> {
    let seen = enter(app, session, carnet).await?;
    if !seen.member.is_guardian() {
        return Err(No(Refusal::NotAllowed));
    }
    if seen.head.closed.is_some() {
        return Err(No(Refusal::Closed));
    }
    match seen.state.members.get(&link).map(|member| member.standing) {
        Some(Standing::Link { kind, until, .. }) if kind == wanted => Ok(until),
        _ => Err(No(Refusal::NotFound)),
    }
}

/// Passcodes that are stretched at the same moment: each takes 16 MiB.
static TURNS: Semaphore = Semaphore::const_new(4);

/// A passcode's slow hash, made beside the tasks that answer.
pub(crate) async fn stretch(words: String, salt: [u8; 16]) -> Result<[u8; 32], No> {
    let _turn = TURNS.acquire().await.map_err(|_| No(Refusal::Server))?;
    let hashed = tokio::task::spawn_blocking(move || passcode::hash(&words, &salt)).await;
    Ok(hashed.map_err(|_| No(Refusal::Server))??)
}
