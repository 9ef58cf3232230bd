//! `POST /api/carnets` and `POST /api/carnets/{carnet}/log`: one commit, with what comes along.

use axum::extract::State;
use protocol::carnet::{Act, Push, Pushed};
use protocol::commit::Signed;
use protocol::ids::CarnetId;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::signing::{Kind, verify};
use protocol::time::Seconds;
use storage::append::{Appended, Room};

use super::judged::{self, Read};
use crate::app::App;
use crate::body::{At, Cbor, Sent};
use crate::cache::catch_up;
use crate::post;
use crate::post::questions::Questions;
use crate::refuse::No;
use crate::signed_in::Session;

/// The longest push of somebody who is not in the carnet: a genesis, or the commit of an invitation, each with one envelope.
const NEWCOMER: usize = 2 * limits::ENVELOPE;

/// Opens a carnet.
pub async fn open(
    State(app): State<App>,
    session: Session,
    sent: Sent,
) -> Result<Cbor<Pushed>, No> {
    let push = sent.read::<Push>(&app, NEWCOMER).await?;
    let push = &push.said;
    let read = judged::read(push, app.now())?;
    if read.parent.is_some() {
        return Err(No(Refusal::WrongCarnet));
    }
    keep(&app, session, &read, push).await
}

/// Carries one on.
pub async fn push(
    State(app): State<App>,
    session: Session,
    At(carnet): At<CarnetId>,
    sent: Sent,
) -> Result<Cbor<Pushed>, No> {
    let inside = app.storage.is_member(carnet, session.account).await?;
    let longest = if inside { limits::PUSH } else { NEWCOMER };
    let push = sent.read::<Push>(&app, longest).await?;
    let push = &push.said;
    let read = judged::read(push, app.now())?;
    if read.carnet != carnet || read.parent.is_none() {
        return Err(No(Refusal::WrongCarnet));
    }
    let kept = keep(&app, session, &read, push).await;
    if kept.is_err() && !inside && !is_invited(&app, session, &read, push).await? {
        // Whoever is not in it learns nothing: neither that there is such a carnet, nor where it stands.
        return Err(No(Refusal::NotFound));
    }
    kept
}

/// Whether a member of the carnet, an invitation, signed that somebody comes in. To name one as the author is not enough.
async fn is_invited(app: &App, session: Session, read: &Read, push: &Push) -> Result<bool, No> {
    if !judged::may_send(session.account, read) {
        return Ok(false);
    }
    let Some(head) = app.storage.head(read.carnet).await? else {
        return Ok(false);
    };
    let state = app.cache.state(&app.storage, read.carnet, &head).await?;
    let Signed { body, signature } = &push.signed;
    let author = state.members.get(&read.author);
    Ok(author
        .is_some_and(|author| verify(&author.keys.signing, Kind::Commit, body, signature).is_ok()))
}

async fn keep(app: &App, session: Session, read: &Read, push: &Push) -> Result<Cbor<Pushed>, No> {
    if !judged::may_send(session.account, read) {
        return Err(No(Refusal::NotAllowed));
    }
    let slot = app.cache.slot(read.carnet);
    // From here on nobody else in this process appends to the carnet; other processes meet in the database.
    let mut state = slot.lock().await;
    let now = app.now();
    let mut fresh = false;
    loop {
        if state.is_none() && read.parent.is_some() && !fresh {
            catch_up(&app.storage, read.carnet, &mut state).await?;
            fresh = true;
        }
        if state.as_ref().is_some_and(|state| read.seq <= state.seq) {
            return first_answer(app, session, read).await;
        }
        let after = match judged::follow(state.as_ref(), read, push) {
            Ok(after) => after,
            // It may follow a commit that another process appended.
            Err(Refusal::Stale | Refusal::NotMember) if !fresh => {
                catch_up(&app.storage, read.carnet, &mut state).await?;
                fresh = true;
                continue;
            }
            Err(refusal) => return Err(No(refusal)),
        };
        let before = state.as_ref().map_or(0, |state| state.entries.len());
        let entries = after.entries.len();
        if entries > before && entries as u64 > app.limits.carnet_entries {
            return Err(No(Refusal::Quota));
        }
        let room = Room {
            bytes: app.limits.carnet_bytes,
            carnets: app.limits.carnets,
        };
        let append = judged::to_append(read, push, state.as_ref(), &after, now, room);
        let received = match app.storage.append(&append).await? {
            Appended::Kept => now,
            Appended::Repeated { received } => {
                return Ok(answer(read, received));
            }
            Appended::Full => return Err(No(Refusal::Quota)),
            Appended::Lost => {
                *state = None;
                return Err(No(Refusal::Stale));
            }
        };
        let questions = Questions::between(state.as_ref(), &after);
        *state = Some(after);
        drop(state);
        questions
            .tell(app, read.carnet, read.author, received)
            .await;
        // Only an invitation's own commit comes by another's session: somebody has just come in.
        if read.author != session.account {
            post::tell_of_joining(app, read.carnet, received).await;
        }
        let act = Act::Wrote { seq: read.seq };
        app.lines
            .note(read.carnet, session.account, &act, received)
            .await;
        return Ok(answer(read, received));
    }
}

/// A commit number that is taken: by this very commit, whose answer was lost, or by another one.
async fn first_answer(app: &App, session: Session, read: &Read) -> Result<Cbor<Pushed>, No> {
    match app.storage.commit_seen(read.carnet, read.seq).await? {
        Some((digest, received)) if digest == read.digest => Ok(answer(read, received)),
        Some(_) => {
            tracing::debug!(carnet = %read.carnet, account = %session.account, "lost race");
            Err(No(Refusal::Stale))
        }
        None => Err(No(Refusal::NotFound)),
    }
}

fn answer(read: &Read, received: Seconds) -> Cbor<Pushed> {
    Cbor(Pushed {
        seq: read.seq,
        head: read.digest,
        received,
    })
}
