//! Reminders: when they are due, by which channel, and what they say. JSON.
//!
//! A reminder belongs to an account. The server reads when it is due and which of the sentences below it says; none of
//! them has a word about health, or a name. What a device shows is sealed by the client, for the account's devices alone.
//! The one exception is what an account hands over for its mails once it chose that these be readable: [`ReadableMails`].

use serde::{Deserialize, Serialize};

use crate::account::base64;
use crate::ids::{DeviceId, PlanId, ReminderId};
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
    /// A message to each of the account's devices that asked for it.
    Push,
}

/// What a reminder says: a fixed sentence in the account's language, kept by the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderText {
    /// The card of a carnet was opened; the carnet says more. Set by the server itself, never by a client.
    CardOpened,
    /// A sheet waits to be confirmed again; the carnet says more.
    ConfirmSheet,
    /// Something is due; the carnet says what. Set by a [`Plan`] alone.
    Due,
    /// Several reminders could not be sent in time. Set by the server itself, never by a client.
    Late,
    /// Somebody tries whether mails arrive. Set by [`TryReminder`] alone.
    Try,
}

/// Answer to `GET /api/reminders`: those that are still to come, the next one first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// Whether this server can send mails at all.
    pub mail: bool,
    /// The key that push services know this server by (RFC 8292): an uncompressed point of P-256, 65 bytes.
    /// Empty if it sends nothing to devices.
    #[serde(with = "base64", default, skip_serializing_if = "Vec::is_empty")]
    pub push: Vec<u8>,
    /// Whether the account's mails may say what they are about: see [`ReadableMails`].
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub readable: bool,
    /// As the account set them one by one.
    pub reminders: Vec<KeptReminder>,
    /// What was planned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<KeptPlan>,
    /// The devices that are told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<KeptDevice>,
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

/// `PUT /api/reminders/plans/{plan}`: the whole of what is due in one carnet, in place of what was planned before. What was
/// sent is not sent again. An empty one is forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// From when on it says everything. What waits from before stays as it is.
    pub since: Seconds,
    /// The client's own mark of it, 32 bytes: who reads the same one back need not send it again.
    #[serde(with = "base64")]
    pub mark: Vec<u8>,
    /// At most [`crate::limits::PLAN`].
    pub reminders: Vec<PlannedReminder>,
}

/// One reminder of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedReminder {
    /// Its id, the same whenever the same is planned.
    pub id: ReminderId,
    /// When.
    pub due: Seconds,
    /// After that it is of no use any more.
    pub until: Seconds,
    /// How.
    pub channel: Channel,
    /// For [`Channel::Push`]: what devices open, at most [`crate::limits::NOTICE`] bytes. Empty for a mail.
    #[serde(with = "base64", default, skip_serializing_if = "Vec::is_empty")]
    pub sealed: Vec<u8>,
    /// For [`Channel::Mail`]: what it says in clear, at most [`crate::limits::TITLES`] lines. Empty unless the account chose so;
    /// the server keeps none while [`Reminders::readable`] is off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<String>,
}

/// `PUT /api/reminders/readable`: whether mails may say what they are about, in words that the server and whoever carries the
/// mail can read. Off until an account chooses it, and again when its address changes. Switching it off takes every such word
/// from what waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadableMails {
    /// Whether they may.
    pub readable: bool,
}

/// A plan that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptPlan {
    /// Its id.
    pub plan: PlanId,
    /// See [`Plan::mark`].
    #[serde(with = "base64")]
    pub mark: Vec<u8>,
}

/// `PUT /api/reminders/devices/{device}`: where a device is told, as its browser says (`PushSubscription.toJSON()`).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushDevice {
    /// The address of its push service; whoever has it can send to it.
    pub endpoint: String,
    /// What messages are encrypted to: an uncompressed point of P-256, 65 bytes.
    #[serde(with = "base64")]
    pub p256dh: Vec<u8>,
    /// The secret that goes into it, 16 bytes.
    #[serde(with = "base64")]
    pub auth: Vec<u8>,
}

impl core::fmt::Debug for PushDevice {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("PushDevice(…)")
    }
}

/// A device that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDevice {
    /// Its id.
    pub device: DeviceId,
    /// Since when.
    pub added: Seconds,
}

/// `POST /api/reminders/try`: sends one now, to see whether it arrives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TryReminder {
    /// How.
    pub channel: Channel,
    /// As in [`PlannedReminder::sealed`].
    #[serde(with = "base64", default, skip_serializing_if = "Vec::is_empty")]
    pub sealed: Vec<u8>,
}
