//! An entry in words: a title, and its fields as labelled lines. The history, the print and the export say the same.

mod agenda;
mod dates;
mod fields;
mod follow;
mod health;
mod lines;
mod office;
mod people;
mod procedures;
mod urgent;

pub(crate) use dates::month_name;
pub use dates::{date_in_words, day_in_words};
pub use fields::field_label;
pub use follow::{duration_in_words, level_in_words};
pub(crate) use office::answered;
pub use people::report_heading;

use crate::entry::{Entry, Measurement};
use crate::partial_date::PartialDate;
use crate::term::{Lang, Term};
use lines::Lines;

/// One field of an entry, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The field's name in the written form.
    pub field: &'static str,
    /// What the field is called.
    pub label: &'static str,
    /// What stands there. May have several lines.
    pub text: String,
}

impl Entry {
    /// A short name for the entry; never empty.
    pub fn title(&self, lang: Lang) -> String {
        let title = match self {
            Self::Identity(identity) => identity.full_name(),
            Self::Contact(contact) => contact.shown_name(),
            Self::Consent(consent) => consent.allowed_to.clone(),
            Self::Habit(habit) => habit
                .heading
                .map(|heading| heading.label(lang).to_owned())
                .unwrap_or_default(),
            Self::Problem(problem) => problem.name.clone(),
            Self::Allergy(allergy) => allergy.agent.clone(),
            Self::Treatment(treatment) => treatment.name.clone(),
            Self::Vaccine(vaccine) if vaccine.name.is_empty() => vaccine.against.clone(),
            Self::Vaccine(vaccine) => vaccine.name.clone(),
            Self::Device(device) => device.name.clone(),
            Self::Stay(stay) => stay.title.clone(),
            Self::Step(step) if step.title.is_empty() => step.structure.clone(),
            Self::Step(step) => step.title.clone(),
            Self::Measurement(measurement) => measured(measurement, lang),
            Self::Readings(readings) => follow::readings_title(readings, lang),
            Self::Events(day) => follow::events_title(day, lang),
            Self::OwnMeasure(own) => own.name.clone(),
            Self::Mark(mark) => match mark.mark_kind {
                Some(kind) if mark.title.is_empty() => kind.label(lang).to_owned(),
                _ => mark.title.clone(),
            },
            Self::Objective(objective) => objective.title.clone(),
            Self::Document(document) => document.title.clone(),
            Self::Project(project) => project.title.clone(),
            Self::Entitlement(right) => procedures::entitlement_title(right, lang),
            Self::Expiry(expiry) => procedures::expiry_title(expiry, lang),
            Self::Procedure(procedure) => procedure.title.clone(),
            Self::MdphFile(file) => file.title.clone(),
            Self::Letter(letter) => match letter.letter_kind {
                _ if !letter.subject.trim().is_empty() => upper_first(letter.subject.trim()),
                Some(kind) => kind.label(lang).to_owned(),
                None => String::new(),
            },
            Self::Note(note) => first_words(&note.text),
            Self::Seen(_) => String::new(),
            Self::Report(report) => people::report_title(report, lang),
            Self::Danger(danger) => danger.danger.clone(),
            Self::Crisis(crisis) => crisis.crisis.clone(),
            Self::Appointment(it) => it.title.clone(),
            Self::Series(it) => it.title.clone(),
            Self::Absence(it) => agenda::absence_title(it, lang),
            Self::UsualState(_) | Self::UrgentSheet(_) | Self::AgendaSettings(_) => String::new(),
            Self::Settled(settled) => {
                let what = settled.moment.map(|what| what.label(lang));
                let outcome = settled.outcome.map(|outcome| outcome.label(lang));
                let told: Vec<&str> = what.into_iter().chain(outcome).collect();
                told.join(lang.pick(" : ", ": "))
            }
            Self::Statement(statement) => {
                format!(
                    "{} : {}",
                    statement.list.label(lang),
                    lang.pick("rien à signaler", "none known")
                )
            }
            Self::Unknown(unknown) => unknown.kind.clone(),
        };
        match self.kind() {
            _ if !title.trim().is_empty() => title,
            Some(kind) => kind.label(lang).to_owned(),
            None => lang.pick("Autre", "Other").to_owned(),
        }
    }

