//! Numbers with a key, against numbers whose key was computed elsewhere (python-stdnum).
#![allow(clippy::unwrap_used)]

use domain::identifiers::{IdentifierTrouble, check_finess, check_nir, check_rpps, is_insee_code};
use proptest::prelude::*;

const VECTORS: &str = include_str!("identifiers.csv");

fn holds(kind: &str, value: &str) -> bool {
    match kind {
        "NIR" => check_nir(value).is_ok(),
        "RPPS" => check_rpps(value).is_ok(),
        "FINESS" => check_finess(value).is_ok(),
        other => panic!("no rule for {other}"),
    }
}

fn vectors() -> impl Iterator<Item = (&'static str, &'static str, bool)> {
    VECTORS.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        (cells[0], cells[1], cells[2] == "1")
    })
}

#[test]
fn all_vectors_are_judged_as_recorded() {
    assert!(vectors().count() > 300);
    for (kind, value, valid) in vectors() {
        assert_eq!(holds(kind, value), valid, "{kind} {value}");
    }
}

#[test]
fn any_one_wrong_digit_is_found() {
    for (kind, value, _) in vectors().filter(|(_, _, valid)| *valid) {
        for place in (0..value.len()).filter(|place| value.as_bytes()[*place].is_ascii_digit()) {
            // The 2 of 2A and 2B is no digit of its own.
            if kind == "NIR" && place == 5 && !value.as_bytes()[6].is_ascii_digit() {
                continue;
            }
            let mut wrong = value.as_bytes().to_vec();
            wrong[place] = b'0' + (wrong[place] - b'0' + 1) % 10;
            let wrong = String::from_utf8(wrong).unwrap();
            assert!(!holds(kind, &wrong), "{kind} {value} taken for {wrong}");
        }
    }
}

#[test]
fn a_corsican_number_of_social_security_tells_its_traits() {
    let traits = check_nir("1 11 07 2B 220 429 59").unwrap();
    assert_eq!(
        (traits.male, traits.year, traits.month),
        (Some(true), 11, Some(7))
    );
    assert_eq!(
        check_nir("1 11 07 2A 220 429 59"),
        Err(IdentifierTrouble::Key)
    );
    assert_eq!(
        check_nir("1 11 07 2C 220 429 59"),
        Err(IdentifierTrouble::Character)
    );
}

#[test]
fn what_is_wrong_is_said() {
    assert_eq!(check_nir("12"), Err(IdentifierTrouble::Length(15)));
    assert_eq!(
        check_nir("15011759710503é"),
        Err(IdentifierTrouble::Character)
    );
    assert_eq!(check_rpps("1077400000x"), Err(IdentifierTrouble::Character));
    assert_eq!(check_rpps("10774000004"), Err(IdentifierTrouble::Key));
    assert_eq!(check_rpps("1077 400 0003"), Ok(()));
    assert_eq!(check_finess("2A0000015"), Ok(()));
    assert_eq!(check_finess("2A00000"), Err(IdentifierTrouble::Length(9)));
    assert_eq!(check_finess("2B000001x"), Err(IdentifierTrouble::Character));
}

#[test]
fn places_of_birth_have_five_characters() {
    for good in ["69123", "2A004", "2B033", "97105", "99100"] {
        assert!(is_insee_code(good), "{good}");
    }
    for bad in ["", "6912", "691234", "2C004", "Lyon", "é0123"] {
        assert!(!is_insee_code(bad), "{bad}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_a_rule(text in ".{0,24}") {
        let _ = (check_nir(&text), check_rpps(&text), check_finess(&text), is_insee_code(&text));
    }

    #[test]
    fn the_key_of_any_body_is_found_by_one_key_only(body in 1_000_000_000_000u64..3_000_000_000_000) {
        let good = (1..=97).filter(|key| check_nir(&format!("{body}{key:02}")).is_ok()).count();
        prop_assert_eq!(good, 1);
    }
}
