//! `/api/carnets/{carnet}/log`: forged, replayed, reordered, swapped, oversized.

use protocol::carnet::{Pulled, Push};
use protocol::change::{Access, Change, Role, Sealed};
use protocol::commit::Body;
use protocol::ids::{CarnetId, SectionId};
use protocol::refusal::Refusal;
use protocol::time::MINUTE;
use protocol::{limits, paths};
use reqwest::Method;

use crate::support::carnet::{genesis, plain, put, signed};
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
async fn push_from_another_origin_is_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let push = book.next(&anne, put(HEALTH, 1, b"x", Vec::new()), server.now());
    let headers = [
        ("cookie", anne.cookie.as_str()),
        ("content-type", "application/cbor"),
        ("origin", "https://evil.example"),
    ];
    let body = protocol::cbor::encode(&push);
    let answer = server
        .send(Method::POST, &paths::log(book.id()), &headers, body)
        .await;
    assert_eq!(answer.refusal(), Refusal::ForeignOrigin);
}

#[tokio::test]
async fn push_of_somebody_elses_commit_is_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let book = Book::open(&server, &anne).await;
    let push = book.next(&anne, put(HEALTH, 1, b"x", Vec::new()), server.now());
    assert_eq!(
        book.send(&server, &bea, &push).await.refusal(),
        Refusal::NotFound
    );
    let opening = genesis(&anne, 9, server.now());
    let answer = server
        .cbor(Method::POST, paths::CARNETS, &bea.cookie, &opening)
        .await;
    assert_eq!(answer.refusal(), Refusal::NotAllowed);
}

#[tokio::test]
async fn forged_commit_is_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mallory = Person::join(&server, 2).await;
    let book = Book::open(&server, &anne).await;
    let body = Body::Commit(book.body(&anne, vec![Change::Device { key: None }], server.now()));
    let forged = Push {
        signed: signed(&mallory, &body),
        payloads: Vec::new(),
        envelopes: Vec::new(),
    };
    assert_eq!(
        book.send(&server, &anne, &forged).await.refusal(),
        Refusal::BadSignature
    );
    let mut bent = book.next(
        &anne,
        plain(vec![Change::Device { key: None }]),
        server.now(),
    );
    let last = bent.signed.body.len() - 1;
    bent.signed.body[last] ^= 1;
    assert!(book.send(&server, &anne, &bent).await.status >= 400);
    // A stranger that is signed in is no member, however well it signs, and is not told that there is a carnet.
    let foreign = book.next(
        &mallory,
        plain(vec![Change::Device { key: None }]),
        server.now(),
    );
    assert_eq!(
        book.send(&server, &mallory, &foreign).await.refusal(),
        Refusal::NotFound
    );
    let pulled: Pulled = pull(&server, &anne, book.id(), 0).await.cbor();
    assert_eq!(pulled.seq, 0);
}

#[tokio::test]
async fn reordered_commit_is_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    let late = book.next(&anne, put(HEALTH, 1, b"late", Vec::new()), server.now());
    book.push(&server, &anne, put(HEALTH, 2, b"first", Vec::new()))
        .await;
    assert_eq!(
        book.send(&server, &anne, &late).await.refusal(),
        Refusal::Stale
    );
    let mut ahead = book.body(&anne, vec![Change::Device { key: None }], server.now());
    ahead.seq += 1;
    let ahead = Push {
        signed: signed(&anne, &Body::Commit(ahead)),
        payloads: Vec::new(),
        envelopes: Vec::new(),
    };
    assert_eq!(
        book.send(&server, &anne, &ahead).await.refusal(),
        Refusal::Stale
    );
}

#[tokio::test]
async fn commit_from_the_future_or_the_past_is_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let device = || plain(vec![Change::Device { key: None }]);
    let early = book.next(&anne, device(), server.now().plus(5 * MINUTE + 1));
    assert_eq!(
        book.send(&server, &anne, &early).await.refusal(),
        Refusal::BadDate
    );
    let past = protocol::time::Seconds(server.now().0 - 1);
    let late = book.next(&anne, device(), past);
    assert_eq!(
        book.send(&server, &anne, &late).await.refusal(),
        Refusal::BadDate
    );
    let fine = book.next(&anne, device(), server.now().plus(5 * MINUTE));
    book.send(&server, &anne, &fine).await.is_fine();
}

