//! A file on its way into the page.

use super::sizes::size;
use crate::browser;
use crate::desk::use_desk;
use crate::parts::picture::safe_mime;
use crate::words::use_words;
use domain::FileRef;
use leptos::prelude::*;
use std::rc::Rc;
use store::Trouble;

/// The version of a file that is best for a screen.
pub(super) fn best(file: &FileRef) -> &FileRef {
    file.comfortable()
}

/// How far a file is that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Opening {
    /// So many bytes of so many are here.
    Coming(u64, u64),
    /// It can be shown from this address.
    Here(String),
    /// It did not come.
    Failed(Trouble),
}

/// Fetches and opens a file, with its progress. The address is forgotten with the part of the page that asked.
pub(super) fn open(file: FileRef) -> RwSignal<Opening> {
    let opening = RwSignal::new(Opening::Coming(0, file.size));
    let desk = use_desk();
    Effect::new(move |_| {
        let (file, mime) = (file.clone(), file.mime.clone());
        let told = Rc::new(move |progress: store::Progress| {
            opening.try_set(Opening::Coming(progress.done, progress.total));
        });
        desk.ask(
            async move |keeper| keeper.read_file(file, told).await,
            move |read| {
                let shown = read.and_then(|bytes| {
                    browser::object_url(&bytes, safe_mime(&mime)).ok_or(Trouble::FileUnreadable)
                });
                let state = shown.map_or_else(Opening::Failed, Opening::Here);
                if let Some(Opening::Here(unseen)) = opening.try_set(state) {
                    browser::forget_url(&unseen);
                }
            },
        );
    });
    on_cleanup(move || {
        if let Some(Opening::Here(url)) = opening.try_get_untracked() {
            browser::forget_url(&url);
        }
    });
    opening
}

/// What stands where a file will be.
#[component]
pub(super) fn Coming(done: u64, total: u64) -> impl IntoView {
    let t = use_words();
    let label = t.papers_opening(size(done, t), size(total, t));
    view! {
        <p class="soft number" role="status">{label.clone()}</p>
        <progress max=total.max(1).to_string() value=done.to_string() aria-label=label></progress>
    }
}
