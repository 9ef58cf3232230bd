//! One appointment, one series of sessions or one absence.

use super::after::After;
use super::attach::Attached;
use super::cancel::Cancel;
use super::first::{Lines, lines};
use super::items::{day_name, far};
use super::move_to::Move;
use super::sessions::{Missed, Sessions};
use super::share::ToFile;
use crate::browser;
use crate::lists::entry_row::{RowActs, States, facts};
use crate::lists::rows::{Row, row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use domain::agenda::{Occasion, Status, between};
use domain::entry::Appointment;
use domain::{Entry, Line};
use leptos::prelude::*;
use store::EntryId;

/// The page.
#[component]
pub(crate) fn Planned() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let back = beside(Page::Agenda).href();
    let home = back.clone();
    // Without whether it is sent, which `Now` shows: what somebody is typing is not lost when it is.
    let found = Memo::new(move |_| {
        row(&rows.get(), &place.item).map(|row| Row {
            unsent: false,
            ..row
        })
    });
    let body = move || match found.get() {
        Some(row) if matches!(row.entry, Entry::Appointment(_)) => view! { <One row/> }.into_any(),
        Some(row) if matches!(row.entry, Entry::Series(_)) => view! { <Repeating row/> }.into_any(),
        Some(row) if matches!(row.entry, Entry::Absence(_)) => view! { <Away row/> }.into_any(),
        _ => view! {
            <h1 tabindex="-1">{t.gone_title()}</h1>
            <p>{t.gone_means()}</p>
            <p class="acts"><a class="go" href=home.clone()>{t.title_agenda()}</a></p>
        }
        .into_any(),
    };
    view! {
        <div class="agenda planned">
            <p><a class="quiet" href=back>{sign(Sign::Back)}{t.title_agenda()}</a></p>
            {body}
        </div>
    }
}

/// What must be seen at once of an entry, as it is now.
#[component]
fn Now(id: EntryId) -> impl IntoView {
    let rows = use_rows();
    let now = Memo::new(move |_| rows.get().iter().find(|row| row.id == id).cloned());
    move || now.get().map(|row| view! { <States row/> })
}

/// An appointment.
#[component]
fn One(row: Row) -> impl IntoView {
    let t = use_words();
    let Entry::Appointment(it) = row.entry.clone() else {
        return ().into_any();
    };
    let state = state(&row, t);
    let ask: Vec<String> = it
        .questions
        .iter()
        .filter(|asked| asked.answer.is_empty() && !asked.text.is_empty())
        .map(|asked| asked.text.clone())
        .collect();
    let bring = lines(&it.bring);
    let nothing = bring.is_empty() && it.questions.is_empty();
    let some = nothing || !bring.is_empty() || !ask.is_empty();
    let shown = [
        "title",
        "day",
        "time",
        "bring",
        "questions",
        "state",
        "reason",
    ];
    let rest = rest(&row, &shown, t);
    let (editable, id) = (row.editable, row.id);
    let planned = it.is_planned();
    let (after, moved, cancelled) = (row.clone(), row.clone(), row.clone());
    view! {
        <h1 tabindex="-1">{it.title.clone()}</h1>
        <p class="lead">{when_said(&row, t)}</p>
        <div class="states">
            {state.map(|(class, text)| view! { <span class=class>{text}</span> })}
        </div>
        <Now id=row.id/>
        {(!it.reason.is_empty()).then(|| view! { <p class="said">{it.reason.clone()}</p> })}
        <Contact it=it.clone()/>
        {some.then(|| view! {
            <div class="card agenda-pair"><Lines title=t.agenda_bring() lines=bring top=true/><Lines title=t.agenda_ask() lines=ask top=true/>
                {nothing.then(|| view! { <p class="soft">{t.agenda_bring_empty()}</p> })}
            </div>
        })}
        {facts(rest)}
        {editable.then(|| view! { <After row=after/> })}
        <Attached row=row.clone()/>
        {(editable && planned).then(|| view! { <Move row=moved/> })}
        {editable.then(|| view! { <Cancel row=cancelled/> })}
        <ToFile only=Some(id)/>
        <RowActs title=it.title.clone() row/>
    }
    .into_any()
}

