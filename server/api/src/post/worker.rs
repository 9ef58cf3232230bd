//! The task that sends what is due. It claims a few reminders at a time, for itself alone and for a while: however many
//! instances run, each is sent once; what one that died had claimed, another claims later; and one that cannot be sent keeps no
//! other waiting. After an outage, what is late for the same person is told of once.
//!
//! Mails and messages to devices go out side by side: a push service, which anybody can name, keeps no mail waiting. What it does
//! not answer costs each turn a moment and not one for each message, and each device is left in peace longer and longer.

use std::time::Duration;

use auth::token::subject;
use data_encoding::HEXLOWER;
use futures::StreamExt;
use futures::stream::iter;
use protocol::limits;
use protocol::time::{DAY, MINUTE, Seconds};
use storage::device::Device;
use storage::reminder::{Claimed, DEVICE, DUE, LATE, MAIL, Settled, TRY};
use tokio::sync::Notify;

use super::mailer::{Mail, Mailer};
use super::push::{PushError, Pusher};
use super::words;
use crate::app::App;
use crate::refuse::No;

/// How often is looked for what is due.
const EVERY: Duration = Duration::from_secs(5);
/// For how long a reminder is claimed, in seconds: longer than a few slow mails take.
const LEASE: u64 = 10 * MINUTE;
/// How many mails are claimed together, and how many of them are under way at the same moment.
const MAILS: (u64, usize) = (20, 4);
/// The same, of messages to devices: all at once, so that those that are not answered are waited for together.
const PUSHES: (u64, usize) = (20, 20);
/// What could not be sent within that time after it was due is not worth sending any more, in seconds.
const WORTH: u64 = 7 * DAY;
/// The same, of what is due, which is counted among the late ones once it is of no use any more, and of what tells how many
/// those are: nobody else tells it.
const WORTH_LATE: u64 = 90 * DAY;
/// The longest pause between two tries, in seconds.
const LONGEST: u64 = 4 * 60 * MINUTE;
/// The same, of what has a day or an hour that it must be told before.
const LONGEST_DUE: u64 = 5 * MINUTE;
/// How often is tried what the other side says it will never take.
const REFUSED: u64 = 6;
/// How often in a row a device is not reached before it is forgotten: for about a week.
const LOST: u64 = 2_000;
/// When is looked again for what one address or account was sent enough of, in seconds.
const ENOUGH: u64 = 60 * MINUTE;
/// The shortest time for which a push service is asked to keep a message, in seconds.
const KEPT: u64 = 10 * MINUTE;

/// Sends, until it is dropped; ends at once if there is no way to.
pub async fn run(app: App) {
    if !app.post.sends() && app.post.pusher().is_none() {
        return;
    }
    let mails = async {
        if app.post.sends() {
            turns(&app, &app.post.mails, true).await;
        }
    };
    futures::join!(mails, turns(&app, &app.post.pushes, false));
}

async fn turns(app: &App, bell: &Notify, mails: bool) {
    loop {
        if let Err(No(refusal)) = turn(app, mails).await {
            tracing::warn!(%refusal, "what is due could not be looked for");
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            () = bell.notified() => {}
        }
    }
}

/// Sends all that is due: the mails, or what goes to devices.
async fn turn(app: &App, mails: bool) -> Result<(), No> {
    let (channel, (many, together)) = if mails {
        (MAIL, MAILS)
    } else {
        (DEVICE, PUSHES)
    };
    loop {
        let now = app.now();
        if !app.storage.is_any_due(now, mails).await? {
            return Ok(());
        }
        if !mails {
            app.storage.spread_to_devices(now).await?;
        }
        app.storage.gather_late(now).await?;
        let claimed = app
            .storage
            .claim_reminders(now, now.plus(LEASE), many, channel)
            .await?;
        if claimed.is_empty() {
            return Ok(());
        }
        iter(claimed)
            .for_each_concurrent(together, |claimed| one(app, claimed))
            .await;
    }
}

async fn one(app: &App, claimed: Claimed) {
    let now = app.now();
    let worth = match claimed.words.as_str() {
        DUE | LATE => WORTH_LATE,
        _ => WORTH,
    };
    let settled = if now > claimed.due.plus(worth) {
        tracing::warn!(account = %claimed.account, "a reminder was given up");
        Settled::Done
    } else if claimed.channel == DEVICE {
        match app.post.pusher() {
            Some(pusher) => push(app, pusher, &claimed, now).await,
            None => Settled::Done,
        }
    } else {
        match &app.post.mailer {
            Some(mailer) => mail(app, mailer, &claimed, now).await,
            None => Settled::Done,
        }
    };
    if let Err(error) = app
        .storage
        .settle_reminder(&claimed, settled, app.now())
        .await
    {
        // It will be claimed again once the lease is over, and sent a second time, with the same id.
        tracing::error!(%error, account = %claimed.account, "a reminder could not be settled");
    }
}

