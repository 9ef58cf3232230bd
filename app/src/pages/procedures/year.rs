//! The year ahead, month by month: every day that counts, with its reason. To be printed, too.

use super::item::{DueItem, Item, items_between};
use crate::browser;
use crate::lists::rows::use_rows;
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::{Words, use_words};
use chrono::{Datelike, Months, NaiveDate};
use domain::{PartialDate, date_in_words};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn YearAhead() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let items = Memo::new(move |_| {
        let today = browser::today();
        let to = today.checked_add_months(Months::new(12)).unwrap_or(today);
        items_between(&rows.get(), today, to, t)
    });
    let months = move || {
        let items = items.get();
        if items.is_empty() {
            return view! { <div class="empty"><p>{t.rights_year_empty()}</p></div> }.into_any();
        }
        months(items, t).into_any()
    };
    let print = |_| {
        browser::print_whole();
        browser::print();
    };
    view! {
        <div class="procedures year">
            <a class="quiet not-on-paper" href=beside(Page::Procedures).href()>{sign(Sign::Back)}{t.title_procedures()}</a>
            <h1 tabindex="-1">{t.title_year_ahead()}</h1>
            <p class="soft">{t.rights_year_lead()}</p>
            <p class="acts"><button class="go" type="button" on:click=print>{sign(Sign::Print)}{t.print()}</button></p>
            {months}
            <p class="soft">{t.rights_no_advice()}</p>
        </div>
    }
}

fn months(items: Vec<Item>, t: Words) -> impl IntoView {
    let mut groups: Vec<(NaiveDate, Vec<Item>)> = Vec::new();
    for item in items {
        let first = item.day.with_day(1).unwrap_or(item.day);
        match groups.last_mut() {
            Some((month, inside)) if *month == first => inside.push(item),
            _ => groups.push((first, vec![item])),
        }
    }
    let month = |(first, items): (NaiveDate, Vec<Item>)| {
        let id = format!("month-{}-{}", first.year(), first.month());
        let heading = id.clone();
        let name = PartialDate::month_of(first.year(), first.month());
        let name = name.map(|month| date_in_words(month, t.terms()));
        let items = items
            .into_iter()
            .map(|item| view! { <DueItem item/> })
            .collect_view();
        view! {
            <section class="band month" aria-labelledby=id>
                <h2 id=heading>{name}</h2>
                <ul class="rows">{items}</ul>
            </section>
        }
    };
    groups.into_iter().map(month).collect_view()
}
