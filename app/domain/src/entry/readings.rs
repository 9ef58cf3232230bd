//! Many values of one thing in one entry: what one author wrote down in a month, or a series taken in from a table.
//!
//! Each value is one short text, so that twenty years of daily values stay light and readable:
//! `"2026-03-01 3.42"`, `"2026-03-01T07:30 8.5 after school"`, `"2026-03-01 1+"`.

use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::measurement::Measurement;
use crate::decimal::Decimal;
use crate::lists::{Measure, Position, Side, Unit};
use crate::reference::EntryRef;

/// Values of one thing, measured in one way.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Readings {
    /// What was measured; [`Measure::Custom`] for a measure of one's own.
    pub what: Option<Measure>,
    /// The measure of one's own.
    pub own: Option<EntryRef>,
    /// Its name, or the joint or muscle.
    pub name: String,
    /// The unit of all numbers.
    pub unit: Option<Unit>,
    /// The unit in words, where the list has none.
    pub unit_text: String,
    /// On which side.
    pub side: Option<Side>,
    /// How the person was placed.
    pub position: Option<Position>,
    /// With what.
    pub device: String,
    /// Who measured.
    pub who: String,
    /// Where the values come from: the name of a table that was taken in.
    pub source: String,
    /// The values. Any order.
    pub points: Vec<Reading>,
    /// What to know.
    pub note: String,
    /// The reports they come from.
    pub documents: Vec<EntryRef>,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The day.
    pub date: NaiveDate,
    /// The time, `HH:MM`, if it matters; else empty.
    pub time: String,
    /// How much.
    pub amount: Amount,
    /// A few words.
    pub note: String,
}

/// A number, or the grade of a scale that is no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// A number. Yes is 1, no is 0.
    Number(Decimal),
    /// A grade: "1+", "III". Without blanks.
    Grade(String),
}

/// A text that is no value: see [`Reading`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day, a value and a few words")]
pub struct ReadingError;

impl From<&str> for Amount {
    /// A number if it reads as one; the grades "0" and "2" are written as numbers too.
    fn from(text: &str) -> Self {
        let number = text.parse();
        number.map_or_else(|_| Self::Grade(text.to_owned()), Self::Number)
    }
}

impl Amount {
    /// The number, if it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Grade(_) => None,
        }
    }

    /// As it is written: "3.42", "1+".
    pub fn code(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Grade(grade) => grade.clone(),
        }
    }
}

impl Readings {
    /// Whether both hold values of the same thing, measured the same way, so that they may stand in one entry.
    pub fn alike(&self, other: &Self) -> bool {
        let thing = |r: &Self| {
            (
                (r.what, r.own.clone(), r.name.clone(), r.unit),
                (r.unit_text.clone(), r.side, r.position, r.device.clone()),
                (r.who.clone(), r.source.clone()),
            )
        };
        thing(self) == thing(other)
    }

    /// Whether all its values lie in the month of this day: the bundle that a new value of the month goes into.
    pub fn is_of_month(&self, day: NaiveDate) -> bool {
        let month = |day: NaiveDate| (day.year(), day.month());
        !self.points.is_empty()
            && self
                .points
                .iter()
                .all(|point| month(point.date) == month(day))
    }

    /// One of its values as a measurement of its own.
    pub fn measurement(&self, point: &Reading) -> Measurement {
        let (value, grade) = match &point.amount {
            Amount::Number(number) if !self.graded() => (Some(*number), String::new()),
            amount => (None, amount.code()),
        };
        Measurement {
            what: self.what,
            name: self.name.clone(),
            value,
            grade,
            unit: self.unit,
            unit_text: self.unit_text.clone(),
            date: Some(point.date),
            time: point.time.clone(),
            who: self.who.clone(),
            side: self.side,
            position: self.position,
            oedema: false,
            device: self.device.clone(),
            note: point.note.clone(),
            documents: self.documents.clone(),
        }
    }

    fn graded(&self) -> bool {
        self.what.is_some_and(|what| !what.grades().is_empty())
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date.format("%Y-%m-%d"))?;
        if !self.time.is_empty() {
            write!(f, "T{}", self.time)?;
        }
        write!(f, " {}", self.amount.code())?;
        if !self.note.is_empty() {
            write!(f, " {}", self.note)?;
        }
        Ok(())
    }
}

impl FromStr for Reading {
    type Err = ReadingError;

    fn from_str(text: &str) -> Result<Self, ReadingError> {
        let (when, rest) = text.split_once(' ').ok_or(ReadingError)?;
        let (amount, note) = rest.split_once(' ').unwrap_or((rest, ""));
        let (date, time) = when.split_once('T').unwrap_or((when, ""));
        let date = (date.len() == 10)
            .then(|| NaiveDate::parse_from_str(date, "%Y-%m-%d").ok())
            .flatten()
            .ok_or(ReadingError)?;
        if amount.is_empty() {
            return Err(ReadingError);
        }
        Ok(Self {
            date,
            time: time.to_owned(),
            amount: Amount::from(amount),
            note: note.to_owned(),
        })
    }
}

impl Serialize for Reading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Reading {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
