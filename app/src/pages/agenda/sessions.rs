//! The next sessions of a series, to be moved or cancelled one by one; and those that an absence meets.

use super::cancel::ReasonForm;
use super::change::{edit, keep};
use super::items::day_name;
use super::move_to::WhenForm;
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::{Row, use_rows};
use crate::parts::notice::TroubleNotice;
use crate::parts::toast::use_toasts;
use crate::words::{Words, use_words};
use chrono::{Days, NaiveDate};
use domain::Entry;
use domain::agenda::{Occurrence, Pause, Settings, Sort, between, occurrences};
use domain::entry::Exception;
use domain::lists::SessionChange;
use leptos::prelude::*;
use store::EntryId;

/// How far ahead sessions are listed, in days, and how many.
const AHEAD: u64 = 120;
/// See [`AHEAD`].
const MOST: usize = 16;

/// The next sessions.
#[component]
pub(super) fn Sessions(row: Row) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let today = browser::today();
    let editable = row.editable;
    let (id, entry) = (row.id, row.entry);
    // Made anew when something of them changed, not at every change of the carnet: a form may stand open under one of them.
    let coming = Memo::new(move |_| -> Vec<Shown> {
        let Entry::Series(series) = &entry else {
            return Vec::new();
        };
        let settings = Settings::of(&rows.get());
        let coming = occurrences(series, &settings, today, today + Days::new(AHEAD));
        let line = |session: &Occurrence<'_>| {
            let (day, time) = series.local(session.planned);
            let time = time.map(|time| time.format("%H:%M").to_string());
            Shown {
                planned: session.planned,
                day,
                time: time.unwrap_or_default(),
                state: state(session, t),
                reason: session
                    .exception
                    .map(|said| said.reason.clone())
                    .unwrap_or_default(),
                changed: session.exception.is_some(),
            }
        };
        coming.iter().take(MOST).map(line).collect()
    });
    let list = move || {
        let line = |shown| view! { <One id doing shown editable/> };
        coming.get().into_iter().map(line).collect_view()
    };
    view! {
        <section class="band" aria-labelledby="sessions">
            <h2 id="sessions">{t.agenda_next_sessions()}</h2>
            <TroubleNotice trouble=doing.trouble/>
            <ul class="rows">{list}</ul>
        </section>
    }
}

/// A session as it is shown.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    planned: NaiveDate,
    day: NaiveDate,
    time: String,
    state: Option<(&'static str, &'static str)>,
    reason: String,
    changed: bool,
}

fn state(session: &Occurrence<'_>, t: Words) -> Option<(&'static str, &'static str)> {
    match session.pause {
        Some(Pause::PublicHoliday) => Some(("state", t.agenda_paused_public())),
        Some(Pause::SchoolHoliday) => Some(("state", t.agenda_paused_school())),
        None if session.is_cancelled() => Some(("state", t.agenda_session_cancelled())),
        None if session.is_moved() => Some(("state caution", t.agenda_moved())),
        None => None,
    }
}

