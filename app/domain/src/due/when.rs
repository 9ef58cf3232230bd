//! When something is due: a day, or a minute of it.

use core::cmp::Ordering;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// A day or a moment, in the local time of the carnet's person. Ordered by day, then what has no hour, then by the hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Some time that day.
    Day(NaiveDate),
    /// At that moment.
    At(NaiveDateTime),
}

impl When {
    /// The day.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::At(at) => at.date(),
        }
    }

    /// The hour, if there is one.
    pub fn hour(self) -> Option<NaiveTime> {
        match self {
            Self::Day(_) => None,
            Self::At(at) => Some(at.time()),
        }
    }
}

impl Ord for When {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.day(), self.hour()).cmp(&(other.day(), other.hour()))
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
