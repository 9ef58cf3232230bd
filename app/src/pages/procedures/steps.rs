//! The steps of a procedure: those that were taken, and the ones that may come now.

use super::about::About;
use super::save::changed;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::parts::button::Send;
use crate::parts::notice::{Notice, Tone, TroubleNotice};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_router};
use crate::site_map::Page;
use crate::words::{Words, use_words};
use chrono::NaiveDate;
use domain::Term;
use domain::entry::ProcedureStep;
use domain::lists::ProcedureState as State;
use domain::rights::next_steps;
use leptos::prelude::*;

/// The dialog's id.
const DIALOG: &str = "step";

/// What comes next, in a sentence.
pub(super) fn next_words(state: State, t: Words) -> &'static str {
    match state {
        State::Draft => t.next_draft(),
        State::Filed => t.next_filed(),
        State::Incomplete => t.next_incomplete(),
        State::Admissible => t.next_admissible(),
        State::Plan => t.next_plan(),
        State::Commission => t.next_commission(),
        State::Notified => t.next_notified(),
        State::Appealed => t.next_appealed(),
        State::AppealAnswered => t.next_appeal_answered(),
        State::Court => t.next_court(),
        State::Closed => t.next_closed(),
    }
}

/// What somebody says who has taken a step.
fn said(state: State, t: Words) -> &'static str {
    match state {
        State::Draft => t.step_draft(),
        State::Filed => t.step_filed(),
        State::Incomplete => t.step_incomplete(),
        State::Admissible => t.step_admissible(),
        State::Plan => t.step_plan(),
        State::Commission => t.step_commission(),
        State::Notified => t.step_notified(),
        State::Appealed => t.step_appealed(),
        State::AppealAnswered => t.step_appeal_answered(),
        State::Court => t.step_court(),
        State::Closed => t.step_closed(),
    }
}

/// The steps.
#[component]
pub(super) fn Steps(about: About) -> impl IntoView {
    let t = use_words();
    let state = Memo::new(move |_| about.procedure.with(domain::entry::Procedure::state));
    let wanted = RwSignal::new(None::<State>);
    let open = move |next: State| {
        wanted.set(None);
        wanted.set(Some(next));
        browser::soon(|| {
            browser::show_dialog(DIALOG);
            browser::focus_id("step-date");
        });
    };
    // Silence is a refusal, too: who waits can contest it.
    let buttons = move || {
        let now = state.get();
        let waits = matches!(
            now,
            State::Filed | State::Admissible | State::Plan | State::Commission
        );
        let silent = waits.then_some(State::Appealed);
        let all: Vec<State> = next_steps(now).iter().copied().chain(silent).collect();
        let button = move |(place, next): (usize, State)| {
            let class = if place == 0 { "do" } else { "go" };
            view! { <button class=class type="button" on:click=move |_| open(next)>{said(next, t)}</button> }
        };
        all.into_iter().enumerate().map(button).collect_view()
    };
    let taken = move || {
        about.procedure.with(|one| {
            let mut steps: Vec<ProcedureStep> = one.history.clone();
            steps.sort_by_key(|step| (step.date, step.state));
            let line = |step: ProcedureStep| view! { <li>{sign(Sign::Check)}<span>{step.in_words(t.terms())}</span></li> };
            steps.into_iter().map(line).collect_view()
        })
    };
    view! {
        <section class="band" aria-labelledby="stands">
            <h2 id="stands">{move || state.get().label(t.terms())}</h2>
            <ol class="steps-taken">{taken}</ol>
            <Notice tone=Tone::Plain><p>{move || next_words(state.get(), t)}</p></Notice>
            {move || about.may.get().then(|| view! { <div class="acts">{buttons}</div> })}
        </section>
        <dialog id=DIALOG aria-labelledby="step-title">
            {move || wanted.get().map(|next| view! { <Taking about next/> })}
        </dialog>
    }
}

/// When the step was taken.
#[component]
fn Taking(about: About, next: State) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let router = use_router();
    let decision = StoredValue::new(beside(Page::Decision));
    let today = browser::today();
    let date = RwSignal::new(Some(today));
    let note = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(day) = date.get_untracked().filter(|day| *day <= today) else {
            wrong.set(true);
            browser::focus_id("step-date");
            return;
        };
        let step = ProcedureStep {
            state: Some(next),
            date: Some(day),
            note: note.get_untracked(),
        };
        let Some(edit) = changed(desk, about.id, |one| one.history.push(step)) else {
            return;
        };
        doing.start(
            async move |keeper| keeper.put(edit).await,
            move |_| {
                browser::close_dialog(DIALOG);
                toasts.say(t.kept());
                // What was decided is entered at once, while the letter is at hand.
                if next == State::Notified {
                    decision.with_value(|place| router.go(place));
                }
            },
        );
    };
    view! {
        <form on:submit=send novalidate>
            <h2 id="step-title">{said(next, t)}</h2>
            <div class="field">
                <label for="step-date">{t.step_when()}</label>
                <input id="step-date" type="date" max=today.to_string() value=today.to_string() aria-describedby="step-date-problem"
                    aria-invalid=move || wrong.get().then_some("true")
                    on:input=move |event| {
                        wrong.set(false);
                        date.set(event_target_value(&event).parse::<NaiveDate>().ok());
                    }/>
                <div id="step-date-problem">
                    {move || wrong.get().then(|| view! { <span class="problem">{sign(Sign::Caution)}<span>{t.step_when_wrong()}</span></span> })}
                </div>
            </div>
            <div class="field">
                <label for="step-note">{t.step_note()}</label>
                <input id="step-note" type="text" maxlength="400" autocomplete="off" on:input=move |event| note.set(event_target_value(&event))/>
            </div>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end">
                <Send doing label=t.keep().to_owned()/>
                <button class="go" type="button" on:click=move |_| browser::close_dialog(DIALOG)>{t.give_up()}</button>
            </div>
        </form>
    }
}
