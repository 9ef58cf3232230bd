//! After the appointment: the answers, and what was said.

use super::change::keep;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::Row;
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use domain::Entry;
use domain::lists::PlanState;
use leptos::prelude::*;

/// The form.
#[component]
pub(super) fn After(row: Row) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let Entry::Appointment(it) = row.entry.clone() else {
        return ().into_any();
    };
    let outcome = RwSignal::new(it.outcome.clone());
    let answers: Vec<(String, RwSignal<String>)> = it
        .questions
        .iter()
        .map(|asked| (asked.text.clone(), RwSignal::new(asked.answer.clone())))
        .collect();
    let done = it.state == Some(PlanState::Done);
    let asked = answers.clone();
    let id = row.id;
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let answers = asked.clone();
        keep((desk, doing, toasts), id, t.kept(), move |entry| {
            if let Entry::Appointment(it) = entry {
                it.outcome = outcome.get_untracked();
                it.state = Some(PlanState::Done);
                it.reason.clear();
                for (text, answer) in answers {
                    // By its words: another one may have been added before it meanwhile.
                    if let Some(asked) = it.questions.iter_mut().find(|asked| asked.text == text) {
                        asked.answer = answer.get_untracked();
                    }
                }
            }
        });
    };
    let field = |(place, (text, answer)): (usize, (String, RwSignal<String>))| {
        let id = format!("answer-{place}");
        view! {
            <div class="field">
                <label for=id.clone()>{text}</label>
                <input id=id type="text" autocomplete="off" maxlength="2000" prop:value=move || answer.get()
                    on:input=move |event| answer.set(event_target_value(&event))/>
            </div>
        }
    };
    let fields = answers.into_iter().enumerate().map(field).collect_view();
    let label = if done { t.keep() } else { t.agenda_keep_done() };
    view! {
        <details class="card" open=done || it.day.is_some_and(|day| day <= crate::browser::today())>
            <summary>{t.agenda_after()}</summary>
            <form class="form" on:submit=send>
                {fields}
                <div class="field">
                    <label for="outcome">{t.agenda_outcome()}</label>
                    <textarea id="outcome" rows="4" maxlength="20000" prop:value=move || outcome.get()
                        on:input=move |event| outcome.set(event_target_value(&event))></textarea>
                </div>
                <TroubleNotice trouble=doing.trouble/>
                <div class="acts end"><Send doing label=label.to_owned()/></div>
            </form>
        </details>
    }
    .into_any()
}
