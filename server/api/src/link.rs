//! Links that are read without an account: invitations, and links for one visit.
//!
//! A guardian opens the link by a commit, and gives the server the hash of its access token ([`set`]). From then on a
//! [`LinkBearer`] among the arguments of a route is whoever shows that token. The link is a member of its carnet, with its
//! own grants: what its bearer may read is judged as for every other member, and stands in the journal under the link.
//!
//! The one commit that an invitation signs comes by the newcomer's own session (`carnet::push`): by then there is an account.

pub mod fetch;
pub mod file;
pub mod pull;
pub mod set;
pub mod show;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::header;
use axum::http::request::Parts;
use protocol::change::LinkKind;
use protocol::ids::{CarnetId, LoginToken, MemberId};
use protocol::refusal::Refusal;
use protocol::state::Standing;
use protocol::time::Seconds;
use protocol::tray::access_hash;
use storage::bearer::Gone;

use crate::app::App;
use crate::carnet::{Seen, enter_at};
use crate::refuse::No;

/// Whoever shows the access token of an open invitation, or of an open link to read. Anybody else is told that there is no
/// such link; who has the token of one that is over, that it is.
pub struct LinkBearer {
    /// Which carnet it leads to.
    pub carnet: CarnetId,
    /// Until when.
    pub until: Seconds,
    /// The carnet, as the link may look at it.
    pub(crate) seen: Seen,
}

impl FromRequestParts<App> for LinkBearer {
    type Rejection = No;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, No> {
        const NONE: No = No(Refusal::NotFound);
        let named = RawPathParams::from_request_parts(parts, app).await;
        let named = named.map_err(|_| NONE)?;
        let link = named.iter().find(|(name, _)| *name == "link");
        let link: MemberId = link.and_then(|(_, text)| text.parse().ok()).ok_or(NONE)?;
        let token = parts.headers.get(header::AUTHORIZATION);
        let token = token.and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
        let token: LoginToken = token.and_then(|text| text.parse().ok()).ok_or(NONE)?;
        let row = app.storage.bearer(link, &access_hash(&token)).await?;
        let row = row.ok_or(NONE)?;
        match row.gone {
            Some(Gone::Used) => return Err(No(Refusal::LinkUsed)),
            // Guardians' devices close by themselves what is over.
            _ if row.until <= app.now() => return Err(No(Refusal::LinkOver)),
            Some(Gone::Closed) => return Err(No(Refusal::LinkClosed)),
            None => {}
        }
        let carnet = row.carnet;
        let head = app.storage.head(carnet).await?.ok_or(NONE)?;
        let seen = enter_at(app, link, carnet, head).await?;
        match seen.member.standing {
            Standing::Link {
                kind: LinkKind::Read | LinkKind::Invitation(_),
                until,
                ..
            } => {
                if app.now() < until {
                    Ok(Self {
                        carnet,
                        until,
                        seen,
                    })
                } else {
                    Err(No(Refusal::LinkOver))
                }
            }
            _ => Err(NONE),
        }
    }
}
