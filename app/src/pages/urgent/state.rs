//! How the sheet stands: confirmed by whom and when, to be read again, with what is new.

use crate::browser;
use crate::desk::use_desk;
use crate::parts::notice::{Notice, Tone};
use crate::parts::sign::{Sign, sign};
use crate::router::beside;
use crate::site_map::Page;
use crate::words::{Words, use_words};
use domain::day_in_words;
use domain::urgent::{Age, Sheet};
use leptos::prelude::*;

/// What is to be done about the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nobody has confirmed it.
    Never,
    /// It is to be read again: something was added, or half a year has gone by.
    Again,
    /// All is well.
    Well,
}

/// How a sheet stands, and what there is to say about it, the first thing first.
pub(crate) fn standing(sheet: &Sheet, t: Words) -> (Standing, Vec<String>) {
    let Some(confirmed) = &sheet.confirmed else {
        return (Standing::Never, vec![t.urgent_never_confirmed().to_owned()]);
    };
    let day = day_in_words(confirmed.on, t.terms());
    let mut said = vec![if confirmed.by.is_empty() {
        t.urgent_confirmed_day(day)
    } else {
        t.urgent_confirmed(day, &confirmed.by)
    }];
    let age = sheet.age(browser::today());
    match age {
        Age::Fresh => {}
        Age::Reread => said.push(t.urgent_stale().to_owned()),
        Age::Old => said.push(t.urgent_old().to_owned()),
    }
    if sheet.anything_new() {
        said.push(t.urgent_new_some().to_owned());
    }
    let again = age != Age::Fresh || sheet.anything_new();
    (
        if again {
            Standing::Again
        } else {
            Standing::Well
        },
        said,
    )
}

/// The notice at the head of the page, with the one step that is due.
#[component]
pub(super) fn State() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let preview = beside(Page::UrgentPreview).href();
    let told = Memo::new(move |_| {
        let carnet = desk.carnet()?;
        Some((standing(&carnet.urgent.sheet, t), carnet.is_guardian()))
    });
    move || {
        let ((standing, said), guardian) = told.get()?;
        let well = standing == Standing::Well;
        let tone = if well { Tone::Well } else { Tone::Caution };
        let (class, label) = match (well, guardian) {
            (false, true) => ("do", t.urgent_confirm_go()),
            _ => ("go", t.urgent_read_again()),
        };
        let href = preview.clone();
        Some(view! {
            <Notice tone=tone>
                {said.into_iter().map(|said| view! { <p>{said}</p> }).collect_view()}
                <p><a class=class href=href>{sign(Sign::Check)}{label}</a></p>
            </Notice>
        })
    }
}
