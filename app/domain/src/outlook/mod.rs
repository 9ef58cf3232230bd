//! What lies ahead and what was missed: everything due in a carnet, gathered in one place, so that Today, the agenda and the
//! reminders say the same.

mod board;
mod written;

use chrono::NaiveDate;

use crate::due::Due;
use crate::view::HasEntry;

pub use board::{Board, Line, PROCEDURES_AHEAD, SOON, board};

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
