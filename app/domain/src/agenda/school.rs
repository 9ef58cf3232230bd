//! School holidays by zone, as far as they are published.
//!
//! Source: PyPI `vacances_scolaires_france` 0.12.0, after the ministry's open data; both days are free. Not cross-checked.

use chrono::NaiveDate;
use std::sync::OnceLock;

use crate::lists::SchoolZone;
use crate::term::Term;

const TABLE: &str = include_str!("../../data/calendar/school_holidays.csv");

/// A time without school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolHoliday {
    /// In which zone.
    pub zone: SchoolZone,
    /// The first free day.
    pub first: NaiveDate,
    /// The last free day.
    pub last: NaiveDate,
    /// What they are called, in French.
    pub name: &'static str,
}

/// The table, read once.
fn table() -> &'static [SchoolHoliday] {
    static READ: OnceLock<Vec<SchoolHoliday>> = OnceLock::new();
    READ.get_or_init(|| TABLE.lines().skip(1).filter_map(row).collect())
}

fn row(line: &'static str) -> Option<SchoolHoliday> {
    let mut cells = line.splitn(4, ',');
    Some(SchoolHoliday {
        zone: SchoolZone::from_code(cells.next()?)?,
        first: cells.next()?.parse().ok()?,
        last: cells.next()?.parse().ok()?,
        name: cells.next()?,
    })
}

/// The school holidays in which a day lies.
pub fn school_holiday(day: NaiveDate, zone: SchoolZone) -> Option<SchoolHoliday> {
    let mut table = table().iter();
    table
        .find(|row| row.zone == zone && (row.first..=row.last).contains(&day))
        .copied()
}

/// The last day up to which school holidays are known: after it nothing can be said.
pub fn school_known_until() -> NaiveDate {
    let last = table().iter().map(|row| row.last).max();
    last.unwrap_or_default()
}