    /// The fields that are filled in, as labelled lines, the most telling first.
    pub fn lines(&self, lang: Lang) -> Vec<Line> {
        let mut lines = Lines::new(lang);
        match self {
            Self::Identity(identity) => people::identity(&mut lines, identity),
            Self::Contact(contact) => people::contact(&mut lines, contact),
            Self::Consent(consent) => people::consent(&mut lines, consent),
            Self::Habit(habit) => people::habit(&mut lines, habit),
            Self::Entitlement(right) => procedures::entitlement(&mut lines, right),
            Self::Expiry(expiry) => procedures::expiry(&mut lines, expiry),
            Self::Procedure(procedure) => procedures::procedure(&mut lines, procedure),
            Self::MdphFile(file) => office::mdph_file(&mut lines, file),
            Self::Letter(letter) => office::letter(&mut lines, letter),
            Self::Note(note) => people::note(&mut lines, note),
            // Which notes they were is for the notebook to say.
            Self::Seen(seen) => lines.day("month", seen.month),
            Self::Report(report) => people::report(&mut lines, report),
            Self::Document(document) => people::document(&mut lines, document),
            Self::Project(project) => people::project(&mut lines, project),
            Self::Problem(problem) => health::problem(&mut lines, problem),
            Self::Allergy(allergy) => health::allergy(&mut lines, allergy),
            Self::Treatment(treatment) => health::treatment(&mut lines, treatment),
            Self::Vaccine(vaccine) => health::vaccine(&mut lines, vaccine),
            Self::Device(device) => health::device(&mut lines, device),
            Self::Stay(stay) => health::stay(&mut lines, stay),
            Self::Step(step) => health::step(&mut lines, step),
            Self::Measurement(measurement) => health::measurement(&mut lines, measurement),
            Self::Danger(danger) => urgent::danger(&mut lines, danger),
            Self::Crisis(crisis) => urgent::crisis(&mut lines, crisis),
            Self::UsualState(usual) => urgent::usual_state(&mut lines, usual),
            Self::UrgentSheet(sheet) => urgent::urgent_sheet(&mut lines, sheet),
            Self::Readings(readings) => follow::readings(&mut lines, readings),
            Self::Events(day) => follow::events(&mut lines, day),
            Self::OwnMeasure(own) => follow::own_measure(&mut lines, own),
            Self::Mark(mark) => follow::mark(&mut lines, mark),
            Self::Objective(objective) => follow::objective(&mut lines, objective),
            Self::Appointment(it) => agenda::appointment(&mut lines, it),
            Self::Series(it) => agenda::series(&mut lines, it),
            Self::Absence(it) => agenda::absence(&mut lines, it),
            Self::AgendaSettings(it) => agenda::settings(&mut lines, it),
            Self::Settled(settled) => {
                lines.term("moment", settled.moment);
                lines.day("day", settled.day);
                lines.day("occurrence", settled.occurrence);
                lines.term("outcome", settled.outcome);
                lines.day("until", settled.until);
                lines.day("on", settled.on);
            }
            Self::Statement(statement) => {
                lines.term("list", Some(statement.list));
                lines.date("on", statement.on.map(PartialDate::Day));
            }
            Self::Unknown(_) => {}
        }
        lines.done()
    }

