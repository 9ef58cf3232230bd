//! What a file holds, beside what the agenda has already.

use crate::browser;
use crate::lists::rows::Row;
use crate::pages::agenda::items::day_name;
use crate::words::Words;
use domain::{Entry, Plain};
use store::calendar::{Found, own_uid};

/// One event, as an entry.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// The entry.
    pub(super) entry: Entry,
    /// What it is.
    pub(super) title: String,
    /// The agenda has it already.
    pub(super) known: bool,
    /// It is over.
    pub(super) past: bool,
    /// It is one date of something that repeats otherwise than the agenda can.
    pub(super) singly: bool,
}

/// What is offered.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offered {
    /// The events, the nearest first.
    pub(super) lines: Vec<Line>,
    /// How many more there are.
    pub(super) left: usize,
    /// How many could not be read.
    pub(super) unreadable: usize,
}

/// What can be taken, known things marked: by the name that the file gives them, which stays with what was taken in, and is an
/// entry's own where the file was written here.
pub(super) fn offered(found: &Found, rows: &[Row], t: Words) -> Offered {
    let today = browser::today();
    let known = |uid: &str| {
        !uid.is_empty()
            && rows.iter().any(|row| {
                let taken = match &row.entry {
                    Entry::Appointment(it) => &it.uid,
                    Entry::Series(it) => &it.uid,
                    Entry::Absence(_) => "",
                    _ => return false,
                };
                taken == uid || own_uid(&row.id.to_string()) == uid
            })
    };
    let mut unreadable = found.unreadable;
    let mut lines = Vec::new();
    for event in &found.events {
        let Ok(plain) = Plain::from_fields(event.fields.clone()) else {
            unreadable += 1;
            continue;
        };
        let last = match &plain.entry {
            Entry::Appointment(it) => it.last_day(),
            Entry::Series(it) => it.until,
            _ => {
                unreadable += 1;
                continue;
            }
        };
        lines.push(Line {
            title: plain.entry.title(t.terms()),
            known: known(&event.uid),
            past: last.is_some_and(|last| last < today),
            singly: event.singly,
            entry: plain.entry,
        });
    }
    lines.sort_by_key(|line| (line.past, line.entry.date()));
    Offered {
        lines,
        left: found.left,
        unreadable,
    }
}

impl Line {
    /// "mardi 8 décembre 2026, 08:30", "lundi, jeudi, 15:45, à partir du 1er septembre 2026".
    pub(super) fn when(&self, t: Words) -> String {
        match &self.entry {
            Entry::Appointment(it) => {
                let day = it.day.map(|day| day_name(day, t)).unwrap_or_default();
                with_hour(day, &it.time)
            }
            Entry::Series(it) => {
                let lines = self.entry.lines(t.terms());
                let said = |field: &str| {
                    let line = lines.iter().find(|line| line.field == field);
                    line.map(|line| line.text.clone()).unwrap_or_default()
                };
                let from = it.from.map(|day| t.agenda_from_day(day_name(day, t)));
                format!(
                    "{}, {}",
                    with_hour(said("days"), &it.time),
                    from.unwrap_or_default()
                )
            }
            _ => String::new(),
        }
    }
}

fn with_hour(day: String, time: &str) -> String {
    if time.is_empty() {
        day
    } else {
        format!("{day}, {time}")
    }
}
