//! Lines under the day on which they stand.

use super::items::{Item, day_name, far, free};
use crate::words::use_words;
use chrono::NaiveDate;
use domain::agenda::Settings;
use leptos::prelude::*;

/// One line.
#[component]
pub(super) fn Line(item: Item) -> impl IntoView {
    let t = use_words();
    let hour = if item.hour.is_empty() {
        view! { <span class="hour soft">{t.agenda_all_day()}</span> }.into_any()
    } else {
        view! { <span class="hour number">{item.hour}</span> }.into_any()
    };
    let state = item
        .state
        .map(|(class, text)| view! { <span class=class>{text}</span> });
    let class = format!("occasion {}", item.class);
    view! {
        <li class=class class:off=item.off>
            {hour}
            <div class="grow">
                <p class="row-title"><a href=item.href>{item.title}</a></p>
                {(!item.detail.is_empty()).then(|| view! { <p class="soft">{item.detail}</p> })}
            </div>
            {state}
        </li>
    }
}

/// A day with its lines.
#[component]
pub(super) fn DayView(
    day: NaiveDate,
    today: NaiveDate,
    settings: Settings,
    items: Vec<Item>,
) -> impl IntoView {
    let t = use_words();
    let id = format!("day-of-{day}");
    let heading = id.clone();
    let free = free(&settings, day, t);
    let far = far(day, today, t);
    let empty = items.is_empty();
    view! {
        <section class="agenda-day" aria-labelledby=id>
            <h3 id=heading>{day_name(day, t)}{far.map(|far| view! { " "<span class="state">{far}</span> })}</h3>
            {(!free.is_empty()).then(|| view! { <p class="free">{free.join(" · ")}</p> })}
            {empty.then(|| view! { <p class="soft">{t.agenda_nothing()}</p> })}
            <ul class="occasions">{items.into_iter().map(|item| view! { <Line item/> }).collect_view()}</ul>
        </section>
    }
}
