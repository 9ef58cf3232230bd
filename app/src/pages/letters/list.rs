//! The letters that were written, and those that can be.

use crate::desk::use_desk;
use crate::lists::entry_row::{RowActs, States};
use crate::lists::rows::{Row, use_rows};
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::words::{fine, use_words};
use domain::letters::{TEMPLATES, Template};
use domain::{Entry, Kind, Section, Term, day_in_words, view};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Letters() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(Section::Procedures))
    });
    let written = move || {
        let rows = rows.get();
        let mut letters = view::of_kind(&rows, Kind::Letter);
        view::newest_first(&mut letters);
        let list: Vec<_> = letters
            .into_iter()
            .map(|row| view! { <Written row=row.clone()/> })
            .collect();
        (!list.is_empty()).then(|| {
            view! {
                <section class="band" aria-labelledby="written">
                    <h2 id="written">{t.letters_written()}</h2>
                    <ul class="rows">{list}</ul>
                </section>
            }
        })
    };
    view! {
        <div class="letters">
            <h1 tabindex="-1">{Page::Letters.heading(t)}</h1>
            <p class="lead">{t.letters_lead()}</p>
            {written}
            {move || may.get().then(|| view! { <Templates/> })}
        </div>
    }
}

#[component]
fn Templates() -> impl IntoView {
    let t = use_words();
    let carnet = use_place().carnet;
    let one = |template: &Template| {
        let href = Place::item(t.lang(), Page::NewLetter, &carnet, template.kind.code()).href();
        view! {
            <li>
                <p class="row-title"><a href=href>{template.kind.label(t.terms())}</a></p>
                <p class="soft">{fine(template.when(t.terms()), t)}</p>
            </li>
        }
    };
    view! {
        <section class="band" aria-labelledby="templates">
            <h2 id="templates">{t.letters_templates()}</h2>
            <ul class="rows">{TEMPLATES.iter().map(one).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Written(row: Row) -> impl IntoView {
    let t = use_words();
    let place = use_place();
    let Entry::Letter(letter) = &row.entry else {
        return ().into_any();
    };
    let href = Place::item(t.lang(), Page::Letter, &place.carnet, &row.id.to_string()).href();
    let title = row.entry.title(t.terms());
    let kind = letter.letter_kind.map(|kind| kind.label(t.terms()));
    let to = letter
        .recipient
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned();
    let day = |day| day_in_words(day, t.terms());
    let state = match (letter.sent, letter.date) {
        (Some(sent), _) => t.letter_sent_on(day(sent)),
        (None, Some(date)) => t.letter_dated(day(date)),
        (None, None) => String::new(),
    };
    view! {
        <li>
            <p class="row-title"><a href=href>{title.clone()}</a></p>
            <p class="soft">{[kind.unwrap_or_default().to_owned(), to].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")}</p>
            <p class="soft">{state}</p>
            <States row=row.clone()/>
            <RowActs row title/>
        </li>
    }
    .into_any()
}
