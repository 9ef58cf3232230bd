//! The course of life as one line, and the individual projects.

use super::curves::Goals;
use crate::browser;
use crate::lists::band::{Band, BandView};
use crate::lists::entry_row::{RowActs, States, facts};
use crate::lists::ordered::Ordered;
use crate::lists::rows::{Row, use_rows};
use crate::parts::may::writes;
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::{Words, use_words};
use domain::entry::ListKind;
use domain::{Entry, EntryRef, Kind, Section, Term, date_in_words, view};
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
    let may = writes(&[Section::Health, Section::School]);
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
            {move || may.get().then(|| view! {
                <p class="acts"><a class="do" href=add.clone()>{sign(Sign::Add)}{t.add_step()}</a></p>
            })}
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

/// The version that holds of each project; those that it took over from unfold under it.
fn projects(rows: &[Row]) -> Ordered<'_> {
    let mut found = view::of_kind(rows, Kind::Project);
    view::newest_first(&mut found);
    let before = |row: &Row| match &row.entry {
        Entry::Project(project) => project.previous.clone(),
        _ => None,
    };
    let by_id = |id: &EntryRef| found.iter().copied().find(|row| row.id.to_string() == id.0);
    let replaced: Vec<EntryRef> = found.iter().filter_map(|row| before(row)).collect();
    let holds = |row: &&Row| !replaced.iter().any(|id| row.id.to_string() == id.0);
    let mut heads: Vec<(&Row, Vec<&Row>)> = Vec::new();
    for row in found.iter().copied().filter(holds) {
        let mut earlier: Vec<&Row> = Vec::new();
        let mut next = before(row).as_ref().and_then(by_id);
        // Entries that name each other in a circle end it.
        while let Some(version) = next.filter(|version| !earlier.contains(version)) {
            earlier.push(version);
            next = before(version).as_ref().and_then(by_id);
        }
        heads.push((row, earlier));
    }
    let shown = |row: &Row| {
        let mut all = heads
            .iter()
            .flat_map(|(row, earlier)| earlier.iter().chain([row]));
        all.any(|other| other.id == row.id)
    };
    let lost: Vec<&Row> = found.iter().copied().filter(|row| !shown(row)).collect();
    heads.extend(lost.into_iter().map(|row| (row, Vec::new())));
    Ordered {
        heads,
        rest: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::entry::Project;

    fn version(id: u8, day: &str, previous: Option<u8>) -> Row {
        let name = |id: u8| store::EntryId::from_slice(&[id; 16]).unwrap();
        Row {
            id: name(id),
            entry: Entry::Project(Project {
                date: day.parse().ok(),
                previous: previous.map(|id| EntryRef(name(id).to_string())),
                ..Project::default()
            }),
            editable: true,
            conflict: false,
            unsent: false,
            by: String::new(),
            author: store::MemberId::from_bytes([1; 16]),
            at: 0,
        }
    }

    #[test]
    fn versions_of_a_project_stand_under_the_one_that_holds() {
        let rows = [
            version(1, "2023-01-01", None),
            version(2, "2024-01-01", Some(1)),
            version(3, "2025-01-01", Some(2)),
            version(9, "2022-01-01", None),
        ];
        let heads = projects(&rows).heads;
        let seen: Vec<_> = heads
            .iter()
            .map(|(row, earlier)| (row.id, earlier.len()))
            .collect();
        assert_eq!(seen, [(rows[2].id, 2), (rows[3].id, 0)]);
    }

    #[test]
    fn a_circle_of_versions_hides_none() {
        let rows = [
            version(1, "2023-01-01", Some(2)),
            version(2, "2024-01-01", Some(1)),
        ];
        assert_eq!(projects(&rows).heads.len(), 2);
    }
}
