//! A moment that should not be missed, and what was said of it: the words that rights, the agenda and the reminders share.
//! [`crate::outlook`] gathers them all.

mod said;
mod what;
mod when;

use chrono::NaiveDate;

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
