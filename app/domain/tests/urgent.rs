//! The urgent sheet: what stands on it, what is marked, how old it is, and its FHIR form.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod common;

use std::sync::LazyLock;

use common::{day, samples};
use domain::entry::*;
use domain::lists::*;
use domain::urgent::fhir::{Facts, PinnedFile, bundle};
use domain::urgent::{Age, Part, PartKind, PartState, Sheet, shows};
use domain::{EntryRef, PartialDate, Plain, example};
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

fn titles(sheet: &Sheet, kind: PartKind) -> Vec<String> {
    let items = sheet.part(kind).unwrap().items();
    items.iter().map(|item| item.title.clone()).collect()
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
fn theos_sheet_in_words() {
    let sheet = Sheet::assemble(&theo(), today());
    let mut text = String::new();
    for part in &sheet.parts {
        text += &format!("\n== {:?}\n", part.kind);
        match &part.state {
            PartState::Filled(items) => {
                for item in items {
                    text += &format!("- {}\n", item.title);
                    for line in &item.lines {
                        text += &format!("    {line}\n");
                    }
                    for phone in &item.phones {
                        text += &format!("    ☎ {} ({})\n", phone.number, phone.label);
                    }
                }
            }
            other => text += &format!("{other:?}\n"),
        }
    }
    insta::assert_snapshot!("theo", text);
}

#[test]
fn none_known_and_not_filled_in_are_two_things() {
    let state = |rows: Rows| {
        let sheet = Sheet::assemble(&rows, today());
        sheet.part(PartKind::Allergies).unwrap().state.clone()
    };
    assert_eq!(state(vec![]), PartState::NotFilledIn);
    assert_eq!(
        state(vec![statement(ListKind::Allergies)]),
        PartState::NoneKnown(Some(day(2026, 2, 3)))
    );
    let both = state(vec![statement(ListKind::Allergies), allergy("Kiwi", None)]);
    assert!(matches!(both, PartState::Filled(items) if items.len() == 1));
    assert_eq!(
        state(vec![statement(ListKind::Dangers)]),
        PartState::NotFilledIn
    );
}

#[test]
fn the_gravest_allergy_comes_first_and_a_ruled_out_one_says_so() {
    let mut rows = vec![
        allergy("Pollen", Some(Severity::Mild)),
        allergy("Latex", Some(Severity::LifeThreatening)),
    ];
    rows.push((
        "x".into(),
        Entry::Allergy(Allergy {
            agent: "Œuf".into(),
            severity: Some(Severity::LifeThreatening),
            certainty: Some(Certainty::RuledOut),
            ..Allergy::default()
        }),
    ));
    let sheet = Sheet::assemble(&rows, today());
    assert_eq!(
        titles(&sheet, PartKind::Allergies),
        ["Latex", "Pollen", "Œuf : allergie écartée"]
    );
}

#[test]
fn only_what_holds_today_is_shown_as_such() {
    let treatment = |name: &str, stop: Option<PartialDate>| {
        let treatment = Treatment {
            name: name.into(),
            stop,
            ..Treatment::default()
        };
        (name.into(), Entry::Treatment(treatment))
    };
    let old = Problem {
        name: "Bronchiolite".into(),
        state: Some(ProblemState::Past),
        ..Problem::default()
    };
    let rows = vec![
        treatment("Ancien", common::on(2026, 11, 21)),
        treatment("Présent", common::on(2026, 11, 22)),
        ("old".into(), Entry::Problem(old)),
    ];
    let sheet = Sheet::assemble(&rows, today());
    assert_eq!(titles(&sheet, PartKind::Treatments), ["Présent"]);
    assert_eq!(sheet.part(PartKind::Problems).unwrap().items(), []);
    assert_eq!(titles(&sheet, PartKind::History), ["Bronchiolite"]);
}

#[test]
fn what_came_after_the_confirmation_is_marked_and_nothing_else() {
    let mut rows = theo();
    assert!(Sheet::assemble(&rows, today()).anything_new());
    confirm(&mut rows, today());
    let sheet = Sheet::assemble(&rows, today());
    assert!(!sheet.anything_new());
    assert_eq!(sheet.confirmed.as_ref().unwrap().by, "Maman");

    // Added.
    rows.push(allergy("Kiwi", Some(Severity::Severe)));
    let sheet = Sheet::assemble(&rows, today());
    let new: Vec<&str> = sheet
        .items()
        .filter(|item| !item.confirmed)
        .map(|item| item.title.as_str())
        .collect();
    assert_eq!(new, ["Kiwi"]);
    // Confirmed, then changed in a field that is shown, then in one that is not.
    confirm(&mut rows, today());
    let Some((_, Entry::Allergy(kiwi))) = rows.last_mut() else {
        panic!()
    };
    kiwi.reaction = "Gonflement".into();
    assert!(Sheet::assemble(&rows, today()).anything_new());
    confirm(&mut rows, today());
    let Some((_, Entry::Allergy(kiwi))) = rows.last_mut() else {
        panic!()
    };
    kiwi.documents = vec!["cr".into()];
    assert!(!Sheet::assemble(&rows, today()).anything_new());
    // Taken away.
    rows.pop();
    let sheet = Sheet::assemble(&rows, today());
    assert!(sheet.items().all(|item| item.confirmed));
    assert!(sheet.anything_new());
}

#[test]
fn a_confirmation_grows_old() {
    let mut rows = theo();
    assert_eq!(Sheet::assemble(&rows, today()).age(today()), Age::Old);
    confirm(&mut rows, day(2026, 8, 31));
    let age = |on| Sheet::assemble(&rows, on).age(on);
    assert_eq!(age(day(2026, 8, 31)), Age::Fresh);
    assert_eq!(age(day(2027, 2, 27)), Age::Fresh);
    assert_eq!(age(day(2027, 2, 28)), Age::Reread);
    assert_eq!(age(day(2027, 8, 30)), Age::Reread);
    assert_eq!(age(day(2027, 8, 31)), Age::Old);
}

#[test]
fn the_weight_is_hidden_if_the_guardian_wishes() {
    let mut rows = theo();
    assert!(Sheet::assemble(&rows, today()).weight.is_some());
    own(&mut rows).hide_weight = true;
    let sheet = Sheet::assemble(&rows, today());
    assert!(sheet.weight.is_none());
    assert!(!bundle(&sheet, &Facts::default()).contains("29463-7"));
}

#[test]
fn the_number_on_the_card_is_the_chosen_one_else_the_first_to_call() {
    let mut rows = theo();
    let chosen = Sheet::assemble(&rows, today()).phone.unwrap();
    own(&mut rows).phone_contact = None;
    let first = Sheet::assemble(&rows, today()).phone.unwrap();
    assert_eq!(chosen.0, first.0);
    own(&mut rows).phone_contact = Some("dr-kessler".into());
    let doctor = Sheet::assemble(&rows, today()).phone.unwrap();
    assert!(doctor.0.contains("Kessler"), "{}", doctor.0);
    assert!(Sheet::assemble(&Rows::new(), today()).phone.is_none());
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

#[test]
fn every_entry_that_changes_a_sheet_says_that_it_is_shown() {
    for entry in samples() {
        let alone = vec![(EntryRef::from("a"), entry.clone())];
        let same = Sheet::assemble(&alone, today()) == Sheet::assemble(&Rows::new(), today());
        assert!(
            same || shows(&entry),
            "{:?} changes the sheet",
            entry.kind()
        );
    }
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

    #[test]
    fn the_order_of_the_rows_does_not_unconfirm(seed in any::<u64>()) {
        let mut rows = theo();
        confirm(&mut rows, today());
        let mut state = seed | 1;
        rows.sort_by_cached_key(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state >> 33
        });
        prop_assert!(!Sheet::assemble(&rows, today()).anything_new());
    }
}
