//! What was being typed when a form was left: kept sealed on this device, and asked for before the form shows.

use crate::desk::use_desk;
use leptos::prelude::*;

/// Asks for the draft of this name. Nothing until the answer is there; then what `read` makes of it, if there is any.
pub(crate) fn waiting<T: Send + Sync + 'static>(
    key: &str,
    read: fn(&str) -> Option<T>,
) -> RwSignal<Option<Option<T>>> {
    let desk = use_desk();
    let draft = RwSignal::new(None);
    let key = key.to_owned();
    Effect::new(move |_| {
        let key = key.clone();
        desk.ask(
            async move |keeper| keeper.draft(key).await,
            move |found| {
                let text = found.ok().flatten();
                draft.try_set(Some(text.and_then(|text| read(&text))));
            },
        );
    });
    draft
}
