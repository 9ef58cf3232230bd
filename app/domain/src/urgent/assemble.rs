//! Gathers the sheet, part by part.

use chrono::NaiveDate;

use super::people::{contacts, identity_items, legal, printed_phone};
use super::unreadable::unreadable;
use super::{Item, Part, PartKind, PartState, Sheet, digest, lines};
use crate::entry::{Entry, Identity, Kind, ListKind, UrgentSheet};
use crate::lists::{Certainty, DeviceKind, ProblemState, StayKind};
use crate::reference::EntryRef;
use crate::term::{Lang, Term};
use crate::view::{self, HasEntry};

/// The devices that an emergency team must know of before it touches the person, the most pressing first.
const VITAL: [DeviceKind; 8] = [
    DeviceKind::Tracheostomy,
    DeviceKind::Ventilation,
    DeviceKind::Gastrostomy,
    DeviceKind::Shunt,
    DeviceKind::Pump,
    DeviceKind::Stimulator,
    DeviceKind::Catheter,
    DeviceKind::Implant,
];

impl Sheet {
    /// The sheet made of these entries, each with its id, as of `today`.
    pub fn assemble<E: HasEntry>(rows: &[(EntryRef, E)], today: NaiveDate) -> Self {
        let own = own(rows);
        let settings = own.map(|(_, sheet)| sheet.clone()).unwrap_or_default();
        let weight = view::last_weight(rows).filter(|_| !settings.hide_weight);
        let person = view::identity(rows).map(|(_, person)| person);
        let parts = PartKind::ALL.iter().map(|kind| {
            let mut items = match kind {
                PartKind::Identity => identity_items(rows, weight),
                PartKind::Allergies => allergies(rows),
                PartKind::Dangers => all_of(rows, *kind, Kind::Danger),
                PartKind::Problems => problems(rows, false),
                PartKind::Crises => all_of(rows, *kind, Kind::Crisis),
                PartKind::Treatments => whole(*kind, view::treatments(rows, today).current),
                PartKind::Devices => devices(rows, today),
                PartKind::UsualState => facts(*kind, newest(rows, Kind::UsualState)),
                PartKind::Communication => facts(*kind, own.map(|(row, _)| row)),
                PartKind::Contacts => contacts(rows, &settings, today),
                PartKind::Legal => legal(rows, &settings),
                PartKind::History => history(rows),
                PartKind::Documents => documents(rows, &settings),
            };
            items.extend(unreadable(rows, *kind));
            part(*kind, items, rows)
        });
        let mut sheet = Self {
            parts: parts.collect(),
            confirmed: None,
            name: person.map(Identity::full_name).unwrap_or_default(),
            birth_date: person.and_then(|person| person.birth_date),
            sex: person.and_then(|person| person.sex),
            weight,
            phone: printed_phone(rows, &settings, today),
            person: person.cloned().map(Box::new),
            pinned: settings.pinned,
            show_photo: settings.show_photo,
            gone: 0,
        };
        if let Some(confirmation) = settings.confirmed {
            sheet.compare(&confirmation.shown);
            sheet.confirmed = Some(confirmation);
        }
        sheet
    }

    /// Marks what stood on the sheet when it was confirmed, and counts what no longer does.
    fn compare(&mut self, shown: &[String]) {
        for part in &mut self.parts {
            if let PartState::Filled(items) = &mut part.state {
                for item in items {
                    item.confirmed = shown.contains(&item.digest);
                }
            }
        }
        let gone = shown
            .iter()
            .filter(|digest| !self.items().any(|item| item.digest == **digest));
        self.gone = gone.count();
    }
}

impl Item {
    /// A thing that is made of texts.
    pub(super) fn of_texts(
        part: PartKind,
        entry: Option<EntryRef>,
        title: String,
        lines: Vec<String>,
    ) -> Self {
        let texts = core::iter::once(title.as_str()).chain(lines.iter().map(String::as_str));
        Self {
            digest: digest::of_texts(part, texts),
            entry,
            title,
            lines,
            phones: Vec::new(),
            confirmed: false,
            source: None,
        }
    }

    fn of_entry<E: HasEntry>(part: PartKind, row: &(EntryRef, E)) -> Self {
        let entry = row.entry();
        Self {
            entry: Some(row.0.clone()),
            title: entry.title(Lang::Fr),
            lines: lines::lines(entry),
            phones: Vec::new(),
            confirmed: false,
            digest: digest::of_entry(part, entry),
            source: Some(Box::new(entry.clone())),
        }
    }
}

/// What a part amounts to. "None known" is said only by somebody, never by an empty list.
fn part<E: HasEntry>(kind: PartKind, items: Vec<Item>, rows: &[(EntryRef, E)]) -> Part {
    let said = list_of(kind).and_then(|list| {
        let said = rows.iter().filter_map(|row| match row.entry() {
            Entry::Statement(statement) if statement.list == list => Some(statement.on),
            _ => None,
        });
        said.max()
    });
    let state = match (items.is_empty(), said) {
        (false, _) => PartState::Filled(items),
        (true, Some(on)) => PartState::NoneKnown(on),
        (true, None) => PartState::NotFilledIn,
    };
    Part { kind, state }
}

