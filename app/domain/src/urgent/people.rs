//! Who the person is, whom to call, who decides.

use chrono::NaiveDate;

use super::{Item, PartKind, digest};
use crate::entry::{Contact, Entry, Kilograms, Phone, UrgentSheet};
use crate::lists::ContactRole;
use crate::reference::EntryRef;
use crate::term::{Lang, Term};
use crate::view::{self, HasEntry};
use crate::words::day_in_words;

/// The title of the weight.
pub(super) const WEIGHT: &str = "Poids";

/// Whom a stranger may have to call, the first first.
const TO_CALL: [ContactRole; 7] = [
    ContactRole::Emergency,
    ContactRole::Parent,
    ContactRole::LegalRepresentative,
    ContactRole::TrustedPerson,
    ContactRole::FamilyDoctor,
    ContactRole::Hospital,
    ContactRole::Referent,
];

/// Name, birth, sex, languages; and the weight, with its day.
pub(super) fn identity_items<E: HasEntry>(
    rows: &[(EntryRef, E)],
    weight: Option<(Kilograms, NaiveDate)>,
) -> Vec<Item> {
    let part = PartKind::Identity;
    let mut items = Vec::new();
    if let Some((row, person)) = view::identity(rows)
        && !person.full_name().is_empty()
    {
        let born = person
            .birth_date
            .map(|day| format!("Naissance : {}", day_in_words(day, Lang::Fr)));
        let sex = person
            .sex
            .map(|sex| format!("Sexe : {}", sex.label(Lang::Fr)));
        let spoken =
            (!person.languages.is_empty()).then(|| format!("Langues : {}", person.languages));
        let lines = born.into_iter().chain(sex).chain(spoken).collect();
        let entry = Some(row.0.clone());
        items.push(Item::of_texts(part, entry, person.full_name(), lines));
    }
    if let Some((Kilograms(weight), on)) = weight {
        let text = format!("{}\u{a0}kg", weight.to_text(Lang::Fr));
        let day = day_in_words(on, Lang::Fr);
        let lines = vec![format!("{text}, le {day}")];
        items.push(Item::of_texts(part, None, WEIGHT.to_owned(), lines));
    }
    items
}

/// Whom to call, in the order of what they are to the person, and the hospital that knows them.
pub(super) fn contacts<E: HasEntry>(
    rows: &[(EntryRef, E)],
    settings: &UrgentSheet,
    today: NaiveDate,
) -> Vec<Item> {
    let part = PartKind::Contacts;
    let mut found: Vec<(usize, &EntryRef, &Contact)> = rows
        .iter()
        .filter_map(|row| {
            let contact = present(row.entry(), today)?;
            let rank = TO_CALL.iter().position(|role| contact.is(*role))?;
            Some((rank, &row.0, contact))
        })
        .collect();
    found.sort_by_key(|(rank, _, contact)| (*rank, contact.shown_name().to_lowercase()));
    let mut items: Vec<Item> = found
        .into_iter()
        .map(|(_, id, contact)| contact_item(id, contact))
        .collect();
    if !settings.hospital.trim().is_empty() {
        let title = "Hôpital où l'on est connu".to_owned();
        items.push(Item::of_texts(
            part,
            None,
            title,
            vec![settings.hospital.clone()],
        ));
    }
    items
}