    /// The date the entry is about, for sorting: when it happened or began.
    pub fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Identity(identity) => identity.birth_date.map(Into::into),
            Self::Contact(contact) => contact.since,
            Self::Consent(consent) => consent.date.map(Into::into),
            Self::Habit(habit) => habit.date.map(Into::into),
            Self::Problem(problem) => problem.since,
            Self::Allergy(allergy) => allergy.since,
            Self::Treatment(treatment) => treatment.start,
            Self::Vaccine(vaccine) => vaccine.date,
            Self::Device(device) => device.since,
            Self::Stay(stay) => stay.from,
            Self::Step(step) => step.from,
            Self::Measurement(measurement) => measurement.date.map(Into::into),
            Self::Readings(readings) => {
                let last = readings.points.iter().map(|point| point.date).max();
                last.map(Into::into)
            }
            Self::Events(day) => day.date.map(Into::into),
            Self::OwnMeasure(_) => None,
            Self::Mark(mark) => mark.from,
            Self::Objective(objective) => objective.date.map(Into::into),
            Self::Document(document) => document.date,
            Self::Project(project) => project.date.map(Into::into),
            Self::Entitlement(right) => right.decided.or(right.start).map(Into::into),
            Self::Expiry(expiry) => expiry.end.map(Into::into),
            Self::Procedure(procedure) => {
                let steps = procedure.history.iter().filter_map(|step| step.date);
                steps.max().map(Into::into)
            }
            Self::MdphFile(file) => file.date.map(Into::into),
            Self::Letter(letter) => letter.date.map(Into::into),
            Self::Note(note) => note.date.map(Into::into),
            Self::Seen(seen) => seen.month.map(Into::into),
            Self::Report(report) => report.date.map(Into::into),
            Self::Danger(danger) => danger.since,
            Self::Crisis(crisis) => crisis.date,
            Self::UsualState(usual) => usual.date.map(Into::into),
            Self::UrgentSheet(sheet) => sheet
                .confirmed
                .as_ref()
                .map(|confirmed| confirmed.on.into()),
            Self::Appointment(it) => it.day.map(Into::into),
            Self::Series(it) => it.from.map(Into::into),
            Self::Absence(it) => it.from.map(Into::into),
            Self::AgendaSettings(_) => None,
            Self::Settled(settled) => settled.on.map(Into::into),
            Self::Statement(statement) => statement.on.map(Into::into),
            Self::Unknown(_) => None,
        }
    }
}

impl Measurement {
    /// The number with its unit, or the grade: "31,4 kg", "III", "12 pas".
    pub fn reading(&self, lang: Lang) -> String {
        let Some(value) = self.value else {
            return self.grade.clone();
        };
        let unit = match self.unit {
            Some(unit) if self.unit_text.is_empty() => unit.label(lang),
            _ => &self.unit_text,
        };
        let gap = if unit == "°" || unit.is_empty() {
            ""
        } else {
            "\u{a0}"
        };
        format!("{}{gap}{unit}", value.to_text(lang))
    }
}

/// What was measured and how much: "Poids : 31,4 kg".
fn measured(measurement: &Measurement, lang: Lang) -> String {
    let what = match measurement.what {
        Some(crate::lists::Measure::Custom) | None => measurement.name.clone(),
        Some(what) if measurement.name.is_empty() => what.label(lang).to_owned(),
        Some(what) => format!("{}, {}", what.label(lang), measurement.name),
    };
    let side = measurement
        .side
        .map(|side| format!(", {}", side.label(lang).to_lowercase()))
        .unwrap_or_default();
    format!(
        "{what}{side}{} {}",
        lang.pick(" :", ":"),
        measurement.reading(lang)
    )
}

/// The start of a text, cut between words.
fn first_words(text: &str) -> String {
    const ABOUT: usize = 60;
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default()
        .trim();
    if line.chars().count() <= ABOUT {
        return line.to_owned();
    }
    let start: String = line.chars().take(ABOUT).collect();
    let kept = start
        .rsplit_once(' ')
        .map_or(start.as_str(), |(kept, _)| kept);
    format!("{kept}…")
}

/// The first letter large.
fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
