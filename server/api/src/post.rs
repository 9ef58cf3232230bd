//! What is sent, by mail and to devices. Neither says anything that is sealed: the server does not know it. A mail says in clear
//! what an account handed over for that, if it chose so.

pub mod mailer;
mod public;
pub mod push;
pub mod questions;
mod words;
pub mod worker;

use auth::token::subject;
use protocol::ids::CarnetId;
use protocol::time::Seconds;
use storage::reminder::{CARD_OPENED, MEMBER_JOINED};
use tokio::sync::Notify;

use crate::app::App;
use mailer::Mailer;
use push::Pusher;

/// Where mails and messages go out, if they do; and the bells that wake the worker.
#[derive(Default)]
pub struct Post {
    mailer: Option<Mailer>,
    pusher: Option<Pusher>,
    mails: Notify,
    pushes: Notify,
}

impl Post {
    /// With a mailer or without, with a pusher or without: what there is none for is never sent.
    pub fn new(mailer: Option<Mailer>, pusher: Option<Pusher>) -> Self {
        Self {
            mailer,
            pusher,
            mails: Notify::new(),
            pushes: Notify::new(),
        }
    }

    /// Whether mails are sent from here.
    pub fn sends(&self) -> bool {
        self.mailer.is_some()
    }

    /// What sends to devices.
    pub fn pusher(&self) -> Option<&Pusher> {
        self.pusher.as_ref()
    }

    /// Wakes the worker.
    pub fn ring(&self) {
        self.mails.notify_one();
        self.pushes.notify_one();
    }
}

/// How often telling is tried before the guardians are left to find the opening in the journal.
const TRIES: u32 = 3;

/// Has the guardians of a carnet told that a card of it was opened.
pub async fn tell_of_opening(app: &App, carnet: CarnetId, now: Seconds) {
    tell(app, carnet, ("opened", CARD_OPENED), now).await;
}

/// Has the guardians of a carnet told that somebody came in by an invitation.
pub async fn tell_of_joining(app: &App, carnet: CarnetId, now: Seconds) {
    tell(app, carnet, ("joined", MEMBER_JOINED), now).await;
}

/// Whoever did it is not kept waiting for a mail, and not refused because one cannot be noted. All links of a carnet together
/// are one thing to tell of: many of them bring no more mails than one.
async fn tell(app: &App, carnet: CarnetId, (what, words): (&str, &str), now: Seconds) {
    if !app.post.sends() {
        return;
    }
    let hash = subject(what, carnet.as_bytes());
    let mut reminder = [0; 16];
    reminder.copy_from_slice(&hash[..16]);
    for _ in 0..TRIES {
        let told = app.storage.tell_guardians(carnet, &reminder, words, now);
        match told.await {
            Ok(()) => {
                app.post.ring();
                return;
            }
            Err(error) => {
                tracing::warn!(%error, %carnet, "what happened could not be noted for mail");
            }
        }
    }
}
