//! What the carnet gives a card to print, and the boxes that keep a part of it off.

use super::clear::{CardText, Clear};
use crate::desk::use_desk;
use crate::lists::rows::{Row, use_rows};
use crate::parts::notice::{Notice, Tone};
use crate::parts::toast::use_toasts;
use crate::router::use_place;
use crate::site_map::{Page, Place};
use crate::troubles::tell_short;
use crate::words::{Words, use_words};
use domain::entry::{ListKind, ListState, UrgentSheet};
use domain::lists::Certainty;
use domain::urgent::Sheet;
use domain::{Entry, Kind, Lang, Plain, Term, day_in_words, view};
use leptos::prelude::*;
use store::{CardSecrets, Edit};

/// Everything that is printed. The card speaks French first, whatever the page speaks.
pub(super) fn card_text(rows: &[Row], whole: &Sheet, secrets: &CardSecrets) -> CardText {
    let sheet = own(rows);
    let born = whole.birth_date.map(|day| {
        let french = Words(crate::site_map::Lang::Fr);
        french.born_on(day_in_words(day, Lang::Fr))
    });
    CardText {
        name: whole.name.clone(),
        born,
        allergies: (!sheet.hide_allergies).then(|| clear(rows, ListKind::Allergies)),
        dangers: (!sheet.hide_dangers).then(|| clear(rows, ListKind::Dangers)),
        phone: whole
            .phone
            .clone()
            .filter(|_| !sheet.hide_phone)
            .map(|(who, phone)| (who, phone.number)),
        address: secrets.address.to_string(),
        short: secrets.short_address.clone(),
        code: secrets.typed_code.clone(),
    }
}

/// The person's own page of the urgent sheet, or an empty one.
pub(super) fn own(rows: &[Row]) -> UrgentSheet {
    let found = rows.iter().find_map(|row| match &row.entry {
        Entry::UrgentSheet(sheet) => Some(sheet.clone()),
        _ => None,
    });
    found.unwrap_or_default()
}

fn clear(rows: &[Row], list: ListKind) -> Clear {
    match list.state(rows) {
        ListState::NotFilledIn => return Clear::NotSaid,
        ListState::NoneKnown(_) => return Clear::NoneKnown,
        ListState::Some(_) => {}
    }
    let lines: Vec<String> = match list {
        ListKind::Allergies => view::allergies(rows)
            .into_iter()
            .filter_map(|row| allergy(&row.entry))
            .collect(),
        list => view::of_kind(rows, list.kind())
            .into_iter()
            .map(|row| row.entry.title(Lang::Fr))
            .collect(),
    };
    if lines.is_empty() {
        Clear::NotSaid
    } else {
        Clear::Lines(lines)
    }
}

/// "Pénicilline – choc (grave)"; none for what was ruled out.
fn allergy(entry: &Entry) -> Option<String> {
    let Entry::Allergy(allergy) = entry else {
        return None;
    };
    if allergy.certainty == Some(Certainty::RuledOut) {
        return None;
    }
    let mut line = allergy.agent.clone();
    if !allergy.reaction.is_empty() {
        line.push_str(&format!(" – {}", allergy.reaction));
    }
    if let Some(severity) = allergy.severity {
        line.push_str(&format!(" ({})", severity.label(Lang::Fr).to_lowercase()));
    }
    Some(line)
}

/// A box of the card: its words, and what is kept when it is not ticked.
type Tick = (fn(Words) -> &'static str, fn(&mut UrgentSheet) -> &mut bool);

const TICKS: [Tick; 3] = [
    (Words::card_clear_allergies, |sheet| {
        &mut sheet.hide_allergies
    }),
    (Words::card_clear_dangers, |sheet| &mut sheet.hide_dangers),
    (Words::card_clear_phone, |sheet| &mut sheet.hide_phone),
];

/// What is printed in clear, with a warning where something is kept off.
#[component]
pub(super) fn InClear() -> impl IntoView {
    let t = use_words();
    let desk = use_desk();
    let toasts = use_toasts();
    let rows = use_rows();
    let place = use_place();
    let found = Memo::new(move |_| {
        let rows = rows.get();
        let row = rows
            .iter()
            .find(|row| row.entry.kind() == Some(Kind::UrgentSheet));
        let phone = desk
            .carnet()
            .is_some_and(|carnet| carnet.urgent.sheet.phone.is_some());
        (row.map(|row| row.id), own(&rows), phone)
    });
    let contact = Place::item(t.lang(), Page::Add, &place.carnet, Kind::Contact.code());
    let contact = StoredValue::new(contact.href());
    let keep = move |sheet: UrgentSheet| {
        let entry = found.get_untracked().0;
        // What else stands in the entry, fields of a newer version included, stays.
        let kept = desk.carnet_now().and_then(|carnet| {
            let view = carnet.entries.get(&entry?)?;
            view.plain().cloned()
        });
        let written = Entry::UrgentSheet(sheet);
        let plain = match kept {
            Some(plain) => plain.with(written),
            None => Plain::new(written),
        };
        let edit = Edit {
            entry,
            seen: Vec::new(),
            plain,
        };
        desk.ask(
            async move |keeper| keeper.put(edit).await,
            move |done| match done {
                Ok(_) => toasts.say(t.kept()),
                Err(trouble) => toasts.say(tell_short(trouble, t)),
            },
        );
    };
    let tick = move |(label, part): Tick| {
        let checked = move || {
            let (_, mut sheet, _) = found.get();
            !*part(&mut sheet)
        };
        let toggled = move |event| {
            let (_, mut sheet, _) = found.get_untracked();
            *part(&mut sheet) = !event_target_checked(&event);
            keep(sheet);
        };
        view! { <label class="pick"><input type="checkbox" prop:checked=checked on:change=toggled/>{label(t)}</label> }
    };
    let off = move || {
        let (_, mut sheet, _) = found.get();
        TICKS.iter().any(|(_, part)| *part(&mut sheet))
    };
    let no_phone = move || {
        let (_, sheet, phone) = found.get();
        !sheet.hide_phone && !phone
    };
    view! {
        <fieldset class="field">
            <legend>{t.card_clear()}</legend>
            <span class="hint">{t.card_clear_hint()}</span>
            {TICKS.map(tick).into_iter().collect_view()}
        </fieldset>
        <div role="status">
            {move || off().then(|| view! { <Notice tone=Tone::Caution><p>{t.card_clear_off()}</p></Notice> })}
            {move || no_phone().then(|| view! {
                <Notice tone=Tone::Caution><p>{t.card_no_phone()}</p><p><a class="quiet" href=contact.get_value()>{t.add_contact()}</a></p></Notice>
            })}
        </div>
    }
}
