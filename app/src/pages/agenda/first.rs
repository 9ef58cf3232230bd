//! The next appointment, with what to bring and what to ask.

use super::items::{day_name, far};
use crate::browser;
use crate::lists::rows::use_rows;
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use chrono::Days;
use domain::agenda::{Sort, between};
use domain::{Entry, Term};
use leptos::prelude::*;

/// How far ahead the next appointment is looked for.
const AHEAD: u64 = 366;

/// The card; nothing when no appointment comes.
#[component]
pub(super) fn First() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = StoredValue::new(use_place());
    move || {
        let rows = rows.get();
        let today = browser::today();
        let coming = between(&rows, today, today + Days::new(AHEAD));
        let next = coming
            .into_iter()
            .find(|it| it.sort == Sort::Appointment && it.takes_place())?;
        let Entry::Appointment(it) = &next.row.entry else {
            return None;
        };
        let id = next.row.id.to_string();
        let href = place
            .with_value(|place| Place::item(t.lang(), Page::Planned, &place.carnet, &id).href());
        let hour = next
            .when
            .hour()
            .map(|hour| hour.format(", %H:%M").to_string());
        let bring: Vec<String> = lines(&it.bring);
        let ask: Vec<String> = it
            .questions
            .iter()
            .filter(|asked| asked.answer.is_empty() && !asked.text.is_empty())
            .map(|asked| asked.text.clone())
            .collect();
        let journey = [
            it.transport
                .map(|transport| transport.label(t.terms()).to_owned()),
            (!it.transport_note.is_empty()).then(|| it.transport_note.clone()),
        ];
        let journey: Vec<String> = journey.into_iter().flatten().collect();
        let facts = [it.with.clone(), it.place.clone(), journey.join(" · ")];
        let facts = facts.into_iter().filter(|fact| !fact.is_empty());
        Some(view! {
            <section class="card agenda-first" aria-labelledby="agenda-first">
                <h2 id="agenda-first"><a href=href>{sign(Sign::Calendar)}{it.title.clone()}</a></h2>
                <p><strong>{day_name(next.when.day(), t)}{hour}</strong>" "
                    {far(next.when.day(), today, t).map(|far| view! { <span class="state">{far}</span> })}</p>
                {facts.map(|fact| view! { <p class="fact">{fact}</p> }).collect_view()}
                <div class="agenda-pair">
                    <Lines title=t.agenda_bring() lines=bring/>
                    <Lines title=t.agenda_ask() lines=ask/>
                </div>
            </section>
        })
    }
}

/// A short list under its title; nothing for an empty one.
#[component]
pub(super) fn Lines(
    title: &'static str,
    lines: Vec<String>,
    /// It stands right under the title of the page.
    #[prop(optional)]
    top: bool,
) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let heading = if top {
            view! { <h2>{title}</h2> }.into_any()
        } else {
            view! { <h3>{title}</h3> }.into_any()
        };
        view! {
            <div>
                {heading}
                <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </div>
        }
    })
}

/// The lines of a text that say something.
pub(super) fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}
