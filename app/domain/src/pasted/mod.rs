//! Tables taken in: what people paste out of a spreadsheet, a mail or a CSV file.
//!
//! [`read`] finds the separator, the headings and what each column is; the person looks and corrects; [`Table::take`]
//! makes values of one column and says of every line that it cannot understand why. Dates as written in France come
//! first, ISO dates and times are understood, a comma is a decimal comma.

mod cells;
mod columns;
mod layout;

use crate::check::limits;
use crate::entry::{Amount, Reading, Readings};
use crate::lists::Unit;

pub use cells::{DayOrder, LineTrouble};
pub use columns::{ColumnSort, Guess};
pub use layout::{MAX_COLUMNS, MAX_LINES, MAX_TEXT, TableError, read};

/// A table as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What stood between its columns.
    pub separator: char,
    /// What its columns seem to be, one for each.
    pub columns: Vec<Guess>,
    /// Whether its dates say the day first, as in France, or the month.
    pub order: DayOrder,
    /// Its lines, without the headings.
    pub lines: Vec<TableLine>,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableLine {
    /// Which line of the text, from 1.
    pub number: u64,
    /// What stands in its columns.
    pub cells: Vec<String>,
}

/// Which columns to take, and how to read the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice<'a> {
    /// The column of the dates.
    pub date: usize,
    /// The column of the times of day.
    pub time: Option<usize>,
    /// The column of the values.
    pub value: usize,
    /// The column of the notes.
    pub note: Option<usize>,
    /// The unit of the values: "7h30" is understood where it is a time.
    pub unit: Option<Unit>,
    /// The grades, for scales that are no numbers.
    pub grades: &'a [&'a str],
}

/// What was made of a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// The values, in order of time.
    pub readings: Vec<Reading>,
    /// The lines that were not understood.
    pub refused: Vec<RefusedLine>,
    /// Lines without a value in this column.
    pub empty: usize,
}

/// A line that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedLine {
    /// Which line of the text, from 1.
    pub number: u64,
    /// Why.
    pub why: LineTrouble,
    /// The text in question.
    pub text: String,
}

impl Table {
    /// Makes values of a column. `today` tells a short year and refuses dates to come.
    pub fn take(&self, choice: Choice<'_>, today: chrono::NaiveDate) -> Taken {
        let mut taken = Taken::default();
        let mut seen = std::collections::HashSet::new();
        for line in &self.lines {
            let cell = |place: usize| line.cells.get(place).map_or("", String::as_str);
            if cell(choice.value).is_empty() {
                taken.empty += 1;
                continue;
            }
            let reading = self.reading(choice, &cell, today).and_then(|reading| {
                let moment = (reading.date, reading.time.clone());
                if seen.insert(moment) {
                    Ok(reading)
                } else {
                    Err((LineTrouble::SameMoment, cell(choice.date)))
                }
            });
            match reading {
                Ok(reading) => taken.readings.push(reading),
                Err((why, text)) => taken.refused.push(RefusedLine {
                    number: line.number,
                    why,
                    text: text.to_owned(),
                }),
            }
        }
        taken
            .readings
            .sort_by(|a, b| (a.date, &a.time).cmp(&(b.date, &b.time)));
        taken
    }

    fn reading<'a>(
        &self,
        choice: Choice<'_>,
        cell: &dyn Fn(usize) -> &'a str,
        today: chrono::NaiveDate,
    ) -> Result<Reading, (LineTrouble, &'a str)> {
        let written = cell(choice.date);
        let (date, with_date) =
            cells::date(written, self.order, today).ok_or((LineTrouble::NotADate, written))?;
        if date > today {
            return Err((LineTrouble::InTheFuture, written));
        }
        let time = match choice.time.map(cell) {
            None | Some("") => with_date,
            Some(text) => cells::time(text).ok_or((LineTrouble::NotATime, text))?,
        };
        let written = cell(choice.value);
        let amount = amount(written, choice).map_err(|why| (why, written))?;
        let note = choice.note.map_or("", cell);
        Ok(Reading {
            date,
            time,
            amount,
            note: note
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(limits::LINE)
                .collect(),
        })
    }
}

fn amount(text: &str, choice: Choice<'_>) -> Result<Amount, LineTrouble> {
    if !choice.grades.is_empty() {
        let known = choice
            .grades
            .iter()
            .find(|grade| grade.eq_ignore_ascii_case(text));
        return known
            .map(|grade| Amount::from(*grade))
            .ok_or(LineTrouble::NotAGrade);
    }
    let number = cells::duration(text, choice.unit).or_else(|| cells::number(text));
    number.map(Amount::Number).ok_or(LineTrouble::NotANumber)
}

impl Readings {
    /// As many entries as these values need: none holds more than fits. The first is `self` with the first values.
    pub fn in_entries(&self, readings: Vec<Reading>) -> Vec<Self> {
        /// Bytes of values for each entry: well under what an entry may hold.
        const BYTES: usize = 150_000;
        let mut entries = Vec::new();
        let (mut points, mut bytes) = (Vec::new(), 0);
        let with = |points: Vec<Reading>| Self {
            points,
            ..self.clone()
        };
        for reading in readings {
            let size = reading.to_string().len() + 3;
            if points.len() == limits::READINGS || bytes + size > BYTES {
                entries.push(with(core::mem::take(&mut points)));
                bytes = 0;
            }
            bytes += size;
            points.push(reading);
        }
        if !points.is_empty() {
            entries.push(with(points));
        }
        entries
    }
}
