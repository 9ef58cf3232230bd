//! The card and the sheet as they are printed, what is on them in clear, and the two buttons.

use super::clear::CardText;
use super::id1::Id1;
use super::paper::Paper;
use super::words::InClear;
use crate::browser;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use leptos::ev;
use leptos::prelude::*;

/// Both, to be looked at and printed.
#[component]
pub(super) fn Printed(text: CardText) -> impl IntoView {
    let t = use_words();
    let seen = RwSignal::new(false);
    Effect::new(move |_| {
        let after = window_event_listener(ev::afterprint, |_| browser::print_whole());
        on_cleanup(move || after.remove());
    });
    view! {
        <section aria-labelledby="print-card">
            <div class="not-on-paper">
                <h2 id="print-card">{t.card_print_title()}</h2>
                <p>{t.card_print_where()}</p>
                <div class="acts">
                    <button class="do" type="button" on:click=move |_| browser::print_part("card")>{sign(Sign::Print)}{t.card_print()}</button>
                    <button class="go" type="button" on:click=move |_| browser::print_part("sheet")>{sign(Sign::Print)}{t.card_print_sheet()}</button>
                </div>
            </div>
            <Id1 text=text.clone()/>
            <div class="not-on-paper"><InClear/></div>
            <p class="not-on-paper">
                <button class="go small" type="button" aria-expanded=move || seen.get().to_string() on:click=move |_| seen.update(|seen| *seen = !*seen)>
                    {t.card_sheet_preview()}
                </button>
            </p>
            <div class:on-paper=move || !seen.get()><Paper text/></div>
        </section>
    }
}
