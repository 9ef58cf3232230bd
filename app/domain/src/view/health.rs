//! Health lists in the order in which they are needed.

use core::cmp::Reverse;

use chrono::NaiveDate;

use super::{HasEntry, newest_first, of_kind};
use crate::entry::{Centimetres, Entry, Kilograms, Kind, Measurement, Treatment};
use crate::lists::{Certainty, Measure, ProblemState};

/// Allergies, the gravest first; those ruled out last. One of unknown severity stands with the severe ones: until
/// somebody says otherwise it may be.
pub fn allergies<T: HasEntry>(rows: &[T]) -> Vec<&T> {
    let mut found = of_kind(rows, Kind::Allergy);
    found.sort_by_cached_key(|row| match row.entry() {
        Entry::Allergy(allergy) => {
            let severity = allergy.severity.unwrap_or(crate::lists::Severity::Severe);
            let ruled_out = allergy.certainty == Some(Certainty::RuledOut);
            (
                ruled_out,
                Reverse(Some(severity)),
                allergy.agent.to_lowercase(),
            )
        }
        _ => (true, Reverse(None), String::new()),
    });
    found
}

/// Problems that are there first, each group newest first.
pub fn problems<T: HasEntry>(rows: &[T]) -> Vec<&T> {
    let mut found = of_kind(rows, Kind::Problem);
    newest_first(&mut found);
    found.sort_by_key(|row| {
        matches!(row.entry(), Entry::Problem(problem)
            if problem.state == Some(ProblemState::Past) || problem.until.is_some())
    });
    found
}

/// Treatments, by where they stand today.
#[derive(Debug)]
pub struct Treatments<'a, T> {
    /// Taken now; those taken every day before those taken as needed.
    pub current: Vec<&'a T>,
    /// Not begun yet, the nearest first.
    pub planned: Vec<&'a T>,
    /// Stopped, the last stopped first.
    pub past: Vec<&'a T>,
}

/// Sorts treatments into current, planned and past.
pub fn treatments<T: HasEntry>(rows: &[T], today: NaiveDate) -> Treatments<'_, T> {
    let mut sorted = Treatments {
        current: Vec::new(),
        planned: Vec::new(),
        past: Vec::new(),
    };
    for row in rows {
        let Entry::Treatment(treatment) = row.entry() else {
            continue;
        };
        if treatment.stop.is_some_and(|stop| stop.last_day() < today) {
            sorted.past.push(row);
        } else if treatment
            .start
            .is_some_and(|start| start.first_day() > today)
        {
            sorted.planned.push(row);
        } else {
            sorted.current.push(row);
        }
    }
    let of = |row: &&T, key: fn(&Treatment) -> Option<crate::PartialDate>| match row.entry() {
        Entry::Treatment(treatment) => key(treatment),
        _ => None,
    };
    sorted.current.sort_by_cached_key(|row| match row.entry() {
        Entry::Treatment(treatment) => (treatment.as_needed, treatment.name.to_lowercase()),
        _ => (true, String::new()),
    });
    sorted
        .planned
        .sort_by_key(|row| of(row, |treatment| treatment.start));
    sorted
        .past
        .sort_by_key(|row| Reverse(of(row, |treatment| treatment.stop)));
    sorted
}

/// Vaccines, newest first.
pub fn vaccines<T: HasEntry>(rows: &[T]) -> Vec<&T> {
    let mut found = of_kind(rows, Kind::Vaccine);
    newest_first(&mut found);
    found
}

/// Stays and operations, newest first.
pub fn stays<T: HasEntry>(rows: &[T]) -> Vec<&T> {
    let mut found = of_kind(rows, Kind::Stay);
    newest_first(&mut found);
    found
}

/// Measurements of one thing, oldest first, as a curve wants them.
pub fn measurements<T: HasEntry>(rows: &[T], what: Measure) -> Vec<&T> {
    let mut found = of_kind(rows, Kind::Measurement);
    found.retain(|row| matches!(row.entry(), Entry::Measurement(m) if m.what == Some(what)));
    found.sort_by_cached_key(|row| match row.entry() {
        Entry::Measurement(measurement) => (measurement.date, measurement.time.clone()),
        _ => (None, String::new()),
    });
    found
}

/// The last known weight with its day.
pub fn last_weight<T: HasEntry>(rows: &[T]) -> Option<(Kilograms, NaiveDate)> {
    last(rows, Measure::Weight, Measurement::weight)
}

/// The last known height with its day.
pub fn last_height<T: HasEntry>(rows: &[T]) -> Option<(Centimetres, NaiveDate)> {
    last(rows, Measure::Height, Measurement::height)
}

/// The newest value that can be read, whether it was written alone or among the values of a month.
fn last<T: HasEntry, V>(
    rows: &[T],
    what: Measure,
    read: fn(&Measurement) -> Option<V>,
) -> Option<(V, NaiveDate)> {
    let one = rows.iter().filter_map(|row| match row.entry() {
        Entry::Measurement(measurement) => Some(measurement.clone()),
        _ => None,
    });
    let of_months = rows.iter().filter_map(|row| match row.entry() {
        Entry::Readings(readings) if readings.what == Some(what) => Some(readings),
        _ => None,
    });
    let many = of_months.flat_map(|readings| {
        let points = readings.points.iter();
        points.map(|point| readings.measurement(point))
    });
    one.chain(many)
        .filter(|measurement| measurement.what == Some(what))
        .filter_map(|measurement| {
            let when = (measurement.date?, measurement.time.clone());
            Some((when, read(&measurement)?))
        })
        .max_by(|(one, _), (other, _)| one.cmp(other))
        .map(|((day, _), value)| (value, day))
}
