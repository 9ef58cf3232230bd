//! Gathers the entries of the example, and knows the dates of Théo's life.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::files::ExampleFiles;
use super::{ExampleEntry, ExampleFile};
use crate::entry::Entry;
use crate::partial_date::PartialDate;
use crate::reference::{EntryRef, FileRef};

pub(super) struct Book {
    pub(super) today: NaiveDate,
    pub(super) birth: NaiveDate,
    pub(super) entries: Vec<ExampleEntry>,
}

impl Book {
    pub(super) fn new(today: NaiveDate) -> Self {
        let birth = today.checked_sub_months(Months::new(124)).unwrap_or(today);
        let birth = birth.checked_sub_days(Days::new(12)).unwrap_or(birth);
        Self {
            today,
            birth,
            entries: Vec::new(),
        }
    }

    /// The day on which Théo was this old.
    pub(super) fn aged(&self, years: u32, months: u32) -> NaiveDate {
        let day = self
            .birth
            .checked_add_months(Months::new(years * 12 + months));
        day.unwrap_or(self.today).min(self.today)
    }

    /// A day of the calendar year in which Théo turned this many years old. Up to nine it lies in the past.
    pub(super) fn in_year(&self, nth: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.birth.year() + nth, month, day).unwrap_or(self.today)
    }

    /// A month of the calendar year in which Théo turned this many years old.
    pub(super) fn month(&self, nth: i32, month: u32) -> Option<PartialDate> {
        PartialDate::month_of(self.birth.year() + nth, month)
    }

    /// Days before today.
    pub(super) fn ago(&self, days: u64) -> NaiveDate {
        self.today
            .checked_sub_days(Days::new(days))
            .unwrap_or(self.today)
    }

    /// Days after today.
    pub(super) fn soon(&self, days: u64) -> NaiveDate {
        self.today
            .checked_add_days(Days::new(days))
            .unwrap_or(self.today)
    }

    /// The year in which the current school year began (on 1 September).
    pub(super) fn school_year(&self) -> i32 {
        self.today.year() - i32::from(self.today.month() < 9)
    }

    pub(super) fn add(&mut self, id: &str, entry: Entry) {
        self.entries.push(ExampleEntry {
            id: id.into(),
            entry,
            files: Vec::new(),
        });
    }

    /// An entry with files: the entry is made with the references to them.
    pub(super) fn add_with(
        &mut self,
        id: &str,
        files: Vec<ExampleFile>,
        entry: impl FnOnce(ExampleFiles) -> Entry,
    ) {
        let references = files.iter().map(|file| FileRef {
            size: file.bytes.len() as u64,
            mime: file.mime.to_owned(),
            name: file.name.clone(),
            ..FileRef::default()
        });
        let entry = entry(references.collect());
        self.entries.push(ExampleEntry {
            id: id.into(),
            entry,
            files,
        });
    }
}

/// A day as a date that could also have been a year.
pub(super) fn on(day: NaiveDate) -> Option<PartialDate> {
    Some(PartialDate::Day(day))
}

/// Links by name.
pub(super) fn to(names: &[&str]) -> Vec<EntryRef> {
    names.iter().map(|name| EntryRef::from(*name)).collect()
}
