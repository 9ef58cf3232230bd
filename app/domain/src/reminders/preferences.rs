//! How an account wants to be reminded. The account keeps it sealed for itself.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::due::What;
use crate::term::terms;

/// Minutes of an hour.
const HOUR: u32 = 60;
/// Minutes of a day.
pub(super) const DAY: u32 = 24 * HOUR;

/// How long before can be chosen, in minutes, the longest first. Nought is the day itself.
pub const LEADS: &[u32] = &[
    60 * DAY,
    30 * DAY,
    14 * DAY,
    7 * DAY,
    3 * DAY,
    2 * DAY,
    DAY,
    2 * HOUR,
    HOUR,
    0,
];

terms! {
    /// What is chosen together.
    Group {
        Appointments "appointments" "Rendez-vous" "Appointments";
        Sessions "sessions" "Séances habituelles" "Regular sessions";
        Procedures "procedures" "Démarches et fins de droits" "Procedures and ends of rights";
        Care "care" "Contrôles, vaccins, points à faire" "Checks, vaccines, reviews";
    }
}

impl What {
    /// With what it is chosen.
    pub fn group(self) -> Group {
        match self {
            Self::Appointment => Group::Appointments,
            Self::Session => Group::Sessions,
            Self::Prepare
            | Self::File
            | Self::Late
            | Self::Silence
            | Self::Appeal
            | Self::End
            | Self::Age => Group::Procedures,
            Self::Check | Self::NextDose | Self::Review => Group::Care,
        }
    }
}

/// How one is reminded of the things of a group.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Rule {
    /// How long before, in minutes. Of what has no hour only whole days count.
    pub leads: BTreeSet<u32>,
    /// By mail, in a fixed sentence that says nothing.
    pub mail: bool,
    /// On the devices that asked for it, in words that only they can read.
    pub push: bool,
}

/// Hours in which nobody is disturbed: from `from` up to `to`, in minutes of the day. The same twice is no such time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// It begins.
    pub from: u32,
    /// It is over.
    pub to: u32,
}

impl Quiet {
    /// Whether a minute of the day lies in it.
    pub fn holds(self, minute: u32) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        }
    }
}

/// How an account wants to be reminded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The time zone by its name in the IANA database; empty until somebody chose: then the device's own.
    pub zone: String,
    /// `en` for English; anything else is French.
    pub lang: String,
    /// At what minute of the day one is reminded of what has no hour.
    pub at: u32,
    /// When nobody is disturbed.
    pub quiet: Quiet,
    /// Rendez-vous.
    pub appointments: Rule,
    /// Regular sessions.
    pub sessions: Rule,
    /// Procedures and ends of rights.
    pub procedures: Rule,
    /// Checks, vaccines, reviews.
    pub care: Rule,
    /// Carnets of which one is not reminded, by the text of their id.
    pub off: BTreeSet<String>,
    /// What a device shows says only that there is something.
    pub discreet: bool,
    /// The address whose mails may say what they are about, in words that whoever carries them can read; empty for none. At
    /// another address nothing is said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub readable_at: String,
    /// Which key devices open reminders with. A higher number after a device was taken out.
    pub generation: u32,
    /// What a newer version wrote: kept, and written back.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Default for Preferences {
    fn default() -> Self {
        let rule = |leads: &[u32]| Rule {
            leads: leads.iter().copied().collect(),
            mail: true,
            push: true,
        };
        Self {
            zone: String::new(),
            lang: String::new(),
            at: 9 * HOUR,
            quiet: Quiet {
                from: 21 * HOUR,
                to: 8 * HOUR,
            },
            appointments: rule(&[2 * DAY, 2 * HOUR]),
            sessions: rule(&[]),
            procedures: rule(&[30 * DAY, 7 * DAY, DAY]),
            care: rule(&[7 * DAY, 0]),
            off: BTreeSet::new(),
            discreet: false,
            readable_at: String::new(),
            generation: 0,
            extra: Map::new(),
        }
    }
}

impl Preferences {
    /// How one is reminded of a group.
    pub fn rule(&self, group: Group) -> &Rule {
        match group {
            Group::Appointments => &self.appointments,
            Group::Sessions => &self.sessions,
            Group::Procedures => &self.procedures,
            Group::Care => &self.care,
        }
    }

    /// The same, to be changed.
    pub fn rule_mut(&mut self, group: Group) -> &mut Rule {
        match group {
            Group::Appointments => &mut self.appointments,
            Group::Sessions => &mut self.sessions,
            Group::Procedures => &mut self.procedures,
            Group::Care => &mut self.care,
        }
    }

    /// Brings what a device or a newer version wrote into its bounds.
    #[must_use]
    pub fn tamed(mut self) -> Self {
        let minute = |minute: u32| minute.min(DAY - 1);
        self.at = minute(self.at);
        self.quiet.from = minute(self.quiet.from);
        self.quiet.to = minute(self.quiet.to);
        for group in [
            Group::Appointments,
            Group::Sessions,
            Group::Procedures,
            Group::Care,
        ] {
            self.rule_mut(group)
                .leads
                .retain(|lead| LEADS.contains(lead));
        }
        self
    }
}
