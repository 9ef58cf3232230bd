//! The urgent sheet as a FHIR document: the rules of documents and of the International Patient Summary that need no other
//! program; `tests/browser` asks an independent validator.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod common;

use std::sync::LazyLock;

use common::{day, samples};
use domain::entry::*;
use domain::lists::*;
use domain::urgent::fhir::{Facts, PinnedFile, bundle};
use domain::urgent::{Part, PartKind, Sheet, shows};
use domain::{EntryRef, Plain, example};
use proptest::prelude::*;
use serde_json::Value;

type Rows = Vec<(EntryRef, Entry)>;

fn today() -> chrono::NaiveDate {
    day(2026, 11, 22)
}

fn theo() -> Rows {
    static THEO: LazyLock<Rows> = LazyLock::new(|| {
        let rows = example::theo(today()).into_iter();
        rows.map(|row| (row.id, row.entry)).collect()
    });
    THEO.clone()
}

fn own(rows: &mut Rows) -> &mut UrgentSheet {
    rows.iter_mut()
        .find_map(|(_, entry)| match entry {
            Entry::UrgentSheet(sheet) => Some(sheet),
            _ => None,
        })
        .unwrap()
}

fn confirm(rows: &mut Rows, on: chrono::NaiveDate) {
    let sheet = Sheet::assemble(rows, on);
    let own = own(rows);
    *own = sheet.confirmed_by(own, on, "Maman");
}

fn statement(list: ListKind) -> (EntryRef, Entry) {
    let said = Statement {
        list,
        state: NoneKnown::NoneKnown,
        on: Some(day(2026, 2, 3)),
    };
    ("said".into(), Entry::Statement(said))
}

fn allergy(agent: &str, severity: Option<Severity>) -> (EntryRef, Entry) {
    let allergy = Allergy {
        agent: agent.into(),
        severity,
        ..Allergy::default()
    };
    (agent.into(), Entry::Allergy(allergy))
}

#[test]
fn what_a_newer_version_wrote_is_never_left_out_without_a_word() {
    let newer = br#"{"v":9,"min_edit":9,"kind":"allergy","agent":{"code":"x"}}"#;
    let plain = Plain::read(newer).unwrap();
    assert!(shows(&plain.entry));
    let sheet = Sheet::assemble(&[(EntryRef::from("a"), &plain)], today());
    assert_eq!(sheet.part(PartKind::Allergies).unwrap().items().len(), 1);
    let bundle: Value = serde_json::from_str(&bundle(&sheet, &Facts::default())).unwrap();
    let section = section(&bundle, "48765-2").unwrap();
    assert!(section["emptyReason"].is_null());
    assert_eq!(section["entry"].as_array().unwrap().len(), 1);
}

fn composition(bundle: &Value) -> &Value {
    &bundle["entry"][0]["resource"]
}

fn section<'a>(bundle: &'a Value, code: &str) -> Option<&'a Value> {
    composition(bundle)["section"]
        .as_array()?
        .iter()
        .find(|section| section["code"]["coding"][0]["code"] == code)
}

/// The rules of FHIR documents and of IPS that need no other program: see `tests/browser` for the rest.
fn holds(bundle: &Value) {
    assert_eq!(bundle["type"], "document");
    assert!(bundle["identifier"]["value"].is_string() && bundle["timestamp"].is_string());
    assert_eq!(composition(bundle)["resourceType"], "Composition");
    let entries = bundle["entry"].as_array().unwrap();
    let mut addresses: Vec<&str> = entries
        .iter()
        .map(|entry| entry["fullUrl"].as_str().unwrap())
        .collect();
    for (entry, address) in entries.iter().zip(&addresses) {
        let id = entry["resource"]["id"].as_str().unwrap();
        assert_eq!(*address, format!("urn:uuid:{id}"));
    }
    references(bundle, &mut |to| {
        assert!(addresses.contains(&to), "{to} is not in the document");
    });
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), entries.len(), "an address comes twice");
    for required in ["11450-4", "48765-2", "10160-0"] {
        let section = section(bundle, required).unwrap();
        assert!(section["entry"].is_array() != section["emptyReason"].is_object());
    }
    for section in composition(bundle)["section"].as_array().unwrap() {
        let text = section["text"]["div"].as_str().unwrap();
        assert!(text.starts_with("<div xmlns=\"http://www.w3.org/1999/xhtml\""));
        assert!(section["title"].is_string());
        assert!(
            section["entry"]
                .as_array()
                .is_none_or(|entries| !entries.is_empty())
        );
    }
    assert!(!bundle.to_string().contains("null"), "FHIR has no null");
}

