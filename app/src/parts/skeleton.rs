//! What stands where a page will be: calm, the same for everybody, naming nobody.

use crate::words::use_words;
use leptos::prelude::*;

/// Three quiet blocks.
#[component]
pub(crate) fn Skeleton() -> impl IntoView {
    let t = use_words();
    view! {
        <div class="wait">
            <p class="away" role="status">{t.wait()}</p>
            <span></span>
            <span></span>
            <span></span>
        </div>
    }
}
