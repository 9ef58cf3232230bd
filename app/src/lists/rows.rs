//! The entries of the open carnet as pages use them.

use crate::desk::Desk;
use domain::view::HasEntry;
use domain::{Entry, EntryRef, Kind};
use leptos::prelude::*;
use std::sync::Arc;
use store::CarnetView;
use store::{EntryId, MemberId};

/// One entry, with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// Its id.
    pub(crate) id: EntryId,
    /// What it says.
    pub(crate) entry: Entry,
    /// This person, with this version of the app, may change it.
    pub(crate) editable: bool,
    /// Somebody must choose between versions.
    pub(crate) conflict: bool,
    /// It waits to be sent.
    pub(crate) unsent: bool,
    /// Who wrote it.
    pub(crate) by: String,
    /// The same, as a member: what signs cannot be typed.
    pub(crate) author: MemberId,
    /// When, in seconds.
    pub(crate) at: u64,
}

impl HasEntry for Row {
    fn entry(&self) -> &Entry {
        &self.entry
    }

    fn reference(&self) -> Option<EntryRef> {
        Some(EntryRef(self.id.to_string()))
    }
}

/// All entries of the open carnet that can be read.
pub(crate) type Rows = Memo<Arc<Vec<Row>>>;

/// Follows the entries of the open carnet.
pub(crate) fn follow(desk: Desk) -> Rows {
    Memo::new(move |_| {
        Arc::new(
            desk.carnet()
                .map(|carnet| rows(&carnet))
                .unwrap_or_default(),
        )
    })
}

/// The entries of the page's carnet.
pub(crate) fn use_rows() -> Rows {
    // The gate of a carnet's pages provides it before it makes any of them.
    expect_context::<Rows>()
}

/// One entry of the page's carnet.
pub(crate) fn row(rows: &[Row], id: &str) -> Option<Row> {
    let id = crate::desk::entry_id(id)?;
    rows.iter().find(|row| row.id == id).cloned()
}

/// Whether there is an entry of a kind.
pub(crate) fn any(rows: &[Row], kind: Kind) -> bool {
    rows.iter().any(|row| row.entry.kind() == Some(kind))
}

fn rows(carnet: &CarnetView) -> Vec<Row> {
    let read = carnet.entries.values().filter_map(|view| {
        let version = view.current()?;
        let plain = version.plain()?;
        // Whoever left is still called by the name they had.
        let by = carnet
            .names
            .get(&version.author)
            .cloned()
            .unwrap_or_default();
        Some(Row {
            id: view.id,
            entry: plain.entry.clone(),
            editable: plain.editable()
                && view
                    .section
                    .is_some_and(|section| carnet.may_write(section)),
            conflict: view.conflict(),
            unsent: view.unsent(),
            by,
            author: version.author,
            at: version.at.0,
        })
    });
    read.collect()
}
