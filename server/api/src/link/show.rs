//! `GET /api/links/{link}`: where a link leads, and what it shows beside its sections.

use axum::extract::State;
use protocol::bearer::LinkView;
use protocol::carnet::Act;
use protocol::change::Sealed;

use super::LinkBearer;
use crate::app::App;
use crate::body::Cbor;
use crate::refuse::No;

/// The first question of a bearer. What is given besides sections is noted, once in an hour.
pub async fn show(State(app): State<App>, bearer: LinkBearer) -> Result<Cbor<LinkView>, No> {
    let (carnet, link) = (bearer.carnet, bearer.seen.id);
    let bundle = app.storage.bundle(carnet, link).await?;
    if bundle.is_some() {
        app.lines.note(carnet, link, &Act::Shown, app.now()).await;
    }
    Ok(Cbor(LinkView {
        carnet,
        until: bearer.until,
        bundle: bundle.map(Sealed),
    }))
}
