//! What changed last, and by whom.

use crate::lists::entry_row::author;
use crate::lists::rows::{Row, use_rows};
use crate::parts::when;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::{Entry, PartialDate, Term, date_in_words};
use leptos::prelude::*;
use std::cmp::Reverse;

/// How many are shown.
const FEW: usize = 6;

/// The list.
#[component]
pub(super) fn Latest() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    move || {
        let rows = rows.get();
        let mut latest: Vec<&Row> = rows
            .iter()
            .filter(|row| {
                !matches!(
                    row.entry,
                    Entry::Identity(_) | Entry::Seen(_) | Entry::Settled(_)
                )
            })
            .collect();
        // Of what was written at the same moment, the nearest to today first.
        latest.sort_by_key(|row| Reverse((row.at, row.entry.date().map(PartialDate::last_day))));
        (!latest.is_empty()).then(|| {
            let line = |row: &Row| {
                let href =
                    Place::item(t.lang(), Page::History, &place.carnet, &row.id.to_string()).href();
                let kind = row.entry.kind().map(|kind| kind.label(t.terms()));
                let about = row
                    .entry
                    .date()
                    .map(|date| t.about_day(date_in_words(date, t.terms())));
                let told = t.written_by(author(row, t), when::moment(row.at, t));
                view! {
                    <li>
                        <p class="row-title"><a href=href>{row.entry.title(t.terms())}</a></p>
                        <p class="soft">{kind}" "{about}</p>
                        <p class="soft">{told}</p>
                    </li>
                }
            };
            view! {
                <section class="band" aria-labelledby="latest">
                    <h2 id="latest">{t.latest_title()}</h2>
                    <ul class="rows">{latest.into_iter().take(FEW).map(line).collect_view()}</ul>
                </section>
            }
        })
    }
}
