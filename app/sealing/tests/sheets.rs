//! The urgent sheet and its typed code: what one made the other opens, and nobody else's.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::LazyLock;

use proptest::prelude::*;
use protocol::limits;
use protocol::time::Seconds;
use sealing::code::CodeError;
use sealing::sheet::{LinkTerms, SheetError, SheetSecret};
use sealing::typed_code::TypedCode;

const AT: Seconds = Seconds(1_790_000_000);

/// A sheet and its secret, made once: the curve is slow unoptimised.
static SHEET: LazyLock<(SheetSecret, Vec<u8>)> = LazyLock::new(|| {
    let secret = SheetSecret::make();
    let jwe = secret.seal(br#"{"resourceType":"Bundle"}"#, 7, AT).unwrap();
    (secret, jwe)
});

#[test]
fn a_sheet_opens_with_its_own_secret_alone() {
    let secret = SheetSecret::make();
    let again = SheetSecret::read(&secret.text()).unwrap();
    assert_eq!(secret.manifest_id(), again.manifest_id());
    let jwe = secret.seal(br#"{"resourceType":"Bundle"}"#, 7, AT).unwrap();
    assert!(jwe.is_ascii());
    let opened = again.open(&jwe).unwrap();
    assert_eq!(&opened.content[..], br#"{"resourceType":"Bundle"}"#);
    assert_eq!((opened.built_from, opened.at), (7, AT));
    assert_eq!(
        SheetSecret::make().open(&jwe).unwrap_err(),
        SheetError::Broken
    );
    let pinned = secret.seal_pinned(b"{}", 7, AT).unwrap();
    assert_eq!(&secret.open_pinned(&pinned).unwrap().content[..], b"{}");
}

#[test]
fn what_is_too_long_is_refused_before_it_is_served() {
    let secret = SheetSecret::make();
    let long = vec![b' '; limits::BUNDLE + 1];
    assert_eq!(secret.seal(&long, 1, AT).unwrap_err(), SheetError::TooLong);
    // Noise does not get smaller.
    let mut state = 1_u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    })
    .take(limits::SHEET)
    .collect();
    assert_eq!(secret.seal(&noise, 1, AT).unwrap_err(), SheetError::TooLong);
    let jwe = vec![b'a'; limits::SHEET + 1];
    assert_eq!(secret.open(&jwe).unwrap_err(), SheetError::TooLong);
}

#[test]
fn secrets_are_not_printed() {
    let (secret, code) = (SheetSecret::make(), TypedCode::make());
    assert_eq!(format!("{secret:?}"), "SheetSecret(…)");
    assert_eq!(format!("{code:?}"), "TypedCode(…)");
}

#[test]
fn a_link_fits_a_code_of_moderate_size() {
    let terms = LinkTerms {
        origin: "https://carnet.exemple-association.fr",
        long_term: true,
        passcode: false,
        until: None,
        label: "Carnet",
    };
    let shlink = SheetSecret::make().shlink(&terms);
    assert!(shlink.len() < 280, "{}", shlink.len());
}

#[test]
fn a_typed_code_reads_back_however_it_is_typed() {
    let code = TypedCode::make();
    let text = code.text();
    assert_eq!(text.len(), 24);
    let lookalike = text.replace('0', "o").replace('1', "I").replace('V', "u");
    for typed in [
        text.to_lowercase(),
        text.replace('-', " "),
        text.replace('-', ""),
        lookalike,
    ] {
        assert_eq!(TypedCode::read(&typed).unwrap().text(), text, "{typed}");
    }
}

#[test]
fn what_is_no_typed_code_is_refused_with_the_reason() {
    let text = TypedCode::make().text();
    let refused = |typed: &str| TypedCode::read(typed).unwrap_err();
    assert_eq!(refused(&text[..23]), CodeError::Length { found: 19 });
    assert_eq!(refused(""), CodeError::Length { found: 0 });
    assert_eq!(refused("00*0"), CodeError::Character { position: 3 });
    assert_eq!(refused(&"0".repeat(20)), CodeError::Checksum);
    assert!(TypedCode::read(&"0".repeat(1_000_000)).is_err());
}

#[test]
fn an_address_opens_with_its_own_code_alone() {
    let (key, other) = (TypedCode::make().derive(), TypedCode::make().derive());
    assert_ne!(key.lookup(), other.lookup());
    let sealed = key.seal("shlink:/abc");
    assert_eq!(key.open(&sealed).unwrap().as_str(), "shlink:/abc");
    assert!(other.open(&sealed).is_err());
    assert!(key.open(&sealed[1..]).is_err());
    assert!(key.open(&sealed[..20]).is_err());
    assert!(key.open(&vec![0; limits::CARD_ADDRESS + 1]).is_err());
}

proptest! {
    #[test]
    fn a_changed_character_is_noticed(place in 0..20_usize, shift in 1..32_usize) {
        const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        // Chosen, not random: twenty bits of checksum let one mistake in a million through.
        let mut typed = fixed();
        let at = ALPHABET.chars().position(|c| c == typed[place]).unwrap();
        typed[place] = ALPHABET.chars().nth((at + shift) % 32).unwrap();
        prop_assert_eq!(
            TypedCode::read(&typed.iter().collect::<String>()).unwrap_err(),
            CodeError::Checksum
        );
    }

    #[test]
    fn reading_never_panics(typed in "\\PC{0,60}", jwe in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = TypedCode::read(&typed);
        let _ = SheetSecret::read(&typed);
        prop_assert!(SHEET.0.open(&jwe).is_err());
    }

    #[test]
    fn a_sheet_with_a_flipped_bit_is_refused(at in 0..1000_usize, bit in 0..7_u32) {
        let (secret, jwe) = &*SHEET;
        let mut altered = jwe.clone();
        let at = at % altered.len();
        altered[at] ^= 1 << bit;
        prop_assert!(secret.open(&altered).is_err());
    }
}

/// The characters of the vector's code.
fn fixed() -> Vec<char> {
    let vector: serde_json::Value =
        serde_json::from_str(include_str!("vectors/typed_code.json")).unwrap();
    let text = vector["text"].as_str().unwrap();
    text.chars().filter(|c| *c != '-').collect()
}
