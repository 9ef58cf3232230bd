//! Controls that point at other entries of the carnet.

use crate::forms::slot::{Slot, list_value, text_value};
use crate::lists::rows::{Row, use_rows};
use crate::words::use_words;
use domain::Kind;
use domain::{date_in_words, view};
use leptos::prelude::*;
use serde_json::Value;

/// Up to this many entries stand open; more of them unroll, but for those that are chosen.
const OPEN: usize = 8;

/// Documents of this carnet, newest first.
pub(super) fn documents(slot: Slot) -> AnyView {
    let t = use_words();
    let rows = use_rows().get_untracked();
    let documents = view::documents(&rows);
    if documents.is_empty() {
        return view! { <p class="hint">{t.no_document_yet()}</p> }.into_any();
    }
    chosen_of(slot, &documents)
}

/// Values and series of this carnet, newest first.
pub(super) fn measures(slot: Slot) -> AnyView {
    let t = use_words();
    let rows = use_rows().get_untracked();
    let mut measures = view::of_kind(&rows, Kind::Measurement);
    measures.extend(view::of_kind(&rows, Kind::Readings));
    if measures.is_empty() {
        return view! { <p class="hint">{t.no_measure_yet()}</p> }.into_any();
    }
    view::newest_first(&mut measures);
    chosen_of(slot, &measures)
}

/// Some of these entries.
fn chosen_of(slot: Slot, rows: &[&Row]) -> AnyView {
    let t = use_words();
    let chosen = RwSignal::new(slot.texts());
    let set = slot.set;
    let check = |row: &&Row| {
        let id = row.id.to_string();
        let checked = chosen.with_untracked(|chosen| chosen.contains(&id));
        let toggled = move |event| {
            chosen.update(|chosen| {
                chosen.retain(|one| *one != id);
                if event_target_checked(&event) {
                    chosen.push(id.clone());
                }
            });
            set.run(list_value(
                chosen
                    .get_untracked()
                    .into_iter()
                    .map(Value::String)
                    .collect(),
            ));
        };
        let title = row.entry.title(t.terms());
        let date = row.entry.date();
        let date = date
            .map(|date| view! { <span class="soft">" · "{date_in_words(date, t.terms())}</span> });
        view! { <label class="pick"><input type="checkbox" checked=checked on:change=toggled/><span>{title}{date}</span></label> }
    };
    let (first, others): (Vec<&Row>, Vec<&Row>) = rows.iter().copied().partition(|row| {
        rows.len() <= OPEN || chosen.with_untracked(|chosen| chosen.contains(&row.id.to_string()))
    });
    let more = (!others.is_empty()).then(|| {
        view! {
            <details>
                <summary>{t.choose_among(others.len())}</summary>
                <div class="picks tall">{others.iter().map(check).collect_view()}</div>
            </details>
        }
    });
    let first = (!first.is_empty())
        .then(|| view! { <div class="picks tall">{first.iter().map(check).collect_view()}</div> });
    view! { {first}{more} }.into_any()
}

/// A contact of this carnet.
pub(super) fn contact(slot: Slot, described: String) -> AnyView {
    let t = use_words();
    let rows = use_rows().get_untracked();
    let chosen = slot.text();
    let mut contacts: Vec<(String, String)> = view::of_kind(&rows, Kind::Contact)
        .into_iter()
        .map(|row| (row.id.to_string(), row.entry.title(t.terms())))
        .collect();
    contacts.sort_by_key(|(_, name)| name.to_lowercase());
    let option = |(id, name): (String, String)| {
        let selected = id == chosen;
        view! { <option value=id selected=selected>{name}</option> }
    };
    let options = contacts.into_iter().map(option).collect_view();
    let id = slot.id.clone();
    view! {
        <select id=id aria-describedby=described on:change=move |event| slot.set.run(text_value(event_target_value(&event)))>
            <option value="">{t.not_said()}</option>
            {options}
        </select>
    }
    .into_any()
}
