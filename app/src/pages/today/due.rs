//! What is to be done: what was missed, what is for today, what comes soon, and what was settled a short time ago.

mod line;
mod settle;

use crate::browser;
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::words::{Words, use_words};
use domain::outlook::{Board, Line, board};
use domain::reminders::Group;
use domain::rights;
use leptos::prelude::*;
use line::{DueLine, DueView, SettledLine};
use settle::use_settling;

/// Up to so many days ahead, procedures stand among all that comes, in its order.
const NEAR: i64 = 14;

/// How many lines of a list are shown at once; the others unfold.
const FEW: usize = 5;

/// The lists; nothing at all when nothing is due and nothing was settled.
#[component]
pub(super) fn WhatIsDue() -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let settling = use_settling();
    // The lists are drawn again when something in them changed, not at every look at the server.
    let may = Memo::new(move |_| settling.may());
    move || {
        let rows = rows.get();
        let today = browser::today();
        let sorted = board(&rows, today, |row| row.id.to_string().as_str().into());
        let Board {
            overdue,
            today: now,
            soon,
            settled,
        } = sorted;
        let (procedures, soon): (Vec<_>, Vec<_>) = soon.into_iter().partition(|line| {
            let days = (line.due.when.day() - today).num_days();
            line.due.what.group() == Group::Procedures && days > NEAR
        });
        let reasons = rights::computed(&rows);
        let views = |lines: Vec<Line<'_, Row>>| -> Vec<DueView> {
            lines
                .iter()
                .map(|line| DueView::of(line, &reasons, today, t))
                .collect()
        };
        let nothing = overdue.is_empty() && now.is_empty();
        let some = !(nothing && soon.is_empty() && procedures.is_empty() && settled.is_empty());
        let may = may.get();
        some.then(|| {
            view! {
                {nothing.then(|| view! { <p class="calm">{sign(Sign::Check)}{t.due_nothing_today()}</p> })}
                <Band id="overdue" title=t.due_overdue() lines=views(overdue) may/>
                <Band id="due-today" title=t.due_today() lines=views(now) may/>
                <Band id="coming" title=t.coming_title() lines=views(soon) may/>
                <Band id="procedures-due" title=t.due_procedures() lines=views(procedures) may/>
                {settled_lines(views(settled), may, t)}
            }
        })
    }
}

/// One list under its heading; nothing when it is empty.
#[component]
fn Band(
    id: &'static str,
    title: &'static str,
    mut lines: Vec<DueView>,
    may: bool,
) -> impl IntoView {
    let t = use_words();
    let rest = lines.split_off(lines.len().min(FEW));
    let show = move |lines: Vec<DueView>| {
        let lines = lines.into_iter();
        lines
            .map(|line| view! { <DueLine line may/> })
            .collect_view()
    };
    (!lines.is_empty()).then(|| {
        view! {
            <section class="band" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                <ul class="rows due">{show(lines)}</ul>
                {(!rest.is_empty()).then(|| view! {
                    <details>
                        <summary>{t.due_more(rest.len())}</summary>
                        <ul class="rows due">{show(rest)}</ul>
                    </details>
                })}
            </section>
        }
    })
}

/// What was done, put off or hidden, to look back at and to take back.
fn settled_lines(lines: Vec<DueView>, may: bool, t: Words) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let count = lines.len();
    let lines = lines.into_iter();
    let lines = lines
        .map(|line| view! { <SettledLine line may/> })
        .collect_view();
    let view = view! {
        <details class="settled">
            <summary>{t.due_settled(count)}</summary>
            <ul class="rows due">{lines}</ul>
        </details>
    };
    Some(view.into_any())
}
