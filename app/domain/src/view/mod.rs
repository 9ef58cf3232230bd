//! What the pages show of many entries: order, current and past, the course of life, what changed.
//!
//! The functions take anything that [`HasEntry`], and give back references to the same rows, so that ids and authors
//! stay with their entries.

use crate::entry::Entry;

/// Anything that carries an entry: a row of the local carnet, or the entry itself.
pub trait HasEntry {
    /// The entry.
    fn entry(&self) -> &Entry;
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
}

impl<K, T: HasEntry> HasEntry for (K, T) {
    fn entry(&self) -> &Entry {
        self.1.entry()
    }
}
