//! `GET /api/carnets/{carnet}/links/{link}/card`: how an urgent link is served now, so that guardians notice a stale or
//! swapped sheet.

use axum::extract::State;
use protocol::card::{Card, PinnedFile, ServedSheet, Tries};
use protocol::change::LinkKind;
use protocol::ids::{CardLookup, CarnetId, ManifestId, MemberId};
use protocol::refusal::Refusal;
use storage::StorageError;

use super::guarded_link;
use crate::app::App;
use crate::body::{At, Json};
use crate::refuse::No;
use crate::signed_in::Session;

/// For guardians.
pub async fn show(
    State(app): State<App>,
    session: Session,
    At((carnet, link)): At<(CarnetId, MemberId)>,
) -> Result<Json<Card>, No> {
    guarded_link(&app, session, carnet, link, LinkKind::Urgent).await?;
    let card = app.storage.card(carnet, link).await?;
    let card = card.ok_or(No(Refusal::NotFound))?;
    let damaged = || No::from(StorageError::Damaged { table: "cards" });
    let manifest = ManifestId::from_slice(&card.manifest).map_err(|_| damaged())?;
    let code = card.lookup.as_deref().map(CardLookup::from_slice);
    let sheet = app.storage.sheet(carnet, link).await?;
    let sheet = sheet.map(|sheet| {
        Ok::<_, No>(ServedSheet {
            jwe: String::from_utf8(sheet.sealed).map_err(|_| damaged())?,
            built_from: sheet.built_from,
            updated: sheet.updated,
        })
    });
    let files = app.storage.pins(carnet, link).await?;
    Ok(Json(Card {
        manifest,
        long_term: card.long_term,
        until: card.until,
        passcode: card.tries.map(|(allowed, left)| Tries { allowed, left }),
        code: code.transpose().map_err(|_| damaged())?,
        files: files
            .into_iter()
            .map(|(blob, size)| PinnedFile { blob, size })
            .collect(),
        sheet: sheet.transpose()?,
    }))
}
