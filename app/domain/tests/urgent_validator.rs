//! What an independent FHIR validator, and the rules of the International Patient Summary, say of the urgent sheet.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod common;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use common::{day, samples};
use domain::entry::{Allergy, Entry, ListKind, NoneKnown, Statement};
use domain::urgent::Sheet;
use domain::urgent::fhir::{Facts, PinnedFile, bundle};
use domain::{EntryRef, Term, example};

const PACKAGE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/browser/node_modules/@medplum/core"
);

type Rows = Vec<(EntryRef, Entry)>;

/// Asks the validator about these documents.
fn said(documents: &[String]) -> String {
    assert!(
        Path::new(PACKAGE).exists(),
        "the npm package @medplum/core is missing: run `npm ci` in tests/browser, or `cargo xtask test`"
    );
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/urgent_validator.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is there: `cargo xtask test` installs it");
    let lines = documents.join("\n");
    node.stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "the validator broke down");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn theo() -> Rows {
    let today = day(2026, 11, 22);
    let mut rows: Rows = example::theo(today)
        .into_iter()
        .map(|row| (row.id, row.entry))
        .collect();
    let sheet = Sheet::assemble(&rows, today);
    for (_, entry) in &mut rows {
        if let Entry::UrgentSheet(own) = entry {
            *own = sheet.confirmed_by(own, today, "Claire Beaupré");
        }
    }
    rows
}

fn written(rows: &Rows, facts: &Facts) -> String {
    bundle(&Sheet::assemble(rows, day(2026, 11, 22)), facts)
}

#[test]
fn an_independent_validator_accepts_every_document() {
    let whole = Facts {
        as_of: 1_795_320_000,
        photo: Some(vec![0xff, 0xd8, 0xff, 0xd9]),
        deposit: Some("https://carnet.example/fr/depot#abc/TB".into()),
        pinned: vec![PinnedFile {
            id: "0b0e4ae4-5a32-8d5a-9f5e-2f3a7a1f2b3c".into(),
            document: "pai".into(),
            title: "PAI, page 1".into(),
            content_type: "image/jpeg".into(),
            size: 123_456,
        }],
    };
    let fifteen = (1..=15).map(|number| {
        let allergy = Allergy {
            agent: format!("Allergène {number}"),
            ..Allergy::default()
        };
        (EntryRef(format!("a{number}")), Entry::Allergy(allergy))
    });
    let none = ListKind::ALL.iter().map(|list| {
        let said = Statement {
            list: *list,
            state: NoneKnown::NoneKnown,
            on: None,
        };
        (EntryRef(list.code().into()), Entry::Statement(said))
    });
    let every = samples().into_iter().enumerate();
    let every: Rows = every
        .map(|(at, entry)| (EntryRef(format!("e{at}")), entry))
        .collect();
    let nothing = Facts::default();
    let documents = [
        written(&theo(), &whole),
        written(&theo().into_iter().chain(fifteen).collect(), &whole),
        written(&Rows::new(), &nothing),
        written(&none.collect(), &nothing),
        written(&every, &nothing),
    ];
    assert_eq!(said(&documents), "5 documents hold");
}

#[test]
fn the_validator_would_notice() {
    let good = written(&theo(), &Facts::default());
    let spoilt = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        said(&[good.replacen(from, to, 1)])
    };
    assert!(spoilt("\"gender\":\"male\"", "\"gender\":[1]").contains("R4"));
    assert!(spoilt("\"code\":\"11450-4\"", "\"code\":\"1-1\"").contains("11450-4 is required"));
    assert!(spoilt("\"type\":\"document\"", "\"type\":\"collection\"").contains("bdl-9"));
}
