//! One report, to be read and printed. Its author is whoever signed it.

use super::signed;
use crate::browser;
use crate::lists::entry_row::{RowActs, States, author};
use crate::lists::rows::{Row, row, use_rows};
use crate::pages::documents::viewer::Viewer;
use crate::pages::home::shown_on;
use crate::parts::sign::{Sign, sign};
use crate::parts::when;
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::{Report, ReportPart};
use domain::{Entry, FileRef, Kind, Term, day_in_words, report_heading};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn OneReport() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let item = use_place().item;
    let found = Memo::new(move |_| {
        row(&rows.get(), &item).filter(|row| row.entry.kind() == Some(Kind::Report))
    });
    // The files are fetched once: what else changes does not fetch them again.
    let files = Memo::new(move |_| {
        found.with(|row| {
            let files = row.as_ref().map(|row| row.entry.files());
            let files = files.unwrap_or_default().into_iter();
            files.cloned().collect::<Vec<FileRef>>()
        })
    });
    let heading = move || match found.get() {
        Some(row) => row.entry.title(t.terms()),
        None => t.title_report().to_owned(),
    };
    view! {
        <article class="report documents">
            <a class="quiet not-on-paper" href=beside(Page::Reports).href()>{sign(Sign::Back)}{t.title_reports()}</a>
            <h1 tabindex="-1">{heading}</h1>
            {move || match found.get() {
                Some(row) => view! { <Said row/> }.into_any(),
                None => view! { <p>{t.report_gone()}</p> }.into_any(),
            }}
            <div class="not-on-paper">
                {move || (!files.with(Vec::is_empty)).then(|| view! { <Viewer files=files.get()/> })}
            </div>
            {move || found.get().map(|row| {
                let title = row.entry.title(t.terms());
                view! {
                    <div class="acts"><button class="go" type="button" on:click=move |_| browser::print()>{sign(Sign::Print)}{t.report_print()}</button></div>
                    <RowActs row title/>
                }
            })}
        </article>
    }
}

/// What it says.
#[component]
fn Said(row: Row) -> impl IntoView {
    let t = use_words();
    let Entry::Report(report) = &row.entry else {
        return ().into_any();
    };
    let lang = t.terms();
    let filled = report.parts.iter();
    let filled = filled.filter(|part| !part.text.trim().is_empty());
    let part = |part: &ReportPart| {
        let heading = report_heading(part, lang);
        view! {
            <section>
                {(!heading.is_empty()).then(|| view! { <h2>{heading}</h2> })}
                <p class="said">{part.text.clone()}</p>
            </section>
        }
    };
    let who = [report.place.clone(), report.people.clone()];
    let who: Vec<String> = who.into_iter().filter(|text| !text.is_empty()).collect();
    let summary = report.summary.clone();
    let next = report
        .next
        .map(|day| t.report_next(day_in_words(day, lang)));
    view! {
        <p class="soft">{signed(&row, t)}</p>
        {(!who.is_empty()).then(|| view! { <p class="soft">{who.join(" · ")}</p> })}
        <States row=row.clone()/>
        {(!summary.is_empty()).then(|| view! { <p class="report-summary said">{summary}</p> })}
        {filled.map(part).collect_view()}
        <Linked report=report.clone()/>
        {next.map(|next| view! { <p><strong>{next}</strong></p> })}
        <p class="soft">{t.report_signed(author(&row, t), when::moment(row.at, t))}</p>
    }
    .into_any()
}

/// The values, documents and devices that it names.
#[component]
fn Linked(report: Report) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let here = use_place();
    let named: Vec<String> = report
        .measures
        .iter()
        .chain(&report.documents)
        .map(|link| link.as_str().to_owned())
        .collect();
    move || {
        let rows = rows.get();
        let item = |row: &Row| {
            let href = Place {
                page: Some(shown_on(row.entry.kind())),
                item: row.id.to_string(),
                ..here.clone()
            }
            .href();
            let kind = row
                .entry
                .kind()
                .map(|kind| kind.label(t.terms()))
                .unwrap_or_default();
            view! { <li>{kind}" : "<a href=href>{row.entry.title(t.terms())}</a></li> }
        };
        let linked = rows
            .iter()
            .filter(|row| named.contains(&row.id.to_string()));
        let items: Vec<_> = linked.map(item).collect();
        (!items.is_empty()).then(|| view! { <h2>{t.papers_linked()}</h2><ul>{items}</ul> })
    }
}
