//! Who has read which note. Each reader's marks are entries of their own, so that nobody stands in another's way; only a mark
//! that somebody signed counts as theirs.

use crate::browser;
use crate::desk::Desk;
use crate::lists::rows::Row;
use chrono::{Datelike, NaiveDate};
use domain::entry::Seen;
use domain::{Entry, EntryRef};
use std::collections::{BTreeMap, BTreeSet};
use store::{Edit, EntryId, MemberId};

/// Marks in one entry before another is begun.
const MOST: usize = 900;

/// Who has read what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// The readers of each note, by its id as text.
    readers: BTreeMap<String, BTreeSet<MemberId>>,
    me: Option<MemberId>,
}

impl Marks {
    pub(super) fn of(rows: &[Row], me: Option<MemberId>) -> Self {
        let mut readers: BTreeMap<String, BTreeSet<MemberId>> = BTreeMap::new();
        for row in rows {
            if let Entry::Seen(seen) = &row.entry {
                for note in &seen.notes {
                    let of_note = readers.entry(note.as_str().to_owned()).or_default();
                    of_note.insert(row.author);
                }
            }
        }
        Self { readers, me }
    }

    /// Whether this person has neither written nor read a note.
    pub(super) fn unread(&self, note: &Row) -> bool {
        let Some(me) = self.me else { return false };
        let readers = self.readers.get(&note.id.to_string());
        note.author != me && !readers.is_some_and(|readers| readers.contains(&me))
    }

    /// Who has read a note, its author aside.
    pub(super) fn readers(&self, note: &Row) -> Vec<MemberId> {
        let readers = self.readers.get(&note.id.to_string()).into_iter().flatten();
        readers
            .copied()
            .filter(|reader| *reader != note.author)
            .collect()
    }
}

/// Marks notes as read by who is in: into this month's entry of marks, or a new one.
pub(super) fn mark(desk: Desk, notes: Vec<EntryId>) {
    let Some(carnet) = desk.carnet_now() else {
        return;
    };
    let today = browser::today();
    let month = NaiveDate::from_ymd_opt(today.year(), today.month(), 1);
    let own = carnet.entries.values().find_map(|view| {
        let version = view.current()?;
        let plain = version.plain()?;
        match &plain.entry {
            Entry::Seen(seen)
                if version.author == carnet.me
                    && seen.month == month
                    && seen.notes.len() + notes.len() <= MOST
                    && plain.editable() =>
            {
                Some((view.clone(), plain.clone(), seen.clone()))
            }
            _ => None,
        }
    });
    let new = notes.iter().map(|note| EntryRef(note.to_string()));
    let edit = match own {
        Some((view, plain, mut seen)) => {
            seen.notes.extend(new);
            seen.notes.sort();
            seen.notes.dedup();
            Edit::of(view.id, &view.versions, plain.with(Entry::Seen(seen)))
        }
        None => Edit::new(Entry::Seen(Seen {
            month,
            notes: new.collect(),
        })),
    };
    // Without network it is sent later, like every entry; if it is refused, the notes stay unread.
    desk.ask(async move |keeper| keeper.put(edit).await, |_| ());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: u8, author: u8, entry: Entry) -> Row {
        Row {
            id: EntryId::from_bytes([id; 16]),
            entry,
            editable: true,
            conflict: false,
            unsent: false,
            by: String::new(),
            author: MemberId::from_bytes([author; 16]),
            at: 0,
        }
    }

    #[test]
    fn a_mark_is_whose_it_is_signed_by() {
        let note = row(1, 7, Entry::Note(domain::entry::Note::default()));
        let seen = Seen {
            month: None,
            notes: vec![EntryRef(note.id.to_string())],
        };
        let mine = MemberId::from_bytes([8; 16]);
        let rows = [note.clone(), row(2, 9, Entry::Seen(seen.clone()))];
        let marks = Marks::of(&rows, Some(mine));
        assert!(marks.unread(&note));
        assert_eq!(marks.readers(&note), [MemberId::from_bytes([9; 16])]);
        let rows = [note.clone(), row(3, 8, Entry::Seen(seen))];
        assert!(!Marks::of(&rows, Some(mine)).unread(&note));
        assert!(!Marks::of(&rows, Some(note.author)).unread(&note));
        assert!(!Marks::of(&rows, None).unread(&note));
    }
}
