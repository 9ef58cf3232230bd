//! Everything that takes place in a span of days.

use chrono::NaiveDate;

use super::occurrences::when;
use super::{Pause, Settings, hour, occurrences};
use crate::due::When;
use crate::entry::Entry;
use crate::lists::PlanState;
use crate::view::HasEntry;

/// What takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// The person does not come.
    Absence,
    /// An appointment.
    Appointment,
    /// A session of a series.
    Session,
}

/// Whether it takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is planned, or under way.
    Planned,
    /// It is planned, at another time than the series has it.
    Moved,
    /// It took place.
    Done,
    /// It was cancelled.
    Cancelled,
    /// The series pauses.
    Paused(Pause),
}

/// One thing that takes place, or would have.
#[derive(Debug)]
pub struct Occasion<'a, T> {
    /// The entry it is written in.
    pub row: &'a T,
    /// What it is.
    pub sort: Sort,
    /// Of a session: the day on which the series has it.
    pub planned: Option<NaiveDate>,
    /// When it begins, in the time of the person.
    pub when: When,
    /// The last day that it touches.
    pub last: NaiveDate,
    /// How long it takes, in minutes.
    pub minutes: Option<u32>,
    /// Whether it takes place.
    pub status: Status,
    /// Why it was moved or cancelled.
    pub reason: &'a str,
}

impl<T> Occasion<'_, T> {
    /// Whether it touches a day.
    pub fn touches(&self, day: NaiveDate) -> bool {
        (self.when.day()..=self.last).contains(&day)
    }

    /// Whether it takes place, as far as anybody said.
    pub fn takes_place(&self) -> bool {
        matches!(self.status, Status::Planned | Status::Moved)
    }
}

/// Everything that touches a day from `from` to `to`, both included, the earliest first.
pub fn between<T: HasEntry>(rows: &[T], from: NaiveDate, to: NaiveDate) -> Vec<Occasion<'_, T>> {
    let settings = Settings::of(rows);
    let mut found = Vec::new();
    for row in rows {
        match row.entry() {
            Entry::Appointment(_) | Entry::Absence(_) => found.extend(single(row, &settings)),
            Entry::Series(series) => {
                let sessions = occurrences(series, &settings, from, to);
                found.extend(sessions.into_iter().map(|session| Occasion {
                    row,
                    sort: Sort::Session,
                    planned: Some(session.planned),
                    when: session.when,
                    last: session.when.day(),
                    minutes: series.minutes,
                    status: match session.pause {
                        Some(pause) => Status::Paused(pause),
                        None if session.is_cancelled() => Status::Cancelled,
                        None if session.is_moved() => Status::Moved,
                        None => Status::Planned,
                    },
                    reason: session.exception.map_or("", |said| &said.reason),
                }));
            }
            _ => {}
        }
    }
    found.retain(|occasion| occasion.when.day() <= to && occasion.last >= from);
    found.sort_by_key(|occasion| (occasion.when, occasion.sort));
    found
}

/// An appointment or an absence.
fn single<'a, T: HasEntry>(row: &'a T, settings: &Settings) -> Option<Occasion<'a, T>> {
    match row.entry() {
        Entry::Appointment(it) => {
            let begins = when(settings, &it.zone, it.day?, hour(&it.time));
            Some(Occasion {
                row,
                sort: Sort::Appointment,
                planned: None,
                when: begins,
                last: it.last_day()?.max(begins.day()),
                minutes: it.minutes,
                status: match it.state {
                    None | Some(PlanState::Planned) => Status::Planned,
                    Some(PlanState::Done) => Status::Done,
                    Some(PlanState::Cancelled) => Status::Cancelled,
                },
                reason: &it.reason,
            })
        }
        Entry::Absence(it) => {
            let begins = when(settings, "", it.from?, hour(&it.from_time));
            Some(Occasion {
                row,
                sort: Sort::Absence,
                planned: None,
                when: begins,
                last: it.last_day()?,
                minutes: None,
                status: Status::Planned,
                reason: "",
            })
        }
        _ => None,
    }
}
