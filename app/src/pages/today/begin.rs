//! What is worth filling in first, while a carnet is young.

use crate::desk::use_desk;
use crate::lists::rows::{any, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::{Kind, Section, Term};
use leptos::prelude::*;

/// The few next steps; none when all were taken.
#[component]
pub(super) fn Begin() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = use_place();
    let add = move |kind: Kind| Place::item(t.lang(), Page::Add, &place.carnet, kind.code()).href();
    let documents = beside(Page::AddDocuments).href();
    let desk = use_desk();
    let writable = Memo::new(move |_| {
        desk.carnet()
            .map(|carnet| carnet.writable.clone())
            .unwrap_or_default()
    });
    move || {
        let rows = rows.get();
        let writable = writable.get();
        let may = |kind: Kind| {
            writable.contains(match kind {
                Kind::Contact => &Section::Team,
                Kind::Habit => &Section::Daily,
                _ => &Section::Health,
            })
        };
        let steps = [
            (
                Kind::Treatment,
                Sign::Health,
                t.begin_treatment(),
                add(Kind::Treatment),
            ),
            (
                Kind::Contact,
                Sign::Contacts,
                t.begin_contact(),
                add(Kind::Contact),
            ),
            (
                Kind::Document,
                Sign::Document,
                t.begin_document(),
                documents.clone(),
            ),
            (Kind::Habit, Sign::Habits, t.begin_habit(), add(Kind::Habit)),
        ];
        let left: Vec<_> = steps
            .into_iter()
            .filter(|(kind, ..)| !any(&rows, *kind) && may(*kind))
            .collect();
        (!left.is_empty()).then(|| {
            let step = |(_, icon, text, href): (Kind, Sign, &'static str, String)| {
                view! { <li><a href=href>{sign(icon)}{text}</a></li> }
            };
            view! {
                <section class="card" aria-labelledby="begin">
                    <h2 id="begin">{t.begin_title()}</h2>
                    <ul class="menu-list">{left.into_iter().map(step).collect_view()}</ul>
                </section>
            }
        })
    }
}
