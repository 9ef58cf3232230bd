//! Read marks: what one reader of the liaison notebook has read.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::reference::EntryRef;

/// The notes that its author has read, gathered for a month: many marks, few entries, and two devices of one reader never
/// stand against each other. Who has read is who signed it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// The first day of the month in which they were read.
    pub month: Option<NaiveDate>,
    /// The notes.
    pub notes: Vec<EntryRef>,
}
