//! Gathers the filled-in fields of an entry.

use chrono::NaiveDate;

use super::{Line, date_in_words, day_in_words, field_label};
use crate::partial_date::PartialDate;
use crate::reference::FileRef;
use crate::term::{Lang, Term};

pub(super) struct Lines {
    pub(super) lang: Lang,
    out: Vec<Line>,
}

impl Lines {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            out: Vec::new(),
        }
    }

    pub(super) fn done(self) -> Vec<Line> {
        self.out
    }

    /// A text, unless it is empty.
    pub(super) fn text(&mut self, field: &'static str, text: &str) {
        if !text.trim().is_empty() {
            let label = field_label(field, self.lang).unwrap_or(field);
            self.out.push(Line {
                field,
                label,
                text: text.to_owned(),
            });
        }
    }

    /// A text under a name of its own.
    pub(super) fn said(&mut self, field: &'static str, label: &'static str, text: &str) {
        if !text.trim().is_empty() {
            self.out.push(Line {
                field,
                label,
                text: text.to_owned(),
            });
        }
    }

    pub(super) fn texts(&mut self, fields: &[(&'static str, &str)]) {
        for (field, text) in fields {
            self.text(field, text);
        }
    }

    pub(super) fn term<T: Term>(&mut self, field: &'static str, term: Option<T>) {
        if let Some(term) = term {
            self.text(field, term.label(self.lang));
        }
    }

    pub(super) fn date(&mut self, field: &'static str, date: Option<PartialDate>) {
        if let Some(date) = date {
            self.text(field, &date_in_words(date, self.lang));
        }
    }

    pub(super) fn day(&mut self, field: &'static str, day: Option<NaiveDate>) {
        if let Some(day) = day {
            self.text(field, &day_in_words(day, self.lang));
        }
    }

    /// Something that holds or does not; said only when it holds.
    pub(super) fn yes(&mut self, field: &'static str, holds: bool) {
        if holds {
            self.text(field, self.lang.pick("oui", "yes"));
        }
    }

    /// Several things, one a line.
    pub(super) fn items(&mut self, field: &'static str, items: impl IntoIterator<Item = String>) {
        let items: Vec<String> = items
            .into_iter()
            .filter(|item| !item.trim().is_empty())
            .collect();
        self.text(field, &items.join("\n"));
    }

    pub(super) fn files(&mut self, field: &'static str, files: &[FileRef]) {
        self.items(field, files.iter().map(|file| file.name.clone()));
    }
}
