//! The messages of the urgent card, of deposits and of reminders, as they were first spoken.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on fails; a message is made in its call"
)]
mod common;

use common::*;
use data_encoding::HEXLOWER;
use protocol::card::*;
use protocol::carnet::{Act, Journal, JournalLine};
use protocol::cbor::{decode_stored, encode_stored};
use protocol::change::Sealed;
use protocol::commit::carnet_id;
use protocol::ids::*;
use protocol::reminder::*;
use protocol::shl::*;
use protocol::time::Seconds;
use protocol::tray::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Writes it, reads it back, and returns what was written.
fn told<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: T) -> String {
    let text = serde_json::to_string_pretty(&value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), value);
    text
}

fn pinned() -> Vec<PinnedFile> {
    vec![PinnedFile {
        blob: BlobId::from_bytes([2; 16]),
        size: 4000,
    }]
}

fn reader() -> Reader {
    Reader {
        name: "Dr Martin".into(),
        place: "Urgences, Lyon".into(),
    }
}

#[test]
fn a_card_is_set_and_seen() {
    let set = |passcode| SetCard {
        manifest: ManifestId::from_bytes([1; 32]),
        long_term: true,
        until: Some(Seconds(9)),
        passcode,
        code: Some(CardCode {
            lookup: CardLookup::from_bytes([3; 32]),
            sealed: vec![4, 5],
        }),
        files: pinned(),
    };
    let passcode = PasscodeChange::Set {
        passcode: "tortue".into(),
        tries: 10,
    };
    assert!(!format!("{passcode:?}").contains("tortue"));
    insta::assert_snapshot!("set_card", told(set(passcode)));
    insta::assert_snapshot!("set_card_keep", told(set(PasscodeChange::Keep)));
    let bare = SetCard {
        until: None,
        code: None,
        files: vec![],
        ..set(PasscodeChange::Remove)
    };
    insta::assert_snapshot!("set_card_bare", told(bare));
    let card = Card {
        manifest: ManifestId::from_bytes([1; 32]),
        long_term: true,
        until: None,
        passcode: Some(Tries {
            allowed: 10,
            left: 8,
        }),
        code: Some(CardLookup::from_bytes([3; 32])),
        files: pinned(),
        sheet: Some(ServedSheet {
            jwe: "a..b.c.d".into(),
            built_from: 7,
            updated: Seconds(9),
        }),
    };
    insta::assert_snapshot!("card", told(card));
    insta::assert_snapshot!("card_address", told(CardAddress { sealed: vec![4, 5] }));
}

#[test]
fn a_manifest_is_asked_and_answered() {
    let request = ManifestRequest {
        recipient: "Carnet".into(),
        passcode: Some("tortue".into()),
        embedded_length_max: Some(100_000),
        reader: Some(reader()),
    };
    assert!(!format!("{request:?}").contains("tortue"));
    insta::assert_snapshot!("manifest_request", told(request));
    let standard: ManifestRequest = serde_json::from_str(r#"{"recipient":"CHU"}"#).unwrap();
    insta::assert_snapshot!("manifest_request_standard", told(standard));
    let file = |embedded: Option<&str>, location: Option<&str>| ManifestFile {
        content_type: FHIR_JSON.into(),
        embedded: embedded.map(Into::into),
        location: location.map(Into::into),
        last_updated: Some("2026-11-22T03:00:00Z".into()),
    };
    let manifest = Manifest {
        status: ManifestStatus::CanChange,
        files: vec![
            file(Some("a..b.c.d"), None),
            file(None, Some("https://carnet.example/shl/a/files/b")),
        ],
    };
    insta::assert_snapshot!("manifest", told(manifest));
    insta::assert_snapshot!(
        "wrong_passcode",
        told(WrongPasscode {
            remaining_attempts: 3
        })
    );
    let ticket = FileTicket::from_bytes([7; 32]);
    assert!(!format!("{ticket:?}").contains(&ticket.to_string()));
}

#[test]
fn a_deposit_is_left_and_fetched() {
    let link = Hand::new(2);
    insta::assert_snapshot!(
        "set_tray",
        told(SetTray {
            access: access_hash(&LoginToken::from_bytes([7; 32])),
            room: None,
        })
    );
    insta::assert_snapshot!(
        "set_large_tray",
        told(SetTray {
            access: access_hash(&LoginToken::from_bytes([7; 32])),
            room: Some(protocol::limits::LARGE_TRAY),
        })
    );
    let end = TrayEnd {
        counter: 4,
        digest: digest(1),
    };
    let state = TrayState {
        carnet: carnet_id(b"x"),
        recipient: link.keys.recipient.clone(),
        last: Some(end),
        room: 1000,
    };
    let text = told(state);
    // The recipient is the same made-up bytes throughout; its length is what counts.
    assert!(text.len() > 1600);
    insta::assert_snapshot!("tray_end", told(end));
    let deposit = PushDeposit {
        body: vec![1, 2, 3],
        signature: Signature::from_bytes([3; 64]),
        payload: Sealed(vec![4, 5]),
    };
    let inbox = Inbox {
        deposits: vec![Waiting {
            link: MemberId::from_bytes([8; 16]),
            deposit: deposit.clone(),
            received: Seconds(9),
        }],
    };
    let bytes = encode_stored(&deposit);
    assert_eq!(decode_stored::<PushDeposit>(&bytes).unwrap(), deposit);
    insta::assert_snapshot!("push_deposit", HEXLOWER.encode(&bytes));
    let bytes = encode_stored(&inbox);
    assert_eq!(decode_stored::<Inbox>(&bytes).unwrap(), inbox);
    insta::assert_snapshot!("inbox", HEXLOWER.encode(&bytes));
}

#[test]
fn a_reminder_is_set_and_listed() {
    let reminder = Reminder {
        due: Seconds(9),
        channel: Channel::Mail,
        text: ReminderText::ConfirmSheet,
    };
    insta::assert_snapshot!("reminder", told(reminder));
    let opened = Reminder {
        text: ReminderText::CardOpened,
        ..reminder
    };
    let kept = |id, reminder| KeptReminder {
        id: ReminderId::from_bytes([id; 16]),
        reminder,
    };
    let reminders = Reminders {
        readable: false,
        mail: true,
        push: Vec::new(),
        reminders: vec![kept(1, reminder), kept(2, opened)],
        plans: Vec::new(),
        devices: Vec::new(),
    };
    insta::assert_snapshot!("reminders", told(reminders));
}

#[test]
fn what_the_journal_says_of_links() {
    let opened = |reader| Act::Opened {
        recipient: "Carnet".into(),
        origin: "203.0.113.0/24".into(),
        reader,
    };
    let acts = [
        opened(None),
        opened(Some(reader())),
        Act::OpenedMore { times: 1940 },
        Act::WrongPasscode,
        Act::Deposited { counter: 4 },
        Act::Subscribed,
    ];
    let line = |(number, act)| JournalLine {
        number,
        at: Seconds(9),
        member: MemberId::from_bytes([8; 16]),
        act,
    };
    insta::assert_snapshot!(
        "journal_of_links",
        told(Journal {
            lines: (1..).zip(acts).map(line).collect()
        })
    );
}
