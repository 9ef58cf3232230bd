//! The written form: every version ever written opens for ever, and nothing is lost on the way.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;

use common::samples;
use domain::entry::{Allergy, WhyUnknown};
use domain::{Entry, Kind, MAX_PLAIN, Plain, ReadError, Term, VERSION};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn pretty(plain: &Plain) -> String {
    let value: Value = serde_json::from_slice(&plain.write()).unwrap();
    format!("{value:#}\n")
}

#[test]
fn every_kind_has_a_sample() {
    let kinds: Vec<Kind> = samples().iter().filter_map(Entry::kind).collect();
    for kind in Kind::ALL {
        assert!(kinds.contains(kind), "{kind:?}");
    }
}

#[test]
fn the_written_form_of_every_kind_is_as_recorded() {
    for entry in samples() {
        let kind = entry.kind().unwrap().code();
        insta::assert_snapshot!(format!("v{VERSION}_{kind}"), pretty(&Plain::new(entry)));
    }
}

/// The files of `tests/plaintexts` were written once and are never written again.
#[test]
fn every_version_ever_written_still_opens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plaintexts");
    let mut opened = 0;
    for version in std::fs::read_dir(folder).unwrap() {
        for file in std::fs::read_dir(version.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            let plain = Plain::read(&bytes).unwrap();
            let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
            assert_eq!(
                plain.entry.kind().map(|kind| kind.code().to_owned()),
                Some(stem),
                "{}",
                path.display()
            );
            assert!(plain.editable(), "{}", path.display());
            let again: Value = serde_json::from_slice(&plain.write()).unwrap();
            assert_eq!(
                again,
                serde_json::from_slice::<Value>(&bytes).unwrap(),
                "{}",
                path.display()
            );
            opened += 1;
        }
    }
    assert_eq!(opened, Kind::ALL.len());
}

#[test]
fn a_whole_entry_comes_back_as_it_was() {
    for entry in samples() {
        let plain = Plain::new(entry);
        assert_eq!(Plain::read(&plain.write()), Ok(plain));
    }
}

#[test]
fn an_empty_entry_writes_nothing_but_its_kind() {
    let plain = Plain::new(Entry::Allergy(Allergy::default()));
    assert_eq!(
        String::from_utf8(plain.write()).unwrap(),
        r#"{"kind":"allergy","min_edit":1,"v":1}"#
    );
    assert_eq!(Plain::read(&plain.write()), Ok(plain));
}

#[test]
fn fields_of_a_newer_version_are_kept_and_written_back() {
    let written = json!({"v": 7, "min_edit": 1, "kind": "allergy", "agent": "Latex", "treated_by": {"a": [1, null, ""]}});
    let plain = Plain::read(written.to_string().as_bytes()).unwrap();
    assert!(plain.editable());
    let changed = plain.with(Entry::Allergy(Allergy {
        agent: "Latex, gants".into(),
        ..Allergy::default()
    }));
    let again: Value = serde_json::from_slice(&changed.write()).unwrap();
    assert_eq!(again["treated_by"], written["treated_by"]);
    assert_eq!(again["agent"], "Latex, gants");
    assert_eq!(again["v"], 7);
}

fn read(value: &Value) -> Plain {
    Plain::read(value.to_string().as_bytes()).unwrap()
}

#[test]
fn a_form_that_asks_for_a_newer_version_is_shown_but_not_edited() {
    let plain = read(&json!({"v": 2, "min_edit": 2, "kind": "allergy", "agent": "Latex"}));
    assert_eq!(plain.entry.title(domain::Lang::Fr), "Latex");
    assert!(!plain.editable());
}

