//! What a carnet holds: typed entries, their rules, their dates.
//!
//! * [`entry`]: the kinds of entries; [`Plain`] is the written form that gets sealed.
//! * [`lists`]: the closed lists they are written with.
//! * [`check`]: what a person should look at again before an entry is kept; [`identifiers`], [`age`].
//! * [`agenda`]: what takes place when, time zones, holidays.
//! * [`instruments`]: every measure as data; [`chart`]: series, scales and marks of curves; [`pasted`]: tables taken in.
//! * [`growth`]: where a measurement stands among healthy children of the same age.
//! * [`due`]: a moment that should not be missed, and what became of it; [`outlook`]: all of them; [`reminders`]: when one is told.
//! * [`mdph`]: the file for the MDPH, [`letters`]: letters to offices; [`paper`]: both as documents to print.
//! * [`merge`]: two changes made apart, put together.
//! * [`view`]: what pages show of many entries; [`export`]: what people take away.
//! * [`urgent`]: the urgent sheet, assembled from the rest, and its FHIR form.
//! * [`rights`]: what rights, procedures and other end dates ask for, with the reason of each day.
//! * [`example`]: the carnet of Théo, who does not exist.
//!
//! No I/O, no clock ("today" is an argument), no randomness, no keys.
#![forbid(unsafe_code)]

pub mod age;
pub mod agenda;
mod bounds;
pub mod chart;
pub mod check;
mod decimal;
pub mod due;
pub mod entry;
pub mod example;
pub mod export;
mod gather;
pub mod growth;
pub mod identifiers;
pub mod instruments;
pub mod letters;
pub mod lists;
pub mod mdph;
mod merge;
pub mod outlook;
pub mod paper;
mod partial_date;
pub mod pasted;
mod plain;
mod reference;
pub mod reminders;
pub mod rights;
mod section;
mod term;
pub mod urgent;
pub mod view;
mod words;

pub use age::{Age, SpokenAge};
pub use check::{Finding, Reason, Weight};
pub use decimal::{Decimal, DecimalError, MAX_DIGITS};
pub use entry::{Entry, Kind};
pub use merge::{FieldConflict, Merge, merge};
pub use partial_date::{FIRST_YEAR, LAST_YEAR, PartialDate, PartialDateError};
pub use plain::{MAX_PLAIN, Plain, ReadError, VERSION};
pub use reference::{EntryRef, FileRef, FileSecret};
pub use section::Section;
pub use term::{Lang, Term};
pub use words::{
    Line, date_in_words, day_in_words, duration_in_words, field_label, level_in_words,
    report_heading,
};
