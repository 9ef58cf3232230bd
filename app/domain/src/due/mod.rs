//! What is due: every moment of a carnet that should not be missed, from one place, so that Today, the agenda and the
//! reminders say the same.

mod board;
mod said;
mod what;
mod when;
mod written;

use chrono::NaiveDate;

use crate::view::HasEntry;

pub use board::{Board, Line, PROCEDURES_AHEAD, SOON, board};
pub use said::{Cause, Said, Standing};
pub use what::What;
pub use when::When;

/// A moment that should not be missed, following from one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due<'a, T> {
    /// The entry it follows from.
    pub row: &'a T,
    /// Which of the entry's moments. With the row and the occurrence this is the *cause*: one cause has one line on Today and
    /// one set of reminders.
    pub what: What,
    /// Of something that repeats: the day on which this occurrence was planned. It stays when the occurrence is moved.
    pub occurrence: Option<NaiveDate>,
    /// When, in the local time of the carnet's person.
    pub when: When,
}

/// Everything due from `from` to `to`, both days included, the nearest first. Give a day in the past to see what was missed.
/// What was done or put off is still in it.
pub fn all<T: HasEntry>(rows: &[T], from: NaiveDate, to: NaiveDate) -> Vec<Due<'_, T>> {
    let mut all = written::due(rows);
    all.extend(crate::rights::due(rows));
    all.extend(crate::agenda::due(rows, from, to));
    all.retain(|due| (from..=to).contains(&due.when.day()));
    all.sort_by_key(|due| (due.when, due.what));
    all
}
