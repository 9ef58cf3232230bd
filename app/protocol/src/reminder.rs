//! Reminders: when they are due, by which channel, and what they say. JSON.
//!
//! A reminder belongs to an account. The server reads when it is due and which of the sentences below it says; none of
//! them has a word about health, or a name.

use serde::{Deserialize, Serialize};

use crate::ids::ReminderId;
use crate::time::Seconds;

/// `PUT /api/reminders/{reminder}`: sets it, or sets it anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// When; at most [`crate::limits::REMINDER`] ahead.
    pub due: Seconds,
    /// How.
    pub channel: Channel,
    /// What.
    pub text: ReminderText,
}

/// How a reminder reaches the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A mail to the account's address, if it has one.
    Mail,
}

/// What a reminder says: a fixed sentence in the account's language, kept by the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderText {
    /// The card of a carnet was opened; the carnet says more. Set by the server itself, never by a client.
    CardOpened,
    /// A sheet waits to be confirmed again; the carnet says more.
    ConfirmSheet,
}

/// Answer to `GET /api/reminders`: those that are still to come, the next one first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// Whether this server can send mails at all.
    pub mail: bool,
    /// As the account set them.
    pub reminders: Vec<KeptReminder>,
}

/// A reminder that is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptReminder {
    /// Its id.
    pub id: ReminderId,
    /// What was set.
    #[serde(flatten)]
    pub reminder: Reminder,
}
