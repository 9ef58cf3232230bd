//! `/shl/{manifest}`, `/shl/{manifest}/files/{ticket}` and `/api/cards/{lookup}`: what strangers are shown.

use std::collections::BTreeMap;

use futures::future::join_all;
use protocol::card::{CardAddress, CardCode, PasscodeChange, PinnedFile, SetCard};
use protocol::carnet::Act;
use protocol::change::Change;
use protocol::ids::{BlobId, CardLookup, FileTicket};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::shl::{ManifestRequest, ManifestStatus, Reader, WrongPasscode};
use protocol::time::DAY;
use reqwest::Method;

use crate::support::carnet::plain;
use crate::support::link::{JWE, asks, card, declares, jwe_of, knows, manifest};
use crate::support::{Answer, Book, Person, TestServer};

const BLOB: BlobId = BlobId::from_bytes([9; 16]);

#[tokio::test]
async fn whoever_scans_a_card_is_shown_its_sheet_from_any_origin() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    book.open_card(&server, &anne, &link, &card(manifest(1)))
        .await;
    let answer = server.scan(manifest(1), &asks()).await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("access-control-allow-credentials"), "");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("set-cookie"), "");
    let shown = server.opened(manifest(1), &asks()).await;
    assert_eq!(shown.status, ManifestStatus::CanChange);
    assert_eq!(shown.files.len(), 1);
    let file = &shown.files[0];
    assert_eq!(file.embedded.as_deref(), Some(JWE));
    assert_eq!(file.last_updated.as_deref(), Some("2027-01-15T08:00:00Z"));
    assert_eq!(
        (file.content_type.as_str(), &file.location),
        ("application/fhir+json", &None)
    );
    let newer = jwe_of(b"newer");
    let sheet = book.sheet(&link, &newer);
    book.push(&server, &anne, sheet).await;
    let shown = server.opened(manifest(1), &asks()).await;
    assert_eq!(shown.files[0].embedded.as_deref(), Some(newer.as_str()));
    let opened = Act::Opened {
        recipient: "Urgences".to_owned(),
        origin: "127.0.0.0/24".to_owned(),
        reader: None,
    };
    assert_eq!(book.acts(&server, &anne, &link, 1).await[0], opened);
}

#[tokio::test]
async fn a_sheet_is_packed_for_who_can_unpack_it() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    book.open_card(&server, &anne, &link, &card(manifest(1)))
        .await;
    let random: Vec<u8> = (0..12_000u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let sheet = book.sheet(&link, &jwe_of(&random));
    book.push(&server, &anne, sheet).await;
    let plain = server.scan(manifest(1), &asks()).await;
    assert_eq!(plain.header("content-encoding"), "");
    let headers = [
        ("content-type", "application/json"),
        ("accept-encoding", "gzip, br"),
    ];
    let body = serde_json::to_vec(&asks()).unwrap();
    let path = paths::manifest(manifest(1));
    let packed = server.send(Method::POST, &path, &headers, body).await;
    assert_eq!(packed.is_fine().header("content-encoding"), "gzip");
    assert!(
        packed
            .headers
            .get_all("vary")
            .iter()
            .any(|value| value == "accept-encoding")
    );
    assert!(packed.body.len() * 5 < plain.is_fine().body.len() * 4);
}

