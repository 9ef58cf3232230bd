//! The main button of a form: it rests while its work is under way.

use crate::desk::Doing;
use crate::words::use_words;
use leptos::prelude::*;

/// A button that sends its form.
#[component]
pub(crate) fn Send(doing: Doing, #[prop(into)] label: Signal<String>) -> impl IntoView {
    let t = use_words();
    let text = move || {
        if doing.busy.get() {
            t.one_moment().to_owned()
        } else {
            label.get()
        }
    };
    view! { <button class="do" type="submit" aria-disabled=move || doing.busy.get().then_some("true")>{text}</button> }
}
