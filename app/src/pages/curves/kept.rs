//! What is written down beside single values: events, measures of one's own, marks, series taken in from tables.

use crate::lists::entry_row::EntryRow;
use crate::lists::rows::{Row, use_rows};
use crate::words::{Word, Words, use_words};
use domain::{Kind, view};
use leptos::prelude::*;

/// How many of a kind are shown: the newest.
const FEW: usize = 30;

/// The lists, each folded away.
const LISTS: [(Kind, Word); 4] = [
    (Kind::Events, Words::curves_kept_events),
    (Kind::OwnMeasure, Words::curves_kept_own),
    (Kind::Mark, Words::curves_kept_marks),
    (Kind::Readings, Words::curves_kept_readings),
];

/// All of them that have something in them.
#[component]
pub(crate) fn Kept() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let list = move |(kind, name): (Kind, Word)| {
        move || {
            let rows = rows.get();
            let mut found: Vec<&Row> = view::of_kind(&rows, kind);
            if found.is_empty() {
                return None;
            }
            view::newest_first(&mut found);
            let count = found.len();
            let shown = found.into_iter().take(FEW);
            let shown = shown
                .map(|row| view! { <EntryRow row=row.clone()/> })
                .collect_view();
            Some(view! {
                <details class="field">
                    <summary>{name(t)}" "<span class="number">{count}</span></summary>
                    <ul class="rows">{shown}</ul>
                </details>
            })
        }
    };
    view! { <div class="not-on-paper">{LISTS.map(list).into_iter().collect_view()}</div> }
}
