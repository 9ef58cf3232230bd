//! `PUT /api/carnets/{carnet}/links/{link}/card`: how an urgent link is served from now on.

use auth::passcode;
use axum::extract::State;
use axum::http::StatusCode;
use protocol::card::{PasscodeChange, SetCard};
use protocol::change::LinkKind;
use protocol::ids::{BlobId, CarnetId, MemberId};
use protocol::limits;
use protocol::refusal::Refusal;
use storage::card::{NewCard, NewPasscodeRow};

use super::{guarded_link, stretch};
use crate::app::App;
use crate::body::{At, Json};
use crate::names;
use crate::refuse::No;
use crate::signed_in::Session;

/// A passcode's new tries, salt and hash.
type Hashed = (u16, [u8; 16], [u8; 32]);

/// For guardians, once the link is in the log.
pub async fn set(
    State(app): State<App>,
    session: Session,
    At((carnet, link)): At<(CarnetId, MemberId)>,
    Json(asked): Json<SetCard>,
) -> Result<StatusCode, No> {
    check(&asked)?;
    let open = guarded_link(&app, session, carnet, link, LinkKind::Urgent).await?;
    let hashed = hash(&asked.passcode).await?;
    let files: Vec<(BlobId, u64)> = asked
        .files
        .iter()
        .map(|file| (file.blob, file.size))
        .collect();
    let code = asked.code.as_ref();
    let card = NewCard {
        carnet,
        link,
        by: session.account,
        manifest: asked.manifest.as_bytes(),
        long_term: asked.long_term,
        until: asked.until,
        ends: asked.until.unwrap_or(open).min(open),
        passcode: match (&asked.passcode, &hashed) {
            (_, Some((tries, salt, hash))) => NewPasscodeRow::Set {
                salt,
                hash,
                tries: *tries,
            },
            (PasscodeChange::Remove, None) => NewPasscodeRow::Remove,
            (_, None) => NewPasscodeRow::Keep,
        },
        code: code.map(|code| (code.lookup.as_bytes(), code.sealed.as_slice())),
        files: &files,
    };
    let code = asked.code.as_ref().map(|code| code.lookup.as_bytes());
    let names = [Some(asked.manifest.as_bytes()), code];
    let names: Vec<&[u8]> = names
        .into_iter()
        .flatten()
        .map(<[u8; 32]>::as_slice)
        .collect();
    names::take(&app, session, &names).await?;
    app.storage.set_card(&card).await?;
    tracing::info!(%carnet, %link, "card set");
    Ok(StatusCode::NO_CONTENT)
}

fn check(asked: &SetCard) -> Result<(), Refusal> {
    let too_large = asked.files.len() > limits::PINNED
        || asked
            .files
            .iter()
            .any(|file| file.size > limits::PINNED_FILE)
        || asked
            .code
            .as_ref()
            .is_some_and(|code| code.sealed.len() > limits::CARD_ADDRESS);
    if too_large {
        return Err(Refusal::TooLarge);
    }
    let mut blobs: Vec<BlobId> = asked.files.iter().map(|file| file.blob).collect();
    blobs.sort_unstable();
    blobs.dedup();
    let empty = asked
        .code
        .as_ref()
        .is_some_and(|code| code.sealed.is_empty());
    if blobs.len() != asked.files.len() || empty {
        return Err(Refusal::Malformed);
    }
    match &asked.passcode {
        PasscodeChange::Set { passcode, tries } => {
            let length = passcode.chars().count();
            if length == 0 || !(1..=limits::TRIES).contains(tries) {
                return Err(Refusal::Malformed);
            }
            if length > limits::PASSCODE {
                return Err(Refusal::TooLarge);
            }
            Ok(())
        }
        PasscodeChange::Keep | PasscodeChange::Remove => Ok(()),
    }
}

async fn hash(change: &PasscodeChange) -> Result<Option<Hashed>, No> {
    let PasscodeChange::Set { passcode, tries } = change else {
        return Ok(None);
    };
    let salt = passcode::make_salt()?;
    let hash = stretch(passcode.clone(), salt).await?;
    Ok(Some((*tries, salt, hash)))
}
