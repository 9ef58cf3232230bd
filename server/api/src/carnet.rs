//! A carnet: its log is pushed and pulled, its sealed entries are fetched.

pub mod fetch;
pub mod journal;
mod judged;
pub mod pull;
pub mod push;
pub mod quota;
pub mod snapshot;

use protocol::ids::{CarnetId, MemberId};
use protocol::refusal::Refusal;
use protocol::state::{Member, State};
use storage::log::Head;

use crate::app::App;
use crate::refuse::No;
use crate::signed_in::Session;

/// A carnet as one of its members may look at it.
pub(crate) struct Seen {
    /// Where it stands.
    pub head: Head,
    /// What its log says.
    pub state: State,
    /// Who looks: an account, or a link.
    pub id: MemberId,
    /// The same, as the log has it.
    pub member: Member,
}

/// Lets members in, and tells nobody else whether there is such a carnet.
pub(crate) async fn enter(app: &App, session: Session, carnet: CarnetId) -> Result<Seen, No> {
    let head = app.storage.head(carnet).await?;
    enter_at(
        app,
        session.account,
        carnet,
        head.ok_or(No(Refusal::NotFound))?,
    )
    .await
}

/// The same for a carnet of which is known where it stands.
pub(crate) async fn enter_at(
    app: &App,
    who: MemberId,
    carnet: CarnetId,
    head: Head,
) -> Result<Seen, No> {
    let state = app.cache.state(&app.storage, carnet, &head).await?;
    let member = state.members.get(&who).cloned();
    let member = member.ok_or(No(Refusal::NotFound))?;
    Ok(Seen {
        head,
        state,
        id: who,
        member,
    })
}
