//! What the columns of a table seem to be.

use chrono::NaiveDate;

use super::cells::{self, DayOrder};
use crate::lists::{Measure, Unit};
use crate::term::{Lang, Term};
use crate::view::fold;

/// What a column seems to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// Its heading; empty without headings.
    pub heading: String,
    /// What it seems to be.
    pub sort: ColumnSort,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnSort {
    /// Days.
    Date,
    /// Times of day.
    Time,
    /// Values, with what its heading says of them.
    Value {
        /// What was measured, if the heading says it.
        measure: Option<Measure>,
        /// The unit, if the heading says it.
        unit: Option<Unit>,
    },
    /// Notes in words.
    Note,
    /// Nothing of use.
    Unused,
}

/// Guesses what the columns are, from their headings and what stands below.
pub(super) fn guess(
    headings: Option<&[String]>,
    lines: &[&[String]],
    width: usize,
    order: DayOrder,
    today: NaiveDate,
) -> Vec<Guess> {
    let share = |column: usize, fits: &dyn Fn(&str) -> bool| {
        let filled = lines.iter().filter_map(|cells| cells.get(column));
        let filled: Vec<&String> = filled.filter(|cell| !cell.is_empty()).collect();
        let fitting = filled.iter().filter(|cell| fits(cell)).count();
        (fitting, filled.len())
    };
    let mostly = |column: usize, fits: &dyn Fn(&str) -> bool| {
        let (fitting, filled) = share(column, fits);
        fitting > 0 && fitting * 2 >= filled
    };
    let is_date = |cell: &str| cells::date(cell, order, today).is_some();
    let dates = (0..width).max_by_key(|column| (share(*column, &is_date).0, width - column));
    let dates = dates.filter(|column| mostly(*column, &is_date));
    let mut noted = false;
    (0..width)
        .map(|column| {
            let heading = headings
                .and_then(|headings| headings.get(column))
                .cloned()
                .unwrap_or_default();
            let (measure, unit) = said_by(&heading);
            let is_value = |cell: &str| cells::number(cell).is_some();
            let graded = |cell: &str| {
                let grades = measure.map_or(&[][..], Measure::grades);
                grades.contains(&cell)
            };
            let sort = if dates == Some(column) {
                ColumnSort::Date
            } else if mostly(column, &is_value) || mostly(column, &graded) {
                ColumnSort::Value { measure, unit }
            } else if mostly(column, &|cell| cells::time(cell).is_some()) {
                match measure {
                    // "7h30" under "Sommeil" is how long, not when.
                    Some(measure) => ColumnSort::Value {
                        measure: Some(measure),
                        unit,
                    },
                    None => ColumnSort::Time,
                }
            } else if !noted && share(column, &|_| true).1 > 0 && !mostly(column, &is_date) {
                noted = true;
                ColumnSort::Note
            } else {
                ColumnSort::Unused
            };
            Guess { heading, sort }
        })
        .collect()
}

/// Short and other names that people put above columns.
const OTHER_NAMES: &[(&str, Measure)] = &[
    ("pds", Measure::Weight),
    ("longueur", Measure::Height),
    ("length", Measure::Height),
    ("pc", Measure::HeadCircumference),
    ("temp", Measure::Temperature),
    ("fc", Measure::HeartRate),
    ("spo2", Measure::OxygenSaturation),
    ("sat", Measure::OxygenSaturation),
    ("douleur", Measure::Pain),
    ("pain", Measure::Pain),
    ("eva", Measure::Pain),
    ("crise", Measure::Seizures),
    ("humeur", Measure::Mood),
    ("mood", Measure::Mood),
    ("cobb", Measure::CobbAngle),
    ("gmfcs", Measure::Gmfcs),
    ("gmfm", Measure::Gmfm),
    ("ashworth", Measure::Ashworth),
];

/// The measure and the unit that a heading names: "Poids (kg)".
fn said_by(heading: &str) -> (Option<Measure>, Option<Unit>) {
    let folded = fold(heading);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric() && c != '%' && c != '°')
        .filter(|word| !word.is_empty())
        .collect();
    let named = |measure: &&Measure| {
        [Lang::Fr, Lang::En].into_iter().any(|lang| {
            let label = fold(measure.label(lang));
            folded.starts_with(&label) && **measure != Measure::Custom
        })
    };
    // The longest name counts: "Taille assise" is not "Taille".
    let by_name = Measure::ALL
        .iter()
        .filter(named)
        .max_by_key(|measure| measure.label(Lang::Fr).len());
    let by_other = || {
        let found = OTHER_NAMES.iter().find(|(name, _)| words.contains(name));
        found.map(|(_, measure)| *measure)
    };
    let measure = by_name.copied().or_else(by_other);
    let unit = Unit::ALL.iter().copied().find(|unit| {
        let label = unit.label(Lang::Fr).to_lowercase();
        words.iter().skip(1).any(|word| *word == label)
    });
    let unit = match measure {
        Some(measure) => unit
            .filter(|unit| measure.units().contains(unit))
            .or_else(|| measure.units().first().copied()),
        None => unit,
    };
    (measure, unit)
}
