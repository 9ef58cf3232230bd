//! Reports and letters of an appointment, from the documents of the carnet.

use super::change::keep;
use crate::desk::{Doing, use_desk};
use crate::lists::rows::{Row, row, use_rows};
use crate::parts::notice::TroubleNotice;
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::words::use_words;
use domain::{Entry, EntryRef, date_in_words, view};
use leptos::prelude::*;

/// How many documents are offered: the newest.
const OFFERED: usize = 60;

/// What is attached, and what could be.
#[component]
pub(super) fn Attached(row: Row) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let desk = use_desk();
    let doing = Doing::new(desk);
    let toasts = use_toasts();
    let here = StoredValue::new(use_place());
    let id = row.id;
    let attached: Vec<EntryRef> = links(&row.entry).to_vec();
    let chosen = RwSignal::new(String::new());
    let listed = StoredValue::new(attached.clone());
    let list = move || {
        let rows = rows.get();
        let lines = listed.with_value(|listed| {
            let line = |link: &EntryRef| {
                let document = self::row(&rows, link.as_str())?;
                let href = here.with_value(|here| {
                    Place::item(t.lang(), Page::Document, &here.carnet, &document.id.to_string()).href()
                });
                Some(view! { <li><a class="quiet" href=href>{sign(Sign::File)}{document.entry.title(t.terms())}</a></li> })
            };
            listed.iter().filter_map(line).collect::<Vec<_>>()
        });
        (!lines.is_empty()).then(|| view! { <ul class="plain">{lines}</ul> })
    };
    let options = move || {
        let rows = rows.get();
        let offered = view::documents(&rows).into_iter();
        let offered = offered.filter(|row| {
            let link = EntryRef(row.id.to_string());
            listed.with_value(|listed| !listed.contains(&link))
        });
        let option = |row: &Row| {
            let title = row.entry.title(t.terms());
            let title = match row.entry.date() {
                Some(date) => format!("{title} ({})", date_in_words(date, t.terms())),
                None => title,
            };
            view! { <option value=row.id.to_string()>{title}</option> }
        };
        offered.take(OFFERED).map(option).collect_view()
    };
    let attach = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let link = chosen.get_untracked();
        if link.is_empty() {
            return;
        }
        keep(
            (desk, doing, toasts),
            id,
            t.agenda_attached(),
            move |entry| {
                let documents = match entry {
                    Entry::Appointment(it) => &mut it.documents,
                    Entry::Series(it) => &mut it.documents,
                    Entry::Absence(it) => &mut it.documents,
                    _ => return,
                };
                documents.push(EntryRef(link));
            },
        );
    };
    let add = beside(Page::AddDocuments).href();
    view! {
        <section class="card" aria-labelledby="papers">
            <h2 id="papers">{t.agenda_papers()}</h2>
            {list}
            {attached.is_empty().then(|| view! { <p class="soft">{t.agenda_papers_empty()}</p> })}
            {row.editable.then(|| view! {
                <form class="form" on:submit=attach>
                    <div class="field">
                        <label for="attach">{t.agenda_attach()}</label>
                        <select id="attach" on:change=move |event| chosen.set(event_target_value(&event))>
                            <option value="">{t.agenda_attach_none()}</option>
                            {options}
                        </select>
                    </div>
                    <TroubleNotice trouble=doing.trouble/>
                    <div class="acts end">
                        <button class="go small" type="submit">{t.agenda_attach_act()}</button>
                        <a class="quiet" href=add>{sign(Sign::Add)}{t.title_add_documents()}</a>
                    </div>
                </form>
            })}
        </section>
    }
}

fn links(entry: &Entry) -> &[EntryRef] {
    match entry {
        Entry::Appointment(it) => &it.documents,
        Entry::Series(it) => &it.documents,
        Entry::Absence(it) => &it.documents,
        _ => &[],
    }
}