/// A series of sessions.
#[component]
fn Repeating(row: Row) -> impl IntoView {
    let t = use_words();
    let title = row.entry.title(t.terms());
    let rest = rest(&row, &["title", "exceptions"], t);
    view! {
        <h1 tabindex="-1">{title.clone()}</h1>
        <Now id=row.id/>
        {facts(rest)}
        <Sessions row=row.clone()/>
        <Attached row=row.clone()/>
        <RowActs title row/>
    }
}

/// An absence.
#[component]
fn Away(row: Row) -> impl IntoView {
    let t = use_words();
    let title = row.entry.title(t.terms());
    let rest = rest(&row, &[], t);
    view! {
        <h1 tabindex="-1">{title.clone()}</h1>
        <Now id=row.id/>
        {facts(rest)}
        <Missed row=row.clone()/>
        <Attached row=row.clone()/>
        <RowActs title row/>
    }
}

/// Who is met, with a number to call.
#[component]
fn Contact(it: Appointment) -> impl IntoView {
    let rows = use_rows();
    let here = use_place();
    let t = use_words();
    move || {
        let rows = rows.get();
        let contact = row(&rows, it.contact.as_ref()?.as_str())?;
        let Entry::Contact(who) = &contact.entry else {
            return None;
        };
        let href = format!(
            "{}#e-{}",
            Place::inside(t.lang(), Page::Contacts, &here.carnet).href(),
            contact.id
        );
        let phone = who.phones.first().map(|phone| {
            let number: String = phone
                .number
                .chars()
                .filter(|letter| letter.is_ascii_digit() || *letter == '+')
                .collect();
            let shown = phone.number.clone();
            view! { <a class="quiet number" href=format!("tel:{number}")>{sign(Sign::Phone)}{shown}</a> }
        });
        Some(view! {
            <p><a class="quiet" href=href>{sign(Sign::Contacts)}{who.shown_name()}</a>{phone}</p>
        })
    }
}

/// "mardi 8 décembre 2026, 08:30, dans 12 jours".
fn when_said(row: &Row, t: Words) -> String {
    with_occasion(row, |occasion| {
        let day = occasion.when.day();
        let hour = occasion
            .when
            .hour()
            .map(|hour| hour.format("%H:%M").to_string());
        let until = (occasion.last > day).then(|| t.agenda_to_day(day_name(occasion.last, t)));
        let parts = [
            Some(day_name(day, t)),
            hour,
            until,
            far(day, browser::today(), t),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(", ")
    })
    .unwrap_or_default()
}

fn state(row: &Row, t: Words) -> Option<(&'static str, &'static str)> {
    with_occasion(row, |occasion| match occasion.status {
        Status::Done => Some(("state done", t.agenda_done())),
        Status::Cancelled => Some(("state caution", t.agenda_cancelled())),
        _ => None,
    })?
}

/// What takes place of an appointment, in the time of the person.
fn with_occasion<R>(row: &Row, say: impl FnOnce(&Occasion<'_, &Row>) -> R) -> Option<R> {
    let rows = use_rows().get_untracked();
    let settings = rows
        .iter()
        .find(|it| matches!(it.entry, Entry::AgendaSettings(_)));
    let Entry::Appointment(it) = &row.entry else {
        return None;
    };
    let day = it.day?;
    let both: Vec<&Row> = std::iter::once(row).chain(settings).collect();
    // In another zone it may be the day before or after.
    let around = (day.pred_opt().unwrap_or(day), day.succ_opt().unwrap_or(day));
    let found = between(&both, around.0, around.1);
    found.first().map(say)
}

/// What is said nowhere else on the page.
fn rest(row: &Row, shown: &[&str], t: Words) -> Vec<Line> {
    let lines = row.entry.lines(t.terms());
    lines
        .into_iter()
        .filter(|line| !shown.contains(&line.field))
        .collect()
}
