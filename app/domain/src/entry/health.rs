//! Health: problems, allergies, treatments, vaccines, devices. The carnet keeps what was said and prescribed; it never
//! computes a dose or judges a value.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::{
    AgentKind, Certainty, DeviceKind, MedicineForm, Moment, ProblemState, Severity, Side,
};
use crate::partial_date::PartialDate;
use crate::reference::{EntryRef, FileRef};

/// A diagnosis or health problem.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Problem {
    /// Its name.
    pub name: String,
    /// A code, if a letter gives one (CIM-10, Orphanet), as text.
    pub code: String,
    /// Whether it is still there.
    pub state: Option<ProblemState>,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
    /// Who follows it.
    pub followed_by: String,
    /// What to know.
    pub note: String,
    /// Documents about it.
    pub documents: Vec<EntryRef>,
}

/// An allergy or intolerance.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Allergy {
    /// To what.
    pub agent: String,
    /// What sort of thing that is.
    pub agent_kind: Option<AgentKind>,
    /// What happens.
    pub reaction: String,
    /// How bad.
    pub severity: Option<Severity>,
    /// How sure.
    pub certainty: Option<Certainty>,
    /// Since when it is known.
    pub since: Option<PartialDate>,
    /// What to know, what to do.
    pub note: String,
    /// Documents about it.
    pub documents: Vec<EntryRef>,
}

/// A medicine or other treatment that comes back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Treatment {
    /// The name on the box.
    pub name: String,
    /// The substance (DCI).
    pub substance: String,
    /// The dose exactly as prescribed, in words.
    pub dose: String,
    /// The form.
    pub form: Option<MedicineForm>,
    /// When in the day.
    pub times: Vec<DoseTime>,
    /// How it is taken: crushed, by the tube, in a compote.
    pub how: String,
    /// Only if needed.
    pub as_needed: bool,
    /// A rescue medicine.
    pub rescue: bool,
    /// The person takes it alone.
    pub alone: bool,
    /// First day.
    pub start: Option<PartialDate>,
    /// Last day.
    pub stop: Option<PartialDate>,
    /// What it is for.
    pub why: String,
    /// Why it was stopped.
    pub stop_reason: String,
    /// Who prescribed it.
    pub prescriber: String,
    /// Who prescribed it, as a contact entry.
    pub prescriber_contact: Option<EntryRef>,
    /// What to know.
    pub note: String,
    /// The prescription and other documents.
    pub documents: Vec<EntryRef>,
}

/// One time of the day at which a dose is taken.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DoseTime {
    /// The moment of the day.
    pub moment: Option<Moment>,
    /// The hour, `HH:MM`, if it is exact.
    pub clock: String,
    /// The dose of this time, if it differs.
    pub dose: String,
}

/// A vaccine that was given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Vaccine {
    /// The name of the product.
    pub name: String,
    /// Against what, in words.
    pub against: String,
    /// Which dose: "2", "rappel".
    pub dose: String,
    /// When.
    pub date: Option<PartialDate>,
    /// The lot number.
    pub lot: String,
    /// By whom, where.
    pub given_by: String,
    /// When the next one is due, as written by the one who gave it.
    pub next: Option<PartialDate>,
    /// What to know.
    pub note: String,
    /// The page of the vaccination record.
    pub documents: Vec<EntryRef>,
}

/// A device that the person wears, uses or carries in the body.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Device {
    /// Its name.
    pub name: String,
    /// What it is.
    pub device_kind: Option<DeviceKind>,
    /// On which side.
    pub side: Option<Side>,
    /// Maker and model.
    pub model: String,
    /// Size, gauge, settings.
    pub size: String,
    /// Serial number.
    pub serial: String,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
    /// The next check or renewal.
    pub next_check: Option<NaiveDate>,
    /// When it is worn: "la nuit", "8 h par jour".
    pub wear: String,
    /// How to put it on, what to watch.
    pub instructions: String,
    /// Who supplies and repairs it.
    pub supplier: String,
    /// Who supplies and repairs it, as a contact entry.
    pub supplier_contact: Option<EntryRef>,
    /// Photos or films that show it.
    pub media: Vec<FileRef>,
    /// Documents about it.
    pub documents: Vec<EntryRef>,
}
