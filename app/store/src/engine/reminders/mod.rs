//! Reminders: what the account wants, what the server was told of it, and this device.
//!
//! After every change that was sent, and whenever a carnet was brought up to date, its plan is made anew from what is due, and
//! told to the server if it is another one than the server has. The server learns moments, and texts that only the account's
//! devices open; ids are derived with a key of the account, so that they say nothing of what they stand for.

mod device;
mod plan;
mod readable;
mod text;

use std::collections::BTreeMap;

use domain::reminders::Preferences;
use protocol::ids::{CarnetId, DeviceId};
use protocol::paths;
use protocol::reminder::{Channel, Reminders, TryReminder};
use protocol::time::Seconds;

use super::Engine;
use crate::scene::{ReminderDevice, RemindersView};
use crate::trouble::Trouble;
use crate::wire::Method;
use plan::LastPlan;

/// For how long what the server said is believed, in seconds: another device may have planned since.
const BELIEVED: u64 = 300;

/// What is known of reminders while somebody is in.
#[derive(Default)]
pub(super) struct Reminding {
    /// What the server last said, and when.
    said: Option<(Seconds, Reminders)>,
    /// What was last planned of each carnet.
    last: BTreeMap<CarnetId, LastPlan>,
    /// Whether this device is told; none before its shelf was asked.
    here: Option<Option<DeviceId>>,
    /// For which address it was chosen here that mails say what they are about, empty for none; none before the shelf was asked.
    readable_here: Option<String>,
}

impl Engine {
    /// Everything about reminders that the person can choose.
    pub(crate) async fn reminders(&mut self) -> Result<RemindersView, Trouble> {
        self.ask_for_reminders().await?;
        let here = self.device_here().await?;
        let readable = self.known_reminders().await?.readable;
        let words = self.mail_words(readable).await?;
        let inside = self.inside()?;
        let said = inside.reminding.said.as_ref().ok_or(Trouble::Server)?;
        let device = |kept: &protocol::reminder::KeptDevice| ReminderDevice {
            id: kept.device,
            added: kept.added,
            here: here == Some(kept.device),
        };
        Ok(RemindersView {
            preferences: inside.list.reminders.clone().unwrap_or_default(),
            zone: self.ports.notices.zone(),
            mail: said.1.mail,
            email: inside.account.email.is_some(),
            words,
            push: !said.1.push.is_empty(),
            ability: self.ports.notices.ability(),
            borrowed: inside.borrowed,
            devices: said.1.devices.iter().map(device).collect(),
        })
    }

    /// Keeps what the account wants, and plans anew.
    pub(crate) async fn set_reminders(&mut self, wanted: Preferences) -> Result<(), Trouble> {
        let wanted = wanted.tamed();
        self.change_list(|list| {
            // Neither the number of the key nor what mails say is the form's to choose.
            let before = list.reminders.take().unwrap_or_default();
            list.reminders = Some(Preferences {
                generation: before.generation,
                readable_at: before.readable_at,
                ..wanted.clone()
            });
        })
        .await?;
        self.plan_all().await
    }

    /// Sends one now, to see whether it arrives.
    pub(crate) async fn try_reminder(&mut self, push: bool) -> Result<(), Trouble> {
        let attempt = if push {
            TryReminder {
                channel: Channel::Push,
                sealed: self.inside()?.sealed_try()?,
            }
        } else {
            TryReminder {
                channel: Channel::Mail,
                sealed: Vec::new(),
            }
        };
        self.signed(|talk| {
            let attempt = attempt.clone();
            async move { talk.tell(Method::Post, paths::REMINDER_TRY, &attempt).await }
        })
        .await?;
        Ok(())
    }

    /// Asks the server what it keeps.
    async fn ask_for_reminders(&mut self) -> Result<(), Trouble> {
        let said: Reminders = self
            .signed(|talk| async move { talk.get(paths::REMINDERS).await })
            .await?;
        let now = self.now();
        self.inside_mut()?.reminding.said = Some((now, said));
        Ok(())
    }

    /// What the server keeps, as it said a moment ago.
    async fn known_reminders(&mut self) -> Result<&mut Reminders, Trouble> {
        let now = self.now();
        let said = &self.inside()?.reminding.said;
        let fresh = |asked: &Seconds| now < asked.plus(BELIEVED);
        if !said.as_ref().is_some_and(|(asked, _)| fresh(asked)) {
            self.ask_for_reminders().await?;
        }
        let said = self.inside_mut()?.reminding.said.as_mut();
        said.map(|(_, said)| said).ok_or(Trouble::Server)
    }
}
