//! After how long this device locks by itself.

use crate::idle::{CHOICES, minutes, set_minutes};
use crate::words::use_words;
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn Locking() -> impl IntoView {
    let t = use_words();
    let chosen = minutes();
    let option = |minutes: &u32| {
        let selected = *minutes == chosen;
        view! { <option value=minutes.to_string() selected=selected>{t.minutes(minutes)}</option> }
    };
    let choose = move |event| {
        if let Ok(minutes) = event_target_value(&event).parse() {
            set_minutes(minutes);
        }
    };
    view! {
        <section class="card" aria-labelledby="locking">
            <h2 id="locking">{t.locking_title()}</h2>
            <div class="field">
                <label for="lock-after">{t.locking_after()}</label>
                <select id="lock-after" class="brief" on:change=choose>{CHOICES.iter().map(option).collect_view()}</select>
            </div>
        </section>
    }
}
