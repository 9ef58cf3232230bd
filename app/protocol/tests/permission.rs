//! What only the account's own key may allow, and every way in which it is not allowed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod common;

use common::*;
use protocol::account::{NewProof, NewWay};
use protocol::ids::{LoginToken, LookupId, WayId};
use protocol::permission::{Act, Permission, SignedPermission};
use protocol::refusal::Refusal;
use protocol::signing::Kind;

fn signed(hand: &Hand, kind: Kind, act: Act) -> SignedPermission {
    let body = Permission {
        account: hand.id(),
        challenge: vec![7; 32],
        act,
    }
    .to_bytes();
    let signed = hand.sign_as(kind, body);
    SignedPermission {
        body: signed.body,
        signature: signed.signature,
    }
}

fn way(id: u8, wrap: u8) -> NewWay {
    NewWay {
        id: WayId::from_bytes([id; 16]),
        wrap: vec![wrap; 9],
        proof: NewProof::Code {
            lookup: LookupId::from_bytes([1; 32]),
            token: LoginToken::from_bytes([1; 32]),
        },
    }
}

#[test]
fn a_permission_is_for_one_act_of_one_account() {
    let (anne, mallory) = (Hand::new(1), Hand::new(2));
    let add = Act::add(&way(1, 1));
    let good = signed(&anne, Kind::Permission, add);
    assert_eq!(good.check(&anne.keys, add).unwrap(), vec![7; 32]);
    let remove = Act::RemoveWay {
        way: WayId::from_bytes([1; 16]),
    };
    for other in [
        Act::add(&way(2, 1)),
        Act::add(&way(1, 2)),
        remove,
        Act::EraseAccount,
    ] {
        assert_eq!(good.check(&anne.keys, other), Err(Refusal::NotAccepted));
    }
    assert_eq!(good.check(&mallory.keys, add), Err(Refusal::NotAccepted));
    let of_another_kind = signed(&anne, Kind::Session, add);
    assert_eq!(
        of_another_kind.check(&anne.keys, add),
        Err(Refusal::NotAccepted)
    );
}

#[test]
fn the_text_form_is_read_back_and_nothing_else_is() {
    let good = signed(&Hand::new(1), Kind::Permission, Act::EraseAccount);
    let text = good.to_text();
    assert_eq!(SignedPermission::from_text(&text).unwrap(), good);
    for bad in ["", "!", "AAAA", &text[1..]] {
        assert_eq!(
            SignedPermission::from_text(bad),
            Err(Refusal::Malformed),
            "{bad}"
        );
    }
    assert_eq!(
        SignedPermission::from_text(&"A".repeat(2000)),
        Err(Refusal::TooLarge)
    );
}

#[test]
fn the_bytes_are_the_format() {
    let acts = [
        Act::add(&way(1, 1)),
        Act::RemoveWay {
            way: WayId::from_bytes([1; 16]),
        },
        Act::EraseAccount,
    ];
    let texts = acts.map(|act| signed(&Hand::new(1), Kind::Permission, act).to_text());
    insta::assert_snapshot!("permissions", texts.join("\n"));
}
