//! The course of life as one line, and the individual projects.

use super::curves::Goals;
use crate::browser;
use crate::lists::band::{Band, BandView};
use crate::lists::entry_row::{RowActs, States, facts};
use crate::lists::ordered::Ordered;
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use domain::entry::ListKind;
use domain::{Entry, Kind, Term, date_in_words, view};
use leptos::prelude::*;

const PROJECTS: Band = Band {
    list: ListKind::Projects,
    order: projects,
    add: Words::add_project,
    why: Words::why_projects,
    none: None,
    sign: Sign::Sun,
};

/// The page.
#[component]
pub(crate) fn Course() -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let rows = use_rows();
    let add = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Step.code()).href();
    let line = move || {
        let rows = rows.get();
        let course = view::course_of_life(&rows, browser::today());
        if course.is_empty() {
            return view! { <div class="empty"><p>{t.why_steps()}</p></div> }.into_any();
        }
        let items = course
            .into_iter()
            .rev()
            .map(|item| view! { <Item row=item.row.clone() ongoing=item.ongoing/> });
        view! { <ol class="life">{items.collect_view()}</ol> }.into_any()
    };
    view! {
        <div class="course">
            <h1 tabindex="-1">{Page::Course.heading(t)}</h1>
            <p class="acts"><a class="do" href=add>{sign(Sign::Add)}{t.add_step()}</a></p>
            {line}
            <Goals/>
            <BandView band=PROJECTS/>
        </div>
    }
}

/// One step or stay.
#[component]
fn Item(row: Row, ongoing: bool) -> impl IntoView {
    let t = use_words();
    let (from, to, class) = match &row.entry {
        Entry::Step(step) => (step.from, step.to, step.track.map_or("step", Term::code)),
        Entry::Stay(stay) => (stay.from, stay.to, "medical"),
        _ => (None, None, "step"),
    };
    let words = |date| date_in_words(date, t.terms());
    let dates = match (from.map(words), to.map(words)) {
        (Some(from), Some(to)) if from != to => t.dates_between(from, to),
        (Some(from), None) if ongoing => t.since(from),
        (Some(day), _) | (None, Some(day)) => day,
        (None, None) => t.no_date().to_owned(),
    };
    let title = row.entry.title(t.terms());
    let mut lines = row.entry.lines(t.terms());
    lines.retain(|line| !matches!(line.field, "title" | "from" | "to"));
    view! {
        <li class=class>
            <p class="soft">{dates}</p>
            <p class="row-title">{title.clone()}</p>
            <States row=row.clone()/>
            <details>
                <summary>{t.details()}<span class="away">" "{title.clone()}</span></summary>
                {facts(lines)}
                <RowActs row title/>
            </details>
        </li>
    }
}

fn projects(rows: &[Row]) -> Ordered<'_> {
    let mut found = view::of_kind(rows, Kind::Project);
    view::newest_first(&mut found);
    Ordered::all(found)
}
