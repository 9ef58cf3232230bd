//! `PUT /api/carnets/{carnet}/links/{link}/access`: lets whoever has a link's token in.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::bearer::SetAccess;
use protocol::ids::{CarnetId, MemberId};
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::state::Standing;
use protocol::time::Seconds;

use crate::app::App;
use crate::body::{At, Sent};
use crate::carnet::{Seen, enter};
use crate::file::read::may_read;
use crate::names;
use crate::refuse::No;
use crate::signed_in::Session;

/// The longest request.
const REQUEST: usize = limits::BUNDLE_SEALED + 64 * 1024;

/// For guardians, once the link is in the log. They show no file that they may not read.
pub async fn set(
    State(app): State<App>,
    session: Session,
    At((carnet, link)): At<(CarnetId, MemberId)>,
    sent: Sent,
) -> Result<StatusCode, No> {
    opened(&app, session, carnet, link).await?;
    let asked = sent.read::<SetAccess>(&app, REQUEST).await?;
    // What was sent may have taken minutes to come, and rights may have ended meanwhile.
    let (seen, reads_only, until) = opened(&app, session, carnet, link).await?;
    let asked = &asked.said;
    let bundle = asked.bundle.as_ref().map(|bundle| bundle.0.as_slice());
    if asked.files.len() > limits::BUNDLE_FILES
        || bundle.is_some_and(|bundle| bundle.len() > limits::BUNDLE_SEALED)
    {
        return Err(No(Refusal::TooLarge));
    }
    if !reads_only && bundle.is_some() || bundle.is_none() && !asked.files.is_empty() {
        return Err(No(Refusal::Malformed));
    }
    let now = app.now();
    for blob in &asked.files {
        let file = app.storage.file(carnet, *blob).await?;
        let there = file.is_some_and(|file| file.named && file.received == file.size);
        if !there || !may_read(&app, carnet, &seen, *blob, now).await? {
            return Err(No(Refusal::FileMissing));
        }
    }
    names::take(&app, session, &[asked.access.as_bytes()]).await?;
    if !app
        .storage
        .set_bearer(carnet, link, &asked.access, until, (bundle, &asked.files))
        .await?
    {
        return Err(No(Refusal::Quota));
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The carnet, as its guardian may look at it; whether the link only reads, and until when.
async fn opened(
    app: &App,
    session: Session,
    carnet: CarnetId,
    link: MemberId,
) -> Result<(Seen, bool, Seconds), No> {
    use protocol::change::LinkKind::{Invitation, Read};
    let seen = enter(app, session, carnet).await?;
    if !seen.member.is_guardian() {
        return Err(No(Refusal::NotAllowed));
    }
    if seen.head.closed.is_some() {
        return Err(No(Refusal::Closed));
    }
    let (reads_only, until) = match seen.state.members.get(&link).map(|member| member.standing) {
        Some(Standing::Link {
            kind: Read, until, ..
        }) => (true, until),
        Some(Standing::Link {
            kind: Invitation(_),
            until,
            ..
        }) => (false, until),
        _ => return Err(No(Refusal::NotFound)),
    };
    Ok((seen, reads_only, until))
}
