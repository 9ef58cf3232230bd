//! `POST /api/reminders/try`: sends one now, to see whether it arrives.

use auth::token::subject;
use axum::extract::State;
use axum::http::StatusCode;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::reminder::{Channel, TryReminder};
use protocol::time::DAY;

use super::notice;
use crate::app::App;
use crate::body::Json;
use crate::refuse::No;
use crate::signed_in::Session;

/// For the account itself; not more than one a minute by each way, and a few mails a day.
pub async fn attempt(
    State(app): State<App>,
    session: Session,
    Json(asked): Json<TryReminder>,
) -> Result<StatusCode, No> {
    let can = match asked.channel {
        Channel::Mail => app.post.sends(),
        Channel::Push => app.post.pusher().is_some(),
    };
    if !can {
        return Err(No(Refusal::NotAllowed));
    }
    let text = match asked.channel {
        Channel::Mail => None,
        Channel::Push => Some(notice(asked.sealed)?),
    };
    let now = app.now();
    if asked.channel == Channel::Mail {
        let whose = subject("tries", session.account.as_bytes());
        if app.storage.count_try(&whose, DAY, now).await? > limits::TRIES_A_DAY as u64 {
            return Err(No(Refusal::TooMany));
        }
    }
    app.storage
        .try_reminder(
            session.account,
            super::way(asked.channel),
            text.as_deref(),
            now,
        )
        .await?;
    app.post.ring();
    Ok(StatusCode::NO_CONTENT)
}
