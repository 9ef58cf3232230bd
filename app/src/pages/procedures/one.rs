//! One procedure: where it stands, what comes next, its papers, its calls and letters, its dates.

use super::about::About;
use super::item::{DueItem, items_of};
use super::late::Late;
use super::log::Log;
use super::may_write;
use super::papers::Papers;
use super::steps::Steps;
use super::writings::Writings;
use crate::browser;
use crate::desk::entry_id;
use crate::lists::entry_row::{RowActs, States, author};
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::parts::when;
use crate::router::{beside, use_place};
use crate::site_map::Page;
use crate::words::{Words, use_words};
use domain::Entry;
use domain::entry::Procedure;
use leptos::prelude::*;
use store::EntryId;

/// The page.
#[component]
pub(crate) fn OneProcedure() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let item = use_place().item;
    let id = entry_id(&item);
    let found = Memo::new(move |_| id.and_then(|id| the_row(&rows.get(), id)));
    let there = Memo::new(move |_| found.with(Option::is_some));
    let may_here = may_write();
    let may = Memo::new(move |_| {
        may_here.get() && found.with(|row| row.as_ref().is_some_and(|row| row.editable))
    });
    let procedure = Memo::new(move |_| {
        found.with(|row| match row.as_ref().map(|row| &row.entry) {
            Some(Entry::Procedure(one)) => one.clone(),
            _ => Procedure::default(),
        })
    });
    view! {
        <div class="procedures one">
            <a class="quiet" href=beside(Page::Procedures).href()>{sign(Sign::Back)}{t.title_procedures()}</a>
            {move || match id.filter(|_| there.get()) {
                Some(id) => view! { <Whole about=About { id, procedure, may } found/> }.into_any(),
                None => view! {
                    <h1 tabindex="-1">{t.gone_title()}</h1>
                    <p>{t.gone_means()}</p>
                }
                .into_any(),
            }}
        </div>
    }
}

fn the_row(rows: &[Row], id: EntryId) -> Option<Row> {
    let found = rows.iter().find(|row| row.id == id);
    found
        .filter(|row| matches!(row.entry, Entry::Procedure(_)))
        .cloned()
}

#[component]
fn Whole(about: About, found: Memo<Option<Row>>) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let title = move || about.procedure.with(|one| one.title.clone());
    let dates = Memo::new(move |_| items_of(&rows.get(), about.id, browser::today(), t));
    let dates_list = move || {
        let dates = dates.get();
        (!dates.is_empty()).then(|| {
            let lines = dates
                .into_iter()
                .map(|item| view! { <DueItem item/> })
                .collect_view();
            view! {
                <section class="band" aria-labelledby="dates">
                    <h2 id="dates">{t.procedure_dates()}</h2>
                    <ul class="rows">{lines}</ul>
                </section>
            }
        })
    };
    let foot = move || {
        found.get().map(|row| {
            let title = row.entry.title(t.terms());
            view! {
                <States row=row.clone()/>
                <p class="soft">{t.written_by(author(&row, t), when::moment(row.at, t))}</p>
                <RowActs row title/>
            }
        })
    };
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="soft">{move || about.procedure.with(|one| to_whom(one, t))}</p>
        <Steps about/>
        {dates_list}
        <Late about/>
        <section class="band" aria-labelledby="asked">
            <h2 id="asked">{t.procedure_asked()}</h2>
            <ul>{move || about.procedure.with(|one| {
                let asked = one.requests.iter().map(|request| {
                    let again = request.renews.is_some().then(|| t.procedure_renewal());
                    view! { <li>{request.in_words(t.terms())}" "<span class="soft">{again}</span></li> }
                });
                asked.collect_view()
            })}</ul>
        </section>
        <Papers about/>
        <Writings about/>
        <Log about/>
        {move || about.procedure.with(|one| {
            (!one.note.is_empty()).then(|| view! { <p class="said">{one.note.clone()}</p> })
        })}
        {foot}
    }
}

fn to_whom(procedure: &Procedure, t: Words) -> String {
    let number = (!procedure.number.is_empty()).then(|| t.procedure_number(&procedure.number));
    let parts = [Some(procedure.authority.clone()), number]
        .into_iter()
        .flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
