//! The whole way on PostgreSQL, when `CARNET_TEST_POSTGRES` names one, as the project's test command does.

use data_encoding::BASE64;
use protocol::account::{NewProof, NewWay};
use protocol::carnet::{Fetch, Fetched, Pulled};
use protocol::change::{Change, FileUse};
use protocol::commit::sealed_digest;
use protocol::ids::{BlobId, EntryId, LoginToken, LookupId, SectionId, WayId};
use protocol::paths;
use protocol::refusal::Refusal;
use reqwest::Method;
use server::check;

use crate::support::carnet::{plain, put};
use crate::support::person::{challenge, cookie_of};
use crate::support::{Book, Person, TestServer};

const BLOB: BlobId = BlobId::from_bytes([7; 16]);

#[tokio::test]
async fn a_carnet_lives_on_postgres_as_it_does_on_sqlite() {
    let Ok(address) = std::env::var("CARNET_TEST_POSTGRES") else {
        assert!(
            std::env::var("CI").is_err(),
            "CARNET_TEST_POSTGRES is not set"
        );
        eprintln!("CARNET_TEST_POSTGRES is not set: nothing was tried on PostgreSQL");
        return;
    };
    let server = TestServer::start_with(&format!("database = {address:?}")).await;
    let anne = join(&server).await;
    let mut book = Book::open(&server, &anne).await;
    upload(&server, &anne, &book).await;
    let files = vec![FileUse {
        blob: BLOB,
        size: 100_000,
    }];
    book.push(&server, &anne, put(SectionId::HEALTH, 1, b"report", files))
        .await;
    let late = book.next(
        &anne,
        put(SectionId::HEALTH, 2, b"late", Vec::new()),
        server.now(),
    );
    book.push(
        &server,
        &anne,
        put(SectionId::HEALTH, 3, b"first", Vec::new()),
    )
    .await;
    assert_eq!(
        book.send(&server, &anne, &late).await.refusal(),
        Refusal::Stale
    );
    let pulled: Pulled = server
        .get(&paths::log(book.id()), &anne.cookie)
        .await
        .cbor();
    assert_eq!(
        (pulled.seq, pulled.head, pulled.envelopes.len()),
        (2, book.state.head, 1)
    );
    let file = server
        .get(&paths::file(book.id(), BLOB), &anne.cookie)
        .await;
    assert!(file.is_fine().body == vec![5; 100_000]);
    let digests = vec![sealed_digest(b"report"), sealed_digest(b"first")];
    let fetch = Fetch { digests };
    let path = paths::payloads(book.id());
    let fetched: Fetched = server
        .cbor(Method::POST, &path, &anne.cookie, &fetch)
        .await
        .cbor();
    assert!(fetched.payloads.iter().all(Option::is_some));
    let entry = EntryId::from_bytes([1; 16]);
    book = crate::shl::fifty_wrong(&server, &anne, book, 1).await;
    let erase = Change::Erase {
        section: SectionId::HEALTH,
        entry,
    };
    book.push(&server, &anne, plain(vec![erase])).await;
    let file = server
        .get(&paths::file(book.id(), BLOB), &anne.cookie)
        .await;
    assert_eq!(file.refusal(), Refusal::NotFound);
    let report = check::run(&server.settings).await.unwrap();
    let ours = book.id().to_string();
    assert!(
        !report.wrong.iter().any(|wrong| wrong.contains(&ours)),
        "{report}"
    );
}

async fn join(server: &TestServer) -> Person {
    let mut person = Person::stranger();
    let mut asked = person.account_request(challenge(server).await);
    let secret = *person.keys.signing.as_bytes();
    asked.way = NewWay {
        id: WayId::from_slice(&secret[..16]).unwrap(),
        wrap: vec![1; 100],
        proof: NewProof::Code {
            lookup: LookupId::from_bytes(secret),
            token: LoginToken::from_bytes(secret),
        },
    };
    let answer = server.json(Method::POST, paths::ACCOUNTS, "", &asked).await;
    person.cookie = cookie_of(answer.is_fine());
    person
}

async fn upload(server: &TestServer, who: &Person, book: &Book) {
    let metadata = format!("blob {}", BASE64.encode(BLOB.to_string().as_bytes()));
    let headers = [
        ("origin", server.base.as_str()),
        ("cookie", &who.cookie),
        ("tus-resumable", "1.0.0"),
        ("upload-length", "100000"),
        ("upload-metadata", &metadata),
        ("content-type", "application/offset+octet-stream"),
        ("upload-offset", "0"),
    ];
    let path = paths::uploads(book.id());
    server
        .send(Method::POST, &path, &headers, Vec::new())
        .await
        .is_fine();
    let path = paths::upload(book.id(), BLOB);
    server
        .send(Method::PATCH, &path, &headers, vec![5; 100_000])
        .await
        .is_fine();
}