#[tokio::test]
async fn a_browser_may_ask_whether_it_may_ask() {
    let server = TestServer::start().await;
    let headers = [
        ("origin", "https://hospital.example"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type"),
    ];
    let path = paths::manifest(manifest(1));
    let answer = server
        .send(Method::OPTIONS, &path, &headers, Vec::new())
        .await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert!(
        answer
            .header("access-control-allow-methods")
            .contains("POST")
    );
    assert_eq!(
        answer.header("access-control-allow-headers"),
        "content-type"
    );
    // What a cookie opens stays closed to them.
    let answer = server
        .send(Method::OPTIONS, paths::ACCOUNT, &headers, Vec::new())
        .await;
    assert_eq!(answer.header("access-control-allow-origin"), "");
    let answer = server
        .send(Method::GET, paths::ACCOUNT, &headers, Vec::new())
        .await;
    assert_eq!(answer.header("access-control-allow-origin"), "");
}

/// Status, headers but for the date, and body: all that tells one answer from another.
fn bytes(answer: &Answer) -> (u16, BTreeMap<String, Vec<u8>>, Vec<u8>) {
    let headers = answer.headers.iter().filter(|(name, _)| *name != "date");
    let headers = headers.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    (answer.status, headers.collect(), answer.body.clone())
}

#[tokio::test]
async fn a_card_that_is_over_is_not_told_from_one_that_never_was() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    let links: Vec<Person> = (50..56).map(Person::new).collect();
    let [closed, expired, replaced, shut, bare, late] = links.as_slice() else {
        panic!("six links")
    };
    let with_code = |number: u8| SetCard {
        code: Some(CardCode {
            lookup: CardLookup::from_bytes([number; 32]),
            sealed: vec![number; 90],
        }),
        ..card(manifest(number))
    };
    book.open_card(&server, &anne, closed, &with_code(1)).await;
    let until = Some(server.now().plus(100));
    let ends = SetCard {
        until,
        ..with_code(2)
    };
    book.open_card(&server, &anne, expired, &ends).await;
    book.open_card(&server, &anne, replaced, &with_code(3))
        .await;
    let passcode = PasscodeChange::Set {
        passcode: "2407".to_owned(),
        tries: 1,
    };
    let asked = SetCard {
        passcode,
        ..with_code(4)
    };
    book.open_card(&server, &anne, shut, &asked).await;
    // A card without a sheet yet, and a link that ends before its card.
    let decade = server.now().plus(3650 * DAY);
    let urgent = protocol::change::LinkKind::Urgent;
    book.open_link(&server, &anne, bare, urgent, decade).await;
    book.set_card(&server, &anne, bare, &with_code(5))
        .await
        .is_fine();
    book.open_link(&server, &anne, late, urgent, server.now().plus(100))
        .await;
    book.set_card(&server, &anne, late, &with_code(6))
        .await
        .is_fine();
    let sheet = book.sheet(late, JWE);
    book.push(&server, &anne, sheet).await;
    for number in [1, 2, 3, 6] {
        server.opened(manifest(number), &asks()).await;
        let path = paths::card_code(CardLookup::from_bytes([number; 32]));
        server.json(Method::POST, &path, "", &()).await.is_fine();
    }

    let close = Change::Close { link: closed.id };
    book.push(&server, &anne, plain(vec![close])).await;
    book.set_card(&server, &anne, replaced, &with_code(7))
        .await
        .is_fine();
    let wrong = server.scan(manifest(4), &knows("0000")).await;
    assert_eq!(wrong.status, 401);
    server.wait(100);

    let unknown = server.scan(manifest(99), &asks()).await;
    assert_eq!(unknown.refusal(), Refusal::NotFound);
    let lookup = |number| paths::card_code(CardLookup::from_bytes([number; 32]));
    let no_code = server.json(Method::POST, &lookup(99), "", &()).await;
    assert_eq!(no_code.refusal(), Refusal::NotFound);
    for number in 1..=6 {
        for asked in [asks(), knows("2407"), declares()] {
            let answer = server.scan(manifest(number), &asked).await;
            assert_eq!(bytes(&answer), bytes(&unknown), "card {number}");
        }
        let answer = server.json(Method::POST, &lookup(number), "", &()).await;
        assert_eq!(bytes(&answer), bytes(&no_code), "code {number}");
    }
    server.opened(manifest(7), &asks()).await;
}

#[tokio::test]
async fn fifty_wrong_passcodes_at_once_are_no_more_than_the_card_bears() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    fifty_wrong(&server, &anne, book, 1).await;
}

