//! The file for the MDPH: its parts and how far they are, one question at a time, and the whole to be read over and taken.

mod answer;
mod beside;
mod changed;
mod overview;
mod parts;
mod pick;
mod review;
mod sending;
mod voice;
mod write;

pub(crate) use overview::Mdph;
pub(crate) use review::MdphReview;
pub(crate) use write::MdphWrite;

use crate::browser;
use crate::lists::rows::{Row, row, use_rows};
use crate::site_map::{Lang, Page, Place};
use crate::words::{Words, fine};
use domain::entry::{Answer, MdphFile};
use domain::mdph::{self, PARTS, Progress, Question};
use domain::{Age, Entry, EntryRef, Plain, view};
use leptos::prelude::*;
use store::{CarnetView, Digest, EntryId};

/// A file as it stood when a page opened: what comes meanwhile must not be wiped.
#[derive(Clone, Debug)]
struct Held {
    id: EntryId,
    seen: Vec<Digest>,
    plain: Plain,
    file: MdphFile,
}

impl Held {
    /// The file of an entry, if it can be read.
    fn of(carnet: &CarnetView, id: EntryId) -> Option<Self> {
        let view = carnet.entries.get(&id)?;
        let plain = view.plain()?.clone();
        let Entry::MdphFile(file) = &plain.entry else {
            return None;
        };
        Some(Self {
            id,
            seen: view.versions.iter().map(|version| version.digest).collect(),
            file: file.clone(),
            plain,
        })
    }
}

/// The file of a row.
fn file_of(row: &Row) -> Option<&MdphFile> {
    match &row.entry {
        Entry::MdphFile(file) => Some(file),
        _ => None,
    }
}

/// How old the person is today, in years.
fn age(rows: &[Row]) -> Option<u32> {
    let (_, identity) = view::identity(rows)?;
    let age = Age::on(browser::today(), identity.birth_date?)?;
    Some(age.years)
}

/// Where a question is asked.
fn asked_at(lang: Lang, carnet: &str, question: &Question) -> Place {
    Place::item(
        lang,
        Page::MdphWrite,
        carnet,
        &question.id.replace('.', "-"),
    )
}

/// A question in the language of the page.
fn ask(question: &Question, t: Words) -> String {
    let asked = match t.lang() {
        Lang::FrSimple => question
            .in_simple_french()
            .unwrap_or_else(|| question.ask(t.terms())),
        _ => question.ask(t.terms()),
    };
    fine(asked, t)
}

/// How far a file is, over the parts that concern the person.
pub(crate) fn far(file: &MdphFile, rows: &[Row]) -> Progress {
    let years = age(rows);
    let parts = PARTS.iter().filter(|part| part.concerns(years));
    parts.map(|part| mdph::progress(file, part).0).fold(
        Progress {
            answered: 0,
            asked: 0,
        },
        |sum, one| Progress {
            answered: sum.answered + one.answered,
            asked: sum.asked + one.asked,
        },
    )
}

/// The way back to the procedure that a file is for.
#[component]
fn ForProcedure(#[prop(into)] procedure: Signal<Option<EntryRef>>) -> impl IntoView {
    let t = crate::words::use_words();
    let rows = use_rows();
    let carnet = StoredValue::new(crate::router::use_place().carnet);
    move || {
        let id = procedure.get()?;
        let about = row(&rows.get(), id.as_str())?;
        let href = carnet.with_value(|carnet| {
            Place::item(t.lang(), Page::Procedure, carnet, id.as_str()).href()
        });
        Some(
            view! { <p class="not-on-paper">{t.mdph_for()}" "<a href=href>{about.entry.title(t.terms())}</a></p> },
        )
    }
}

/// An answer in the words of the page.
#[component]
fn Said(question: &'static Question, answer: Option<Answer>) -> impl IntoView {
    let t = crate::words::use_words();
    let rows = use_rows();
    let Some(answer) = answer.filter(|answer| !answer.is_empty()) else {
        return view! { <p class="soft">{t.mdph_no_answer()}</p> }.into_any();
    };
    if answer.not_concerned {
        return view! { <p class="soft">{t.mdph_not_concerned()}</p> }.into_any();
    }
    let chosen = answer
        .choices
        .iter()
        .filter_map(|code| question.choice(code, t.terms()))
        .map(|label| view! { <p><strong>{label}</strong></p> })
        .collect_view();
    let documents = answer
        .documents
        .iter()
        .filter_map(|link| row(&rows.get_untracked(), link.as_str()))
        .map(|row| view! { <li>{row.entry.title(t.terms())}</li> })
        .collect::<Vec<_>>();
    let voices = (!answer.voice.is_empty()).then(|| t.mdph_voices(answer.voice.len()));
    view! {
        {chosen}
        {(!answer.text.is_empty()).then(|| view! { <p class="said">{answer.text.clone()}</p> })}
        {(!documents.is_empty()).then(|| view! { <ul>{documents}</ul> })}
        {voices.map(|voices| view! { <p class="soft">{voices}</p> })}
    }
    .into_any()
}
