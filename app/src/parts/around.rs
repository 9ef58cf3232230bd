//! The ways between the pages about who is around the person: from one of them to the others, without the menu.

use super::sign::{Sign, sign};
use crate::desk::use_desk;
use crate::router::{beside, use_place};
use crate::site_map::Page;
use crate::words::use_words;
use leptos::prelude::*;
use store::Role;

/// The pages, each with what it is for.
const PAGES: [(Page, Sign); 5] = [
    (Page::Team, Sign::Team),
    (Page::Keep, Sign::Check),
    (Page::Corners, Sign::Lock),
    (Page::Links, Sign::Link),
    (Page::Journal, Sign::Eye),
];

/// The other pages, as far as they have something for whoever looks.
#[component]
pub(crate) fn Around() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let here = use_place().page;
    let shown = Memo::new(move |_| {
        let carnet = desk.carnet()?;
        let guardian = carnet.is_guardian();
        let corners = matches!(carnet.role, Some(Role::Guardian | Role::Person))
            || !carnet.compartments.is_empty();
        Some((guardian, corners))
    });
    let ways = PAGES.map(|(page, icon)| (page, icon, StoredValue::new(beside(page).href())));
    let list = move || {
        let (guardian, corners) = shown.get()?;
        let fits = |page: Page| match page {
            Page::Links | Page::Journal => guardian,
            Page::Corners => corners,
            _ => true,
        };
        let way = |(page, icon, href): (Page, Sign, StoredValue<String>)| {
            let means = match page {
                Page::Team => t.around_team(),
                Page::Keep => t.around_keep(),
                Page::Corners => t.around_corners(),
                Page::Links => t.around_links(),
                _ => t.around_journal(),
            };
            view! { <li><a href=href.get_value()>{sign(icon)}{page.heading(t)}</a><span class="soft">{means}</span></li> }
        };
        let others = ways
            .into_iter()
            .filter(|(page, ..)| Some(*page) != here && fits(*page));
        Some(view! {
            <nav class="around band not-on-paper" aria-labelledby="around">
                <h2 id="around">{t.around()}</h2>
                <ul>{others.map(way).collect_view()}</ul>
            </nav>
        })
    };
    view! { {list} }
}