/// One session.
#[component]
fn One(id: EntryId, doing: Doing, shown: Shown, editable: bool) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let planned = shown.planned;
    let say = move |said: &'static str, exception: Exception| {
        keep((desk, doing, toasts), id, said, move |entry| {
            if let Entry::Series(series) = entry {
                series.exceptions.retain(|other| other.on != Some(planned));
                series.exceptions.push(exception);
            }
        });
    };
    let exception = move |change| Exception {
        on: Some(planned),
        change: Some(change),
        ..Exception::default()
    };
    let moved = Callback::new(move |(day, time): (NaiveDate, String)| {
        say(
            t.agenda_was_moved(),
            Exception {
                to: Some(day),
                time,
                ..exception(SessionChange::Moved)
            },
        );
    });
    let cancelled = Callback::new(move |reason: String| {
        say(
            t.agenda_session_was_cancelled(),
            Exception {
                reason,
                ..exception(SessionChange::Cancelled)
            },
        );
    });
    let back = move |_| {
        keep(
            (desk, doing, toasts),
            id,
            t.agenda_was_planned(),
            move |entry| {
                if let Entry::Series(series) = entry {
                    series.exceptions.retain(|other| other.on != Some(planned));
                }
            },
        );
    };
    let hold = move |_| say(t.agenda_was_planned(), exception(SessionChange::Kept));
    let paused = shown.state.is_some() && !shown.changed;
    let name = day_name(shown.day, t);
    let of = name.clone();
    let (day, time) = (shown.day, shown.time.clone());
    view! {
        <li>
            <p class="row-title">{name}" "<span class="number">{shown.time}</span></p>
            <div class="states">{shown.state.map(|(class, text)| view! { <span class=class>{text}</span> })}</div>
            {(!shown.reason.is_empty()).then(|| view! { <p class="soft">{shown.reason.clone()}</p> })}
            {editable.then(|| view! {
                <details>
                    <summary>{t.agenda_move_or_cancel()}<span class="away">" "{of}</span></summary>
                    {shown.changed.then(|| view! { <p class="acts"><button class="go small" type="button" on:click=back>{t.agenda_as_before()}</button></p> })}
                    {paused.then(|| view! { <p class="acts"><button class="go small" type="button" on:click=hold>{t.agenda_hold()}</button></p> })}
                    <div class="agenda-pair">
                        <WhenForm name=format!("move-{planned}") day=Some(day) time doing moved label=t.agenda_move_session()/>
                        <ReasonForm name=format!("cancel-{planned}") doing cancelled label=t.agenda_cancel_session()/>
                    </div>
                </details>
            })}
        </li>
    }
}

/// Sessions and appointments that an absence meets.
#[component]
pub(super) fn Missed(row: Row) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let entry = StoredValue::new(row.entry.clone());
    let editable = row.editable;
    // Of what series, on which days.
    let met = move || -> Vec<(EntryId, NaiveDate, String)> {
        let rows = rows.get();
        entry.with_value(|entry| {
            let Entry::Absence(absence) = entry else {
                return Vec::new();
            };
            let Some((from, to)) = absence.from.zip(absence.last_day()) else {
                return Vec::new();
            };
            let to = to.min(from + Days::new(AHEAD));
            let found = between(&rows, from, to).into_iter();
            let found = found.filter(|it| it.sort == Sort::Session && it.takes_place());
            found
                .filter_map(|it| {
                    let hour = it
                        .when
                        .hour()
                        .map(|hour| hour.format(", %H:%M").to_string());
                    let title = it.row.entry.title(t.terms());
                    let day = day_name(it.when.day(), t);
                    Some((
                        it.row.id,
                        it.planned?,
                        format!("{title} : {day}{}", hour.unwrap_or_default()),
                    ))
                })
                .collect()
        })
    };
    let cancel = move |_| {
        let reason = entry.with_value(|entry| entry.title(t.terms()));
        let mut edits = Vec::new();
        let met = untrack(met);
        let mut series: Vec<EntryId> = met.iter().map(|(id, ..)| *id).collect();
        series.dedup();
        series.sort_unstable();
        series.dedup();
        for id in series {
            let days: Vec<NaiveDate> = met
                .iter()
                .filter(|(of, ..)| *of == id)
                .map(|(_, day, _)| *day)
                .collect();
            let reason = reason.clone();
            edits.extend(edit(desk, id, move |entry| {
                if let Entry::Series(series) = entry {
                    series
                        .exceptions
                        .retain(|said| said.on.is_none_or(|on| !days.contains(&on)));
                    series
                        .exceptions
                        .extend(days.into_iter().map(|day| Exception {
                            on: Some(day),
                            change: Some(SessionChange::Cancelled),
                            reason: reason.clone(),
                            ..Exception::default()
                        }));
                }
            }));
        }
        doing.start(
            async move |keeper| keeper.put_many(edits).await,
            move |_| toasts.say(t.agenda_sessions_were_cancelled()),
        );
    };
    move || {
        let met = met();
        (!met.is_empty()).then(|| {
            let line = |(_, _, text): (EntryId, NaiveDate, String)| view! { <li>{text}</li> };
            view! {
                <section class="card" aria-labelledby="missed">
                    <h2 id="missed">{t.agenda_missed()}</h2>
                    <ul>{met.into_iter().map(line).collect_view()}</ul>
                    <TroubleNotice trouble=doing.trouble/>
                    {editable.then(|| view! { <p class="acts end"><button class="go small" type="button" on:click=cancel>{t.agenda_cancel_missed()}</button></p> })}
                </section>
            }
        })
    }
}
