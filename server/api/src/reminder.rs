//! Reminders that an account wants to be sent.

pub mod list;
pub mod remove;
pub mod set;

use protocol::reminder::{Channel, ReminderText};
use storage::reminder::{CARD_OPENED, MAIL};

/// The database's word for the sentence about a sheet that waits to be confirmed.
pub(crate) const CONFIRM_SHEET: &str = "confirm_sheet";

/// The database's word for a way of sending.
fn way(channel: Channel) -> &'static str {
    match channel {
        Channel::Mail => MAIL,
    }
}

/// The database's word for a sentence.
fn words(text: ReminderText) -> &'static str {
    match text {
        ReminderText::CardOpened => CARD_OPENED,
        ReminderText::ConfirmSheet => CONFIRM_SHEET,
    }
}
