//! `/api/carnets/{carnet}/payloads`

use protocol::carnet::{Fetch, Fetched};
use protocol::change::{Access, Change, Role, Sealed};
use protocol::commit::sealed_digest;
use protocol::ids::{Digest, EntryId, SectionId};
use protocol::refusal::Refusal;
use protocol::time::DAY;
use protocol::{limits, paths};
use reqwest::Method;

use crate::support::carnet::{plain, put};
use crate::support::{Answer, Book, Person, TestServer};

async fn fetch(server: &TestServer, who: &Person, book: &Book, digests: Vec<Digest>) -> Answer {
    let path = paths::payloads(book.id());
    server
        .cbor(Method::POST, &path, &who.cookie, &Fetch { digests })
        .await
}

#[tokio::test]
async fn payloads_come_in_the_order_asked_and_only_where_one_may_read() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    book.push(
        &server,
        &anne,
        put(SectionId::HEALTH, 1, b"health", Vec::new()),
    )
    .await;
    book.push(
        &server,
        &anne,
        put(SectionId::DAILY, 2, b"daily", Vec::new()),
    )
    .await;
    let until = Some(server.now().plus(DAY));
    let rights = [(SectionId::DAILY, Access::Read, until)];
    book.admit(&server, &anne, &bea, Role::Professional, &rights)
        .await;
    let unknown = Digest::from_bytes([9; 32]);
    let asked = vec![sealed_digest(b"daily"), unknown, sealed_digest(b"health")];
    let all: Fetched = fetch(&server, &anne, &book, asked.clone()).await.cbor();
    let (health, daily) = (
        Some(Sealed(b"health".to_vec())),
        Some(Sealed(b"daily".to_vec())),
    );
    assert_eq!(all.payloads, [daily.clone(), None, health]);
    let some: Fetched = fetch(&server, &bea, &book, asked.clone()).await.cbor();
    assert_eq!(some.payloads, [daily, None, None]);
    // The right ends by the server's clock, whatever the log says yet.
    server.wait(DAY);
    let none: Fetched = fetch(&server, &bea, &book, asked.clone()).await.cbor();
    assert_eq!(none.payloads, [None, None, None]);
    let stranger = Person::join(&server, 3).await;
    assert_eq!(
        fetch(&server, &stranger, &book, asked).await.refusal(),
        Refusal::NotFound
    );
}

#[tokio::test]
async fn an_erased_payload_is_not_handed_out_any_more() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    book.push(
        &server,
        &anne,
        put(SectionId::HEALTH, 1, b"health", Vec::new()),
    )
    .await;
    let entry = EntryId::from_bytes([1; 16]);
    let erase = Change::Erase {
        section: SectionId::HEALTH,
        entry,
    };
    book.push(&server, &anne, plain(vec![erase])).await;
    let fetched: Fetched = fetch(&server, &anne, &book, vec![sealed_digest(b"health")])
        .await
        .cbor();
    assert_eq!(fetched.payloads, [None]);
    let again = book.next(
        &anne,
        put(SectionId::HEALTH, 1, b"again", Vec::new()),
        server.now(),
    );
    assert_eq!(
        book.send(&server, &anne, &again).await.refusal(),
        Refusal::Erased
    );
}

#[tokio::test]
async fn too_many_digests_are_refused_and_a_large_answer_is_cut() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    let many = vec![Digest::from_bytes([1; 32]); limits::FETCH + 1];
    assert_eq!(
        fetch(&server, &anne, &book, many).await.refusal(),
        Refusal::TooLarge
    );
    let mut digests = Vec::new();
    for entry in 0..40 {
        let sealed = vec![entry; limits::PAYLOAD];
        digests.push(sealed_digest(&sealed));
        book.push(
            &server,
            &anne,
            put(SectionId::HEALTH, entry, &sealed, Vec::new()),
        )
        .await;
    }
    let first: Fetched = fetch(&server, &anne, &book, digests.clone()).await.cbor();
    assert_eq!(first.payloads.len(), limits::ANSWER / limits::PAYLOAD);
    let rest: Fetched = fetch(
        &server,
        &anne,
        &book,
        digests.split_off(first.payloads.len()),
    )
    .await
    .cbor();
    assert_eq!(rest.payloads.len() + first.payloads.len(), 40);
}
