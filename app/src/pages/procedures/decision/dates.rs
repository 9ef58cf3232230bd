//! When it was decided, and when it came.

use super::{Onwards, Writing};
use crate::browser;
use crate::parts::sign::{Sign, sign};
use crate::words::use_words;
use chrono::NaiveDate;
use leptos::prelude::*;

#[component]
pub(super) fn Dates(writing: Writing) -> impl IntoView {
    let t = use_words();
    let today = browser::today();
    let wrong = RwSignal::new(None::<(&'static str, &'static str)>);
    let shared = writing
        .written
        .with_untracked(|written| written.shared.clone());
    let day = |event: &web_sys::Event| event_target_value(event).parse::<NaiveDate>().ok();
    let ready = Callback::new(move |()| {
        let (decided, received) = writing
            .written
            .with_untracked(|written| (written.shared.decided, written.shared.received));
        let future = |date: Option<NaiveDate>| date.is_some_and(|date| date > today);
        let found = if future(decided) {
            Some(("decision-decided", t.find_future()))
        } else if future(received) {
            Some(("decision-received", t.find_future()))
        } else if decided
            .zip(received)
            .is_some_and(|(decided, received)| received < decided)
        {
            Some(("decision-received", t.decision_received_before()))
        } else {
            None
        };
        wrong.set(found);
        if let Some((place, _)) = found {
            browser::focus_id(place);
        }
        found.is_none()
    });
    let problem = move |place: &'static str| {
        let said = wrong.get().filter(|(at, _)| *at == place);
        said.map(|(_, text)| view! { <span class="problem">{sign(Sign::Caution)}<span>{text}</span></span> })
    };
    let arrived_today = move |_| {
        writing.change(|written| written.shared.received = Some(today));
    };
    view! {
        <h2 id="question" tabindex="-1">{t.decision_when()}</h2>
        <div class="form">
            <div class="field">
                <label for="decision-decided">{t.decision_decided()}</label>
                <input id="decision-decided" type="date" max=today.to_string() value=shared.decided.map(|day| day.to_string())
                    aria-describedby="decision-decided-problem"
                    on:input=move |event| writing.change(|written| written.shared.decided = day(&event))/>
                <div id="decision-decided-problem">{move || problem("decision-decided")}</div>
            </div>
            <div class="field">
                <label for="decision-received">{t.decision_received()}</label>
                <span class="hint" id="decision-received-hint">{t.hint_received()}</span>
                <input id="decision-received" type="date" max=today.to_string()
                    prop:value=move || writing.written.with(|written| written.shared.received.map(|day| day.to_string()).unwrap_or_default())
                    aria-describedby="decision-received-hint decision-received-problem"
                    on:input=move |event| writing.change(|written| written.shared.received = day(&event))/>
                <button class="quiet" type="button" on:click=arrived_today>{t.decision_today()}</button>
                <div id="decision-received-problem">{move || problem("decision-received")}</div>
            </div>
            <details class="field">
                <summary>{t.decision_who()}</summary>
                <div class="field">
                    <label for="decision-authority">{t.decision_authority()}</label>
                    <input id="decision-authority" type="text" maxlength="150" autocomplete="off" value=shared.authority
                        on:input=move |event| writing.change(|written| written.shared.authority = event_target_value(&event))/>
                </div>
                <div class="field">
                    <label for="decision-number">{t.decision_number()}</label>
                    <input id="decision-number" type="text" maxlength="60" autocomplete="off" value=shared.number
                        on:input=move |event| writing.change(|written| written.shared.number = event_target_value(&event))/>
                </div>
                <div class="field">
                    <label for="decision-appeal">{t.decision_appeal_by()}</label>
                    <span class="hint" id="decision-appeal-hint">{t.hint_appeal_by()}</span>
                    <input id="decision-appeal" type="date" aria-describedby="decision-appeal-hint" value=shared.appeal_by.map(|day| day.to_string())
                        on:input=move |event| writing.change(|written| written.shared.appeal_by = day(&event))/>
                </div>
            </details>
        </div>
        <Onwards writing label=t.decision_on() ready/>
    }
}
