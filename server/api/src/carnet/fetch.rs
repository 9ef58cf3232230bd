//! `POST /api/carnets/{carnet}/payloads`: sealed entries by digest.

use std::collections::BTreeMap;

use axum::extract::State;
use protocol::carnet::{Act, Fetch, Fetched};
use protocol::change::Sealed;
use protocol::ids::{CarnetId, Digest, EntryId, SectionId};
use protocol::limits;
use protocol::refusal::Refusal;

use super::{Seen, enter};
use crate::app::App;
use crate::body::{At, Cbor};
use crate::refuse::No;
use crate::signed_in::Session;

/// The longest request: its digests, with their heads.
pub(crate) const REQUEST: usize = 64 * limits::FETCH;

/// Each if the asker may read its section now, by our clock; else nothing in its place.
pub async fn fetch(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
    Cbor(Fetch { digests }): Cbor<Fetch, REQUEST>,
) -> Result<Cbor<Fetched>, No> {
    if digests.len() > limits::FETCH {
        return Err(No(Refusal::TooLarge));
    }
    let seen = enter(&app, session, carnet).await?;
    fetched(&app, carnet, &seen, digests).await
}

/// The same for any member, a link among them.
pub(crate) async fn fetched(
    app: &App,
    carnet: CarnetId,
    seen: &Seen,
    digests: Vec<Digest>,
) -> Result<Cbor<Fetched>, No> {
    if digests.len() > limits::FETCH {
        return Err(No(Refusal::TooLarge));
    }
    if seen.head.closed.is_some() {
        return Err(No(Refusal::Closed));
    }
    let now = app.now();
    let mut payloads = Vec::new();
    let mut read: BTreeMap<SectionId, Vec<EntryId>> = BTreeMap::new();
    let mut taken = 0;
    for digest in digests {
        let found = app.storage.payload(carnet, digest).await?;
        let found = found.filter(|payload| seen.member.reads(payload.section, now));
        if let Some(payload) = &found {
            taken += payload.sealed.len();
            if taken > limits::ANSWER {
                break;
            }
            read.entry(payload.section).or_default().push(payload.entry);
        }
        payloads.push(found.map(|payload| Sealed(payload.sealed)));
    }
    for (section, entries) in read {
        let act = Act::Read { section, entries };
        app.lines.note(carnet, seen.id, &act, now).await;
    }
    Ok(Cbor(Fetched { payloads }))
}
