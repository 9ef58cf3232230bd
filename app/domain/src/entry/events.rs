//! What happened in a day, as often as it happened: seizures, doses given, stools, sleep. One entry holds what one
//! author saw of one kind in one day, so that nobody's writing meets anybody else's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::lists::EventKind;
use crate::reference::{EntryRef, FileRef};

/// A day's events of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Events {
    /// What happened.
    pub what: Option<EventKind>,
    /// The measure of one's own that counts them.
    pub own: Option<EntryRef>,
    /// Its name, for events of one's own.
    pub name: String,
    /// The day on which they began.
    pub date: Option<NaiveDate>,
    /// Each of them.
    pub events: Vec<Event>,
    /// What to know about the day.
    pub note: String,
    /// Reports.
    pub documents: Vec<EntryRef>,
}

/// One event. Every event has a time; the other fields are filled in where they say something.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Event {
    /// When it began, `HH:MM`; empty if nobody knows.
    pub time: String,
    /// How long it lasted, in seconds.
    pub seconds: Option<u32>,
    /// Of which type: of a seizure, of stools.
    pub sort: String,
    /// What brought it about.
    pub trigger: String,
    /// The rescue medicine that was given, and how much.
    pub rescue: String,
    /// How the person came round.
    pub recovery: String,
    /// The treatment that was given.
    pub treatment: Option<EntryRef>,
    /// The dose that was given, in words.
    pub dose: String,
    /// How much, where it is counted: millilitres of a feed, points of pain.
    pub amount: Option<Decimal>,
    /// How many times the person woke up.
    pub wakings: Option<u32>,
    /// How good it was, 0 to 10.
    pub quality: Option<u8>,
    /// Who saw it.
    pub who: String,
    /// What to know.
    pub note: String,
    /// Films or photos of it.
    pub media: Vec<FileRef>,
}

impl Events {
    /// Whether new events of this sort and day go into it.
    pub fn takes(&self, other: &Self) -> bool {
        (self.what, &self.own, &self.name, self.date)
            == (other.what, &other.own, &other.name, other.date)
    }
}
