//! The agenda as an iCalendar file (RFC 5545), and such files read.
//!
//! All of it is heavy work (see [`crate::ports::Heavy`]): it knows every time zone of the world and takes in what strangers
//! wrote, so in a browser it runs in the worker, whose module the page need not load. What goes there and comes back is text.
//!
//! * [`write()`]: appointments, series with their exceptions, absences; in full, with titles only, or as "busy" only;
//! * [`read()`]: events of a foreign file as entries to choose from.

mod event;
mod foreign;
mod moment;
mod read;
mod rule;
mod singly;
mod write;

use chrono::NaiveDate;
use domain::Lang;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use read::read;
pub use write::write;

/// The longest file that is taken in, in bytes: some ten thousand events.
pub const MAX_FILE: usize = 4 * 1024 * 1024;
/// Events shown of one file.
pub const MOST: usize = 500;

/// What is asked of the worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum CalendarJob {
    /// To write a file.
    Write(Outgoing),
    /// To read one.
    Read(Incoming),
}

/// What it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CalendarAnswer {
    /// The file.
    Written(String),
    /// What the file holds.
    Found(Found),
}

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// Everything that is written.
    Full,
    /// When and what.
    Titles,
    /// When.
    Busy,
}

/// An agenda on its way out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Outgoing {
    /// What programs call the calendar.
    pub name: String,
    /// The day on which it is written: exceptions are written for two years from then.
    pub today: NaiveDate,
    /// Only what lies between these days, both included.
    pub window: Option<(NaiveDate, NaiveDate)>,
    /// How much is told.
    pub detail: Detail,
    /// Events get names that follow from this and cannot be led back to entries. Without it their names are the entries'.
    pub salt: Option<String>,
    /// Words are French, else English.
    pub french: bool,
    /// The entries.
    pub entries: Vec<OutgoingEntry>,
}

/// An entry on its way out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OutgoingEntry {
    /// Its id.
    pub id: String,
    /// When this version was written, in seconds.
    pub at: u64,
    /// Its written form.
    pub fields: Map<String, Value>,
}

/// A file on its way in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Incoming {
    /// Its text.
    pub text: String,
    /// The person's time zone.
    pub zone: String,
    /// The day on which it is read: of what repeats otherwise than from week to week, two years from then are taken singly.
    pub today: NaiveDate,
    /// Words are French, else English.
    pub french: bool,
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Its events.
    pub events: Vec<FoundEvent>,
    /// How many more there are.
    pub left: usize,
    /// How many could not be read, or are no events.
    pub unreadable: usize,
}

/// An event of a file, as an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundEvent {
    /// What it is called in the file.
    pub uid: String,
    /// The entry, in its written form.
    pub fields: Map<String, Value>,
    /// It is one date of something that repeats in a way that the agenda does not have.
    pub singly: bool,
}

impl Outgoing {
    fn lang(&self) -> Lang {
        if self.french { Lang::Fr } else { Lang::En }
    }
}

/// Does a job.
pub fn work(job: &CalendarJob) -> CalendarAnswer {
    match job {
        CalendarJob::Write(outgoing) => CalendarAnswer::Written(write(outgoing)),
        CalendarJob::Read(incoming) => CalendarAnswer::Found(read(incoming)),
    }
}

/// The name of an entry of this carnet in a file that was written here.
pub fn own_uid(id: &str) -> String {
    format!("{id}@carnet")
}
