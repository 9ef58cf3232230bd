//! An appointment that does not take place, and why; and back.

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

/// Cancelling, or planning again.
#[component]
pub(super) fn Cancel(row: Row) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let Entry::Appointment(it) = row.entry.clone() else {
        return ().into_any();
    };
    let id = row.id;
    if !it.is_planned() {
        let again = move |_| {
            keep((desk, doing, toasts), id, t.agenda_was_planned(), |entry| {
                if let Entry::Appointment(it) = entry {
                    it.state = Some(PlanState::Planned);
                    it.reason.clear();
                }
            });
        };
        return view! {
            <TroubleNotice trouble=doing.trouble/>
            <p class="acts"><button class="go small" type="button" on:click=again>{t.agenda_plan_again()}</button></p>
        }
        .into_any();
    }
    let cancelled = Callback::new(move |reason: String| {
        keep(
            (desk, doing, toasts),
            id,
            t.agenda_was_cancelled(),
            move |entry| {
                if let Entry::Appointment(it) = entry {
                    it.state = Some(PlanState::Cancelled);
                    it.reason = reason;
                }
            },
        );
    });
    view! {
        <details class="card">
            <summary>{t.agenda_cancel()}</summary>
            <p>{t.agenda_cancel_means()}</p>
            <ReasonForm name="cancel".to_owned() doing cancelled label=t.agenda_cancel_act()/>
        </details>
    }
    .into_any()
}

/// Why, and the button.
#[component]
pub(super) fn ReasonForm(
    name: String,
    doing: Doing,
    cancelled: Callback<String>,
    label: &'static str,
) -> impl IntoView {
    let t = use_words();
    let reason = RwSignal::new(String::new());
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        cancelled.run(reason.get_untracked().trim().to_owned());
    };
    let id = format!("{name}-reason");
    view! {
        <form class="form" on:submit=send>
            <div class="field">
                <label for=id.clone()>{t.agenda_reason()}</label>
                <input id=id type="text" autocomplete="off" maxlength="500" prop:value=move || reason.get()
                    on:input=move |event| reason.set(event_target_value(&event))/>
            </div>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end"><Send doing label=label.to_owned()/></div>
        </form>
    }
}
