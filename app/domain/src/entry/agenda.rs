//! The agenda: appointments, sessions that repeat, absences, and the calendar that holds for the person.
//!
//! Days and hours are local time: of the entry's zone if it names one, else of the carnet's (see [`AgendaSettings`]).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::{
    AbsenceReason, AppointmentKind, Day, PlanState, Region, SchoolZone, SessionChange, Transport,
    TransportOrder,
};
use crate::reference::EntryRef;

/// One appointment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Appointment {
    /// What it is for.
    pub title: String,
    /// What it is.
    pub appointment_kind: Option<AppointmentKind>,
    /// The day, or the first of several.
    pub day: Option<NaiveDate>,
    /// When it begins, `HH:MM`; empty for a whole day.
    pub time: String,
    /// The last day, if it lasts several.
    pub until: Option<NaiveDate>,
    /// How long it takes, in minutes.
    pub minutes: Option<u32>,
    /// The time zone in which the hour is meant, as the IANA names it; empty for the carnet's.
    pub zone: String,
    /// With whom.
    pub with: String,
    /// With whom, as a contact.
    pub contact: Option<EntryRef>,
    /// Where.
    pub place: String,
    /// How one gets there.
    pub transport: Option<Transport>,
    /// Where the order for the transport stands.
    pub transport_order: Option<TransportOrder>,
    /// When one leaves, who drives, what was booked.
    pub transport_note: String,
    /// What to bring, one thing a line.
    pub bring: String,
    /// What to ask there.
    pub questions: Vec<Question>,
    /// What was said and decided.
    pub outcome: String,
    /// Whether it took place.
    pub state: Option<PlanState>,
    /// Why it was cancelled.
    pub reason: String,
    /// What to know.
    pub note: String,
    /// Reports, the letter that calls, the order for the transport.
    pub documents: Vec<EntryRef>,
    /// What it is called in the calendar that it was taken from, so that it is not taken twice.
    pub uid: String,
}

/// A question, and what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// The question.
    pub text: String,
    /// The answer.
    pub answer: String,
}

/// Sessions that repeat from week to week.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Series {
    /// What they are.
    pub title: String,
    /// Of which kind.
    pub appointment_kind: Option<AppointmentKind>,
    /// On which days of the week; none given means that of the first day.
    pub days: Vec<Day>,
    /// Every how many weeks; none given means every week.
    pub every: Option<u32>,
    /// From which day on.
    pub from: Option<NaiveDate>,
    /// To which day, included; open if none.
    pub until: Option<NaiveDate>,
    /// When they begin, `HH:MM`; empty for a whole day.
    pub time: String,
    /// How long each takes, in minutes.
    pub minutes: Option<u32>,
    /// The time zone in which the hour is meant; empty for the carnet's.
    pub zone: String,
    /// With whom.
    pub with: String,
    /// With whom, as a contact.
    pub contact: Option<EntryRef>,
    /// Where.
    pub place: String,
    /// How one gets there.
    pub transport: Option<Transport>,
    /// Where the order for the transport stands.
    pub transport_order: Option<TransportOrder>,
    /// When one leaves, who drives, what was booked.
    pub transport_note: String,
    /// What to bring, one thing a line.
    pub bring: String,
    /// They pause on public holidays.
    pub pause_public: bool,
    /// They pause in school holidays.
    pub pause_school: bool,
    /// Of which school zone, if not the carnet's.
    pub school_zone: Option<SchoolZone>,
    /// Single sessions that were moved or cancelled. Of two about one day the later one in the list holds.
    pub exceptions: Vec<Exception>,
    /// What to know.
    pub note: String,
    /// The prescription, reports.
    pub documents: Vec<EntryRef>,
    /// What it is called in the calendar that it was taken from.
    pub uid: String,
}

/// What became of one session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Exception {
    /// The day on which the series has it.
    pub on: Option<NaiveDate>,
    /// What became of it.
    pub change: Option<SessionChange>,
    /// The day it was moved to; none if the day stays.
    pub to: Option<NaiveDate>,
    /// The hour it was moved to, `HH:MM`; empty if the hour stays.
    pub time: String,
    /// Why.
    pub reason: String,
}

/// A time in which the person did not come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Absence {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// From which hour, `HH:MM`; empty for the whole day.
    pub from_time: String,
    /// The last day, included; the first one if none.
    pub until: Option<NaiveDate>,
    /// Until which hour of the last day.
    pub until_time: String,
    /// From where: school, a service.
    pub away_from: String,
    /// Why.
    pub absence_reason: Option<AbsenceReason>,
    /// Who was told, and how.
    pub told: String,
    /// What to know.
    pub note: String,
    /// A certificate.
    pub documents: Vec<EntryRef>,
}

/// The calendar that holds for the person. A carnet has one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AgendaSettings {
    /// The time zone of the carnet, as the IANA names it; empty for that of Paris.
    pub zone: String,
    /// Whose public holidays hold; those of mainland France if none.
    pub region: Option<Region>,
    /// Whose school holidays hold; none if none.
    pub school_zone: Option<SchoolZone>,
}

impl Appointment {
    /// Whether it is still to come, as far as anybody said.
    pub fn is_planned(&self) -> bool {
        matches!(self.state, None | Some(PlanState::Planned))
    }

    /// The last day that it touches.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let first = self.day?;
        Some(self.until.unwrap_or(first).max(first))
    }
}

impl Absence {
    /// The last day, included.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let first = self.from?;
        Some(self.until.unwrap_or(first).max(first))
    }
}
