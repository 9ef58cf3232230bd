//! What people take away.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use common::{day, samples};
use domain::entry::{Allergy, Document, Identity};
use domain::example::theo;
use domain::export::{Record, entries_json, index_html, planned_files};
use domain::{Entry, FileRef, Lang, Plain};
use proptest::prelude::*;
use serde_json::{Value, json};

fn record(entry: Entry) -> Record {
    Record {
        id: "e-1".into(),
        plain: Plain::new(entry),
        author: "Claire".into(),
        written: Some(day(2026, 5, 3)),
    }
}

fn whole() -> Vec<Record> {
    let rows = theo(day(2026, 11, 21)).into_iter().enumerate();
    let rows = rows.map(|(place, mut row)| {
        for (page, file) in row.entry.files_mut().into_iter().enumerate() {
            file.blob = format!("blob-{place}-{page}");
        }
        Record {
            id: row.id,
            ..record(row.entry)
        }
    });
    rows.collect()
}

#[test]
fn the_page_tells_everything_and_runs_nothing() {
    let page = index_html(&whole(), day(2026, 11, 21), Lang::Fr);
    for said in [
        "<h1>Théo Beaupré</h1>",
        "21 novembre 2026",
        "Pénicilline",
        "Lévétiracétam",
        "CM1",
        "31,4\u{a0}kg",
        "Écrit par Claire, 3 mai 2026",
        "fichiers/",
    ] {
        assert!(page.contains(said), "{said}");
    }
    for never in [
        "<script",
        "javascript:",
        "http://",
        "https://",
        "AGE-SECRET-KEY",
        " style=",
        "onclick",
    ] {
        assert!(!page.contains(never), "{never}");
    }
    let position = |what: &str| page.find(&format!("<h2 id=\"{what}\"")).unwrap();
    assert!(
        position("allergy") < position("treatment") && position("treatment") < position("note")
    );
}

#[test]
fn none_known_and_not_filled_in_are_told_apart() {
    let statement = samples()
        .into_iter()
        .find(|entry| matches!(entry, Entry::Statement(_)))
        .unwrap();
    let page = index_html(&[record(statement)], day(2026, 5, 3), Lang::Fr);
    assert_eq!(
        page.matches("Rien à signaler, dit le 3 février 2026.")
            .count(),
        1
    );
    assert_eq!(page.matches("Non renseigné.").count(), 12);
}

#[test]
fn hostile_text_stays_text() {
    let evil = "</style></title><script>alert(1)</script><img src=x onerror='alert(2)'>\" onclick=\"x\u{202e}\u{0}&amp;";
    let entries = [
        Entry::Identity(Identity {
            used_first_name: evil.into(),
            ..Identity::default()
        }),
        Entry::Allergy(Allergy {
            agent: evil.into(),
            reaction: evil.into(),
            ..Allergy::default()
        }),
        Entry::Document(Document {
            title: evil.into(),
            tags: vec![evil.into()],
            pages: vec![FileRef {
                name: evil.into(),
                mime: evil.into(),
                blob: evil.into(),
                ..FileRef::default()
            }],
            ..Document::default()
        }),
        Plain::read(
            json!({"v": 1, "min_edit": 1, "kind": evil})
                .to_string()
                .as_bytes(),
        )
        .unwrap()
        .entry,
    ];
    let records: Vec<Record> = entries
        .into_iter()
        .map(|entry| Record {
            author: evil.into(),
            ..record(entry)
        })
        .collect();
    let page = index_html(&records, day(2026, 5, 3), Lang::En);
    assert!(page.contains("&lt;script&gt;"));
    assert_eq!(
        page.matches("<script").count() + page.matches("<img").count(),
        0
    );
    assert_eq!(
        (
            page.matches("</style>").count(),
            page.matches("</title>").count()
        ),
        (1, 1)
    );
    assert!(!page.contains('\u{202e}') && !page.contains('\u{0}'));
    // Every quote that opens an attribute is one of ours.
    assert!(!page.contains("\" onclick"));
}