fn references(value: &Value, seen: &mut dyn FnMut(&str)) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(to) if name == "reference" => seen(to),
                    value => references(value, seen),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, seen)),
        _ => {}
    }
}

fn written(rows: &Rows, facts: &Facts) -> Value {
    serde_json::from_str(&bundle(&Sheet::assemble(rows, today()), facts)).unwrap()
}

#[test]
fn theos_document_keeps_the_rules_and_says_everything() {
    let mut rows = theo();
    confirm(&mut rows, today());
    rows.push(allergy("Kiwi", None));
    let facts = Facts {
        as_of: 1_795_320_000,
        photo: Some(vec![1, 2, 3]),
        deposit: Some("https://carnet.example/fr/depot#abc/TB".into()),
        pinned: vec![PinnedFile {
            id: "0b0e4ae4-5a32-8d5a-9f5e-2f3a7a1f2b3c".into(),
            document: "pai".into(),
            title: "PAI, page 1".into(),
            content_type: "image/jpeg".into(),
            size: 10,
        }],
    };
    let document = written(&rows, &facts);
    holds(&document);
    let mut outline: Vec<String> = document["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["resource"]["resourceType"].to_string())
        .collect();
    outline.dedup();
    for section in composition(&document)["section"].as_array().unwrap() {
        outline.push(format!(
            "{} {}",
            section["code"]["coding"][0]["code"], section["title"]
        ));
        outline.push(
            section["text"]["div"]
                .as_str()
                .unwrap()
                .replace("<li>", "\n<li>"),
        );
    }
    insta::assert_snapshot!("theo_document", outline.join("\n"));
    let sheet = Sheet::assemble(&rows, today());
    let said = document.to_string();
    let parts = sheet
        .parts
        .iter()
        .filter(|part| part.kind != PartKind::Documents);
    for item in parts.flat_map(Part::items) {
        let title = Value::String(item.title.replace('\'', "&#39;")).to_string();
        assert!(said.contains(title.trim_matches('"')), "{title} is missing");
    }
    let allergies = section(&document, "48765-2").unwrap()["text"]["div"]
        .as_str()
        .unwrap();
    assert_eq!(allergies.matches("mark-unconfirmed").count(), 1);
}

#[test]
fn a_document_about_nothing_keeps_the_rules() {
    let document = written(&Rows::new(), &Facts::default());
    holds(&document);
    let reason = |document: &Value, code: &str| {
        section(document, code).unwrap()["emptyReason"]["coding"][0]["code"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(reason(&document, "48765-2"), "unavailable");
    let document = written(&vec![statement(ListKind::Allergies)], &Facts::default());
    holds(&document);
    assert_eq!(reason(&document, "48765-2"), "nilknown");
}

#[test]
fn every_kind_of_entry_in_one_document_keeps_the_rules() {
    let rows = samples().into_iter().enumerate();
    let rows: Rows = rows
        .map(|(at, entry)| (EntryRef(format!("e{at}")), entry))
        .collect();
    holds(&written(&rows, &Facts::default()));
}

#[test]
fn no_text_breaks_out_of_the_narrative() {
    let hostile = "<img src=x onerror=alert(1)>\"'&</div><script>1</script>";
    let mut rows = vec![allergy(hostile, None)];
    rows.push((
        "c".into(),
        Entry::Contact(Contact {
            name: hostile.into(),
            roles: vec![ContactRole::Emergency],
            phones: vec![Phone {
                label: hostile.into(),
                number: "06\" onclick=\"alert(1) 12".into(),
            }],
            ..Contact::default()
        }),
    ));
    let document = written(&rows, &Facts::default());
    for section in composition(&document)["section"].as_array().unwrap() {
        let text = section["text"]["div"].as_str().unwrap();
        for tag in ["<img", "<script", "\" onclick"] {
            assert!(!text.contains(tag), "{text}");
        }
        assert_eq!(text.matches("</div>").count(), 1);
    }
}

proptest! {
    #[test]
    fn any_words_make_a_document(agent in "\\PC{0,80}", reaction in ".{0,80}", steps in "(\\PC{0,20}\n){0,6}") {
        let mut rows = vec![allergy(&agent, None)];
        let Some((_, Entry::Allergy(allergy))) = rows.last_mut() else { panic!() };
        allergy.reaction = reaction;
        let crisis = Crisis { crisis: agent, steps, ..Crisis::default() };
        rows.push(("crisis".into(), Entry::Crisis(crisis)));
        holds(&written(&rows, &Facts::default()));
    }
}
