//! The procedures: where each stands and what comes next; finished ones fold.

use super::steps::next_words;
use crate::lists::entry_row::States;
use crate::lists::rows::{Row, use_rows};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::entry::Procedure;
use domain::lists::ProcedureState;
use domain::{Entry, Kind, Term, day_in_words, view};
use leptos::prelude::*;

/// The list; nothing where there are none.
#[component]
pub(super) fn UnderWay() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    move || {
        let rows = rows.get();
        let mut found = view::of_kind(&rows, Kind::Procedure);
        view::newest_first(&mut found);
        let finished = |row: &&Row| matches!(&row.entry, Entry::Procedure(one) if one.state() == ProcedureState::Closed);
        let (over, open): (Vec<&Row>, Vec<&Row>) = found.into_iter().partition(finished);
        let line = |row: &Row| view! { <OneLine row=row.clone()/> };
        let any = !open.is_empty() || !over.is_empty();
        let count = over.len();
        any.then(|| {
            view! {
                <section class="band" aria-labelledby="under-way">
                    <h2 id="under-way">{t.rights_under_way()}</h2>
                    <ul class="rows">{open.into_iter().map(line).collect_view()}</ul>
                    {(count > 0).then(|| view! {
                        <details>
                            <summary>{t.rights_finished(count)}</summary>
                            <ul class="rows">{over.into_iter().map(line).collect_view()}</ul>
                        </details>
                    })}
                </section>
            }
        })
    }
}

#[component]
fn OneLine(row: Row) -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let Entry::Procedure(procedure) = row.entry.clone() else {
        return ().into_any();
    };
    let href = Place::item(
        t.lang(),
        Page::Procedure,
        &place.carnet,
        &row.id.to_string(),
    )
    .href();
    let state = procedure.state();
    let class = if state == ProcedureState::Closed {
        "state done"
    } else {
        "state"
    };
    view! {
        <li>
            <p class="row-title"><a href=href>{procedure.title.clone()}</a></p>
            <div class="states"><span class=class>{stands(&procedure, t)}</span></div>
            <States row/>
            <p class="said">{next_words(state, t)}</p>
        </li>
    }
    .into_any()
}

/// "Dossier recevable depuis le 3 mars 2026".
pub(super) fn stands(procedure: &Procedure, t: crate::words::Words) -> String {
    let state = procedure.state();
    let label = state.label(t.terms());
    match procedure.reached(state) {
        Some(day) => t.rights_stands(day_in_words(day, t.terms()), label),
        None => label.to_owned(),
    }
}
