//! A date as people know it: sometimes only the year, or the year and the month.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A year, a month of a year, or a day. Years 1850 to 2200, which is what a life can need and no slip of the finger.
///
/// Ordered by what is known: `2016` stands before `2016-03`, which stands before `2016-03-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Only the year is known.
    Year(i32),
    /// The year and the month (1 to 12) are known.
    Month(i32, u32),
    /// The day is known.
    Day(NaiveDate),
}

/// A text that is not a date of the form `2016`, `2016-03` or `2016-03-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a year, a month or a day between 1850 and 2200")]
pub struct PartialDateError;

/// The first year that can be written.
pub const FIRST_YEAR: i32 = 1850;
/// The last year that can be written.
pub const LAST_YEAR: i32 = 2200;

impl PartialDate {
    /// A year alone, if it can be written.
    pub fn year_only(year: i32) -> Option<Self> {
        (FIRST_YEAR..=LAST_YEAR)
            .contains(&year)
            .then_some(Self::Year(year))
    }

    /// A month of a year, if there is such a month.
    pub fn month_of(year: i32, month: u32) -> Option<Self> {
        ((FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&month))
            .then_some(Self::Month(year, month))
    }

    /// A day, if its year can be written.
    pub fn day(date: NaiveDate) -> Option<Self> {
        (FIRST_YEAR..=LAST_YEAR)
            .contains(&date.year())
            .then_some(Self::Day(date))
    }

    /// The year.
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(date) => date.year(),
        }
    }

    /// The month, if known.
    pub fn month(self) -> Option<u32> {
        match self {
            Self::Year(_) => None,
            Self::Month(_, month) => Some(month),
            Self::Day(date) => Some(date.month()),
        }
    }

    /// The first day that it can mean.
    pub fn first_day(self) -> NaiveDate {
        let first = match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Day(date) => Some(date),
        };
        first.unwrap_or(NaiveDate::MIN)
    }

    /// The last day that it can mean.
    pub fn last_day(self) -> NaiveDate {
        let months = match self {
            Self::Year(_) => 12,
            Self::Month(..) => 1,
            Self::Day(date) => return date,
        };
        let next = self.first_day().checked_add_months(Months::new(months));
        next.and_then(|day| day.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }

    /// Whether every day that it can mean lies before every day that `other` can mean.
    pub fn surely_before(self, other: Self) -> bool {
        self.last_day() < other.first_day()
    }

    fn key(self) -> (i32, u32, u32) {
        match self {
            Self::Year(year) => (year, 0, 0),
            Self::Month(year, month) => (year, month, 0),
            Self::Day(date) => (date.year(), date.month(), date.day()),
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(date: NaiveDate) -> Self {
        Self::Day(date)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(
                f,
                "{:04}-{:02}-{:02}",
                date.year(),
                date.month(),
                date.day()
            ),
        }
    }
}

impl FromStr for PartialDate {
    type Err = PartialDateError;

    fn from_str(text: &str) -> Result<Self, PartialDateError> {
        let number = |from: usize, to: usize| -> Option<u32> {
            let part = text.get(from..to)?;
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse().ok())?
        };
        let dash = |at: usize| text.as_bytes().get(at) == Some(&b'-');
        let year = number(0, 4).and_then(|year| i32::try_from(year).ok());
        let date = match text.len() {
            4 => year.and_then(Self::year_only),
            7 if dash(4) => year
                .zip(number(5, 7))
                .and_then(|(year, month)| Self::month_of(year, month)),
            10 if dash(4) && dash(7) => year
                .zip(number(5, 7).zip(number(8, 10)))
                .and_then(|(year, (month, day))| NaiveDate::from_ymd_opt(year, month, day))
                .and_then(Self::day),
            _ => None,
        };
        date.ok_or(PartialDateError)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