#[test]
fn the_json_holds_every_field_but_no_key_of_a_file() {
    let mut records: Vec<Record> = samples().into_iter().map(record).collect();
    let newer = json!({
        "v": 9, "min_edit": 9, "kind": "dream", "text": "vol",
        "film": {"blob": "b", "identity": "AGE-SECRET-KEY-PQ-1NEWER", "name": "reve.mp4"},
    });
    records.push(Record {
        plain: Plain::read(newer.to_string().as_bytes()).unwrap(),
        ..records[0].clone()
    });
    let text = entries_json(&records);
    assert!(!text.contains("AGE-SECRET-KEY") && !text.contains("\"identity\":"));
    let read: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(read["format"], "carnet-entries");
    assert_eq!(read["entries"].as_array().unwrap().len(), records.len());
    let document = read["entries"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["entry"]["kind"] == "document")
        .unwrap();
    assert_eq!(document["written"], "2026-05-03");
    let paths: Vec<String> = planned_files(&records)
        .into_iter()
        .map(|file| file.path)
        .collect();
    let path = document["entry"]["pages"][1]["path"].as_str().unwrap();
    assert!(paths.iter().any(|planned| planned == path), "{path}");
    assert_eq!(
        read["entries"].as_array().unwrap().last().unwrap()["entry"]["text"],
        "vol"
    );
}

#[test]
fn paths_are_plain_and_differ() {
    let records = whole();
    let planned = planned_files(&records);
    assert!(planned.len() >= 13);
    let paths: BTreeSet<&str> = planned.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), planned.len());
    assert!(
        paths
            .iter()
            .any(|path| path.ends_with("-bilan-de-kinesitherapie/01-bilan-kine.pdf")),
        "{paths:?}"
    );
}

proptest! {
    #[test]
    fn no_name_of_a_file_leaves_its_folder(names in prop::collection::vec(".{0,30}", 1..6), title in ".{0,40}", mime in ".{0,9}") {
        let pages = names.iter().map(|name| FileRef { name: name.clone(), mime: mime.clone(), ..FileRef::default() });
        let entry = Entry::Document(Document { title, pages: pages.collect(), ..Document::default() });
        let records = [record(entry.clone()), record(entry)];
        let planned = planned_files(&records);
        let paths: BTreeSet<&str> = planned.iter().map(|file| file.path.as_str()).collect();
        prop_assert_eq!(paths.len(), 2 * names.len());
        for path in paths {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '/');
            prop_assert!(path.starts_with("fichiers/000") && path.chars().all(plain) && !path.contains(".."), "{}", path);
            prop_assert_eq!(path.matches('/').count(), 2);
        }
    }

    #[test]
    fn no_text_breaks_out_of_the_page(text in "[<>&\"'a-z/ =]{0,40}") {
        let entry = Entry::Allergy(Allergy { agent: text.clone(), note: text, ..Allergy::default() });
        let page = index_html(&[record(entry)], day(2026, 5, 3), Lang::Fr);
        let empty = Entry::Allergy(Allergy { agent: "x".into(), note: "y".into(), ..Allergy::default() });
        let calm = index_html(&[record(empty)], day(2026, 5, 3), Lang::Fr);
        let tags = |page: &str| page.matches('<').count();
        // An empty field is left out with its two tags; else there are as many as with calm text.
        prop_assert!(tags(&page) <= tags(&calm));
    }
}

#[test]
fn a_file_that_would_run_when_it_is_opened_is_text() {
    let mut papers = Document::default();
    for name in ["bilan.html", "bilan.SVG", "bilan.pdf"] {
        papers.pages.push(FileRef {
            name: name.into(),
            ..FileRef::default()
        });
    }
    let records = [record(Entry::Document(papers))];
    let paths: Vec<String> = planned_files(&records)
        .into_iter()
        .map(|planned| planned.path)
        .collect();
    assert!(paths[0].ends_with("/01-bilan.html.txt"), "{paths:?}");
    assert!(paths[1].ends_with("/02-bilan.svg.txt"), "{paths:?}");
    assert!(paths[2].ends_with("/03-bilan.pdf"), "{paths:?}");
}
