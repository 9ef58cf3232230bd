//! Everyday life: habits, and the notes people leave each other.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::{Colour, HabitHeading};
use crate::reference::{EntryRef, FileRef};

/// A habit of life: what somebody new must know about one heading. A heading may have several.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Habit {
    /// Under which of the eighteen headings.
    pub heading: Option<HabitHeading>,
    /// What to know, in the family's words.
    pub text: String,
    /// How much it matters.
    pub colour: Option<Colour>,
    /// Photos or films that show it.
    pub media: Vec<FileRef>,
    /// The day from which it holds.
    pub date: Option<NaiveDate>,
}

/// A note in the liaison notebook.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Note {
    /// What is said.
    pub text: String,
    /// The day it is about.
    pub date: Option<NaiveDate>,
    /// For whom, in words: "l'école", "Papa".
    pub addressee: String,
    /// For whom, as a contact entry.
    pub addressee_contact: Option<EntryRef>,
    /// For which members of the carnet: their ids, as text.
    pub members: Vec<String>,
    /// The entry it speaks about; for an answer, the note that it answers.
    pub about: Option<EntryRef>,
    /// Photos or films.
    pub media: Vec<FileRef>,
}
