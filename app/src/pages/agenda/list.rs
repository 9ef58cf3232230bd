//! Day after day.

use super::days::DayView;
use super::items::{Item, items};
use crate::browser;
use crate::lists::rows::use_rows;
use crate::router::use_place;
use crate::words::use_words;
use chrono::{Days, NaiveDate};
use domain::agenda::Settings;
use leptos::prelude::*;

/// How many days are looked ahead at first, and how many more at each press.
const AHEAD: u64 = 28;
/// How many past days are shown.
const BEFORE: u64 = 90;
/// The farthest that can be looked ahead by pressing.
const FARTHEST: u64 = 3 * 366;

/// The list.
#[component]
pub(super) fn List() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = StoredValue::new(use_place());
    let ahead = RwSignal::new(AHEAD);
    let past = RwSignal::new(false);
    let today = browser::today();
    let coming = move || {
        let rows = rows.get();
        let settings = Settings::of(&rows);
        let to = today + Days::new(ahead.get());
        let items = place.with_value(|place| items(&rows, today, to, place, t));
        if items.is_empty() {
            return view! { <p class="soft">{t.agenda_nothing_soon()}</p> }.into_any();
        }
        by_day(&items, today, to)
            .into_iter()
            .map(|(day, items)| view! { <DayView day today settings items/> })
            .collect_view()
            .into_any()
    };
    let before = move || {
        past.get().then(|| {
            let rows = rows.get();
            let settings = Settings::of(&rows);
            let (from, to) = (today - Days::new(BEFORE), today - Days::new(1));
            let items = place.with_value(|place| items(&rows, from, to, place, t));
            let mut days = by_day(&items, from, to);
            days.reverse();
            days.into_iter()
                .map(|(day, items)| view! { <DayView day today settings items/> })
                .collect_view()
        })
    };
    let unfold = move |event: web_sys::Event| {
        use wasm_bindgen::JsCast;
        let details = event
            .target()
            .and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        past.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    view! {
        <div class="agenda-list">
            <h2>{t.agenda_coming()}</h2>
            {coming}
            <Show when=move || ahead.get() < FARTHEST>
                <p class="acts"><button class="go small" type="button" on:click=move |_| ahead.update(|days| *days += 2 * AHEAD)>{t.agenda_farther()}</button></p>
            </Show>
            <details on:toggle=unfold>
                <summary>{t.agenda_past()}</summary>
                {before}
            </details>
        </div>
    }
}

/// The days on which something stands, each with it. What lasts several days stands on its first one that is shown.
fn by_day(items: &[Item], from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, Vec<Item>)> {
    let mut days: Vec<(NaiveDate, Vec<Item>)> = Vec::new();
    for item in items {
        let day = item.days.0.max(from);
        if day > to {
            continue;
        }
        match days.iter_mut().find(|(known, _)| *known == day) {
            Some((_, lines)) => lines.push(item.clone()),
            None => days.push((day, vec![item.clone()])),
        }
    }
    days.sort_by_key(|(day, _)| *day);
    days
}
