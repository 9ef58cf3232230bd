//! Another day or another hour.

use super::change::keep;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::Row;
use crate::parts::button::Send;
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::use_words;
use chrono::NaiveDate;
use domain::Entry;
use domain::lists::PlanState;
use leptos::prelude::*;

/// Moving an appointment.
#[component]
pub(super) fn Move(row: Row) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let Entry::Appointment(it) = row.entry.clone() else {
        return ().into_any();
    };
    let id = row.id;
    let moved = Callback::new(move |(day, time): (NaiveDate, String)| {
        keep(
            (desk, doing, toasts),
            id,
            t.agenda_was_moved(),
            move |entry| {
                if let Entry::Appointment(it) = entry {
                    // It lasts as many days as before.
                    let longer = it.until.zip(it.day).map(|(until, first)| until - first);
                    it.until = longer.and_then(|longer| day.checked_add_signed(longer));
                    it.day = Some(day);
                    it.time = time;
                    it.state = Some(PlanState::Planned);
                }
            },
        );
    });
    view! {
        <details class="card">
            <summary>{t.agenda_move()}</summary>
            <WhenForm name="move".to_owned() day=it.day time=it.time.clone() doing moved label=t.agenda_move_act()/>
        </details>
    }
    .into_any()
}

/// A day and an hour to choose.
#[component]
pub(super) fn WhenForm(
    name: String,
    day: Option<NaiveDate>,
    time: String,
    doing: Doing,
    moved: Callback<(NaiveDate, String)>,
    label: &'static str,
) -> impl IntoView {
    let t = use_words();
    let chosen = RwSignal::new(day.map(|day| day.to_string()).unwrap_or_default());
    let hour = RwSignal::new(time);
    let wrong = RwSignal::new(false);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let day = chosen.get_untracked().parse::<NaiveDate>();
        wrong.set(day.is_err());
        if let Ok(day) = day {
            let hour: String = hour.get_untracked().chars().take(5).collect();
            moved.run((day, hour));
        }
    };
    let (day_id, hour_id, problem) = (
        format!("{name}-day"),
        format!("{name}-hour"),
        format!("{name}-problem"),
    );
    let described = problem.clone();
    view! {
        <form class="form" novalidate on:submit=send>
            <div class="field">
                <label for=day_id.clone()>{t.agenda_new_day()}</label>
                <input id=day_id type="date" aria-describedby=described prop:value=move || chosen.get()
                    aria-invalid=move || wrong.get().then_some("true")
                    on:input=move |event| chosen.set(event_target_value(&event))/>
                <span id=problem class="problem" role="alert">{move || wrong.get().then(|| t.agenda_day_missing())}</span>
            </div>
            <div class="field">
                <label for=hour_id.clone()>{t.agenda_new_hour()}</label>
                <input id=hour_id type="time" prop:value=move || hour.get()
                    on:input=move |event| hour.set(event_target_value(&event))/>
            </div>
            <TroubleNotice trouble=doing.trouble/>
            <div class="acts end"><Send doing label=label.to_owned()/></div>
        </form>
    }
}
