//! `/api/carnets/{carnet}/journal`

use std::time::Duration;

use protocol::carnet::{Act, Fetch, Journal};
use protocol::change::{Access, Role};
use protocol::commit::sealed_digest;
use protocol::ids::SectionId;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::shl::ManifestRequest;
use protocol::time::Seconds;
use reqwest::Method;

use crate::support::carnet::put;
use crate::support::link::{asks, card, manifest};
use crate::support::server::START;
use crate::support::{Book, Person, TestServer};

#[tokio::test]
async fn old_lines_go_and_so_do_those_beyond_the_number_kept() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    for entry in 1..5 {
        server.wait(1000);
        let note = put(SectionId::DAILY, entry, &[entry], Vec::new());
        book.push(&server, &anne, note).await;
    }
    let path = paths::journal(book.id());
    let numbers = async || -> Vec<i64> {
        let answer = server.get(&path, &anne.cookie).await;
        let journal: Journal = serde_json::from_slice(&answer.is_fine().body).unwrap();
        journal.lines.iter().map(|line| line.number).collect()
    };
    for _ in 0..50 {
        if numbers().await.len() == 5 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    let start = Seconds(START);
    storage.sweep_journal(Seconds(0), 5).await.unwrap();
    assert_eq!(numbers().await, [5, 4, 3, 2, 1]);
    storage.sweep_journal(start.plus(1000), 5).await.unwrap();
    assert_eq!(numbers().await, [5, 4, 3]);
    storage.sweep_journal(Seconds(0), 2).await.unwrap();
    assert_eq!(numbers().await, [5, 4]);
    // Numbers go on where they were: nobody is shown another line under an old number.
    let note = put(SectionId::DAILY, 9, &[9], Vec::new());
    book.push(&server, &anne, note).await;
    for _ in 0..50 {
        if numbers().await.first() == Some(&6) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(numbers().await, [6, 5, 4]);
}

#[tokio::test]
async fn guardians_see_who_read_and_wrote_what() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    let daily = [(SectionId::DAILY, Access::Read, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &daily)
        .await;
    book.push(
        &server,
        &anne,
        put(SectionId::DAILY, 1, b"note", Vec::new()),
    )
    .await;
    server
        .get(&paths::log(book.id()), &bea.cookie)
        .await
        .is_fine();
    let fetch = Fetch {
        digests: vec![sealed_digest(b"note")],
    };
    server
        .cbor(
            Method::POST,
            &paths::payloads(book.id()),
            &bea.cookie,
            &fetch,
        )
        .await
        .is_fine();
    let path = paths::journal(book.id());
    assert_eq!(
        server.get(&path, &bea.cookie).await.refusal(),
        Refusal::NotAllowed
    );
    let mut journal = Journal { lines: Vec::new() };
    for _ in 0..50 {
        let answer = server.get(&path, &anne.cookie).await;
        journal = serde_json::from_slice(&answer.is_fine().body).unwrap();
        if journal.lines.len() == 5 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let acts: Vec<_> = journal
        .lines
        .iter()
        .rev()
        .map(|line| (line.member, &line.act))
        .collect();
    let read = Act::Read {
        section: SectionId::DAILY,
        entries: vec![protocol::ids::EntryId::from_bytes([1; 16])],
    };
    assert_eq!(
        acts,
        [
            (anne.id, &Act::Wrote { seq: 0 }),
            (anne.id, &Act::Wrote { seq: 1 }),
            (anne.id, &Act::Wrote { seq: 2 }),
            (bea.id, &Act::Pulled { seq: 2 }),
            (bea.id, &read),
        ]
    );
    let answer = server.get(&format!("{path}?before=3"), &anne.cookie).await;
    let older: Journal = serde_json::from_slice(&answer.is_fine().body).unwrap();
    assert_eq!(
        older
            .lines
            .iter()
            .map(|line| line.number)
            .collect::<Vec<_>>(),
        [2, 1]
    );
}

#[tokio::test]
async fn whoever_has_the_card_cannot_fill_the_journal() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    let links = [Person::new(50), Person::new(51)];
    for (number, link) in (1..).zip(&links) {
        book.open_card(&server, &anne, link, &card(manifest(number)))
            .await;
    }
    // Each from another program, so that no two lines are the same; until the card itself says that it is enough.
    let mut opened = 0_u64;
    for number in 0..400 {
        let asked = ManifestRequest {
            recipient: format!("program {number}"),
            ..asks()
        };
        if server.scan(manifest(1), &asked).await.status == 200 {
            opened += 1;
        }
    }
    server.opened(manifest(2), &asks()).await;
    assert!(opened > 80);
    let many = Act::OpenedMore { times: opened - 60 };
    let mut lines = Vec::new();
    for _ in 0..100 {
        lines = book.acts(&server, &anne, &links[0], 61).await;
        if lines.last() == Some(&many) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!((lines.len(), lines.last()), (61, Some(&many)));
    // Another card has lines of its own, and so has the next hour.
    assert_eq!(book.acts(&server, &anne, &links[1], 1).await.len(), 1);
    server.wait(3600);
    for _ in 0..100 {
        if server.scan(manifest(1), &asks()).await.status == 200 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(book.acts(&server, &anne, &links[0], 62).await.len(), 62);
    // When there are too many lines, those go of which there are the most.
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    storage.sweep_journal(Seconds(0), 20).await.unwrap();
    let theirs = async |who| book.acts(&server, &anne, who, 0).await.len();
    assert_eq!(theirs(&links[1]).await, 1);
    assert!(theirs(&anne).await >= 5);
    assert!(theirs(&links[0]).await < 15);
}

#[tokio::test]
async fn one_pull_in_many_pieces_is_one_line() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    book.admit(&server, &anne, &bea, Role::Guardian, &[]).await;
    for entry in 1..5 {
        let note = put(SectionId::DAILY, entry, &[entry], Vec::new());
        book.push(&server, &anne, note).await;
    }
    for from in 0..=5 {
        let path = format!("{}?from={from}", paths::log(book.id()));
        server.get(&path, &bea.cookie).await.is_fine();
    }
    assert_eq!(
        book.acts(&server, &anne, &bea, 1).await,
        [Act::Pulled { seq: 5 }]
    );
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(book.acts(&server, &anne, &bea, 1).await.len(), 1);
}
