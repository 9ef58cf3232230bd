//! Dates written in entries that come up: the next check of a device, the next dose of a vaccine, the review of a
//! project, the end of a protection measure.

use chrono::NaiveDate;

use super::HasEntry;
use crate::entry::Entry;

/// A date that comes up.
#[derive(Debug)]
pub struct Coming<'a, T> {
    /// The day; the first possible one if only the month is known.
    pub day: NaiveDate,
    /// Which field holds it.
    pub field: &'static str,
    /// The entry that holds it.
    pub row: &'a T,
}

/// Dates from `from` on, the nearest first. Give a day in the past to see what was missed.
pub fn coming_up<T: HasEntry>(rows: &[T], from: NaiveDate) -> Vec<Coming<'_, T>> {
    let dated = rows.iter().filter_map(|row| {
        let (field, day) = match row.entry() {
            Entry::Device(device) if device.until.is_none() => ("next_check", device.next_check?),
            Entry::Vaccine(vaccine) => ("next", vaccine.next?.first_day()),
            Entry::Project(project) => ("review", project.review?),
            Entry::Objective(objective) => ("review", objective.review?),
            Entry::Identity(identity) => ("protection", identity.protection.as_ref()?.to?),
            _ => return None,
        };
        Some(Coming { day, field, row })
    });
    let mut coming: Vec<Coming<'_, T>> = dated.filter(|coming| coming.day >= from).collect();
    coming.sort_by_key(|coming| coming.day);
    coming
}
