//! Fills a template.

use chrono::NaiveDate;

use super::{GapSort, Template};
use crate::entry::{Entry, Letter};
use crate::lists::ContactRole;
use crate::term::Lang;
use crate::view::{self, HasEntry};
use crate::words::day_in_words;

/// A gap, filled by the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// The gap's name.
    pub name: String,
    /// What was written there: a text, or a day as `2026-11-21`.
    pub text: String,
}

/// Parents and representatives who may sign, each as name and address: several lines.
pub fn people<T: HasEntry>(rows: &[T]) -> Vec<String> {
    let signs = rows.iter().filter_map(|row| match row.entry() {
        Entry::Contact(contact)
            if contact.is(ContactRole::Parent) || contact.is(ContactRole::LegalRepresentative) =>
        {
            let phone = contact.phones.first().map(|phone| phone.number.as_str());
            let name = contact.shown_name();
            let lines = [
                name.as_str(),
                contact.address.trim(),
                phone.unwrap_or_default(),
                contact.email.trim(),
            ];
            let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            Some(lines.join("\n"))
        }
        _ => None,
    });
    let mut people: Vec<String> = signs.collect();
    // Who has an address is more of a help than who has none; else by name, not by whatever order entries lie in.
    people.sort_by_cached_key(|person| {
        let lines = person.lines().count();
        (core::cmp::Reverse(lines), person.to_lowercase())
    });
    people
}

/// A letter from a template: what the carnet knows and what was asked, put in; what nobody said stands in brackets, to be
/// completed by hand.
pub fn fill<T: HasEntry>(
    template: &Template,
    blanks: &[Blank],
    rows: &[T],
    today: NaiveDate,
) -> Letter {
    let identity = view::identity(rows).map(|(_, identity)| identity);
    let name = identity
        .map(crate::entry::Identity::full_name)
        .unwrap_or_default();
    let born = identity
        .and_then(|identity| identity.birth_date)
        .map(|day| day_in_words(day, Lang::Fr))
        .unwrap_or_default();
    let said = |gap: &str| -> String {
        match gap {
            "person" => return or_blank(&name, "nom et prénom"),
            "born" => return or_blank(&born, "date de naissance"),
            _ => {}
        }
        let asked = template.gaps.iter().find(|asked| asked.name == gap);
        let written = blanks.iter().find(|blank| blank.name == gap);
        let written = written.map_or("", |blank| blank.text.trim());
        let label = asked.map_or(gap, |asked| asked.ask.0);
        match asked.map(|asked| asked.sort) {
            Some(GapSort::Day) => {
                let day: Option<NaiveDate> = written.parse().ok();
                or_blank(
                    &day.map(|day| day_in_words(day, Lang::Fr))
                        .unwrap_or_default(),
                    label,
                )
            }
            _ => or_blank(written, label),
        }
    };
    let from_blank = |name: &str| -> String {
        let blank = blanks.iter().find(|blank| blank.name == name);
        blank
            .map(|blank| blank.text.trim().to_owned())
            .unwrap_or_default()
    };
    let recipient = match from_blank("recipient") {
        address if address.is_empty() => template.recipient.to_owned(),
        address => address,
    };
    Letter {
        letter_kind: Some(template.kind),
        date: Some(today),
        place: from_blank("place"),
        sender: from_blank("sender"),
        recipient,
        subject: put_in(template.subject, &said),
        text: put_in(template.text, &said),
        ..Letter::default()
    }
}

fn or_blank(text: &str, label: &str) -> String {
    if text.is_empty() {
        let label = label.trim_end_matches(['?', '\u{a0}', ' ']);
        format!("[à compléter : {}]", lower_first(label))
    } else {
        text.to_owned()
    }
}

/// The first letter small, unless the word is an acronym.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// The text with every `{gap}` filled.
fn put_in(text: &str, said: &dyn Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((gap, after)) => {
                out.push_str(&said(gap));
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