fn list_of(kind: PartKind) -> Option<ListKind> {
    match kind {
        PartKind::Allergies => Some(ListKind::Allergies),
        PartKind::Dangers => Some(ListKind::Dangers),
        PartKind::Problems => Some(ListKind::Problems),
        PartKind::Crises => Some(ListKind::Crises),
        PartKind::Treatments => Some(ListKind::Treatments),
        PartKind::Devices => Some(ListKind::Devices),
        PartKind::Contacts => Some(ListKind::Contacts),
        _ => None,
    }
}

fn own<E: HasEntry>(rows: &[(EntryRef, E)]) -> Option<(&(EntryRef, E), &UrgentSheet)> {
    let row = newest(rows, Kind::UrgentSheet)?;
    match row.entry() {
        Entry::UrgentSheet(sheet) => Some((row, sheet)),
        _ => None,
    }
}

/// There should be one. Should there be two, made apart, the one with the newest date counts.
fn newest<E: HasEntry>(rows: &[(EntryRef, E)], kind: Kind) -> Option<&(EntryRef, E)> {
    view::of_kind(rows, kind)
        .into_iter()
        .max_by_key(|row| row.entry().date())
}

fn whole<E: HasEntry>(part: PartKind, rows: Vec<&(EntryRef, E)>) -> Vec<Item> {
    rows.into_iter()
        .map(|row| Item::of_entry(part, row))
        .collect()
}

fn all_of<E: HasEntry>(rows: &[(EntryRef, E)], part: PartKind, kind: Kind) -> Vec<Item> {
    whole(part, view::of_kind(rows, kind))
}

/// Allergies, the gravest first. One that was ruled out says so in its title, and stands last.
fn allergies<E: HasEntry>(rows: &[(EntryRef, E)]) -> Vec<Item> {
    let mut items = whole(PartKind::Allergies, view::allergies(rows));
    for item in &mut items {
        if let Some(Entry::Allergy(allergy)) = item.source.as_deref()
            && allergy.certainty == Some(Certainty::RuledOut)
        {
            item.title = format!("{} : allergie écartée", item.title);
        }
    }
    items
}

fn problems<E: HasEntry>(rows: &[(EntryRef, E)], past: bool) -> Vec<Item> {
    let mut found = view::problems(rows);
    found.retain(|row| {
        matches!(row.entry(), Entry::Problem(problem)
            if past == (problem.state == Some(ProblemState::Past) || problem.until.is_some()))
    });
    let part = if past {
        PartKind::History
    } else {
        PartKind::Problems
    };
    whole(part, found)
}

/// What is worn or carried now; what keeps alive, or lies in the body, before what is worn.
fn devices<E: HasEntry>(rows: &[(EntryRef, E)], today: NaiveDate) -> Vec<Item> {
    let mut found = view::of_kind(rows, Kind::Device);
    found.retain(|row| {
        matches!(row.entry(), Entry::Device(device)
            if device.until.is_none_or(|until| until.last_day() >= today))
    });
    found.sort_by_key(|row| match row.entry() {
        Entry::Device(device) => device.device_kind.map_or(VITAL.len(), |kind| {
            let place = VITAL.iter().position(|vital| *vital == kind);
            place.unwrap_or(VITAL.len())
        }),
        _ => VITAL.len(),
    });
    whole(PartKind::Devices, found)
}

/// Each filled-in field as a thing of its own.
fn facts<E: HasEntry>(part: PartKind, row: Option<&(EntryRef, E)>) -> Vec<Item> {
    let Some(row) = row else { return Vec::new() };
    lines::facts(row.entry())
        .into_iter()
        .map(|(field, label, texts)| {
            let told = core::iter::once(field).chain(texts.iter().map(String::as_str));
            let digest = digest::of_texts(part, told);
            let entry = Some(row.0.clone());
            Item {
                digest,
                ..Item::of_texts(part, entry, label.to_owned(), texts)
            }
        })
        .collect()
}

/// Past problems, operations and whatever told something about anaesthesia or left something in the body, vaccines.
fn history<E: HasEntry>(rows: &[(EntryRef, E)]) -> Vec<Item> {
    let mut stays = view::stays(rows);
    stays.retain(|row| {
        matches!(row.entry(), Entry::Stay(stay)
            if stay.stay_kind == Some(StayKind::Operation)
                || !stay.anaesthesia.is_empty()
                || !stay.implants.is_empty())
    });
    let mut items = problems(rows, true);
    items.extend(whole(PartKind::History, stays));
    items.extend(whole(PartKind::History, view::vaccines(rows)));
    items
}

/// The pinned documents, in their order.
fn documents<E: HasEntry>(rows: &[(EntryRef, E)], settings: &UrgentSheet) -> Vec<Item> {
    let pinned = settings
        .pinned
        .iter()
        .filter_map(|id| rows.iter().find(|row| row.0 == *id));
    pinned
        .filter_map(|row| match row.entry() {
            Entry::Document(document) => {
                let kind = document
                    .document_kind
                    .map(|kind| kind.label(Lang::Fr).into());
                let date = document
                    .date
                    .map(|date| crate::date_in_words(date, Lang::Fr));
                let lines = kind.into_iter().chain(date).collect();
                let title = row.entry().title(Lang::Fr);
                let part = PartKind::Documents;
                Some(Item::of_texts(part, Some(row.0.clone()), title, lines))
            }
            _ => None,
        })
        .collect()
}
