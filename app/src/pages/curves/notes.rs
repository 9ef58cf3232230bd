//! What must be said beside a curve of growth: which reference, for which age, and why there is none.

use super::board::Board;
use super::growth::{Bands, Growth};
use super::worked_out::is_velocity;
use crate::router::beside;
use crate::site_map::Page;
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// The sentences under the chart.
#[component]
pub(crate) fn Notes(board: Board) -> impl IntoView {
    let t = use_words();
    let identity = beside(Page::Identity).href();
    let missing = move || {
        let lacks = board
            .identity
            .with(|one| one.birth_date.is_none() || one.sex.is_none());
        (board.grows() && lacks).then(|| {
            view! { <p>{t.curves_needs_identity()}" "<a href=identity.clone()>{t.title_identity()}</a></p> }
        })
    };
    let failed = move || {
        (board.grows() && board.choice.without_tables.get())
            .then(|| view! { <p>{t.curves_without_tables()}</p> })
    };
    let said = move || {
        let notes = sentences(board, t).into_iter();
        notes.map(|note| view! { <p>{note}</p> }).collect_view()
    };
    view! { <div class="soft notes">{missing}{failed}{said}</div> }
}

/// The same as plain sentences, to be taken away with the picture.
pub(crate) fn sentences(board: Board, t: Words) -> Vec<String> {
    let mut notes = Vec::new();
    if board.shown.with(|shown| shown.iter().any(is_velocity)) {
        notes.push(t.curves_about_velocity().to_owned());
    }
    let Some(growth) = board.growth().filter(|_| board.grows()) else {
        return notes;
    };
    match board.choice.bands.get() {
        Bands::Percentiles => notes.push(t.curves_about_percentiles().to_owned()),
        Bands::Deviations => notes.push(t.curves_about_deviations().to_owned()),
        Bands::None => {}
    }
    notes.push(t.curves_about_reference().to_owned());
    if let Some(days) = growth.days_early() {
        notes.push(t.curves_corrected(days % 7, days / 7));
    }
    let past = |growth: &Growth| {
        board
            .shown
            .with(|shown| shown.iter().any(|thing| growth.past_ten(thing)))
    };
    if past(&growth) {
        notes.push(t.curves_past_ten().to_owned());
    }
    notes
}
