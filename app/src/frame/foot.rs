//! The foot of every page: the languages.

use crate::router::use_place;
use crate::site_map::{Lang, Page, Place};
use crate::words::use_words;
use leptos::prelude::*;

/// The languages, each named in itself. Drawn only where the address has no parameter, for what is drawn
/// must not depend on one; elsewhere the settings change the language.
#[component]
pub(crate) fn Foot() -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let fixed = place.carnet.is_empty();
    let place = if place.page.is_some() {
        place
    } else {
        Place::of(place.lang, Page::Welcome)
    };
    let links = move || {
        let link = |lang: &Lang| {
            let current = (*lang == place.lang).then_some("true");
            let href = place.in_lang(*lang).href();
            view! { <li><a href=href lang=lang.tag() aria-current=current>{lang.name()}</a></li> }
        };
        Lang::ALL.iter().map(link).collect_view()
    };
    fixed.then(|| {
        view! {
            <footer class="foot">
                <nav aria-label=t.languages()><ul>{links()}</ul></nav>
            </footer>
        }
    })
}
