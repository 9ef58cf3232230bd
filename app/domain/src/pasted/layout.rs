//! Where the columns and lines of a pasted text are.

use chrono::NaiveDate;

use super::cells::{self, DayOrder};
use super::columns::{ColumnSort, guess};
use super::{Table, TableLine};

/// Bytes of a text that is looked at.
pub const MAX_TEXT: usize = 4 * 1024 * 1024;
/// Lines of a table.
pub const MAX_LINES: usize = 50_000;
/// Columns of a table.
pub const MAX_COLUMNS: usize = 60;

/// A text that is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Nothing stands in it.
    #[error("nothing stands in it")]
    Empty,
    /// Longer than [`MAX_TEXT`], or with more lines or columns than [`MAX_LINES`] and [`MAX_COLUMNS`].
    #[error("too long for a table")]
    TooLong,
    /// No column holds dates, or there is only one.
    #[error("no column of dates beside another column")]
    NoDates,
}

/// Separators in the order in which they are believed: a comma may be a decimal comma.
const SEPARATORS: [char; 5] = ['\t', ';', '|', ',', ' '];

/// Reads a pasted text or a CSV file.
pub fn read(text: &str, today: NaiveDate) -> Result<Table, TableError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > MAX_TEXT {
        return Err(TableError::TooLong);
    }
    if text.trim().is_empty() {
        return Err(TableError::Empty);
    }
    let mut trouble = TableError::NoDates;
    for separator in SEPARATORS {
        let lines = match lines(text, separator) {
            Ok(lines) if at_least_two_columns(&lines) => lines,
            Ok(_) => continue,
            Err(error) => {
                trouble = error;
                continue;
            }
        };
        if let Some(table) = table(separator, lines, today) {
            return Ok(table);
        }
    }
    Err(trouble)
}

fn lines(text: &str, separator: char) -> Result<Vec<TableLine>, TableError> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader
        .delimiter(u8::try_from(separator).unwrap_or(b';'))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All);
    let mut lines = Vec::new();
    for record in reader.from_reader(text.as_bytes()).records() {
        // The text is UTF-8 and lines may differ in length: nothing is left to fail but the memory.
        let record = record.map_err(|_| TableError::TooLong)?;
        if record.len() > MAX_COLUMNS || lines.len() == MAX_LINES {
            return Err(TableError::TooLong);
        }
        if record.iter().all(str::is_empty) {
            continue;
        }
        lines.push(TableLine {
            number: record.position().map_or(0, |place| line_of(text, place)),
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    Ok(lines)
}

/// The line on which a record begins: the reader says where it began to look, which may be on empty lines before it.
fn line_of(text: &str, place: &csv::Position) -> u64 {
    let start = usize::try_from(place.byte()).unwrap_or(usize::MAX);
    let ahead = text.as_bytes().get(start..).unwrap_or_default();
    let empty = ahead.iter().take_while(|byte| byte.is_ascii_whitespace());
    let skipped = empty.filter(|byte| **byte == b'\n').count();
    place.line() + u64::try_from(skipped).unwrap_or(0)
}

/// Whether most lines have more than one column.
fn at_least_two_columns(lines: &[TableLine]) -> bool {
    let wide = lines.iter().filter(|line| line.cells.len() > 1).count();
    wide * 2 > lines.len()
}

fn table(separator: char, mut lines: Vec<TableLine>, today: NaiveDate) -> Option<Table> {
    let width = lines.iter().map(|line| line.cells.len()).max()?;
    let order = (0..width)
        .map(|column| {
            let cells = lines.iter().filter_map(|line| line.cells.get(column));
            cells::order_of(cells.map(String::as_str), today)
        })
        .find(|order| *order == DayOrder::MonthFirst)
        .unwrap_or_default();
    let first = lines.first()?;
    let has_date = first
        .cells
        .iter()
        .any(|cell| cells::date(cell, order, today).is_some());
    let has_value = first.cells.iter().any(|cell| cells::number(cell).is_some());
    // A first line with a number but a date that cannot be read is a bad line, not a heading.
    let headings = (!has_date && !has_value).then(|| lines.remove(0).cells);
    let body: Vec<&[String]> = lines.iter().map(|line| line.cells.as_slice()).collect();
    let columns = guess(headings.as_deref(), &body, width, order, today);
    let dated = columns.iter().any(|column| column.sort == ColumnSort::Date);
    (dated && width > 1).then_some(Table {
        separator,
        columns,
        order,
        lines,
    })
}
