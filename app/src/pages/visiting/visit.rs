//! What a link shows: whose carnet, until when, where to look.

use crate::desk::use_desk;
use crate::lists::rows::{Row, use_rows};
use crate::pages::links::moment;
use crate::parts::sign::{Sign, sign};
use crate::parts::when;
use crate::router::{beside, use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::{Kind, Section, Term};
use leptos::prelude::*;
use store::VisitView;

/// The page.
#[component]
pub(crate) fn Visit() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let visit = Memo::new(move |_| desk.scene().and_then(|scene| scene.visit.clone()));
    let latest = Memo::new(move |_| {
        let scene = desk.scene()?;
        let carnet = scene.open.clone()?;
        let cover = scene.carnets.iter().find(|cover| cover.id == carnet.id)?;
        let latest = cover.latest?;
        let by = latest.by.and_then(|by| carnet.names.get(&by).cloned());
        Some((latest.at, by.unwrap_or_default()))
    });
    let readable = Memo::new(move |_| {
        let carnet = desk.carnet();
        carnet
            .map(|carnet| carnet.readable.clone())
            .unwrap_or_default()
    });
    let heading = move || match visit.get() {
        Some(visit) if !visit.name.is_empty() => t.visit_of(visit.name),
        _ => t.title_visit().to_owned(),
    };
    let card = move |section: &Section| {
        let page = page_of(*section)?;
        let href = beside(page).href();
        let word = section.label(t.terms());
        Some(view! { <li><a class="visit-card" href=href>{sign(Sign::Forward)}{word}</a></li> })
    };
    view! {
        <div class="visit">
            <h1 tabindex="-1">{heading}</h1>
            {move || visit.get().map(|visit| view! { <p class="lead">{t.visit_until(moment(visit.until.0, t))}</p> })}
            <p>{t.visit_nothing_kept()}</p>
            {move || {
                let sections = readable.get();
                let cards: Vec<_> = sections.iter().filter_map(card).collect();
                (!cards.is_empty()).then(|| view! {
                    <section class="band" aria-labelledby="visit-sections">
                        <h2 id="visit-sections">{t.visit_sections()}</h2>
                        <ul class="visit-cards">{cards}</ul>
                    </section>
                })
            }}
            <Single readable visit/>
            {move || latest.get().map(|(at, by)| {
                let told = when::moment(at.0, t);
                let text = if by.is_empty() { t.visit_latest(told) } else { t.visit_latest_by(told, by) };
                view! { <p class="soft">{text}</p> }
            })}
        </div>
    }
}

/// Documents and reports that were chosen one by one.
#[component]
fn Single(readable: Memo<Vec<Section>>, visit: Memo<Option<VisitView>>) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let here = use_place();
    let line = move |row: &Row| {
        let page = match row.entry.kind() {
            Some(Kind::Report) => Page::Report,
            _ => Page::Document,
        };
        let href = Place::item(t.lang(), page, &here.carnet, &row.id.to_string()).href();
        let date = row
            .entry
            .date()
            .map(|date| domain::date_in_words(date, t.terms()));
        view! {
            <li>
                <p class="row-title"><a href=href>{row.entry.title(t.terms())}</a></p>
                <p class="soft">{date}</p>
            </li>
        }
    };
    move || {
        let rows = rows.get();
        let readable = readable.get();
        let chosen = rows.iter().filter(|row| {
            matches!(row.entry.kind(), Some(Kind::Document | Kind::Report))
                && !readable.contains(&row.entry.home())
        });
        let lines: Vec<_> = chosen.map(&line).collect();
        let copied = visit.with(|visit| visit.as_ref().and_then(|visit| visit.made));
        (!lines.is_empty()).then(|| {
            view! {
                <section class="band" aria-labelledby="visit-single">
                    <h2 id="visit-single">{t.visit_single()}</h2>
                    {copied.map(|at| view! { <p class="soft">{t.visit_copied(when::moment(at.0, t))}</p> })}
                    <ul class="rows">{lines}</ul>
                </section>
            }
        })
    }
}

/// The page on which the entries of a section stand.
fn page_of(section: Section) -> Option<Page> {
    Some(match section {
        Section::Urgent => Page::Urgent,
        Section::Health => Page::Health,
        Section::Daily => Page::Habits,
        Section::School => Page::Course,
        Section::Notebook => Page::Notebook,
        Section::Team => Page::Contacts,
        Section::Procedures => Page::Procedures,
        Section::Agenda => Page::Agenda,
        Section::Inbox => return None,
    })
}

/// Goes out, and forgets everything that was shown.
#[component]
pub(crate) fn Leave() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let router = use_router();
    let leave = move |_| {
        desk.ask(
            async |keeper| keeper.lock().await,
            move |_| router.go(&Place::of(t.lang(), Page::Reading)),
        );
    };
    view! { <button class="go small" type="button" on:click=leave>{sign(Sign::Away)}{t.visit_leave()}</button> }
}
