//! A decision has come: photographed, then entered one thing at a time. It can be left and taken up again.

mod dates;
mod draft;
mod keep;
mod lines;
mod paper;
mod which;

use crate::desk::use_desk;
use crate::forms::waiting::waiting;
use crate::lists::rows::use_rows;
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::Page;
use crate::words::use_words;
use dates::Dates;
use draft::{Line, Writing, Written};
use leptos::prelude::*;
use lines::Lines;
use paper::Paper;
use which::Which;

/// How many questions there are.
const STEPS: usize = 4;

/// The page. It asks first whether something was begun.
#[component]
pub(crate) fn Decision() -> impl IntoView {
    let t = use_words();
    let key = format!("form {} decision", use_place().carnet);
    let found = waiting(&key, Written::read);
    view! {
        <div class="procedures decision">
            <a class="quiet" href=beside(Page::Procedures).href()>{sign(Sign::Back)}{t.title_procedures()}</a>
            <h1 tabindex="-1">{Page::Decision.heading(t)}</h1>
            {move || found.get().map(|begun| view! { <Questions begun key=key.clone()/> })}
        </div>
    }
}

#[component]
fn Questions(begun: Option<Written>, key: String) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let back = begun.is_some();
    let start = begun.unwrap_or_else(|| Written::fresh(&rows.get_untracked()));
    let writing = Writing::new(use_desk(), key, start);
    let step = Memo::new(move |_| writing.written.with(|written| written.step));
    let place = move || t.decision_step(step.get() + 1, STEPS);
    view! {
        {back.then(|| view! { <Notice tone=Tone::Well><p>{t.draft_back()}</p></Notice> })}
        <p class="soft" role="status">{place}</p>
        {move || match step.get() {
            0 => view! { <Paper writing/> }.into_any(),
            1 => view! { <Dates writing/> }.into_any(),
            2 => view! { <Which writing/> }.into_any(),
            _ => view! { <Lines writing/> }.into_any(),
        }}
    }
}

/// Forward and back. `ready` says whether one may go on; what stands in the way is told by the step itself.
#[component]
fn Onwards(
    writing: Writing,
    #[prop(into)] label: String,
    ready: Callback<(), bool>,
) -> impl IntoView {
    let t = use_words();
    let first = move || writing.written.with(|written| written.step == 0);
    let on = move |_| {
        if ready.run(()) {
            writing.go(1);
        }
    };
    view! {
        <div class="acts end">
            <button class="do" type="button" on:click=on>{label}{sign(Sign::Forward)}</button>
            {move || (!first()).then(|| view! {
                <button class="go" type="button" on:click=move |_| writing.go(-1)>{sign(Sign::Back)}{t.decision_back()}</button>
            })}
        </div>
    }
}
