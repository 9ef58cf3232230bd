//! An address that leads nowhere.

use crate::site_map::{Page, Place};
use crate::words::use_words;
use leptos::prelude::*;

/// The page for it.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let t = use_words();
    let home = Place::of(t.lang(), Page::Welcome).href();
    view! {
        <h1 tabindex="-1">{t.not_found_title()}</h1>
        <p>{t.not_found_means()}</p>
        <p class="acts"><a class="do" href=home>{t.to_welcome()}</a></p>
    }
}
