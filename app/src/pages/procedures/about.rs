//! What every part of a procedure's page is handed.

use domain::entry::Procedure;
use leptos::prelude::*;
use store::EntryId;

/// The procedure that a page is about, as it stands now.
#[derive(Clone, Copy)]
pub(super) struct About {
    /// Its id.
    pub(super) id: EntryId,
    /// What it says.
    pub(super) procedure: Memo<Procedure>,
    /// This person may change it.
    pub(super) may: Memo<bool>,
}
