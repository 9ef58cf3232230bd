//! Every JSON message, as it was first spoken. A field that changes its name here breaks every client out there.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on fails; a message is made in its call"
)]
mod common;

use common::*;
use protocol::account::*;
use protocol::carnet::{Act, Journal, JournalLine};
use protocol::commit::carnet_id;
use protocol::file::{Quota, Stored};
use protocol::ids::{BlobId, LoginToken, LookupId, SectionId, Signature, WayId};
use protocol::refusal::Refusal;
use protocol::session::{SignIn, SignedIn, Wrap};
use protocol::time::Seconds;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// Writes it, reads it back, and returns what was written, the public keys shortened.
fn told<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: T) -> String {
    let text = serde_json::to_string_pretty(&value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), value);
    text
}

fn signature() -> Signature {
    Signature::from_bytes([3; 64])
}

fn list() -> SignedList {
    SignedList {
        body: vec![1, 2, 3],
        signature: signature(),
    }
}

#[test]
fn opening_an_account() {
    let way = |proof| NewWay {
        id: WayId::from_bytes([1; 16]),
        wrap: vec![4, 5],
        proof,
    };
    let create = |proof| CreateAccount {
        statement: vec![1, 2],
        signature: signature(),
        way: way(proof),
        list: list(),
    };
    let credential = json!({"id": "abc", "response": {}});
    insta::assert_snapshot!(
        "create_by_passkey",
        told(create(NewProof::Passkey {
            ceremony: "c".into(),
            credential
        }))
    );
    let (lookup, token) = (
        LookupId::from_bytes([6; 32]),
        LoginToken::from_bytes([7; 32]),
    );
    insta::assert_snapshot!(
        "create_by_code",
        told(create(NewProof::Code { lookup, token }))
    );
    insta::assert_snapshot!(
        "create_by_name",
        told(create(NewProof::Name { lookup, token }))
    );
    insta::assert_snapshot!(
        "challenge",
        told(ChallengeAnswer {
            challenge: vec![8; 32]
        })
    );
    let account = Hand::new(1).id();
    insta::assert_snapshot!(
        "passkey_create",
        told(PasskeyCreate {
            account,
            name: "Carnet".into()
        })
    );
    insta::assert_snapshot!(
        "passkey_options",
        told(PasskeyOptions {
            ceremony: "c".into(),
            options: json!({})
        })
    );
}

#[test]
fn signing_in() {
    let (lookup, token) = (
        LookupId::from_bytes([6; 32]),
        LoginToken::from_bytes([7; 32]),
    );
    insta::assert_snapshot!("sign_in_code", told(SignIn::Code { lookup, token }));
    insta::assert_snapshot!("sign_in_name", told(SignIn::Name { lookup, token }));
    let passkey = SignIn::Passkey {
        ceremony: "c".into(),
        credential: json!({"id": "abc"}),
    };
    insta::assert_snapshot!("sign_in_passkey", told(passkey));
    let account = Hand::new(1).id();
    let key = SignIn::Key {
        account,
        proof: vec![1],
        signature: signature(),
    };
    insta::assert_snapshot!("sign_in_key", told(key));
    let wrap = Some(Wrap {
        way: WayId::from_bytes([1; 16]),
        file: vec![1, 2],
    });
    insta::assert_snapshot!("signed_in", told(SignedIn { account, wrap }));
}

#[test]
fn an_account() {
    let way = Way {
        id: WayId::from_bytes([1; 16]),
        kind: WayKind::Passkey,
        added: Seconds(1),
        used: Some(Seconds(2)),
        credential: Some("abc".into()),
    };
    let membership = Membership {
        carnet: carnet_id(b"x"),
        seq: 4,
        head: digest(1),
    };
    let account = Account {
        id: Hand::new(1).id(),
        ways: vec![way],
        list: list(),
        email: None,
        carnets: vec![membership],
    };
    insta::assert_snapshot!("account", told(account));
    insta::assert_snapshot!(
        "email",
        told(SetEmail {
            email: Some("a@example.org".into()),
            language: MailLanguage::English,
        })
    );
}

#[test]
fn journal_quota_files() {
    let acts = [
        Act::Pulled { seq: 3 },
        Act::Read {
            section: SectionId::HEALTH,
            entries: vec![entry(1)],
        },
        Act::Wrote { seq: 4 },
        Act::Downloaded {
            blob: BlobId::from_bytes([2; 16]),
        },
    ];
    let member = Hand::new(1).id();
    let line = |(number, act)| JournalLine {
        number,
        at: Seconds(9),
        member,
        act,
    };
    insta::assert_snapshot!(
        "journal",
        told(Journal {
            lines: (1..).zip(acts).map(line).collect()
        })
    );
    insta::assert_snapshot!(
        "quota",
        told(Quota {
            used: 1,
            allowed: 2
        })
    );
    insta::assert_snapshot!(
        "stored",
        told(Stored {
            blob: BlobId::from_bytes([2; 16]),
            size: 10
        })
    );
}

#[test]
fn a_refusal_is_its_code() {
    insta::assert_snapshot!("refusal", told(Refusal::OldEpoch));
    assert_eq!(Refusal::OldEpoch.status(), 422);
    insta::assert_snapshot!("refusal_no_new_accounts", told(Refusal::NoNewAccounts));
    assert_eq!(Refusal::NoNewAccounts.status(), 403);
}
