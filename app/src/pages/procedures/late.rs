//! What filing today would mean for the rights that are asked for again.

use super::about::About;
use crate::browser;
use crate::lists::rows::{Row, use_rows};
use crate::parts::notice::{Notice, Tone};
use crate::words::{Words, use_words};
use chrono::NaiveDate;
use domain::entry::Procedure;
use domain::rights;
use domain::view::HasEntry;
use domain::{Entry, day_in_words};
use leptos::prelude::*;

/// The notice, while nothing is filed and something would be lost.
#[component]
pub(super) fn Late(about: About) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let lines = Memo::new(move |_| {
        let rows = rows.get();
        about
            .procedure
            .with(|one| lost(one, &rows, browser::today(), t))
    });
    move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let lines = lines
                .into_iter()
                .map(|line| view! { <p>{line}</p> })
                .collect_view();
            view! { <Notice tone=Tone::Caution>{lines}</Notice> }
        })
    }
}

fn lost(procedure: &Procedure, rows: &[Row], today: NaiveDate, t: Words) -> Vec<String> {
    if procedure.is_filed() {
        return Vec::new();
    }
    let renewed = procedure
        .requests
        .iter()
        .filter_map(|one| one.renews.as_ref());
    let found =
        renewed.filter_map(|id| rows.iter().find(|row| row.reference().as_ref() == Some(id)));
    let line = |row: &Row| {
        let Entry::Entitlement(right) = &row.entry else {
            return None;
        };
        let restart = rights::restart(right, today).filter(|restart| restart.lost > 0)?;
        let day = day_in_words(restart.day, t.terms());
        Some(t.late_filing(day, restart.lost, row.entry.title(t.terms())))
    };
    found.filter_map(line).collect()
}
