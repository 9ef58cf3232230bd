//! The urgent sheet: what stands on it, what is marked, how old it is, and its FHIR form.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod common;

use std::sync::LazyLock;

use common::{day, samples};
use domain::entry::*;
use domain::lists::*;
use domain::urgent::fhir::{Facts, bundle};
use domain::urgent::{Age, PartKind, PartState, Sheet, shows};
use domain::{EntryRef, PartialDate, example};
use proptest::prelude::*;

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
fn the_weight_is_the_newest_wherever_it_was_written() {
    let mut rows = theo();
    let points = ["2026-11-20 32.5", "2026-11-02 32.1"];
    let readings = Readings {
        what: Some(Measure::Weight),
        unit: Some(Unit::Kilogram),
        points: points.iter().map(|point| point.parse().unwrap()).collect(),
        ..Readings::default()
    };
    let entry = Entry::Readings(readings);
    assert!(shows(&entry));
    rows.push(("month".into(), entry));
    let (Kilograms(weight), on) = Sheet::assemble(&rows, today()).weight.unwrap();
    assert_eq!(
        (weight.to_string().as_str(), on),
        ("32.5", day(2026, 11, 20))
    );
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

proptest! {
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
