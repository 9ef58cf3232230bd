//! Reports with headings: listed by discipline, begun from a template, read and printed.

mod add;
mod one;

pub(crate) use add::AddReport;
pub(crate) use one::OneReport;

use crate::desk::use_desk;
use crate::lists::entry_row::{States, author};
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use domain::lists::Discipline;
use domain::{Entry, Section, Term, day_in_words, view};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Reports() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| may_add(&carnet.writable))
    });
    let all = Memo::new(move |_| {
        let rows = rows.get();
        view::reports(&rows)
            .into_iter()
            .cloned()
            .collect::<Vec<Row>>()
    });
    let words = RwSignal::new(String::new());
    let discipline = RwSignal::new(None::<Discipline>);
    let add = beside(Page::AddReport).href();
    let disciplines = move || {
        let mut there: Vec<Discipline> =
            all.with(|rows| rows.iter().filter_map(discipline_of).collect());
        there.sort_unstable();
        there.dedup();
        let option =
            |one: Discipline| view! { <option value=one.code()>{one.label(t.terms())}</option> };
        there.into_iter().map(option).collect_view()
    };
    let found = move || {
        let wanted = discipline.get();
        let words = words.get();
        let fits = |row: &&Row| {
            (wanted.is_none() || discipline_of(row) == wanted)
                && view::matches(&row.entry, &words, t.terms())
        };
        all.with(|rows| rows.iter().filter(fits).cloned().collect::<Vec<Row>>())
    };
    let list = move || {
        if all.with(Vec::is_empty) {
            return view! { <div class="empty"><p>{t.reports_empty()}</p></div> }.into_any();
        }
        let found = found();
        if found.is_empty() {
            return view! { <p>{t.papers_none_found()}</p> }.into_any();
        }
        let row = |row: Row| view! { <ReportRow row/> };
        view! { <ul class="rows">{found.into_iter().map(row).collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="reports documents">
            <div class="band-head">
                <h1 tabindex="-1">{Page::Reports.heading(t)}</h1>
                {move || may.get().then(|| view! { <a class="do" href=add.clone()>{sign(Sign::Add)}{t.add_report()}</a> })}
            </div>
            {move || (all.with(Vec::len) > 3).then(|| view! {
                <div role="search" class="filters" aria-label=t.reports_find()>
                    <div class="field"><label for="find">{t.papers_find()}</label>
                        <input id="find" type="search" autocomplete="off" prop:value=move || words.get()
                            on:input=move |event| words.set(event_target_value(&event))/></div>
                    <div class="field"><label for="by-discipline">{t.papers_by_discipline()}</label>
                        <select id="by-discipline" on:change=move |event| discipline.set(Discipline::from_code(&event_target_value(&event)))>
                            <option value="">{t.reports_any_discipline()}</option>{disciplines}
                        </select></div>
                </div>
            })}
            {list}
        </div>
    }
}

/// Whether somebody who may write to these sections may write a report of some sort.
fn may_add(writable: &[Section]) -> bool {
    let homes = [Section::Health, Section::School, Section::Procedures];
    homes.iter().any(|home| writable.contains(home))
}

fn discipline_of(row: &Row) -> Option<Discipline> {
    match &row.entry {
        Entry::Report(report) => report.discipline,
        _ => None,
    }
}

/// One report.
#[component]
fn ReportRow(row: Row) -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let href = Place::item(t.lang(), Page::Report, &place.carnet, &row.id.to_string()).href();
    let Entry::Report(report) = &row.entry else {
        return ().into_any();
    };
    let summary = report.summary.clone();
    view! {
        <li>
            <p class="row-title"><a href=href>{row.entry.title(t.terms())}</a></p>
            <p class="soft">{signed(&row, t)}</p>
            {(!summary.is_empty()).then(|| view! { <p class="said">{summary}</p> })}
            <States row=row.clone()/>
        </li>
    }
    .into_any()
}

/// "12 mars 2026 · Karim, kiné".
fn signed(row: &Row, t: Words) -> String {
    let day = match &row.entry {
        Entry::Report(report) => report.date.map(|day| day_in_words(day, t.terms())),
        _ => None,
    };
    let parts: Vec<String> = day.into_iter().chain([author(row, t)]).collect();
    parts.join(" · ")
}