async fn mail(app: &App, mailer: &Mailer, claimed: &Claimed, now: Seconds) -> Settled {
    let Some(to) = claimed.email.clone() else {
        return Settled::Done;
    };
    let Some((subject, text)) = words::of(claimed, &app.origin) else {
        tracing::error!(words = claimed.words, "a reminder of an unknown kind");
        return Settled::Done;
    };
    let counted = counted(claimed, &to);
    for (whom, most) in &counted {
        match app.storage.tries(whom, DAY, now).await {
            Ok(count) if count < *most as u64 => {}
            Ok(_) => {
                tracing::warn!(account = %claimed.account, "enough mails for a day");
                return Settled::Again(now.plus(ENOUGH));
            }
            Err(error) => {
                tracing::warn!(%error, "mails could not be counted");
                return Settled::Again(now.plus(pause(claimed)));
            }
        }
    }
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
            for (whom, _) in &counted {
                if let Err(error) = app.storage.count_try(whom, DAY, now).await {
                    tracing::warn!(%error, "a mail could not be counted");
                }
            }
            Settled::Done
        }
        // What the server answered may repeat the address: only its kind is noted.
        Err(error) if error.is_final() && claimed.failures + 1 >= REFUSED => {
            tracing::warn!(account = %claimed.account, %error, "a mail was refused for good");
            Settled::Done
        }
        Err(error) => {
            tracing::warn!(account = %claimed.account, %error, "a mail was not sent");
            Settled::Again(now.plus(pause(claimed)))
        }
    }
}

/// Under what mails are counted for a day, and how many there may be: those that an account has sent, and those that one address
/// is sent, by whomever. Nobody has to show that an address is theirs.
fn counted(claimed: &Claimed, to: &str) -> [([u8; 32], usize); 2] {
    let (to_one, of_one) = limits::MAILED_A_DAY;
    [
        (subject("mails of", claimed.account.as_bytes()), of_one),
        (subject("mails to", to.to_lowercase().as_bytes()), to_one),
    ]
}

async fn push(app: &App, pusher: &Pusher, claimed: &Claimed, now: Seconds) -> Settled {
    let Some(device) = &claimed.device else {
        return Settled::Done;
    };
    let message = match (&claimed.text, claimed.words.as_str()) {
        (Some(text), _) => text.clone(),
        // Nobody sealed this one: it says how many, and nothing else.
        (None, LATE) => words::late_notice(claimed),
        (None, _) => return Settled::Done,
    };
    let kept = claimed
        .until
        .map_or(DAY, |until| until.0.saturating_sub(now.0))
        .max(KEPT);
    match pusher.send(device, message, kept, &claimed.id, now).await {
        Ok(()) => {
            tracing::info!(account = %claimed.account, words = claimed.words, "message sent");
            note(app, claimed, device, None).await;
            Settled::Done
        }
        Err(PushError::Gone) => {
            tracing::info!(account = %claimed.account, "a device does not want to be told any more");
            if let Err(error) = app.storage.remove_device(claimed.account, &device.id).await {
                tracing::warn!(%error, "a device could not be forgotten");
            }
            Settled::Done
        }
        Err(error @ PushError::Refused(_)) if claimed.failures + 1 >= REFUSED => {
            tracing::warn!(account = %claimed.account, %error, "a message was refused for good");
            note(app, claimed, device, Some(now)).await;
            Settled::Done
        }
        Err(error) => {
            tracing::warn!(account = %claimed.account, %error, "a message was not sent");
            note(app, claimed, device, Some(now)).await;
            Settled::Again(now.plus(pause(claimed)))
        }
    }
}

/// Notes whether a device was reached, or when it was not. One that is away for days is forgotten: its browser says again where it
/// is told once it is used.
async fn note(app: &App, claimed: &Claimed, device: &Device, failed: Option<Seconds>) {
    let rests = failed.map(|now| now.plus(rest(device.failures)));
    let noted = app.storage.note_device(claimed.account, &device.id, rests);
    let forgotten = match noted.await {
        Ok(failures) if failed.is_some() && failures >= LOST => {
            tracing::info!(account = %claimed.account, "a device was not reached for days");
            app.storage.remove_device(claimed.account, &device.id).await
        }
        Ok(_) => Ok(()),
        Err(error) => Err(error),
    };
    if let Err(error) = forgotten {
        tracing::warn!(%error, "what became of a device could not be noted");
    }
}

/// For how long a device is left in peace that was not reached so often before, in seconds.
fn rest(failures: u64) -> u64 {
    let doubled = u32::try_from(failures).unwrap_or(u32::MAX).min(16);
    (MINUTE << doubled).min(LONGEST_DUE)
}

/// How long to wait after what failed, in seconds: twice as long each time, up to an end.
fn pause(claimed: &Claimed) -> u64 {
    let longest = match claimed.words.as_str() {
        DUE | LATE | TRY => LONGEST_DUE,
        _ => LONGEST,
    };
    let doubled = u32::try_from(claimed.failures).unwrap_or(u32::MAX).min(16);
    (MINUTE << doubled).min(longest)
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
    use super::super::words::tests::claimed;
    use super::*;

    #[test]
    fn pauses_grow_and_have_an_end() {
        let after = |words, failures| {
            pause(&Claimed {
                failures,
                ..claimed(words, "fr", 1)
            })
        };
        let other = |failures| after("confirm_sheet", failures);
        assert_eq!([other(0), other(1), other(3)], [60, 120, 480]);
        assert_eq!(other(u64::MAX), LONGEST);
        assert_eq!(after(DUE, u64::MAX), LONGEST_DUE);
        assert_eq!([rest(0), rest(2), rest(u64::MAX)], [60, 240, LONGEST_DUE]);
    }
}
