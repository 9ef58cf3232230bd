//! `/api/carnets`, `/api/carnets/{carnet}/log`

use protocol::carnet::{Pulled, Pushed};
use protocol::change::{Change, Sealed};
use protocol::ids::{CarnetId, SectionId};
use protocol::paths;
use protocol::refusal::Refusal;
use reqwest::Method;

use crate::support::carnet::{genesis, plain, put};
use crate::support::{Answer, Book, Person, TestServer};

const HEALTH: SectionId = SectionId::HEALTH;

async fn pull(server: &TestServer, person: &Person, carnet: CarnetId, from: u64) -> Answer {
    server
        .get(
            &format!("{}?from={from}", paths::log(carnet)),
            &person.cookie,
        )
        .await
}

#[tokio::test]
async fn what_is_pushed_is_pulled_by_members_alone() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    let push = book
        .push(&server, &anne, put(HEALTH, 1, b"sealed", Vec::new()))
        .await;
    let pulled: Pulled = pull(&server, &anne, book.id(), 0).await.cbor();
    assert_eq!(
        (pulled.seq, pulled.head, pulled.commits.len()),
        (1, book.state.head, 2)
    );
    assert_eq!(pulled.commits[1].signed, push.signed);
    assert_eq!(pulled.commits[1].at, server.now());
    assert_eq!(pulled.envelopes, [Sealed(vec![1; 64])]);
    let rest: Pulled = pull(&server, &anne, book.id(), 2).await.cbor();
    assert!(rest.commits.is_empty() && rest.envelopes.is_empty());
    assert_eq!(
        pull(&server, &bea, book.id(), 0).await.refusal(),
        Refusal::NotFound
    );
    let nobody = Person::new(3);
    assert_eq!(
        pull(&server, &nobody, book.id(), 0).await.refusal(),
        Refusal::SignedOut
    );
    let nothing = CarnetId::from_bytes([9; 32]);
    assert_eq!(
        pull(&server, &anne, nothing, 0).await.refusal(),
        Refusal::NotFound
    );
}

#[tokio::test]
async fn push_without_session_is_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let push = book.next(&anne, put(HEALTH, 1, b"x", Vec::new()), server.now());
    let answer = server
        .cbor(Method::POST, &paths::log(book.id()), "", &push)
        .await;
    assert_eq!(answer.refusal(), Refusal::SignedOut);
}

#[tokio::test]
async fn repeated_commit_gets_the_first_answer() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    let first = server.now();
    let before = book.clone();
    let push = book
        .push(&server, &anne, put(HEALTH, 1, b"x", Vec::new()))
        .await;
    book.push(&server, &anne, put(HEALTH, 2, b"y", Vec::new()))
        .await;
    server.wait(100);
    let again: Pushed = before.send(&server, &anne, &push).await.cbor();
    assert_eq!(
        (again.seq, again.head, again.received),
        (1, push.signed.digest(), first)
    );
    let opening = genesis(&anne, 1, first);
    let again: Pushed = server
        .cbor(Method::POST, paths::CARNETS, &anne.cookie, &opening)
        .await
        .cbor();
    assert_eq!((again.seq, again.received), (0, first));
}

#[tokio::test]
async fn carnets_of_one_account_are_not_without_end() {
    let server = TestServer::start_with("account_carnets = 2").await;
    let anne = Person::join(&server, 1).await;
    for nonce in 0..3 {
        let opening = genesis(&anne, nonce, server.now());
        let answer = server
            .cbor(Method::POST, paths::CARNETS, &anne.cookie, &opening)
            .await;
        match nonce {
            2 => assert_eq!(answer.refusal(), Refusal::Quota),
            _ => assert_eq!(answer.status, 200),
        }
    }
}

#[tokio::test]
async fn a_full_carnet_takes_nothing_more_but_lets_things_go() {
    let server = TestServer::start_with("carnet_bytes = 4000").await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    book.push(&server, &anne, put(HEALTH, 1, &[1; 200], Vec::new()))
        .await;
    let more = book.next(&anne, put(HEALTH, 2, &[2; 3000], Vec::new()), server.now());
    assert_eq!(
        book.send(&server, &anne, &more).await.refusal(),
        Refusal::Quota
    );
    let entry = protocol::ids::EntryId::from_bytes([1; 16]);
    book.push(
        &server,
        &anne,
        plain(vec![Change::Erase {
            section: HEALTH,
            entry,
        }]),
    )
    .await;
}