/// Also tried on PostgreSQL, where they really come at once.
pub async fn fifty_wrong(server: &TestServer, anne: &Person, mut book: Book, number: u8) -> Book {
    let link = Person::stranger();
    let passcode = PasscodeChange::Set {
        passcode: "2407".to_owned(),
        tries: 7,
    };
    let name = manifest_of(&link, number);
    let asked = SetCard {
        passcode,
        ..card(name)
    };
    book.open_card(server, anne, &link, &asked).await;
    // Who leaves it out is asked for it, and not counted; who knows it is let in, and not counted.
    for _ in 0..9 {
        let answer = server.scan(name, &asks()).await;
        let wrong: WrongPasscode = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!((answer.status, wrong.remaining_attempts), (401, 7));
        server.opened(name, &knows("2407")).await;
    }
    let wrong = knows("0000");
    let answers = join_all((0..50).map(|_| server.scan(name, &wrong))).await;
    let mut left: Vec<u16> = answers
        .iter()
        .filter(|answer| answer.status == 401)
        .map(|answer| serde_json::from_slice::<WrongPasscode>(&answer.body).unwrap())
        .map(|wrong| wrong.remaining_attempts)
        .collect();
    left.sort_unstable();
    assert_eq!(left, [0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(
        answers.iter().filter(|answer| answer.status == 404).count(),
        43
    );
    let answer = server.scan(name, &knows("2407")).await;
    assert_eq!(answer.refusal(), Refusal::NotFound);
    // A new passcode opens it again.
    let passcode = PasscodeChange::Set {
        passcode: "1911".to_owned(),
        tries: 2,
    };
    let again = SetCard {
        passcode,
        ..card(name)
    };
    book.set_card(server, anne, &link, &again).await.is_fine();
    server.opened(name, &knows("1911")).await;
    let none = SetCard {
        passcode: PasscodeChange::Remove,
        ..card(name)
    };
    book.set_card(server, anne, &link, &none).await.is_fine();
    server.opened(name, &asks()).await;
    book
}

fn manifest_of(link: &Person, number: u8) -> protocol::ids::ManifestId {
    let mut name = *link.keys.signing.as_bytes();
    name[0] = number;
    protocol::ids::ManifestId::from_bytes(name)
}

#[tokio::test]
async fn pinned_documents_are_for_who_says_name_and_place_and_for_an_hour() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    let jwe = jwe_of(&[7; 90_000]);
    let path = paths::uploads(book.id());
    let cookie = ("cookie", anne.cookie.as_str());
    server
        .upload(&path, cookie, BLOB, jwe.as_bytes())
        .await
        .is_fine();
    let pinned = SetCard {
        files: vec![PinnedFile {
            blob: BLOB,
            size: jwe.len() as u64,
        }],
        ..card(manifest(1))
    };
    book.open_card(&server, &anne, &link, &pinned).await;
    assert_eq!(server.opened(manifest(1), &asks()).await.files.len(), 1);
    let shown = server.opened(manifest(1), &declares()).await;
    assert_eq!(shown.files[0].embedded.as_deref(), Some(JWE));
    let place = shown.files[1].location.clone().unwrap();
    let place = place.strip_prefix(&server.base).unwrap();
    let headers = [("origin", "https://hospital.example")];
    let fetch = async || server.send(Method::GET, place, &headers, Vec::new()).await;
    let fetched = fetch().await;
    assert!(fetched.is_fine().body == jwe.as_bytes());
    assert_eq!(fetched.header("content-type"), "application/jose");
    assert_eq!(fetched.header("access-control-allow-origin"), "*");
    let acts = book.acts(&server, &anne, &link, 3).await;
    let reader = declares().reader;
    assert!(
        acts.iter()
            .any(|act| matches!(act, Act::Opened { reader: said, .. } if *said == reader))
    );
    assert!(acts.contains(&Act::Downloaded { blob: BLOB }));
    // Another card's reader, or another ticket, gets nothing.
    let unknown = FileTicket::from_bytes([1; 32]);
    let path = paths::manifest_file(manifest(1), unknown);
    let nothing = server.send(Method::GET, &path, &headers, Vec::new()).await;
    assert_eq!(nothing.refusal(), Refusal::NotFound);
    let elsewhere = place.replace(&manifest(1).to_string(), &manifest(2).to_string());
    let answer = server
        .send(Method::GET, &elsewhere, &headers, Vec::new())
        .await;
    assert_eq!(bytes(&answer), bytes(&nothing));
    server.wait(3599);
    fetch().await.is_fine();
    server.wait(1);
    assert_eq!(bytes(&fetch().await), bytes(&nothing));
    // Once it is pinned no longer, it is gone for whoever still has a ticket, and then for good.
    let shown = server.opened(manifest(1), &declares()).await;
    let again = shown.files[1].location.clone().unwrap();
    book.set_card(&server, &anne, &link, &card(manifest(1)))
        .await
        .is_fine();
    let again = again.strip_prefix(&server.base).unwrap();
    let answer = server.send(Method::GET, again, &headers, Vec::new()).await;
    assert_eq!(bytes(&answer), bytes(&nothing));
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    storage.sweep(server.now().plus(DAY)).await.unwrap();
    assert!(storage.file(book.id(), BLOB).await.unwrap().is_none());
}

#[tokio::test]
async fn pinned_documents_stay_while_they_are_pinned_and_go_with_the_link() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    let jwe = jwe_of(&[7; 90_000]);
    let path = paths::uploads(book.id());
    let cookie = ("cookie", anne.cookie.as_str());
    server
        .upload(&path, cookie, BLOB, jwe.as_bytes())
        .await
        .is_fine();
    let files = vec![PinnedFile {
        blob: BLOB,
        size: jwe.len() as u64,
    }];
    let pinned = SetCard {
        files,
        ..card(manifest(1))
    };
    book.open_card(&server, &anne, &link, &pinned).await;
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    let there = async |after: u64| {
        storage.sweep(server.now().plus(after)).await.unwrap();
        storage.file(book.id(), BLOB).await.unwrap().is_some()
    };
    assert!(there(40 * DAY).await);
    book.set_card(&server, &anne, &link, &pinned)
        .await
        .is_fine();
    assert!(there(40 * DAY).await);
    let mut after = book.clone();
    let close = Change::Close { link: link.id };
    after.push(&server, &anne, plain(vec![close])).await;
    assert!(!there(DAY).await);
    assert!(
        server::check::run(&server.settings)
            .await
            .unwrap()
            .is_clean()
    );
}

