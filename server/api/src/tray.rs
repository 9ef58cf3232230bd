//! Trays: what somebody without an account leaves, by a deposit link.

pub mod deposit;
pub mod set;
pub mod stand;
pub mod upload;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::header;
use axum::http::request::Parts;
use protocol::change::LinkKind;
use protocol::ids::{LoginToken, MemberId};
use protocol::keys::MemberKeys;
use protocol::refusal::Refusal;
use protocol::state::Standing;
use protocol::tray::access_hash;
use storage::tray::TrayRow;

use crate::app::App;
use crate::refuse::No;

/// Whoever shows the access token of an open deposit link. Anybody else is told that there is no such tray.
pub struct Depositor {
    /// Which link.
    pub link: MemberId,
    /// Its keys, as the log has them.
    pub keys: MemberKeys,
    /// Its tray.
    pub tray: TrayRow,
}

impl Depositor {
    /// Bytes that still fit into the tray.
    pub fn room(&self) -> u64 {
        self.tray.room.saturating_sub(self.tray.used)
    }
}

impl FromRequestParts<App> for Depositor {
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
        let tray = app.storage.tray(link, &access_hash(&token)).await?;
        let tray = tray.ok_or(NONE)?;
        let head = app.storage.head(tray.carnet).await?.ok_or(NONE)?;
        let state = app.cache.state(&app.storage, tray.carnet, &head).await?;
        let member = state.members.get(&link).ok_or(NONE)?;
        match member.standing {
            Standing::Link {
                kind: LinkKind::Deposit,
                until,
                ..
            } if app.now() < until => Ok(Self {
                link,
                keys: member.keys.clone(),
                tray,
            }),
            _ => Err(NONE),
        }
    }
}
