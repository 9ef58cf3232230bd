//! The journal as a table (RFC 4180), for any program that reads tables.

use super::line::Told;
use crate::browser;
use crate::words::Words;
use store::JournalView;

/// Offers the lines as a file.
pub(super) fn offer(lines: &[JournalView], told: &Told, t: Words) {
    let mut text = String::from("\u{feff}");
    let head = [
        t.journal_csv_day(),
        t.journal_csv_time(),
        t.journal_who(),
        t.journal_csv_what(),
        t.journal_section(),
        t.journal_csv_entries(),
    ];
    row(&mut text, head.map(str::to_owned));
    for line in lines {
        let (day, time) = browser::local_moment(line.at.0);
        let titles = told.titles(line).join(" · ");
        let cells = [
            day.to_string(),
            time,
            told.who(line),
            told.what(line),
            told.sections(line),
            titles,
        ];
        row(&mut text, cells);
    }
    browser::download(text.as_bytes(), "text/csv", t.journal_csv_file());
}

fn row(text: &mut String, cells: [String; 6]) {
    let cells = cells.map(|cell| quoted(&cell));
    text.push_str(&cells.join(";"));
    text.push_str("\r\n");
}

/// A cell. What a program for tables would take for a formula is kept from being one: names come from other people.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if formula { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_ends_early() {
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("dit \"oui\""), "\"dit \"\"oui\"\"\"");
        assert_eq!(quoted("Maman"), "\"Maman\"");
    }
}
