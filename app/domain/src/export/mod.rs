//! "Take everything away": the readable page and the JSON that go into the zip beside the original files.
//!
//! Neither needs this software: the page is one file without scripts, and the JSON repeats every field of every entry,
//! those of newer versions included, but for the keys of sealed files, which the files themselves make needless.

mod harmless;
pub(crate) mod html;
mod json;
mod page;
mod paths;

use chrono::NaiveDate;

use crate::entry::Entry;
use crate::plain::Plain;
use crate::reference::EntryRef;
use crate::view::HasEntry;

pub use harmless::harmless;
pub use json::entries_json;
pub use page::index_html;
pub use paths::{PlannedFile, planned_files, planned_pieces};

/// An entry with what the log says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: EntryRef,
    /// Its written form.
    pub plain: Plain,
    /// Who wrote this version, as shown to people.
    pub author: String,
    /// The day it was written.
    pub written: Option<NaiveDate>,
}

impl HasEntry for Record {
    fn entry(&self) -> &Entry {
        &self.plain.entry
    }
}
