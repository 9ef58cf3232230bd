//! Notes that people around the person leave each other.

use crate::lists::entry_row::EntryRow;
use crate::lists::rows::use_rows;
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::{Kind, Term, view};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Notebook() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let add = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Note.code()).href();
    let notes = move || {
        let rows = rows.get();
        let notes = view::notes(&rows);
        if notes.is_empty() {
            return view! { <div class="empty"><p>{t.why_notes()}</p></div> }.into_any();
        }
        let rows = notes
            .into_iter()
            .map(|row| view! { <EntryRow row=row.clone()/> })
            .collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        <div class="notebook">
            <h1 tabindex="-1">{Page::Notebook.heading(t)}</h1>
            <p class="acts"><a class="do" href=add>{sign(Sign::Add)}{t.add_note()}</a></p>
            {notes}
        </div>
    }
}