fn contact_item(id: &EntryRef, contact: &Contact) -> Item {
    // What they are to the person in an emergency; that somebody is a professional says nothing here.
    let roles: Vec<&str> = TO_CALL
        .iter()
        .filter(|role| contact.is(**role))
        .map(|role| role.label(Lang::Fr))
        .collect();
    let organisation =
        (contact.shown_name() != contact.organisation).then(|| contact.organisation.clone());
    let lines: Vec<String> = [
        Some(roles.join(", ")),
        Some(contact.function.clone()),
        organisation,
    ]
    .into_iter()
    .flatten()
    .chain([contact.availability.clone()])
    .filter(|line| !line.trim().is_empty())
    .collect();
    let part = PartKind::Contacts;
    let title = contact.shown_name();
    let numbers = contact
        .phones
        .iter()
        .flat_map(|phone| [phone.label.as_str(), phone.number.as_str()]);
    let texts = core::iter::once(title.as_str())
        .chain(lines.iter().map(String::as_str))
        .chain(numbers);
    let digest = digest::of_texts(part, texts);
    let phones = contact
        .phones
        .iter()
        .filter(|phone| !phone.number.trim().is_empty());
    Item {
        phones: phones.cloned().collect(),
        digest,
        source: Some(Box::new(Entry::Contact(contact.clone()))),
        ..Item::of_texts(part, Some(id.clone()), title, lines)
    }
}

/// Who decides: guardians, a protection measure, and what an adult has said.
pub(super) fn legal<E: HasEntry>(rows: &[(EntryRef, E)], settings: &UrgentSheet) -> Vec<Item> {
    let part = PartKind::Legal;
    let mut items = Vec::new();
    if let Some((row, person)) = view::identity(rows) {
        for guardian in person
            .guardians
            .iter()
            .filter(|guardian| !guardian.name.is_empty())
        {
            let role = guardian.role.map(|role| role.label(Lang::Fr).to_owned());
            let mut item = Item::of_texts(
                part,
                Some(row.0.clone()),
                guardian.name.clone(),
                role.into_iter().collect(),
            );
            item.phones = guardian
                .contact
                .as_ref()
                .and_then(|id| contact_of(rows, id))
                .map(|contact| contact.phones.clone())
                .unwrap_or_default();
            items.push(item);
        }
        if let Some(measure) = &person.protection {
            let title = measure
                .measure
                .map_or("Mesure de protection", |kind| kind.label(Lang::Fr));
            let until = measure
                .to
                .map(|day| format!("Jusqu'au {}", day_in_words(day, Lang::Fr)));
            let lines = [measure.holder.clone(), measure.court.clone()]
                .into_iter()
                .filter(|line| !line.is_empty())
                .chain(until)
                .collect();
            items.push(Item::of_texts(
                part,
                Some(row.0.clone()),
                title.to_owned(),
                lines,
            ));
        }
    }
    let said = [
        ("Directives anticipées", &settings.directives),
        ("Don d'organes", &settings.organ_donation),
        ("À savoir", &settings.legal_note),
    ];
    for (title, text) in said.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        items.push(Item::of_texts(
            part,
            None,
            title.to_owned(),
            vec![text.clone()],
        ));
    }
    items
}

/// The number for the card: the one that was chosen, else that of the first to call.
pub(super) fn printed_phone<E: HasEntry>(
    rows: &[(EntryRef, E)],
    settings: &UrgentSheet,
    today: NaiveDate,
) -> Option<(String, Phone)> {
    let number = |contact: &Contact| {
        let phone = contact
            .phones
            .iter()
            .find(|phone| !phone.number.trim().is_empty())?;
        Some((contact.shown_name(), phone.clone()))
    };
    let chosen = settings
        .phone_contact
        .as_ref()
        .and_then(|id| contact_of(rows, id))
        .and_then(number);
    chosen.or_else(|| {
        TO_CALL.iter().find_map(|role| {
            let mut present = rows.iter().filter_map(|row| present(row.entry(), today));
            present.find_map(|contact| contact.is(*role).then(|| number(contact)).flatten())
        })
    })
}

fn present(entry: &Entry, today: NaiveDate) -> Option<&Contact> {
    match entry {
        Entry::Contact(contact) if contact.until.is_none_or(|until| until.last_day() >= today) => {
            Some(contact)
        }
        _ => None,
    }
}

fn contact_of<'a, E: HasEntry>(rows: &'a [(EntryRef, E)], id: &EntryRef) -> Option<&'a Contact> {
    rows.iter().find_map(|row| match row.entry() {
        Entry::Contact(contact) if row.0 == *id => Some(contact),
        _ => None,
    })
}
