//! Who the person is.

use crate::lists::entry_row::{RowActs, facts};
use crate::lists::rows::use_rows;
use crate::parts::face::Face;
use crate::site_map::Page;
use crate::words::use_words;
use domain::view;
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn IdentityPage() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let card = move || {
        let rows = rows.get();
        let (row, identity) = view::identity(&rows)?;
        let mut lines = row.entry.lines(t.terms());
        lines.retain(|line| line.field != "photo");
        let name = identity.full_name();
        Some(view! {
            <div class="card">
                <div class="who"><Face name=name.clone() photo=identity.photo.clone()/><h2>{name.clone()}</h2></div>
                {facts(lines)}
                <RowActs row=row.clone() title=name/>
            </div>
        })
    };
    view! {
        <h1 tabindex="-1">{Page::Identity.heading(t)}</h1>
        <p>{t.identity_lead()}</p>
        {card}
    }
}