#[tokio::test]
async fn what_comes_along_must_be_what_is_named() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::new(2);
    let book = Book::open(&server, &anne).await;
    let draft = || put(HEALTH, 1, b"sealed", Vec::new());
    let refused = async |push: Push| book.send(&server, &anne, &push).await.refusal();
    let push = |edit: &dyn Fn(&mut Push)| {
        let mut push = book.next(&anne, draft(), server.now());
        edit(&mut push);
        push
    };
    let missing = push(&|push| push.payloads.clear());
    assert_eq!(refused(missing).await, Refusal::Mismatch);
    let other = push(&|push| push.payloads[0].0[0] ^= 1);
    assert_eq!(refused(other).await, Refusal::Mismatch);
    let more = push(&|push| push.payloads.push(Sealed(vec![1])));
    assert_eq!(refused(more).await, Refusal::Mismatch);
    let envelope = protocol::carnet::Envelope {
        member: bea.id,
        file: Sealed(vec![1]),
    };
    let unnamed = push(&|push| push.envelopes.push(envelope.clone()));
    assert_eq!(refused(unnamed).await, Refusal::Mismatch);
    let mut twice = draft();
    twice.changes.push(twice.changes[0].clone());
    twice.payloads.push(twice.payloads[0].clone());
    assert_eq!(
        refused(book.next(&anne, twice, server.now())).await,
        Refusal::Mismatch
    );
    let huge = put(HEALTH, 1, &vec![0; limits::PAYLOAD + 1], Vec::new());
    assert_eq!(
        refused(book.next(&anne, huge, server.now())).await,
        Refusal::TooLarge
    );
    let admit = vec![
        Change::Admit {
            keys: bea.keys.clone(),
            role: Role::Relative,
            label: Sealed(vec![1]),
        },
        Change::Grant {
            member: bea.id,
            section: HEALTH,
            access: Access::Read,
            until: None,
            envelope: protocol::commit::sealed_digest(b"key"),
        },
    ];
    let without = book.next(&anne, plain(admit), server.now());
    assert_eq!(refused(without.clone()).await, Refusal::Mismatch);
    let mut wrong = without;
    wrong.envelopes = vec![protocol::carnet::Envelope {
        member: anne.id,
        file: Sealed(b"key".to_vec()),
    }];
    assert_eq!(refused(wrong).await, Refusal::Mismatch);
}

#[tokio::test]
async fn a_payload_cannot_be_put_twice_to_be_read_elsewhere() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    book.push(&server, &anne, put(HEALTH, 1, b"sealed", Vec::new()))
        .await;
    let copy = book.next(
        &anne,
        put(SectionId::DAILY, 2, b"sealed", Vec::new()),
        server.now(),
    );
    assert_eq!(
        book.send(&server, &anne, &copy).await.refusal(),
        Refusal::Exists
    );
    // The refused commit left nothing behind: the chain goes on.
    book.push(
        &server,
        &anne,
        put(SectionId::DAILY, 2, b"other", Vec::new()),
    )
    .await;
}

#[tokio::test]
async fn commit_of_another_carnet_is_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let (book, other) = (
        Book::open(&server, &anne).await,
        Book::open(&server, &bea).await,
    );
    let push = book.next(
        &anne,
        plain(vec![Change::Device { key: None }]),
        server.now(),
    );
    assert_eq!(
        other.send(&server, &anne, &push).await.refusal(),
        Refusal::WrongCarnet
    );
    let opening = genesis(&anne, 7, server.now());
    assert_eq!(
        book.send(&server, &anne, &opening).await.refusal(),
        Refusal::WrongCarnet
    );
    let answer = server
        .cbor(Method::POST, paths::CARNETS, &anne.cookie, &push)
        .await;
    assert_eq!(answer.refusal(), Refusal::WrongCarnet);
}

#[tokio::test]
async fn bytes_that_are_no_push_are_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let path = paths::log(book.id());
    let send = async |kind: &str, bytes: Vec<u8>| {
        server
            .ask(Method::POST, &path, &anne.cookie, kind, bytes)
            .await
            .refusal()
    };
    let push = book.next(
        &anne,
        plain(vec![Change::Device { key: None }]),
        server.now(),
    );
    let good = protocol::cbor::encode(&push);
    assert_eq!(
        send("application/json", good.clone()).await,
        Refusal::Malformed
    );
    assert_eq!(
        send("application/cbor", Vec::new()).await,
        Refusal::Malformed
    );
    assert_eq!(
        send("application/cbor", good[..good.len() - 1].to_vec()).await,
        Refusal::Malformed
    );
    assert_eq!(
        send("application/cbor", [good, vec![0]].concat()).await,
        Refusal::Malformed
    );
    assert_eq!(
        send("application/cbor", vec![0; limits::PUSH + 1]).await,
        Refusal::TooLarge
    );
    // A length that is announced and not there must not be believed.
    assert_eq!(
        send(
            "application/cbor",
            vec![0x9b, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]
        )
        .await,
        Refusal::Malformed
    );
}
