//! Beside a question: what the carnet knows about it, and what was answered last time. Both are offered, never put in.

use super::Said;
use crate::browser;
use crate::lists::entry_row::author;
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::Answer;
use domain::mdph::{self, Asked, Question};
use domain::{Entry, Term};
use leptos::prelude::*;

/// How many things stand there at once: the answer must stay near.
const FEW: usize = 2;

/// What the carnet knows.
#[component]
pub(super) fn Knows(question: &'static Question, answer: RwSignal<Answer>) -> impl IntoView {
    let t = use_words();
    if matches!(question.asked, Asked::Documents) {
        return ().into_any();
    }
    let rows = use_rows().get_untracked();
    let found = mdph::suggestions(question, &rows, browser::today(), t.terms());
    if found.is_empty() {
        return ().into_any();
    }
    let mut found = found.into_iter();
    let one = |found: mdph::Suggestion<'_, Row>| view! { <Known row=found.row.clone() text=found.text answer/> };
    let first = found.by_ref().take(FEW).map(one).collect_view();
    let more: Vec<_> = found.map(one).collect();
    let count = more.len();
    view! {
        <section class="knows" aria-labelledby="knows">
            <h2 id="knows">{t.mdph_knows()}</h2>
            <ul class="rows">{first}</ul>
            {(count > 0).then(|| view! {
                <details>
                    <summary>{if count == 1 { t.mdph_knows_one_more().to_owned() } else { t.mdph_knows_more(count) }}</summary>
                    <ul class="rows">{more}</ul>
                </details>
            })}
        </section>
    }
    .into_any()
}

/// One thing it knows, where from, and the button that takes it.
#[component]
fn Known(row: Row, text: String, answer: RwSignal<Answer>) -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let kind = row.entry.kind().map(|kind| kind.label(t.terms()));
    let title = row.entry.title(t.terms());
    let from = t.mdph_from(
        author(&row, t),
        format!("{} · {title}", kind.unwrap_or_default()),
    );
    if matches!(row.entry, Entry::Document(_)) {
        let href = Place::item(t.lang(), Page::Document, &place.carnet, &row.id.to_string()).href();
        return view! { <li><p><a href=href>{title}</a></p><p class="soft"><small>{t.mdph_to_read()}</small></p></li> }.into_any();
    }
    let shown = text.clone();
    let text = StoredValue::new(text);
    let taken = Memo::new(move |_| {
        text.with_value(|text| answer.with(|answer| answer.text.contains(text.as_str())))
    });
    let take = move |_| {
        answer.update(|answer| {
            let before = answer.text.trim_end().to_owned();
            answer.not_concerned = false;
            answer.text = text.with_value(|text| {
                if before.is_empty() {
                    text.clone()
                } else {
                    format!("{before}\n{text}")
                }
            });
        });
    };
    let name = shown.chars().take(40).collect::<String>();
    let name = StoredValue::new(name);
    view! {
        <li>
            <p class="said">{shown}</p>
            <p class="soft"><small>{from}</small></p>
            {move || if taken.get() {
                view! { <p class="state done">{sign(Sign::Check)}{t.mdph_taken()}</p> }.into_any()
            } else {
                view! {
                    <button class="go small" type="button" on:click=take>
                        {sign(Sign::Add)}{t.mdph_take()}<span class="away">" : "{name.get_value()}</span>
                    </button>
                }.into_any()
            }}
        </li>
    }
    .into_any()
}

/// What was answered last time, where it differs from what stands there now.
#[component]
pub(super) fn LastTime(
    question: &'static Question,
    before: Option<Answer>,
    answer: RwSignal<Answer>,
) -> impl IntoView {
    let t = use_words();
    let Some(before) = before else {
        return ().into_any();
    };
    let before = StoredValue::new(before);
    let same = Memo::new(move |_| {
        before.with_value(|before| {
            answer.with(|answer| {
                answer.text.trim() == before.text.trim()
                    && answer.choices == before.choices
                    && answer.documents == before.documents
                    && answer.not_concerned == before.not_concerned
            })
        })
    });
    let again = move |_| {
        before.with_value(|before| {
            answer.update(|answer| {
                let voice = core::mem::take(&mut answer.voice);
                *answer = Answer {
                    voice,
                    ..before.clone()
                };
            });
        });
    };
    view! {
        <section class="knows" aria-labelledby="last-time">
            <h2 id="last-time">{t.mdph_last_time()}</h2>
            {move || if same.get() {
                view! { <p class="soft">{t.mdph_same()}</p> }.into_any()
            } else {
                view! {
                    <div class="card">
                        <Said question answer=Some(before.get_value())/>
                        <p><button class="go small" type="button" on:click=again>{sign(Sign::Turn)}{t.mdph_put_back()}</button></p>
                    </div>
                }.into_any()
            }}
        </section>
    }
    .into_any()
}
