//! A week or a month as a grid of days: arrows go from day to day, Page Up and Page Down from one span to the next, and what
//! stands on the day that is reached is told below.

use super::chosen;
use super::days::DayView;
use super::items::{Item, day_name, free, items};
use super::spans::Span;
use crate::browser;
use crate::desk::use_desk;
use crate::lists::rows::use_rows;
use crate::parts::sign::{Sign, sign};
use crate::router::{use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use chrono::{Datelike, NaiveDate};
use domain::agenda::Settings;
use domain::lists::Day;
use domain::{Kind, PartialDate, Section, Term, date_in_words, day_in_words};
use leptos::prelude::*;

/// How many lines are shown in the cell of a day.
const FEW: usize = 3;

/// The grid, and the day that is chosen.
#[component]
pub(super) fn Grid(span: Span) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = StoredValue::new(use_place());
    let today = browser::today();
    let cursor = RwSignal::new(chosen::shown().unwrap_or(today));
    let desk = use_desk();
    let router = use_router();
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(Section::Agenda))
    });
    let add = move |kind: Kind| {
        place.with_value(|place| Place::item(t.lang(), Page::Add, &place.carnet, kind.code()))
    };
    let weeks = Memo::new(move |_| span.weeks(cursor.get()));
    let shown = Memo::new(move |_| {
        let rows = rows.get();
        let weeks = weeks.get();
        let ends = weeks.first().zip(weeks.last());
        let (from, to) = ends.map_or((today, today), |(first, last)| (first[0], last[6]));
        (
            Settings::of(&rows),
            place.with_value(|place| items(&rows, from, to, place, t)),
        )
    });
    let title = move || match span {
        Span::Month => {
            let day = cursor.get();
            let month = PartialDate::month_of(day.year(), day.month());
            month
                .map(|month| date_in_words(month, t.terms()))
                .unwrap_or_default()
        }
        Span::Week => t.agenda_week_of(day_name(weeks.get()[0][0], t)),
    };
    let go = move |day: NaiveDate| {
        cursor.set(day);
        browser::soon(move || browser::focus_id(&cell_id(day)));
    };
    let pressed = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if event.key() == "Enter" && may.get_untracked() {
            event.prevent_default();
            chosen::begin(cursor.get_untracked());
            return router.go(&add(Kind::Appointment));
        }
        if let Some(day) = span.key(cursor.get_untracked(), &event.key()) {
            event.prevent_default();
            go(day);
        }
    };
    let turn = move |forward: bool| cursor.update(|day| *day = span.turned(*day, forward));
    let body = move || {
        let (settings, items) = shown.get();
        let weeks = weeks.get();
        let row = |week: [NaiveDate; 7]| {
            let cell = |day: NaiveDate| {
                let here: Vec<Item> = items
                    .iter()
                    .filter(|item| item.touches(day))
                    .cloned()
                    .collect();
                view! { <Cell span cursor day today settings items=here/> }
            };
            view! { <tr role="row">{week.map(cell).into_iter().collect_view()}</tr> }
        };
        weeks.into_iter().map(row).collect_view()
    };
    let chosen = move || {
        let (settings, items) = shown.get();
        let day = cursor.get();
        let items: Vec<Item> = items.into_iter().filter(|item| item.touches(day)).collect();
        let begin = move |kind: Kind, class: &'static str, label: String| {
            view! { <a class=class href=add(kind).href() on:click=move |_| chosen::begin(day)>{sign(Sign::Add)}{label}</a> }
        };
        view! {
            <DayView day today settings items/>
            {may.get().then(|| view! {
                <p class="acts day-acts">
                    {begin(Kind::Appointment, "go small", t.agenda_add_on(day_in_words(day, t.terms())))}
                    {begin(Kind::Absence, "quiet", t.agenda_add_absence().to_owned())}
                </p>
            })}
        }
    };
    let (class, earlier, later) = match span {
        Span::Week => (
            "agenda-grid week",
            t.agenda_week_before(),
            t.agenda_week_after(),
        ),
        Span::Month => (
            "agenda-grid month",
            t.agenda_month_before(),
            t.agenda_month_after(),
        ),
    };
    let heads = Day::ALL.iter().map(|day| {
        let name = day.label(t.terms());
        let short: String = name.chars().take(3).collect();
        view! { <th role="columnheader" scope="col" abbr=name><span aria-hidden="true">{short}</span><span class="away">{name}</span></th> }
    });
    view! {
        <div class="agenda-turn">
            <button class="go small" type="button" on:click=move |_| turn(false)>{sign(Sign::Back)}<span class="away">{earlier}</span></button>
            <h2 id="agenda-span" aria-live="polite">{title}</h2>
            <button class="go small" type="button" on:click=move |_| turn(true)>{sign(Sign::Forward)}<span class="away">{later}</span></button>
            <button class="go small" type="button" on:click=move |_| cursor.set(today)>{t.agenda_today()}</button>
        </div>
        <table class=class role="grid" aria-labelledby="agenda-span" aria-describedby="agenda-keys" on:keydown=pressed>
            <thead><tr role="row">{heads.collect_view()}</tr></thead>
            <tbody on:click=move |event| { if let Some(day) = day_under(&event) { cursor.set(day); } }>{body}</tbody>
        </table>
        <p id="agenda-keys" class="soft away-on-touch">{t.agenda_keys()}{move || may.get().then(|| view! { " "{t.agenda_key_enter()} })}</p>
        <div aria-live="polite">{chosen}</div>
    }
}

/// The cell of a day.
#[component]
fn Cell(
    span: Span,
    cursor: RwSignal<NaiveDate>,
    day: NaiveDate,
    today: NaiveDate,
    settings: Settings,
    items: Vec<Item>,
) -> impl IntoView {
    let t = use_words();
    let chosen = Memo::new(move |_| cursor.get() == day);
    let free = free(&settings, day, t);
    let mut said = vec![day_name(day, t)];
    said.extend(free.iter().cloned());
    said.push(match items.len() {
        0 => t.agenda_nothing().to_owned(),
        1 => t.agenda_one_thing().to_owned(),
        many => t.agenda_many_things(many),
    });
    let more = items.len().saturating_sub(FEW);
    let line = |item: &Item| {
        let class = format!("day-line {}", item.class);
        let off = item.off;
        let text = if item.hour.is_empty() {
            item.title.clone()
        } else {
            format!("{} {}", item.hour, item.title)
        };
        view! { <span class=class class:off=off>{text}</span> }
    };
    let lines = items.iter().take(FEW).map(line).collect_view();
    view! {
        <td role="gridcell" id=cell_id(day) data-day=day.to_string()
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            aria-selected=move || if chosen.get() { "true" } else { "false" }
            aria-current=(day == today).then_some("date")
            class:outside=move || !span.holds(cursor.get(), day)
            class:free=!free.is_empty() class:some=!items.is_empty()>
            <span class="away">{said.join(", ")}</span>
            <div aria-hidden="true">
                <span class="day-number number">{day.day()}</span>
                {lines}
                {(more > 0).then(|| view! { <span class="day-line more">{t.agenda_more(more)}</span> })}
            </div>
        </td>
    }
}

fn cell_id(day: NaiveDate) -> String {
    format!("cell-{day}")
}

/// The day of the cell in which something happened.
fn day_under(event: &web_sys::MouseEvent) -> Option<NaiveDate> {
    use wasm_bindgen::JsCast;
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let cell = target.closest("[data-day]").ok()??;
    cell.get_attribute("data-day")?.parse().ok()
}
