//! What a carnet holds: typed entries, their rules, their dates.
//!
//! * [`entry`]: the kinds of entries; [`Plain`] is the written form that gets sealed.
//! * [`lists`]: the closed lists they are written with.
//! * [`view`]: what pages show of many entries.
//!
//! No I/O, no clock ("today" is an argument), no randomness, no keys.
#![forbid(unsafe_code)]

mod decimal;
pub mod entry;
pub mod lists;
mod partial_date;
mod plain;
mod reference;
mod section;
mod term;
pub mod view;

pub use decimal::{Decimal, DecimalError, MAX_DIGITS};
pub use entry::{Entry, Kind};
pub use partial_date::{FIRST_YEAR, LAST_YEAR, PartialDate, PartialDateError};
pub use plain::{MAX_PLAIN, Plain, ReadError, VERSION};
pub use reference::{EntryRef, FileRef, FileSecret};
pub use section::Section;
pub use term::{Lang, Term};
