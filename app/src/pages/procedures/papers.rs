//! The papers of a request: ticked when they are there, with their date and their document.

use super::about::About;
use super::save::changed;
use crate::browser;
use crate::desk::use_desk;
use crate::lists::rows::{Row, use_rows};
use crate::parts::sign::{Sign, sign};
use crate::parts::toast::use_toasts;
use crate::router::{beside, use_place};
use crate::site_map::{Page, Place};
use crate::troubles::tell_short;
use crate::words::use_words;
use chrono::NaiveDate;
use domain::entry::{Piece, Procedure};
use domain::lists::{PieceKind, Right};
use domain::view::HasEntry;
use domain::{EntryRef, Kind, rights, view};
use leptos::prelude::*;

/// The checklist.
#[component]
pub(super) fn Papers(about: About) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let count = Memo::new(move |_| about.procedure.with(|one| one.pieces.len()));
    let ready = move || {
        about
            .procedure
            .with(|one| one.pieces.iter().filter(|piece| piece.ready).count())
    };
    let more = RwSignal::new(String::new());
    let add = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let name = more.get_untracked().trim().to_owned();
        if name.is_empty() {
            browser::focus_id("paper-more");
            return;
        }
        let piece = Piece {
            piece: Some(PieceKind::Other),
            name,
            ..Piece::default()
        };
        let Some(edit) = changed(desk, about.id, |one| one.pieces.push(piece)) else {
            return;
        };
        desk.ask(
            async move |keeper| keeper.put(edit).await,
            move |done| match done {
                Ok(_) => more.set(String::new()),
                Err(trouble) => toasts.say(tell_short(trouble, t)),
            },
        );
    };
    view! {
        <section class="band" aria-labelledby="papers">
            <div class="band-head">
                <h2 id="papers">{t.pieces_title()}</h2>
                <p class="state">{move || t.pieces_ready(count.get(), ready())}</p>
            </div>
            <ul class="rows papers">
                <For each=move || 0..count.get() key=|place| *place children=move |place| view! { <OnePaper about place/> }/>
            </ul>
            {move || about.may.get().then(|| view! {
                <form class="beside" on:submit=add>
                    <label class="away" for="paper-more">{t.pieces_other()}</label>
                    <input id="paper-more" type="text" maxlength="150" autocomplete="off" placeholder=t.pieces_other()
                        prop:value=move || more.get() on:input=move |event| more.set(event_target_value(&event))/>
                    <button class="go small" type="submit">{sign(Sign::Add)}{t.add_one()}</button>
                </form>
            })}
        </section>
    }
}

/// The rights that are asked for.
fn asked(procedure: &Procedure) -> Vec<Right> {
    procedure
        .requests
        .iter()
        .filter_map(|one| one.right)
        .collect()
}

#[component]
fn OnePaper(about: About, place: usize) -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let rows = use_rows();
    let here = use_place();
    let piece = Memo::new(move |_| {
        about
            .procedure
            .with(|one| one.pieces.get(place).cloned().unwrap_or_default())
    });
    let about_it = Memo::new(move |_| {
        about.procedure.with(|one| {
            let rights = asked(one);
            let kind = one.pieces.get(place).and_then(|piece| piece.piece);
            let required = kind.is_some_and(|kind| rights::is_required(kind, &rights));
            let form = kind.and_then(|kind| rights::form_number(kind, &rights));
            (required, form)
        })
    });
    let keep = move |change: Box<dyn FnOnce(&mut Piece)>| {
        let edit = changed(desk, about.id, |one| {
            if let Some(piece) = one.pieces.get_mut(place) {
                change(piece);
            }
        });
        let Some(edit) = edit else { return };
        desk.ask(
            async move |keeper| keeper.put(edit).await,
            move |done| {
                if let Err(trouble) = done {
                    toasts.say(tell_short(trouble, t));
                }
            },
        );
    };
    let tick = move |event| {
        let ready = event_target_checked(&event);
        keep(Box::new(move |piece| piece.ready = ready));
    };
    let date = move |event| {
        let date = event_target_value(&event).parse::<NaiveDate>().ok();
        keep(Box::new(move |piece| piece.date = date));
    };
    let link = move |event| {
        let value = event_target_value(&event);
        let document = (!value.is_empty()).then_some(EntryRef(value));
        keep(Box::new(move |piece| {
            piece.ready |= document.is_some();
            piece.document = document;
        }));
    };
    let id = format!("paper-{place}");
    let (date_id, link_id) = (format!("{id}-date"), format!("{id}-document"));
    let name = move || piece.with(|piece| piece.called(t.terms()));
    let lang = t.lang();
    let document = move || {
        let document = piece.with(|piece| piece.document.clone())?;
        let rows = rows.get();
        let row = rows
            .iter()
            .find(|row| row.reference().as_ref() == Some(&document))?;
        let href = Place::item(lang, Page::Document, &here.carnet, document.as_str()).href();
        Some(
            view! { <a class="quiet" href=href>{sign(Sign::Document)}{row.entry.title(t.terms())}</a> },
        )
    };
    let options = move || {
        let rows = rows.get();
        let chosen = piece.with(|piece| piece.document.clone());
        let mut documents: Vec<&Row> = view::of_kind(&rows, Kind::Document);
        view::newest_first(&mut documents);
        let option = |row: &Row| {
            let value = row.id.to_string();
            let selected = chosen
                .as_ref()
                .is_some_and(|chosen| *chosen.as_str() == *value);
            view! { <option value=value selected=selected>{row.entry.title(t.terms())}</option> }
        };
        documents.into_iter().map(option).collect_view()
    };
    let may = about.may;
    let add = StoredValue::new(beside(Page::AddDocuments).href());
    view! {
        <li>
            <label class="pick">
                <input id=id.clone() type="checkbox" prop:checked=move || piece.with(|piece| piece.ready) disabled=move || !may.get() on:change=tick/>
                <span>{name}" "<span class="soft">{move || match about_it.get() {
                    (_, Some(form)) => t.pieces_form(form),
                    (true, None) => t.pieces_required().to_owned(),
                    (false, None) => t.pieces_useful().to_owned(),
                }}</span></span>
            </label>
            {move || piece.with(|piece| piece.piece == Some(PieceKind::MedicalCertificate)).then(|| view! { <p class="hint">{t.pieces_certificate()}</p> })}
            {document}
            {move || may.get().then(|| view! {
                <details>
                    <summary>{t.pieces_date_and_document()}<span class="away">" "{name}</span></summary>
                    <div class="pair">
                        <div class="field">
                            <label for=date_id.clone()>{t.pieces_date()}</label>
                            <input id=date_id.clone() type="date" prop:value=move || piece.with(|piece| piece.date.map(|day| day.to_string())) on:change=date/>
                        </div>
                        <div class="field">
                            <label for=link_id.clone()>{t.pieces_document()}</label>
                            <select id=link_id.clone() on:change=link><option value="">{t.not_said()}</option>{options}</select>
                            <a class="quiet" href=add.get_value()>{sign(Sign::Camera)}{t.pieces_add()}</a>
                        </div>
                    </div>
                </details>
            })}
        </li>
    }
}
