//! Appointments and sessions that are due.

use chrono::NaiveDate;

use super::{Sort, between};
use crate::due::{Due, What};
use crate::view::HasEntry;

/// Every appointment and session that is planned from `from` to `to`, both included, the nearest first. What was cancelled,
/// took place or pauses is not due.
pub fn due<T: HasEntry>(rows: &[T], from: NaiveDate, to: NaiveDate) -> Vec<Due<'_, T>> {
    let due = between(rows, from, to).into_iter().filter_map(|occasion| {
        let what = match occasion.sort {
            Sort::Appointment => What::Appointment,
            Sort::Session => What::Session,
            Sort::Absence => return None,
        };
        let begins = (from..=to).contains(&occasion.when.day());
        (begins && occasion.takes_place()).then_some(Due {
            row: occasion.row,
            what,
            occurrence: occasion.planned,
            when: occasion.when,
        })
    });
    due.collect()
}
