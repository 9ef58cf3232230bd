//! What the page draws of reminders.

use domain::reminders::Preferences;
use protocol::ids::DeviceId;
use protocol::time::Seconds;

use crate::notices::PushAbility;

/// Everything about reminders that the person can choose, and what stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemindersView {
    /// What the account wants.
    pub preferences: Preferences,
    /// The time zone of this device; empty if it is not known.
    pub zone: String,
    /// The server sends mails.
    pub mail: bool,
    /// The account has an address.
    pub email: bool,
    /// What mails say.
    pub words: MailWords,
    /// The server sends to devices.
    pub push: bool,
    /// Whether this device can be told.
    pub ability: PushAbility,
    /// A borrowed computer is told nothing.
    pub borrowed: bool,
    /// The devices that are told.
    pub devices: Vec<ReminderDevice>,
}

/// What mails say, in clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailWords {
    /// Nothing.
    Off,
    /// What they are about, as other devices hand it over on which it was chosen.
    Elsewhere,
    /// What they are about; this device hands it over.
    Here,
}

/// A device that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderDevice {
    /// Its id.
    pub id: DeviceId,
    /// Since when.
    pub added: Seconds,
    /// It is this one.
    pub here: bool,
}
