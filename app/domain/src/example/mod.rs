//! The carnet of Théo, who does not exist: a whole one, to try everything with. Names, numbers and papers are made up;
//! telephone numbers come from the ranges kept free for fiction (Arcep, 01 99 00 and 06 39 98).
//!
//! Everything is told from `today`, so that Théo is always ten.

mod agenda;
mod book;
mod consents;
mod contacts;
mod course;
mod curves;
mod equipment;
mod files;
mod habits;
mod health;
mod mdph;
mod measures;
mod notes;
mod paint;
mod papers;
mod pdf;
mod png;
mod procedures;
mod project;
mod reports;
mod settled;
mod stays;
mod treatments;
mod urgent;

use chrono::NaiveDate;

use crate::entry::Entry;
use crate::reference::EntryRef;
use book::Book;

/// An entry of the example.
#[derive(Debug, Clone)]
pub struct ExampleEntry {
    /// Its name within the example, which the links between its entries use. The one who makes the carnet gives real
    /// ids: see [`Entry::links_mut`].
    pub id: EntryRef,
    /// The entry.
    pub entry: Entry,
    /// The bytes of its files, in the order of [`Entry::files`]. The entry knows their name, type and size; the one who
    /// makes the carnet seals them and fills in the rest: see [`Entry::files_mut`].
    pub files: Vec<ExampleFile>,
}

/// A file of the example.
#[derive(Debug, Clone)]
pub struct ExampleFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The carnet of Théo, ten years old today.
pub fn theo(today: NaiveDate) -> Vec<ExampleEntry> {
    let mut book = Book::new(today);
    contacts::write(&mut book);
    consents::write(&mut book);
    health::write(&mut book);
    treatments::write(&mut book);
    equipment::write(&mut book);
    stays::write(&mut book);
    course::write(&mut book);
    habits::write(&mut book);
    measures::write(&mut book);
    curves::write(&mut book);
    papers::write(&mut book);
    project::write(&mut book);
    procedures::write(&mut book);
    reports::write(&mut book);
    mdph::write(&mut book);
    notes::write(&mut book);
    settled::write(&mut book);
    urgent::write(&mut book);
    agenda::write(&mut book);
    book.entries
}
