//! Changing a procedure: what was not touched stays as it is, also what this version does not know.

use crate::desk::Desk;
use domain::Entry;
use domain::entry::Procedure;
use store::{Edit, EntryId};

/// The change, ready to be kept. None if the procedure is no more.
pub(crate) fn changed(
    desk: Desk,
    id: EntryId,
    change: impl FnOnce(&mut Procedure),
) -> Option<Edit> {
    desk.edited(id, |entry| {
        let Entry::Procedure(procedure) = entry else {
            return None;
        };
        change(procedure);
        Some(())
    })
}
