//! Ways in: each opens its own wrap, and nothing else does.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use sealing::code::RecoveryCode;
use sealing::name::{NameError, Passphrase, SignInName};
use sealing::root::Root;
use sealing::wrap::{Prf, WayKey, WrapError, open_root, seal_root};

fn prf(byte: u8) -> Prf {
    Prf::take(&mut [byte; 32]).unwrap()
}

#[test]
fn each_way_opens_its_own_wrap_and_no_other() {
    let root = Root::make();
    let (key, code) = (prf(7), RecoveryCode::make());
    let passphrase = Passphrase::read("tortue violet escalier brume").unwrap();
    let ways = [
        WayKey::Prf(&key),
        WayKey::Code(&code),
        WayKey::Passphrase(&passphrase),
    ];
    for (index, way) in ways.iter().enumerate() {
        let wrap = seal_root(&root, way);
        assert!(wrap.len() < 600, "a wrap is small: {}", wrap.len());
        assert_eq!(open_root(&wrap, way).unwrap().id(), root.id());
        for (other, wrong) in ways.iter().enumerate().filter(|(other, _)| *other != index) {
            let error = open_root(&wrap, wrong).unwrap_err();
            let expected = match (index, other) {
                (2, _) | (_, 2) => matches!(error, WrapError::Work(_)),
                _ => error == WrapError::WrongKey,
            };
            assert!(expected, "{index} with {other}: {error}");
        }
    }
}

#[test]
fn another_key_of_the_same_kind_is_told_from_a_broken_wrap() {
    let root = Root::make();
    let wrap = seal_root(&root, &WayKey::Prf(&prf(1)));
    assert_eq!(
        open_root(&wrap, &WayKey::Prf(&prf(2))).unwrap_err(),
        WrapError::WrongKey
    );
    assert_eq!(
        open_root(&wrap[..wrap.len() - 1], &WayKey::Prf(&prf(1))).unwrap_err(),
        WrapError::Malformed
    );
    assert_eq!(
        open_root(&[wrap, vec![0]].concat(), &WayKey::Prf(&prf(1))).unwrap_err(),
        WrapError::Malformed
    );
    assert_eq!(
        open_root(&[0; 5000], &WayKey::Prf(&prf(1))).unwrap_err(),
        WrapError::Malformed
    );
}

#[test]
fn taking_a_prf_output_wipes_its_source() {
    let mut output = [9; 32];
    Prf::take(&mut output).unwrap();
    assert_eq!(output, [0; 32]);
    assert!(Prf::take(&mut [1; 31]).is_err());
}

#[test]
fn a_name_has_one_spelling() {
    let name = SignInName::read("  Zoé   MARTIN ").unwrap();
    assert_eq!(name.as_str(), "zoe martin");
    assert_eq!(
        SignInName::read("zoe\u{301} martin").unwrap().lookup_id(),
        name.lookup_id()
    );
    assert_ne!(
        SignInName::read("zoe.martin").unwrap().lookup_id(),
        name.lookup_id()
    );
    assert_eq!(SignInName::read("zo"), Err(NameError::Length));
    assert_eq!(SignInName::read("zo€"), Err(NameError::Character('€')));
}

#[test]
fn a_login_token_depends_on_name_and_passphrase() {
    let (zoe, paul) = (
        SignInName::read("zoe").unwrap(),
        SignInName::read("paul").unwrap(),
    );
    let one = Passphrase::read("la péniche grince sous la pluie").unwrap();
    let same = Passphrase::read(" la pe\u{301}niche grince sous la pluie").unwrap();
    let other = Passphrase::read("la péniche grince sous la Pluie").unwrap();
    let token = zoe.login_token(&one);
    assert_eq!(token, zoe.login_token(&same));
    assert_ne!(token, zoe.login_token(&other));
    assert_ne!(token, paul.login_token(&one));
}

#[test]
fn nothing_secret_is_printed() {
    let root = Root::make();
    let printed = format!(
        "{root:?} {:?} {:?} {:?}",
        root.shelf(),
        prf(0x41),
        RecoveryCode::make()
    );
    assert_eq!(
        printed,
        format!("Root({}) ShelfKey(…) Prf(…) RecoveryCode(…)", root.id())
    );
}
