//! The person as a FHIR Patient (Patient-uv-ips).

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::absent::absent;
use crate::entry::{Contact, Entry, Identity, Phone};
use crate::lists::Sex;
use crate::term::{Lang, Term};
use crate::urgent::{Part, PartKind, Sheet};

/// The person, with a photo if there is one to show.
pub(super) fn patient(sheet: &Sheet, photo: Option<&[u8]>) -> Value {
    let mut patient = json!({
        "resourceType": "Patient",
        "meta": { "profile": ["http://hl7.org/fhir/uv/ips/StructureDefinition/Patient-uv-ips"] },
        "name": names(sheet.person.as_deref()),
        "gender": match sheet.sex {
            Some(Sex::Female) => "female",
            Some(Sex::Male) => "male",
            Some(Sex::Unknown) | None => "unknown",
        },
    });
    match sheet.birth_date {
        Some(day) => patient["birthDate"] = json!(day.to_string()),
        None => patient["_birthDate"] = absent(),
    }
    if let Some(photo) = photo {
        patient["photo"] = json!([{ "contentType": "image/jpeg", "data": BASE64.encode(photo) }]);
    }
    if let Some(person) = sheet.person.as_deref()
        && !person.languages.is_empty()
    {
        patient["communication"] = json!([{ "language": { "text": person.languages } }]);
    }
    let people = sheet.part(PartKind::Contacts).into_iter();
    let people: Vec<Value> = people
        .flat_map(Part::items)
        .filter_map(|item| match item.source.as_deref() {
            Some(Entry::Contact(contact)) => Some(contact_of(contact)),
            _ => None,
        })
        .collect();
    if !people.is_empty() {
        patient["contact"] = json!(people);
    }
    patient
}

fn names(person: Option<&Identity>) -> Value {
    let Some(person) = person.filter(|person| !person.full_name().is_empty()) else {
        return json!([{ "text": "Nom non renseigné · Name not filled in" }]);
    };
    let mut names = vec![name(
        "usual",
        &person.full_name(),
        if person.used_name.is_empty() {
            &person.birth_name
        } else {
            &person.used_name
        },
        person.called(),
    )];
    if !person.birth_name.is_empty() && !person.first_names.is_empty() {
        let whole = format!("{} {}", person.first_names, person.birth_name);
        names.push(name(
            "official",
            &whole,
            &person.birth_name,
            &person.first_names,
        ));
    }
    json!(names)
}

fn name(used: &str, text: &str, family: &str, given: &str) -> Value {
    let given: Vec<&str> = given.split_whitespace().collect();
    let mut name = json!({ "use": used, "text": text });
    if !family.is_empty() {
        name["family"] = json!(family);
    }
    if !given.is_empty() {
        name["given"] = json!(given);
    }
    name
}

fn contact_of(contact: &Contact) -> Value {
    let roles: Vec<Value> = contact
        .roles
        .iter()
        .map(|role| json!({ "text": role.label(Lang::Fr) }))
        .collect();
    let mut person = json!({ "name": { "text": contact.shown_name() } });
    if !roles.is_empty() {
        person["relationship"] = json!(roles);
    }
    let phones = contact
        .phones
        .iter()
        .filter(|phone| !phone.number.is_empty());
    let phones: Vec<Value> = phones.map(telephone).collect();
    if !phones.is_empty() {
        person["telecom"] = json!(phones);
    }
    person
}

fn telephone(phone: &Phone) -> Value {
    json!({ "system": "phone", "value": phone.number })
}