#[test]
fn what_cannot_be_read_is_kept_whole() {
    let cases = [
        (
            json!({"v": 2, "min_edit": 2, "kind": "dream", "text": "vol"}),
            WhyUnknown::NewKind,
        ),
        (
            json!({"v": 2, "min_edit": 2, "kind": "allergy", "severity": "cosmic"}),
            WhyUnknown::NewerForm,
        ),
        (
            json!({"v": 1, "min_edit": 1, "kind": "allergy", "severity": "cosmic"}),
            WhyUnknown::Malformed,
        ),
        (
            json!({"v": 1, "min_edit": 1, "kind": "allergy", "agent": ["no text"]}),
            WhyUnknown::Malformed,
        ),
        (
            json!({"v": 1, "min_edit": 1, "kind": "measurement", "value": "1e9"}),
            WhyUnknown::Malformed,
        ),
        (
            json!({"v": 1, "min_edit": 1, "kind": "stay", "from": "2022-13"}),
            WhyUnknown::Malformed,
        ),
        (
            json!({"v": 1, "min_edit": 1, "kind": "statement"}),
            WhyUnknown::Malformed,
        ),
        (
            json!({"v": 1, "min_edit": 1, "kind": "allergy", "agent": null}),
            WhyUnknown::Malformed,
        ),
    ];
    for (written, why) in cases {
        let plain = read(&written);
        let Entry::Unknown(unknown) = &plain.entry else {
            panic!("{written} was read")
        };
        assert_eq!(unknown.why, why, "{written}");
        assert!(!plain.editable());
        assert_eq!(
            serde_json::from_slice::<Value>(&plain.write()).unwrap(),
            written
        );
    }
}

#[test]
fn bytes_that_are_no_entry_are_refused() {
    let long = vec![b' '; MAX_PLAIN + 1];
    let deep = "[".repeat(100_000);
    let cases: [(&[u8], ReadError); 12] = [
        (&long, ReadError::TooLong(MAX_PLAIN + 1)),
        (b"", ReadError::NotJson),
        (b"\xff\xfe", ReadError::NotJson),
        (deep.as_bytes(), ReadError::NotJson),
        (
            br#"{"v":1,"min_edit":1,"kind":"note"} x"#,
            ReadError::NotJson,
        ),
        (b"[]", ReadError::NotAnObject),
        (b"null", ReadError::NotAnObject),
        (b"{}", ReadError::NoVersion),
        (
            br#"{"v":0,"min_edit":1,"kind":"note"}"#,
            ReadError::NoVersion,
        ),
        (br#"{"v":1,"kind":"note"}"#, ReadError::NoVersion),
        (
            br#"{"v":1,"min_edit":99999999999,"kind":"note"}"#,
            ReadError::NoVersion,
        ),
        (br#"{"v":1,"min_edit":1,"kind":1}"#, ReadError::NoKind),
    ];
    for (bytes, error) in cases {
        assert_eq!(Plain::read(bytes), Err(error));
    }
}

#[test]
fn secrets_of_files_do_not_show_in_debug() {
    for entry in samples() {
        assert!(!format!("{entry:?}").contains("AGE-SECRET-KEY"));
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{1,8}", inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn reading_anything_never_breaks(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Plain::read(&bytes);
    }

    #[test]
    fn whatever_is_read_is_written_back_the_same(
        kind in prop::sample::select(Kind::ALL),
        fields in prop::collection::btree_map("[a-z]{1,6}", any_json(), 0..6),
        field in prop::sample::select(&["name", "agent", "text", "since", "value", "times", "pages", "note"][..]),
        value in any_json(),
    ) {
        let mut written: Map<String, Value> = fields.into_iter().collect();
        written.insert(field.into(), value);
        written.insert("v".into(), 1.into());
        written.insert("min_edit".into(), 1.into());
        written.insert("kind".into(), kind.code().into());
        let plain = Plain::from_fields(written.clone()).unwrap();
        let again = Plain::read(&plain.write()).unwrap();
        prop_assert_eq!(&again, &plain);
        for (name, value) in plain.extra() {
            prop_assert_eq!(written.get(name), Some(value));
        }
        if !plain.editable() {
            prop_assert_eq!(plain.to_fields(), written);
        }
    }
}
