//! Recovery codes: forgiving about how they are typed, strict about what.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use sealing::code::{CodeError, RecoveryCode, RecoverySheet};
use sealing::root::Root;

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The thirty characters of a new code.
fn characters() -> Vec<char> {
    RecoveryCode::make()
        .text()
        .chars()
        .filter(|c| *c != '-')
        .collect()
}

fn read(characters: &[char]) -> Result<RecoveryCode, CodeError> {
    RecoveryCode::read(&characters.iter().collect::<String>())
}

#[test]
fn a_code_reads_back_however_it_is_typed() {
    let code = RecoveryCode::make();
    let text = code.text();
    assert_eq!(text.len(), 35);
    let spaced = text.replace('-', " ").to_lowercase();
    let lookalike = text
        .replace('0', "O")
        .replace('1', "l")
        .replace('-', "\u{2013}");
    for typed in [
        text.as_str(),
        &spaced,
        &lookalike,
        &text.replace('-', ""),
        &format!("\n {}\t", text.as_str()),
    ] {
        assert_eq!(RecoveryCode::read(typed).unwrap().text(), text);
    }
}

#[test]
fn what_is_no_code_is_refused_with_the_reason() {
    let text = RecoveryCode::make().text();
    assert_eq!(
        RecoveryCode::read(&text[..34]).unwrap_err(),
        CodeError::Length { found: 29 }
    );
    assert_eq!(
        RecoveryCode::read(&format!("{}0", text.as_str())).unwrap_err(),
        CodeError::Length { found: 31 }
    );
    assert_eq!(
        RecoveryCode::read("").unwrap_err(),
        CodeError::Length { found: 0 }
    );
    assert_eq!(
        RecoveryCode::read("00000-U").unwrap_err(),
        CodeError::Character { position: 6 }
    );
    assert_eq!(
        RecoveryCode::read(&"0".repeat(30)).unwrap_err(),
        CodeError::Checksum
    );
    assert!(RecoveryCode::read(&"0".repeat(1_000_000)).is_err());
}

#[test]
fn every_changed_character_and_every_exchange_is_noticed() {
    let right = characters();
    for place in 0..right.len() {
        for wrong in ALPHABET.chars().filter(|c| *c != right[place]) {
            let mut typed = right.clone();
            typed[place] = wrong;
            assert_eq!(read(&typed).unwrap_err(), CodeError::Checksum);
        }
        for other in (0..place).filter(|other| right[*other] != right[place]) {
            let mut typed = right.clone();
            typed.swap(place, other);
            assert_eq!(read(&typed).unwrap_err(), CodeError::Checksum);
        }
    }
}

proptest! {
    #[test]
    fn two_or_three_changed_characters_are_noticed(
        places in proptest::sample::subsequence((0..30).collect::<Vec<usize>>(), 2..=3),
        shifts in proptest::array::uniform3(1..32_usize),
    ) {
        let mut typed = characters();
        for (place, shift) in places.iter().zip(shifts) {
            let at = ALPHABET.chars().position(|c| c == typed[*place]).unwrap();
            typed[*place] = ALPHABET.chars().nth((at + shift) % 32).unwrap();
        }
        prop_assert_eq!(read(&typed).unwrap_err(), CodeError::Checksum);
    }

    #[test]
    fn reading_never_panics(typed in "\\PC{0,60}") {
        let _ = RecoveryCode::read(&typed);
        let _ = RecoverySheet::read(&typed);
    }
}

#[test]
fn lookup_and_login_follow_from_the_code() {
    let code = RecoveryCode::make();
    let again = RecoveryCode::read(&code.text()).unwrap();
    assert_eq!(code.lookup_id(), again.lookup_id());
    assert_eq!(code.login_token(), again.login_token());
    assert_ne!(code.lookup_id().as_bytes(), code.login_token().as_bytes());
}

#[test]
fn a_recovery_sheet_names_its_account() {
    let sheet = RecoverySheet {
        account: Root::make().id(),
        code: RecoveryCode::make(),
    };
    let read = RecoverySheet::read(&sheet.text()).unwrap();
    assert_eq!(
        (read.account, read.code.text()),
        (sheet.account, sheet.code.text())
    );
    assert_eq!(
        RecoverySheet::read(&sheet.code.text()).unwrap_err(),
        CodeError::NotASheet
    );
    assert_eq!(
        RecoverySheet::read("carnet-recovery:1:short:code").unwrap_err(),
        CodeError::NotASheet
    );
}
