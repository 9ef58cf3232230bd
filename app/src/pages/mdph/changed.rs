//! What changed since the last request, question by question.

use super::{Said, ask, asked_at};
use crate::router::use_place;
use crate::words::use_words;
use domain::entry::MdphFile;
use domain::mdph::{self, Change};
use leptos::prelude::*;

/// The list; nothing while nothing changed.
#[component]
pub(super) fn Changed(before: MdphFile, now: MdphFile) -> impl IntoView {
    let t = use_words();
    let carnet = use_place().carnet;
    let changes = mdph::changes(&before, &now);
    if changes.is_empty() {
        return ().into_any();
    }
    let said = match changes.len() {
        1 => t.mdph_changed_one().to_owned(),
        many => t.mdph_changed_many(many),
    };
    let one = |change: &Change<'_>| {
        let question = change.question;
        let href = asked_at(t.lang(), &carnet, question).href();
        view! {
            <li>
                <details>
                    <summary>{ask(question, t)}</summary>
                    <div class="then-now">
                        <div><h3 class="label">{t.mdph_then()}</h3><Said question answer=change.before.cloned()/></div>
                        <div><h3 class="label">{t.mdph_now()}</h3><Said question answer=change.now.cloned()/></div>
                    </div>
                    {(!now.gone()).then(|| view! { <p class="row-acts"><a class="quiet" href=href>{t.change()}<span class="away">" "{ask(question, t)}</span></a></p> })}
                </details>
            </li>
        }
    };
    let list = changes.iter().map(one).collect_view();
    view! {
        <section class="band not-on-paper" aria-labelledby="changed">
            <h2 id="changed">{t.mdph_changed()}</h2>
            <p class="soft">{said}</p>
            <ul class="rows">{list}</ul>
        </section>
    }
    .into_any()
}
