//! Prints the urgent sheet of an example as FHIR, for programs that check it: `cargo run -p domain --example urgent_bundle --
//! theo|allergies|empty|none`.
//!
//! `theo` is the example carnet, confirmed and then added to; `allergies` has fifteen of them; `empty` is a carnet in which
//! nothing is written; in `none`, everything is said to be none known.
#![allow(clippy::print_stdout, reason = "that is what it is for")]

use chrono::NaiveDate;
use domain::entry::{Allergy, Entry, ListKind, NoneKnown, Statement, UrgentSheet};
use domain::lists::Severity;
use domain::urgent::Sheet;
use domain::urgent::fhir::{Facts, PinnedFile, bundle};
use domain::{EntryRef, Term, example};

fn main() {
    let which = std::env::args().nth(1).unwrap_or_else(|| "theo".to_owned());
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
    let rows = match which.as_str() {
        "empty" => Vec::new(),
        "none" => none_known(today),
        "allergies" => fifteen_allergies(today),
        _ => theo(today),
    };
    let facts = Facts {
        as_of: 1_795_320_000,
        photo: (which == "theo").then(|| vec![0xff, 0xd8, 0xff, 0xd9]),
        deposit: (which == "theo").then(|| "https://carnet.example/fr/depot#abc/TB".to_owned()),
        pinned: match which.as_str() {
            "theo" => vec![PinnedFile {
                id: "0b0e4ae4-5a32-8d5a-9f5e-2f3a7a1f2b3c".into(),
                document: "pai".into(),
                title: "PAI 2026, page 1".into(),
                content_type: "image/jpeg".into(),
                size: 123_456,
            }],
            _ => Vec::new(),
        },
    };
    println!("{}", bundle(&Sheet::assemble(&rows, today), &facts));
}

/// The example, confirmed, with one allergy that came after.
fn theo(today: NaiveDate) -> Vec<(EntryRef, Entry)> {
    let mut rows: Vec<(EntryRef, Entry)> = example::theo(today)
        .into_iter()
        .map(|row| (row.id, row.entry))
        .collect();
    let sheet = Sheet::assemble(&rows, today);
    for (_, entry) in &mut rows {
        if let Entry::UrgentSheet(own) = entry {
            *own = sheet.confirmed_by(own, today, "Claire Beaupré");
        }
    }
    rows.push(allergy(99, "Kiwi"));
    rows
}

fn fifteen_allergies(today: NaiveDate) -> Vec<(EntryRef, Entry)> {
    let mut rows = theo(today);
    rows.retain(|(_, entry)| !matches!(entry, Entry::Allergy(_)));
    rows.extend((1..=15).map(|number| allergy(number, &format!("Allergène numéro {number}"))));
    rows
}

fn allergy(number: usize, agent: &str) -> (EntryRef, Entry) {
    let severities = Severity::ALL;
    let allergy = Allergy {
        agent: agent.to_owned(),
        reaction: "Urticaire géante, gonflement des lèvres et du visage".into(),
        severity: severities.get(number % severities.len()).copied(),
        note: "Donner l'antihistaminique, puis surveiller six heures.".into(),
        ..Allergy::default()
    };
    (
        EntryRef(format!("allergie-{number}")),
        Entry::Allergy(allergy),
    )
}

fn none_known(today: NaiveDate) -> Vec<(EntryRef, Entry)> {
    let mut rows: Vec<(EntryRef, Entry)> = ListKind::ALL
        .iter()
        .map(|list| {
            let statement = Statement {
                list: *list,
                state: NoneKnown::NoneKnown,
                on: Some(today),
            };
            (
                EntryRef(list.code().to_owned()),
                Entry::Statement(statement),
            )
        })
        .collect();
    rows.push(("own".into(), Entry::UrgentSheet(UrgentSheet::default())));
    rows
}
