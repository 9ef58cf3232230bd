//! One document: read, described, linked, changed, taken away.

use super::list::filed_under;
use super::viewer::Viewer;
use crate::lists::entry_row::{RowActs, States, author, facts};
use crate::lists::rows::{Row, row, use_rows};
use crate::pages::home::shown_on;
use crate::parts::sign::{Sign, sign};
use crate::parts::when;
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::Document;
use domain::{Entry, FileRef, Kind, Term};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn OneDocument() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let item = use_place().item;
    let found = Memo::new(move |_| {
        row(&rows.get(), &item).filter(|row| row.entry.kind() == Some(Kind::Document))
    });
    // The files are fetched once: what else changes does not fetch them again.
    let files = Memo::new(move |_| {
        found.with(|row| {
            row.as_ref().map(|row| {
                row.entry
                    .files()
                    .into_iter()
                    .cloned()
                    .collect::<Vec<FileRef>>()
            })
        })
    });
    let heading = move || match found.get() {
        Some(row) => row.entry.title(t.terms()),
        None => t.title_document().to_owned(),
    };
    view! {
        <div class="documents">
            <a class="quiet" href=beside(Page::Documents).href()>{sign(Sign::Back)}{t.title_documents()}</a>
            <h1 tabindex="-1">{heading}</h1>
            {move || match found.get() {
                Some(row) => view! { <Head row/> }.into_any(),
                None => view! { <p>{t.papers_gone()}</p> }.into_any(),
            }}
            {move || files.get().map(|files| view! { <Viewer files/> })}
            {move || found.get().map(|row| view! { <About row/> })}
        </div>
    }
}

/// What it is, and what must be seen at once.
#[component]
fn Head(row: Row) -> impl IntoView {
    let t = use_words();
    let Entry::Document(document) = &row.entry else {
        return ().into_any();
    };
    let summary = document.summary.clone();
    view! {
        <p class="soft">{filed_under(document, t)}</p>
        <States row=row.clone()/>
        {(!summary.is_empty()).then(|| view! { <p class="said">{summary}</p> })}
    }
    .into_any()
}

/// Its details, what it is linked with, and what can be done.
#[component]
fn About(row: Row) -> impl IntoView {
    let t = use_words();
    let shown = [
        "title",
        "document_kind",
        "discipline",
        "date",
        "summary",
        "pages",
    ];
    let lines = row
        .entry
        .lines(t.terms())
        .into_iter()
        .filter(|line| !shown.contains(&line.field))
        .collect();
    let title = row.entry.title(t.terms());
    let written = t.written_by(author(&row, t), when::moment(row.at, t));
    view! {
        <section class="band">
            <h2>{t.details()}</h2>
            {facts(lines)}
            <p class="soft">{written}</p>
            <Linked row=row.clone()/>
            <RowActs row title/>
        </section>
    }
}

/// The entries that it belongs to, and those that name it.
#[component]
fn Linked(row: Row) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let here = use_place();
    let id = row.id.to_string();
    let named = match &row.entry {
        Entry::Document(document) => links(document),
        _ => Vec::new(),
    };
    let linked = move || {
        let rows = rows.get();
        let names_it = |other: &Row| other.entry.links().iter().any(|link| link.as_str() == id);
        let linked = rows
            .iter()
            .filter(|other| named.contains(&other.id.to_string()) || names_it(other));
        let item = |other: &Row| {
            let href = Place {
                page: Some(shown_on(other.entry.kind())),
                item: other.id.to_string(),
                ..here.clone()
            }
            .href();
            let kind = other
                .entry
                .kind()
                .map(|kind| kind.label(t.terms()))
                .unwrap_or_default();
            view! { <li>{kind}" : "<a href=href>{other.entry.title(t.terms())}</a></li> }
        };
        let items: Vec<_> = linked.map(item).collect();
        (!items.is_empty()).then(|| view! { <h3>{t.papers_linked()}</h3> <ul>{items}</ul> })
    };
    view! { {linked} }
}

fn links(document: &Document) -> Vec<String> {
    let linked = document.linked.iter().chain(&document.author_contact);
    linked.map(|link| link.as_str().to_owned()).collect()
}
