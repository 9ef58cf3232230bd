//! The recovery sheet: shown once, printed or saved, never kept by us.

use super::qr::Qr;
use super::sign::{Sign, sign};
use crate::browser;
use crate::words::{Words, use_words};
use domain::day_in_words;
use leptos::prelude::*;
use store::NewSheet;

/// The sheet with its two buttons.
#[component]
pub(crate) fn RescueSheet(sheet: NewSheet) -> impl IntoView {
    let t = use_words();
    let group = |(place, group): (usize, &String)| {
        view! { <li><small>{t.group_number(place + 1)}</small>{group.clone()}</li> }
    };
    let groups = sheet.groups.iter().enumerate().map(group).collect_view();
    let qr = Qr::of(&sheet.qr).map(|qr| qr.view(t.sheet_qr()));
    let text = as_text(&sheet, t);
    let save = move |_| browser::download(text.as_bytes(), "text/plain", t.sheet_file());
    view! {
        <div class="rescue" id="rescue-sheet">
            <h2>{t.sheet_title()}</h2>
            <p>{t.sheet_made_on(day_in_words(browser::today(), t.terms()))}</p>
            <ol class="codes">{groups}</ol>
            {qr}
            <p>{t.sheet_how()}</p>
            <p>{t.sheet_where()}</p>
        </div>
        <div class="acts">
            <button class="go" type="button" on:click=move |_| browser::print()>{sign(Sign::Print)}{t.print_sheet()}</button>
            <button class="go" type="button" on:click=save>{sign(Sign::Download)}{t.save_sheet()}</button>
        </div>
    }
}

/// The sheet as a text file.
fn as_text(sheet: &NewSheet, t: Words) -> String {
    let code = sheet.groups.join(" ");
    let made = t.sheet_made_on(day_in_words(browser::today(), t.terms()));
    format!(
        "{}\n{made}\n\n{code}\n\n{}\n{}\n\n{}\n",
        t.sheet_title(),
        t.sheet_how(),
        t.sheet_where(),
        sheet.qr
    )
}
