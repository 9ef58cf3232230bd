//! Changing a procedure: what was not touched stays as it is, also what this version does not know.

use crate::desk::Desk;
use domain::Entry;
use domain::entry::Procedure;
use store::{Edit, EntryId};

/// The change, ready to be kept. None if the procedure is no more.
pub(super) fn changed(
    desk: Desk,
    id: EntryId,
    change: impl FnOnce(&mut Procedure),
) -> Option<Edit> {
    let carnet = desk.carnet_now()?;
    let view = carnet.entries.get(&id)?;
    let mut plain = view.plain()?.clone();
    let Entry::Procedure(procedure) = &mut plain.entry else {
        return None;
    };
    change(procedure);
    let seen = view.versions.iter().map(|version| version.digest).collect();
    Some(Edit {
        entry: Some(id),
        seen,
        plain,
    })
}
