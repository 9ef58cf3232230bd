//! What happened: stays and operations, and the steps of the course of life.

use serde::{Deserialize, Serialize};

use crate::lists::{StayKind, StepKind, StepTrack};
use crate::partial_date::PartialDate;
use crate::reference::EntryRef;

/// A stay in hospital or elsewhere, or an operation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Stay {
    /// Why, or which operation.
    pub title: String,
    /// What it was.
    pub stay_kind: Option<StayKind>,
    /// Where.
    pub place: String,
    /// In which ward.
    pub unit: String,
    /// The doctor or surgeon.
    pub doctor: String,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// What was done.
    pub done: String,
    /// Anaesthesia: what went well, what did not.
    pub anaesthesia: String,
    /// What was left in the body.
    pub implants: String,
    /// What to know.
    pub note: String,
    /// Reports.
    pub documents: Vec<EntryRef>,
}

/// A step of the course of life.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Step {
    /// Which strand it belongs to.
    pub track: Option<StepTrack>,
    /// What it is.
    pub step_kind: Option<StepKind>,
    /// In a few words.
    pub title: String,
    /// The structure, service or school.
    pub structure: String,
    /// The class, for a school.
    pub class: String,
    /// What is done there, how often.
    pub follow_up: String,
    /// What was decided about what comes next.
    pub orientation: String,
    /// From when.
    pub from: Option<PartialDate>,
    /// Until when; open if it goes on.
    pub to: Option<PartialDate>,
    /// Whom to call there.
    pub contact: Option<EntryRef>,
    /// What to know.
    pub note: String,
    /// Documents about it.
    pub documents: Vec<EntryRef>,
}
