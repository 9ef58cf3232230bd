//! The task that sends what is due. It claims a few reminders at a time, for itself alone and for a while: however many
//! instances run, each is sent once; what one that died had claimed, another claims later; and one that cannot be sent keeps no
//! other waiting.

use std::time::Duration;

use auth::token::subject;
use data_encoding::HEXLOWER;
use futures::StreamExt;
use futures::stream::iter;
use protocol::time::{DAY, MINUTE};
use storage::reminder::{Claimed, Settled};

use super::mailer::{Mail, Mailer};
use super::words;
use crate::app::App;
use crate::refuse::No;

/// How often is looked for what is due.
const EVERY: Duration = Duration::from_secs(5);
/// For how long a reminder is claimed, in seconds: longer than a few slow mails take.
const LEASE: u64 = 10 * MINUTE;
/// How many are claimed together, and how many of them are under way at the same moment.
const TOGETHER: (u64, usize) = (20, 4);
/// What could not be sent within that time after it was due is not worth sending any more, in seconds.
const WORTH: u64 = 7 * DAY;
/// The longest pause between two tries, in seconds.
const LONGEST: u64 = 4 * 60 * MINUTE;
/// How often is tried what the SMTP server says it will never take.
const REFUSED: u64 = 6;

/// Sends, until it is dropped; ends at once if there is no way to.
pub async fn run(app: App) {
    let Some(mailer) = &app.post.mailer else {
        return;
    };
    loop {
        if let Err(No(refusal)) = turn(&app, mailer).await {
            tracing::warn!(%refusal, "what is due could not be looked for");
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            () = app.post.bell.notified() => {}
        }
    }
}

/// Sends all that is due.
async fn turn(app: &App, mailer: &Mailer) -> Result<(), No> {
    loop {
        let now = app.now();
        if !app.storage.is_any_due(now).await? {
            return Ok(());
        }
        let lease = now.plus(LEASE);
        let claimed = app.storage.claim_reminders(now, lease, TOGETHER.0).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        iter(claimed)
            .for_each_concurrent(TOGETHER.1, |claimed| one(app, mailer, claimed))
            .await;
    }
}

async fn one(app: &App, mailer: &Mailer, claimed: Claimed) {
    let settled = send(app, mailer, &claimed).await;
    if let Err(error) = app
        .storage
        .settle_reminder(&claimed, settled, app.now())
        .await
    {
        // It will be claimed again once the lease is over, and its mail sent a second time, with the same id.
        tracing::error!(%error, account = %claimed.account, "a reminder could not be settled");
    }
}

async fn send(app: &App, mailer: &Mailer, claimed: &Claimed) -> Settled {
    let now = app.now();
    let Some(to) = claimed.email.clone() else {
        return Settled::Done;
    };
    if now > claimed.due.plus(WORTH) {
        tracing::warn!(account = %claimed.account, "a reminder was given up");
        return Settled::Done;
    }
    let Some((subject, text)) = words::of(claimed, &app.origin) else {
        tracing::error!(words = claimed.words, "a reminder of an unknown kind");
        return Settled::Done;
    };
    let mail = Mail {
        to,
        subject,
        text,
        id: id(claimed),
        at: now,
    };
    match mailer.send(mail).await {
        Ok(()) => {
            tracing::info!(account = %claimed.account, words = claimed.words, "mail sent");
            Settled::Done
        }
        // What the server answered may repeat the address: only its kind is noted.
        Err(error) if error.is_final() && claimed.failures + 1 >= REFUSED => {
            tracing::warn!(account = %claimed.account, %error, "a mail was refused for good");
            Settled::Done
        }
        Err(error) => {
            tracing::warn!(account = %claimed.account, %error, "a mail was not sent");
            Settled::Again(now.plus(pause(claimed.failures)))
        }
    }
}

/// How long to wait after so many failures, in seconds: twice as long each time, never more than four hours.
fn pause(failures: u64) -> u64 {
    let doubled = u32::try_from(failures).unwrap_or(u32::MAX).min(16);
    (MINUTE << doubled).min(LONGEST)
}

/// The mail's id: the same at each try.
fn id(claimed: &Claimed) -> String {
    let named = [
        claimed.account.as_bytes().as_slice(),
        &claimed.id,
        &claimed.due.0.to_be_bytes(),
    ];
    HEXLOWER.encode(&subject("mail", &named.concat())[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_have_an_end() {
        assert_eq!([pause(0), pause(1), pause(3)], [60, 120, 480]);
        assert_eq!(pause(u64::MAX), LONGEST);
    }
}
