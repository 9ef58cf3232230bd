//! What the pages show of many entries: order, current and past, the course of life, what changed.
//!
//! The functions take anything that [`HasEntry`], and give back references to the same rows, so that ids and authors
//! stay with their entries.

mod changes;
mod course;
mod daily;
mod health;
mod search;

pub use changes::{FieldChange, LineChange, changed_fields, changed_lines};
pub use course::{CourseItem, course_of_life};
pub use daily::{ContactGroup, contact_groups, documents, habits, identity, notes, reports};
pub use health::{
    Treatments, allergies, last_height, last_weight, measurements, problems, stays, treatments,
    vaccines,
};
pub use search::{fold, matches};

use crate::entry::{Entry, Kind};
use crate::reference::EntryRef;

/// Anything that carries an entry: a row of the local carnet, or the entry itself.
pub trait HasEntry {
    /// The entry.
    fn entry(&self) -> &Entry;

    /// How other entries of the carnet name it, where it is known: what follows from links needs it.
    fn reference(&self) -> Option<EntryRef> {
        None
    }
}

impl HasEntry for Entry {
    fn entry(&self) -> &Entry {
        self
    }
}

impl HasEntry for crate::Plain {
    fn entry(&self) -> &Entry {
        &self.entry
    }
}

impl<T: HasEntry> HasEntry for &T {
    fn entry(&self) -> &Entry {
        (**self).entry()
    }

    fn reference(&self) -> Option<EntryRef> {
        (**self).reference()
    }
}

impl<K, T: HasEntry> HasEntry for (K, T) {
    fn entry(&self) -> &Entry {
        self.1.entry()
    }
}

/// The rows of one kind, in their given order.
pub fn of_kind<T: HasEntry>(rows: &[T], kind: Kind) -> Vec<&T> {
    rows.iter()
        .filter(|row| row.entry().kind() == Some(kind))
        .collect()
}

/// Sorts newest first; what has no date comes last.
pub fn newest_first<T: HasEntry>(rows: &mut [&T]) {
    rows.sort_by_key(|row| core::cmp::Reverse(row.entry().date()));
}
