//! The parts of the file and how far they are; beginning one.

use super::changed::Changed;
use super::parts::PartRow;
use super::{ForProcedure, age, ask, asked_at, file_of};
use crate::browser;
use crate::desk::{Doing, use_desk};
use crate::lists::entry_row::States;
use crate::lists::rows::{Row, use_rows};
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::router::{use_place, use_router};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::mdph::{self, PARTS, Part, Question};
use domain::{Entry, EntryRef, Section, day_in_words};
use leptos::prelude::*;
use store::{Edit, EntryId};

/// The page.
#[component]
pub(crate) fn Mdph() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let current = Memo::new(move |_| mdph::current(&rows.get()).cloned());
    let open = Memo::new(move |_| current.with(|row| row.as_ref().map(|row| row.id)));
    view! {
        <div class="mdph">
            <h1 tabindex="-1">{Page::Mdph.heading(t)}</h1>
            {move || match open.get() {
                Some(id) => view! { <Current id/> }.into_any(),
                None => view! { <Beginning/> }.into_any(),
            }}
            <Earlier/>
        </div>
    }
}

/// The file that is being written.
#[component]
fn Current(id: EntryId) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let place = StoredValue::new(use_place());
    let row = Memo::new(move |_| rows.get().iter().find(|row| row.id == id).cloned());
    let to = move |page| {
        place.with_value(|place| Place::item(t.lang(), page, &place.carnet, &id.to_string()).href())
    };
    let next = move |row: &Row| -> Option<&'static Question> {
        let years = age(&rows.get());
        let file = file_of(row)?;
        let mut concerned = PARTS.iter().filter(|part| part.concerns(years));
        concerned.find_map(|part| mdph::progress(file, part).1)
    };
    let head = move || {
        let row = row.get()?;
        let file = file_of(&row)?.clone();
        let begun = file
            .date
            .map(|day| t.mdph_begun(day_in_words(day, t.terms())));
        let next = next(&row).filter(|_| row.editable);
        let (go, other) = if next.is_some() {
            ("do", "go")
        } else {
            ("go", "do")
        };
        let going_on = next.map(|question| {
            let href = place.with_value(|place| asked_at(t.lang(), &place.carnet, question).href());
            view! { <a class=go href=href>{sign(Sign::Edit)}{t.mdph_go_on()}<span class="away">" "{ask(question, t)}</span></a> }
        });
        Some(view! {
            <p class="lead">{if file.title.is_empty() { t.mdph_lead().to_owned() } else { file.title.clone() }}</p>
            <p class="soft">{begun}</p>
            <ForProcedure procedure=Signal::stored(file.procedure.clone())/>
            <States row=row.clone()/>
            <div class="acts">
                {going_on}
                <a class=other href=to(Page::MdphReview)>{sign(Sign::Document)}{t.mdph_read_over()}</a>
                {row.editable.then(|| view! { <a class="quiet" href=to(Page::Edit)>{sign(Sign::Edit)}{t.mdph_rename()}</a> })}
            </div>
        })
    };
    let parts = move || {
        let row = row.get()?;
        let file = file_of(&row)?.clone();
        let years = age(&rows.get());
        let (here, later): (Vec<_>, Vec<_>) = PARTS.iter().partition(|part| {
            let answered = mdph::progress(&file, part).0.answered;
            part.concerns(years) || answered > 0
        });
        let editable = row.editable;
        let one = |part: &'static Part| view! { <PartRow part file=file.clone() editable/> };
        let here = here.into_iter().map(one).collect_view();
        let later_rows = later.iter().map(|part| one(part)).collect_view();
        Some(view! {
            <ul class="rows">{here}</ul>
            {(!later.is_empty()).then(|| view! {
                <details>
                    <summary>{t.mdph_not_yet()}</summary>
                    <ul class="rows">{later_rows}</ul>
                </details>
            })}
        })
    };
    let changed = move || {
        let row = row.get()?;
        let file = file_of(&row)?.clone();
        let link = file.previous.clone()?;
        let rows = rows.get();
        let before = file_of(&crate::lists::rows::row(&rows, link.as_str())?)?.clone();
        Some(view! { <Changed before now=file/> })
    };
    view! { {head}{parts}{changed} }
}

/// No file is being written: the first, or the next.
#[component]
fn Beginning() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let rows = use_rows();
    let doing = Doing::new(desk);
    let router = use_router();
    let place = use_place();
    let may = Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| carnet.may_write(Section::Procedures))
    });
    let last = Memo::new(move |_| mdph::last_sent(&rows.get()).cloned());
    let begin = Callback::new(move |()| {
        let last = last.get_untracked();
        let before = last
            .as_ref()
            .and_then(|row| Some((EntryRef(row.id.to_string()), file_of(row)?)));
        let file = mdph::begin(before, browser::today());
        let rows = rows.get_untracked();
        let years = age(&rows);
        let first = PARTS
            .iter()
            .filter(|part| part.concerns(years))
            .find_map(|part| mdph::progress(&file, part).1);
        let there = first.map(|question| asked_at(t.lang(), &place.carnet, question));
        doing.start(
            async move |keeper| keeper.put(Edit::new(Entry::MdphFile(file))).await,
            move |_| {
                if let Some(there) = there {
                    router.go(&there);
                }
            },
        );
    });
    let button = move |label: &'static str| {
        may.get().then(|| view! {
            <p class="acts">
                <button class="do" type="button" on:click=move |_| begin.run(()) aria-disabled=move || doing.busy.get().then_some("true")>
                    {sign(Sign::Edit)}{label}
                </button>
            </p>
        })
    };
    view! {
        {move || match last.get() {
            Some(_) => view! {
                <p class="lead">{t.mdph_again_lead()}</p>
                {button(t.mdph_begin_again())}
            }.into_any(),
            None => view! {
                <div class="empty">
                    <p>{t.mdph_empty()}</p>
                    <p>{t.mdph_empty_example()}</p>
                    {button(t.mdph_begin())}
                </div>
            }.into_any(),
        }}
        <TroubleNotice trouble=doing.trouble/>
    }
}

/// The files that have gone.
#[component]
fn Earlier() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let carnet = StoredValue::new(use_place().carnet);
    move || {
        let rows = rows.get();
        let gone: Vec<_> = mdph::files(&rows)
            .into_iter()
            .filter(|row| file_of(row).is_some_and(domain::entry::MdphFile::gone))
            .map(|row| {
                let file = file_of(row).cloned().unwrap_or_default();
                let href = carnet.with_value(|carnet| {
                    Place::item(t.lang(), Page::MdphReview, carnet, &row.id.to_string()).href()
                });
                let sent = file
                    .sent
                    .map(|day| t.mdph_sent_on(day_in_words(day, t.terms())));
                view! {
                    <li>
                        <p class="row-title"><a href=href>{row.entry.title(t.terms())}</a></p>
                        <p class="soft">{sent}</p>
                    </li>
                }
            })
            .collect();
        (!gone.is_empty()).then(|| {
            view! {
                <section class="band" aria-labelledby="earlier">
                    <h2 id="earlier">{t.mdph_earlier()}</h2>
                    <ul class="rows">{gone}</ul>
                </section>
            }
        })
    }
}