#[tokio::test]
async fn a_sheet_longer_than_its_reader_takes_is_served_at_its_own_address() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    book.open_card(&server, &anne, &link, &card(manifest(1)))
        .await;
    let most = |most| ManifestRequest {
        embedded_length_max: Some(most),
        ..asks()
    };
    let shown = server.opened(manifest(1), &most(JWE.len() as u64)).await;
    assert_eq!(shown.files[0].embedded.as_deref(), Some(JWE));
    let shown = server
        .opened(manifest(1), &most(JWE.len() as u64 - 1))
        .await;
    assert_eq!((shown.files.len(), &shown.files[0].embedded), (1, &None));
    let place = shown.files[0].location.clone().unwrap();
    let place = place.strip_prefix(&server.base).unwrap();
    let fetched = server.send(Method::GET, place, &[], Vec::new()).await;
    assert!(fetched.is_fine().body == JWE.as_bytes());
}

#[tokio::test]
async fn what_is_no_request_is_said_to_be_none_whether_there_is_a_card_or_not() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    book.open_card(&server, &anne, &link, &card(manifest(1)))
        .await;
    let nameless = ManifestRequest {
        reader: Some(Reader {
            name: " \u{7} ".to_owned(),
            place: "Urgences".to_owned(),
        }),
        ..asks()
    };
    let long = ManifestRequest {
        recipient: "x".repeat(20_000),
        ..asks()
    };
    for number in [1, 2] {
        let answer = server.scan(manifest(number), &nameless).await;
        assert_eq!(answer.refusal(), Refusal::Malformed);
        let answer = server.scan(manifest(number), &long).await;
        assert_eq!(answer.refusal(), Refusal::TooLarge);
        let path = paths::manifest(manifest(number));
        let kind = [("content-type", "application/json")];
        let answer = server
            .send(Method::POST, &path, &kind, b"{}".to_vec())
            .await;
        assert_eq!(answer.refusal(), Refusal::Malformed);
        let answer = server.send(Method::GET, &path, &[], Vec::new()).await;
        assert_eq!(answer.refusal(), Refusal::NotFound);
    }
    let nowhere = server.send(Method::GET, "/shl/a/b", &[], Vec::new()).await;
    assert_eq!(nowhere.refusal(), Refusal::NotFound);
}

#[tokio::test]
async fn a_typed_code_gives_what_only_itself_opens() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    let lookup = CardLookup::from_bytes([5; 32]);
    let code = Some(CardCode {
        lookup,
        sealed: vec![6; 300],
    });
    let coded = SetCard {
        code,
        ..card(manifest(1))
    };
    book.open_card(&server, &anne, &link, &coded).await;
    let path = paths::card_code(lookup);
    let answer = server.json(Method::POST, &path, "", &()).await;
    let address: CardAddress = serde_json::from_slice(&answer.is_fine().body).unwrap();
    assert_eq!(address.sealed, vec![6; 300]);
    book.set_card(&server, &anne, &link, &card(manifest(1)))
        .await
        .is_fine();
    let answer = server.json(Method::POST, &path, "", &()).await;
    assert_eq!(answer.refusal(), Refusal::NotFound);
}

#[tokio::test]
async fn one_card_cannot_be_asked_for_without_end() {
    let server = TestServer::start().await;
    let mut refused = 0;
    for _ in 0..200 {
        let answer = server.scan(manifest(1), &asks()).await;
        match answer.refusal() {
            Refusal::TooMany => refused += 1,
            refusal => assert_eq!(refusal, Refusal::NotFound),
        }
    }
    assert!(refused > 0);
    assert_eq!(
        server.scan(manifest(2), &asks()).await.refusal(),
        Refusal::NotFound
    );
}
