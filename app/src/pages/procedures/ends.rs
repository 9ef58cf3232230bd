//! Other things that end: papers, insurance, medicines of rescue.

use crate::browser;
use crate::lists::entry_row::{RowActs, States, facts};
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::use_words;
use chrono::NaiveDate;
use domain::{Entry, Kind, Term, day_in_words, view};
use leptos::prelude::*;

/// The list.
#[component]
pub(super) fn OtherEnds(may: Memo<bool>) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let add = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Expiry.code()).href();
    let list = move || {
        let rows = rows.get();
        let mut found = view::of_kind(&rows, Kind::Expiry);
        if found.is_empty() {
            return view! { <div class="empty"><p>{t.rights_why_ends()}</p></div> }.into_any();
        }
        found.sort_by_key(|row| row_end(row).unwrap_or(NaiveDate::MAX));
        let (over, now): (Vec<&Row>, Vec<&Row>) = found
            .into_iter()
            .partition(|row| matches!(&row.entry, Entry::Expiry(expiry) if expiry.over));
        let line = |row: &Row| view! { <OneEnd row=row.clone()/> };
        let count = over.len();
        view! {
            <ul class="rows">{now.into_iter().map(line).collect_view()}</ul>
            {(count > 0).then(|| view! {
                <details>
                    <summary>{t.rights_ends_over(count)}</summary>
                    <ul class="rows">{over.into_iter().map(line).collect_view()}</ul>
                </details>
            })}
        }
        .into_any()
    };
    view! {
        <section class="band" aria-labelledby="other-ends">
            <div class="band-head">
                <h2 id="other-ends">{t.rights_ends()}</h2>
                {move || may.get().then(|| view! { <a class="go small" href=add.clone()>{sign(Sign::Add)}{t.add_expiry()}</a> })}
            </div>
            {list}
        </section>
    }
}

fn row_end(row: &Row) -> Option<NaiveDate> {
    match &row.entry {
        Entry::Expiry(expiry) => expiry.end,
        _ => None,
    }
}

#[component]
fn OneEnd(row: Row) -> impl IntoView {
    let t = use_words();
    let today = browser::today();
    let title = row.entry.title(t.terms());
    let end = row_end(&row);
    let over = matches!(&row.entry, Entry::Expiry(expiry) if expiry.over);
    let said = end.map(|end| {
        let day = day_in_words(end, t.terms());
        if end < today {
            t.rights_ended(day)
        } else {
            t.rights_until(day)
        }
    });
    let pressing = !over && end.is_some_and(|end| end < today);
    let class = if pressing { "state caution" } else { "state" };
    let lines = row.entry.lines(t.terms());
    let lines = lines
        .into_iter()
        .filter(|line| !["name", "end"].contains(&line.field));
    let id = format!("e-{}", row.id);
    view! {
        <li id=id>
            <p class="row-title">{title.clone()}</p>
            <div class="states"><span class=class>{said}</span></div>
            <States row=row.clone()/>
            <details>
                <summary>{t.details()}<span class="away">" "{title.clone()}</span></summary>
                {facts(lines.collect())}
                <RowActs row title/>
            </details>
        </li>
    }
}
