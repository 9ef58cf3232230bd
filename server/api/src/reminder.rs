//! Reminders that an account wants to be sent.

pub mod attempt;
pub mod device;
pub mod list;
pub mod plan;
pub mod readable;
pub mod remove;
pub mod set;

use protocol::limits;
use protocol::line::is_plain;
use protocol::refusal::Refusal;
use protocol::reminder::{Channel, ReminderText};
use storage::reminder::{CARD_OPENED, DUE, LATE, MAIL, PUSH, TRY};

use crate::refuse::No;

/// The database's word for the sentence about a sheet that waits to be confirmed.
pub(crate) const CONFIRM_SHEET: &str = "confirm_sheet";

/// The database's word for a way of sending.
fn way(channel: Channel) -> &'static str {
    match channel {
        Channel::Mail => MAIL,
        Channel::Push => PUSH,
    }
}

/// The database's word for a sentence.
fn words(text: ReminderText) -> &'static str {
    match text {
        ReminderText::CardOpened => CARD_OPENED,
        ReminderText::ConfirmSheet => CONFIRM_SHEET,
        ReminderText::Due => DUE,
        ReminderText::Late => LATE,
        ReminderText::Try => TRY,
    }
}

/// What a mail is to say in clear, if it is something: few lines, short, and none that leads anywhere.
fn titles(titles: &[String]) -> Result<Option<String>, No> {
    if titles.len() > limits::TITLES.0 {
        return Err(No(Refusal::TooLarge));
    }
    if !titles.iter().all(|line| is_plain(line)) {
        return Err(No(Refusal::Malformed));
    }
    Ok((!titles.is_empty()).then(|| titles.join("\n")))
}

/// What a device is to open, if it is something and not too long.
fn notice(sealed: Vec<u8>) -> Result<Vec<u8>, No> {
    match sealed.len() {
        0 => Err(No(Refusal::Malformed)),
        long if long > limits::NOTICE => Err(No(Refusal::TooLarge)),
        _ => Ok(sealed),
    }
}
