//! Rules for identity and contacts.

use chrono::Datelike;

use super::checker::Checker;
use super::{Reason, Weight, limits};
use crate::age::Age;
use crate::entry::{Consent, Contact, Identity};
use crate::identifiers::{NirTraits, check_finess, check_nir, check_rpps, is_insee_code};
use crate::lists::{ContactRole, Sex};

pub(super) fn identity(c: &mut Checker, identity: &Identity) {
    let named = [&identity.used_first_name, &identity.first_names]
        .iter()
        .any(|name| !name.trim().is_empty());
    c.required("used_first_name", named);
    c.names(&[
        ("birth_name", &identity.birth_name),
        ("first_names", &identity.first_names),
        ("birth_place_name", &identity.birth_place_name),
        ("used_name", &identity.used_name),
        ("used_first_name", &identity.used_first_name),
    ]);
    c.lines(&[("languages", &identity.languages)]);
    c.texts(&[("note", &identity.note)]);
    c.codes(&[
        ("birth_place", &identity.birth_place),
        ("term", &identity.term),
    ]);
    c.not_future(
        "birth_date",
        identity.birth_date.map(Into::into),
        Weight::Blocking,
    );
    if !identity.birth_place.is_empty() && !is_insee_code(&identity.birth_place) {
        c.warn("birth_place", Reason::InseeForm);
    }
    if !identity.term.trim().is_empty() && identity.gestation().is_none() {
        c.warn("term", Reason::TermForm);
    }
    if let Some(traits) = c.identifier("nir", &identity.nir, check_nir)
        && disagrees(traits, identity)
    {
        c.warn("nir", Reason::NirDisagrees);
    }
    c.count("guardians", identity.guardians.len(), limits::ITEMS);
    for (item, guardian) in identity.guardians.iter().enumerate() {
        c.item_at_most("guardians", Some(item), &guardian.name, limits::NAME);
        if guardian.name.trim().is_empty() && guardian.contact.is_none() {
            c.add("guardians", Some(item), Reason::Missing, Weight::Blocking);
        }
    }
    if let Some(protection) = &identity.protection {
        c.required("protection", protection.measure.is_some());
        c.at_most("protection", &protection.court, limits::NAME);
        c.at_most("protection", &protection.holder, limits::NAME);
        c.period(
            "protection",
            protection.from.map(Into::into),
            protection.to.map(Into::into),
        );
    }
    c.files("photo", identity.photo.as_slice());
}

fn disagrees(traits: NirTraits, identity: &Identity) -> bool {
    let sex = match (traits.male, identity.sex) {
        (Some(male), Some(Sex::Male)) => !male,
        (Some(male), Some(Sex::Female)) => male,
        _ => false,
    };
    let born = identity.birth_date.is_some_and(|birth| {
        birth.year().rem_euclid(100) != i32::from(traits.year)
            || traits
                .month
                .is_some_and(|month| birth.month() != u32::from(month))
    });
    sex || born
}

pub(super) fn contact(c: &mut Checker, contact: &Contact) {
    c.required("name", !contact.shown_name().trim().is_empty());
    c.names(&[
        ("name", &contact.name),
        ("first_name", &contact.first_name),
        ("organisation", &contact.organisation),
        ("function", &contact.function),
        ("email", &contact.email),
    ]);
    c.lines(&[
        ("address", &contact.address),
        ("availability", &contact.availability),
    ]);
    c.texts(&[("note", &contact.note)]);
    c.codes(&[("profession", &contact.profession.0)]);
    if !contact.profession.is_empty() && contact.profession.label().is_none() {
        c.warn("profession", Reason::UnknownProfession);
    }
    c.count("roles", contact.roles.len(), limits::ITEMS);
    let age = c.birth.and_then(|birth| Age::on(c.today, birth));
    if contact.is(ContactRole::TrustedPerson) && age.is_some_and(|age| !age.is_adult()) {
        c.block("roles", Reason::NotOfAge);
    }
    c.count("phones", contact.phones.len(), limits::ITEMS);
    for (item, phone) in contact.phones.iter().enumerate() {
        c.item_at_most("phones", Some(item), &phone.label, limits::CODE);
        c.item_at_most("phones", Some(item), &phone.number, limits::CODE);
        if !is_phone(&phone.number) {
            c.add("phones", Some(item), Reason::PhoneForm, Weight::Warning);
        }
    }
    if !contact.email.is_empty() && !is_email(&contact.email) {
        c.warn("email", Reason::EmailForm);
    }
    c.identifier("rpps", &contact.rpps, check_rpps);
    c.identifier("finess", &contact.finess, check_finess);
    c.period("until", contact.since, contact.until);
    c.files("photo", contact.photo.as_slice());
}

/// Digits with the signs people write between them; short numbers (15, 3114) are numbers too.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signs = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                ' ' | '.' | '-' | '/' | '(' | ')' | '+' | '\u{a0}' | '\u{202f}'
            )
    };
    (2..=15).contains(&digits) && text.chars().all(signs)
}

fn is_email(text: &str) -> bool {
    let Some((name, place)) = text.split_once('@') else {
        return false;
    };
    let clean = !text
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';'));
    let dotted = place.split('.').count() > 1 && place.split('.').all(|part| !part.is_empty());
    clean && !name.is_empty() && !place.contains('@') && dotted
}

pub(super) fn consent(c: &mut Checker, consent: &Consent) {
    c.title("allowed_to", &consent.allowed_to);
    c.required("allowed", !consent.allowed.is_empty());
    c.count("allowed", consent.allowed.len(), limits::ITEMS);
    for (item, allowed) in consent.allowed.iter().enumerate() {
        c.item_at_most("allowed", Some(item), &allowed.section, limits::NAME);
    }
    c.names(&[
        ("allowed_by", &consent.allowed_by),
        ("function", &consent.function),
    ]);
    c.codes(&[
        ("member", &consent.member),
        ("profession", &consent.profession.0),
    ]);
    c.texts(&[("consent_words", &consent.consent_words)]);
    c.happened("date", consent.date.map(Into::into));
    c.period(
        "until",
        consent.date.map(Into::into),
        consent.until.map(Into::into),
    );
    c.not_future(
        "withdrawn",
        consent.withdrawn.map(Into::into),
        Weight::Blocking,
    );
    c.links("documents", &consent.documents);
}
