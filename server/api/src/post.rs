//! What is sent by mail. A mail never says anything that is sealed: the server does not know it.

pub mod mailer;
mod words;
pub mod worker;

use auth::token::subject;
use protocol::ids::{CarnetId, MemberId};
use protocol::time::Seconds;
use tokio::sync::Notify;

use crate::app::App;
use mailer::Mailer;

/// Where mails go out, if they do; and the bell that wakes the worker.
#[derive(Default)]
pub struct Post {
    mailer: Option<Mailer>,
    bell: Notify,
}

impl Post {
    /// With a mailer, or without: then nothing is ever sent.
    pub fn new(mailer: Option<Mailer>) -> Self {
        Self {
            mailer,
            bell: Notify::new(),
        }
    }

    /// Whether mails are sent from here.
    pub fn sends(&self) -> bool {
        self.mailer.is_some()
    }
}

/// How often telling is tried before the guardians are left to find the opening in the journal.
const TRIES: u32 = 3;

/// Has the guardians of a carnet told that a card of it was opened. Whoever opened it is not kept waiting for a mail, and not
/// refused because one cannot be noted.
pub async fn tell_of_opening(app: &App, carnet: CarnetId, link: MemberId, now: Seconds) {
    if !app.post.sends() {
        return;
    }
    let hash = subject("opened", link.as_bytes());
    let mut reminder = [0; 16];
    reminder.copy_from_slice(&hash[..16]);
    for _ in 0..TRIES {
        match app.storage.tell_of_opening(carnet, &reminder, now).await {
            Ok(()) => {
                app.post.bell.notify_one();
                return;
            }
            Err(error) => tracing::warn!(%error, %carnet, "an opening could not be noted for mail"),
        }
    }
}
