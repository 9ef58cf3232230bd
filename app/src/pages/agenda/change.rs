//! Changing one entry of the agenda without its form.

use crate::desk::{Desk, Doing};
use crate::parts::toast::Toasts;
use domain::Entry;
use store::{Edit, EntryId};

/// The entry with something changed, on top of what is shown now. None if it is no more, or this version may not write it.
pub(super) fn edit(desk: Desk, id: EntryId, change: impl FnOnce(&mut Entry)) -> Option<Edit> {
    let carnet = desk.carnet_now()?;
    let view = carnet.entries.get(&id)?;
    let plain = view.plain().filter(|plain| plain.editable())?;
    let mut entry = plain.entry.clone();
    change(&mut entry);
    Some(Edit {
        entry: Some(id),
        seen: view.versions.iter().map(|version| version.digest).collect(),
        plain: plain.with(entry),
    })
}

/// Keeps a change, and says so.
pub(super) fn keep(
    (desk, doing, toasts): (Desk, Doing, Toasts),
    id: EntryId,
    said: &'static str,
    change: impl FnOnce(&mut Entry),
) {
    if let Some(edit) = edit(desk, id, change) {
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |_| toasts.say(said),
        );
    }
}
