//! One part of the file: how far it is, and its questions.

use super::{ask, asked_at};
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::words::{fine, use_words};
use domain::entry::MdphFile;
use domain::mdph::{self, Part, Question};
use leptos::prelude::*;

/// The part.
#[component]
pub(super) fn PartRow(part: &'static Part, file: MdphFile, editable: bool) -> impl IntoView {
    let t = use_words();
    let carnet = use_place().carnet;
    let (far, next) = mdph::progress(&file, part);
    let first = next.or(part.questions.first()).filter(|_| editable);
    let href = first.map(|question| asked_at(t.lang(), &carnet, question).href());
    let title = part.title(t.terms());
    let said = t.mdph_far(far.answered, far.asked);
    let question = |question: &'static Question| {
        let answered = file.answer(question.id).is_some();
        let mark = if answered {
            t.mdph_answered()
        } else {
            t.mdph_waits()
        };
        let text = ask(question, t);
        let name = if editable {
            view! { <a href=asked_at(t.lang(), &carnet, question).href()>{text}</a> }.into_any()
        } else {
            view! { <span>{text}</span> }.into_any()
        };
        view! {
            <li class="asked">
                {answered.then(|| sign(Sign::Check))}
                <span class="grow">{name}<span class="away">" : "{mark}</span></span>
            </li>
        }
    };
    view! {
        <li>
            <p class="row-title">{match href {
                Some(href) => view! { <a href=href>{title}</a> }.into_any(),
                None => view! { <span>{title}</span> }.into_any(),
            }}</p>
            <p class="soft">{fine(part.why(t.terms()), t)}</p>
            <p class="far">
                <progress max=far.asked.to_string() value=far.answered.to_string() aria-label=format!("{title} : {said}")></progress>
                <span class="number">{said.clone()}</span>
            </p>
            <details>
                <summary>{t.mdph_questions()}<span class="away">" "{title}</span></summary>
                <ul class="questions">{part.questions.iter().map(question).collect_view()}</ul>
                <p class="soft"><small>{t.mdph_source(part.source, domain::day_in_words(verified(part), t.terms()))}</small></p>
            </details>
        </li>
    }
}

fn verified(part: &Part) -> chrono::NaiveDate {
    part.verified.parse().unwrap_or_default()
}
