//! `/api/carnets/{carnet}/uploads`, `/api/carnets/{carnet}/files/{blob}`

use data_encoding::BASE64;
use futures::{StreamExt, stream};
use protocol::change::{Access, Change, FileUse, Role};
use protocol::ids::{BlobId, CarnetId, EntryId, SectionId};
use protocol::refusal::Refusal;
use protocol::time::DAY;
use protocol::{limits, paths};
use reqwest::Method;

use crate::support::carnet::{plain, put};
use crate::support::{Answer, Book, Person, TestServer};

const BLOB: BlobId = BlobId::from_bytes([7; 16]);
const BYTES: &str = "application/offset+octet-stream";

fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|at| (at * 31 % 251) as u8).collect()
}

async fn begin(server: &TestServer, who: &Person, carnet: CarnetId, size: u64) -> Answer {
    let metadata = format!("blob {}", BASE64.encode(BLOB.to_string().as_bytes()));
    let headers = [
        ("origin", server.base.as_str()),
        ("cookie", &who.cookie),
        ("tus-resumable", "1.0.0"),
        ("upload-length", &size.to_string()),
        ("upload-metadata", &metadata),
    ];
    server
        .send(Method::POST, &paths::uploads(carnet), &headers, Vec::new())
        .await
}

async fn patch(
    server: &TestServer,
    who: &Person,
    carnet: CarnetId,
    at: u64,
    sent: &[u8],
) -> Answer {
    let headers = [
        ("origin", server.base.as_str()),
        ("cookie", &who.cookie),
        ("tus-resumable", "1.0.0"),
        ("content-type", BYTES),
        ("upload-offset", &at.to_string()),
    ];
    server
        .send(
            Method::PATCH,
            &paths::upload(carnet, BLOB),
            &headers,
            sent.to_vec(),
        )
        .await
}

async fn tus(server: &TestServer, method: Method, who: &Person, carnet: CarnetId) -> Answer {
    let headers = [
        ("origin", server.base.as_str()),
        ("cookie", &who.cookie),
        ("tus-resumable", "1.0.0"),
    ];
    server
        .send(method, &paths::upload(carnet, BLOB), &headers, Vec::new())
        .await
}

async fn range(server: &TestServer, who: &Person, carnet: CarnetId, range: &str) -> Answer {
    let headers = [("cookie", who.cookie.as_str()), ("range", range)];
    server
        .send(
            Method::GET,
            &paths::file(carnet, BLOB),
            &headers,
            Vec::new(),
        )
        .await
}

async fn upload(server: &TestServer, who: &Person, carnet: CarnetId, file: &[u8]) {
    let answer = begin(server, who, carnet, file.len() as u64).await;
    assert_eq!(
        answer.is_fine().header("location"),
        paths::upload(carnet, BLOB)
    );
    let mut at = 0;
    for piece in file.chunks(300_000) {
        let answer = patch(server, who, carnet, at, piece).await;
        at += piece.len() as u64;
        assert_eq!(answer.is_fine().header("upload-offset"), at.to_string());
    }
}

#[tokio::test]
async fn a_file_goes_up_in_pieces_and_comes_down_whole_or_in_exact_ranges() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let file = bytes(1_000_000);
    upload(&server, &anne, book.id(), &file).await;
    let whole = server
        .get(&paths::file(book.id(), BLOB), &anne.cookie)
        .await;
    assert_eq!((whole.status, whole.body.len()), (200, file.len()));
    assert!(whole.body == file);
    assert_eq!(whole.header("accept-ranges"), "bytes");
    assert_eq!(whole.header("cache-control"), "no-store");
    for (asked, start, end) in [
        ("bytes=0-0", 0, 1),
        ("bytes=299990-300009", 299_990, 300_010),
        ("bytes=999999-", 999_999, 1_000_000),
        ("bytes=-10", 999_990, 1_000_000),
        ("bytes=250000-950000", 250_000, 950_001),
    ] {
        let part = range(&server, &anne, book.id(), asked).await;
        assert_eq!(part.status, 206, "{asked}");
        let said = format!("bytes {start}-{}/1000000", end - 1);
        assert_eq!(part.header("content-range"), said);
        assert_eq!(part.header("content-length"), (end - start).to_string());
        assert!(part.body == file[start..end], "{asked}");
    }
    for asked in ["bytes=1000000-", "bytes=5-4", "bytes=0-1,3-4", "lines=1-2"] {
        let answer = range(&server, &anne, book.id(), asked).await;
        assert_eq!(answer.refusal(), Refusal::BadRange, "{asked}");
        assert_eq!(answer.header("content-range"), "bytes */1000000");
    }
}

#[tokio::test]
async fn an_upload_stands_where_it_stands() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let file = bytes(200_000);
    begin(&server, &anne, book.id(), 200_000).await.is_fine();
    patch(&server, &anne, book.id(), 0, &file[..100_000])
        .await
        .is_fine();
    let stands = tus(&server, Method::HEAD, &anne, book.id()).await;
    assert_eq!(stands.header("upload-offset"), "100000");
    assert_eq!(stands.header("upload-length"), "200000");
    assert_eq!(stands.header("tus-resumable"), "1.0.0");
    for wrong in [0, 99_999, 100_001] {
        let answer = patch(&server, &anne, book.id(), wrong, &file[..80_000]).await;
        assert_eq!(answer.refusal(), Refusal::WrongOffset);
    }
    let answer = patch(&server, &anne, book.id(), 100_000, &bytes(100_001)).await;
    assert_eq!(answer.refusal(), Refusal::TooLarge);
    // Nothing is handed out before it is whole.
    let early = server
        .get(&paths::file(book.id(), BLOB), &anne.cookie)
        .await;
    assert_eq!(early.refusal(), Refusal::NotFound);
    patch(&server, &anne, book.id(), 100_000, &file[100_000..])
        .await
        .is_fine();
    patch(&server, &anne, book.id(), 200_000, &[])
        .await
        .is_fine();
    let whole = server
        .get(&paths::file(book.id(), BLOB), &anne.cookie)
        .await;
    assert!(whole.body == file);
}

#[tokio::test]
async fn what_came_before_the_connection_broke_is_kept() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let file = bytes(500_000);
    begin(&server, &anne, book.id(), 500_000).await.is_fine();
    let first = stream::iter([Ok(file[..200_000].to_vec())]);
    // Long enough that the first piece is on its way.
    let then = stream::once(async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        Err(std::io::Error::other("gone"))
    });
    let pieces = first.chain(then);
    let broken = server
        .client
        .patch(format!("{}{}", server.base, paths::upload(book.id(), BLOB)))
        .header("origin", &server.base)
        .header("cookie", &anne.cookie)
        .header("tus-resumable", "1.0.0")
        .header("content-type", BYTES)
        .header("upload-offset", "0")
        .body(reqwest::Body::wrap_stream(pieces))
        .send()
        .await;
    assert!(broken.is_err());
    let mut offset = 0;
    for _ in 0..50 {
        let stands = tus(&server, Method::HEAD, &anne, book.id()).await;
        offset = stands.header("upload-offset").parse().unwrap();
        if offset > 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!((1..=200_000).contains(&offset), "{offset}");
    patch(&server, &anne, book.id(), offset, &file[offset as usize..])
        .await
        .is_fine();
    let whole = server
        .get(&paths::file(book.id(), BLOB), &anne.cookie)
        .await;
    assert!(whole.body == file);
}

#[tokio::test]
async fn a_file_is_its_uploaders_until_an_entry_names_it() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (bea, chloe) = (
        Person::join(&server, 2).await,
        Person::join(&server, 3).await,
    );
    let mut book = Book::open(&server, &anne).await;
    let daily = [(SectionId::DAILY, Access::Write, None)];
    let health = [(SectionId::HEALTH, Access::Read, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &daily)
        .await;
    book.admit(&server, &anne, &chloe, Role::Relative, &health)
        .await;
    upload(&server, &anne, book.id(), &bytes(100_000)).await;
    let path = paths::file(book.id(), BLOB);
    for other in [&bea, &chloe] {
        assert_eq!(
            server.get(&path, &other.cookie).await.refusal(),
            Refusal::NotFound
        );
        let answer = tus(&server, Method::DELETE, other, book.id()).await;
        assert_eq!(answer.refusal(), Refusal::NotFound);
    }
    // Who may only read cannot take up room.
    assert_eq!(
        begin(&server, &chloe, book.id(), 10).await.refusal(),
        Refusal::NotAllowed
    );
    let stranger = Person::join(&server, 4).await;
    assert_eq!(
        begin(&server, &stranger, book.id(), 10).await.refusal(),
        Refusal::NotFound
    );
    let named = vec![FileUse {
        blob: BLOB,
        size: 100_000,
    }];
    book.push(&server, &anne, put(SectionId::HEALTH, 1, b"report", named))
        .await;
    server.get(&path, &chloe.cookie).await.is_fine();
    assert_eq!(
        server.get(&path, &bea.cookie).await.refusal(),
        Refusal::NotFound
    );
    // Once named it cannot be given up; it goes with its entry.
    let answer = tus(&server, Method::DELETE, &anne, book.id()).await;
    assert_eq!(answer.refusal(), Refusal::NotAllowed);
    let entry = EntryId::from_bytes([1; 16]);
    let erase = Change::Erase {
        section: SectionId::HEALTH,
        entry,
    };
    book.push(&server, &anne, plain(vec![erase])).await;
    assert_eq!(
        server.get(&path, &chloe.cookie).await.refusal(),
        Refusal::NotFound
    );
}

#[tokio::test]
async fn a_commit_that_names_a_missing_or_unfinished_file_is_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    let naming = |size| {
        put(
            SectionId::HEALTH,
            1,
            b"report",
            vec![FileUse { blob: BLOB, size }],
        )
    };
    let refused = async |book: &Book, size| {
        let push = book.next(&anne, naming(size), server.now());
        book.send(&server, &anne, &push).await.refusal()
    };
    assert_eq!(refused(&book, 100_000).await, Refusal::FileMissing);
    begin(&server, &anne, book.id(), 100_000).await.is_fine();
    assert_eq!(refused(&book, 100_000).await, Refusal::FileMissing);
    patch(&server, &anne, book.id(), 0, &bytes(100_000))
        .await
        .is_fine();
    assert_eq!(refused(&book, 99_999).await, Refusal::FileMissing);
    book.push(&server, &anne, naming(100_000)).await;
}

#[tokio::test]
async fn an_upload_takes_up_room_until_it_is_given_up() {
    let server = TestServer::start_with("carnet_bytes = 300000").await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    assert_eq!(
        begin(&server, &anne, book.id(), 300_000).await.refusal(),
        Refusal::Quota
    );
    begin(&server, &anne, book.id(), 200_000).await.is_fine();
    assert_eq!(
        begin(&server, &anne, book.id(), 1000).await.refusal(),
        Refusal::Exists
    );
    let quota = server
        .get(&paths::quota(book.id()), &anne.cookie)
        .await
        .json();
    assert!(quota["used"].as_u64().unwrap() > 200_000);
    assert_eq!(quota["allowed"], 300_000);
    tus(&server, Method::DELETE, &anne, book.id())
        .await
        .is_fine();
    let quota = server
        .get(&paths::quota(book.id()), &anne.cookie)
        .await
        .json();
    assert!(quota["used"].as_u64().unwrap() < 10_000);
    // Nothing had come of it: it can be begun again. Of what came, the bytes go first, or they would take the new ones along.
    begin(&server, &anne, book.id(), 100_000).await.is_fine();
    patch(&server, &anne, book.id(), 0, &[1; 70_000])
        .await
        .is_fine();
    tus(&server, Method::DELETE, &anne, book.id())
        .await
        .is_fine();
    let again = begin(&server, &anne, book.id(), 1000).await;
    assert_eq!(again.refusal(), Refusal::Exists);
    let (storage, blobs) = server::parts::open(&server.settings).await.unwrap();
    for (carnet, blob) in storage.trash().await.unwrap() {
        blobs.delete(carnet, blob).await.unwrap();
        storage.emptied(carnet, blob).await.unwrap();
    }
    begin(&server, &anne, book.id(), 1000).await.is_fine();
}

#[tokio::test]
async fn an_upload_that_is_none_is_refused() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    assert_eq!(
        begin(&server, &anne, book.id(), 0).await.refusal(),
        Refusal::Malformed
    );
    let huge = begin(&server, &anne, book.id(), limits::FILE + 1).await;
    assert_eq!(huge.refusal(), Refusal::TooLarge);
    let headers = [("origin", server.base.as_str()), ("cookie", &anne.cookie)];
    let path = paths::uploads(book.id());
    let answer = server.send(Method::POST, &path, &headers, Vec::new()).await;
    assert_eq!(answer.refusal(), Refusal::Malformed);
    begin(&server, &anne, book.id(), 20 * 1024 * 1024)
        .await
        .is_fine();
    let chunk = vec![0; limits::UPLOAD_CHUNK + 1];
    let answer = patch(&server, &anne, book.id(), 0, &chunk).await;
    assert_eq!(answer.refusal(), Refusal::TooLarge);
    server.wait(DAY);
    let stands = tus(&server, Method::HEAD, &anne, book.id()).await;
    assert_eq!(stands.header("upload-offset"), "0");
}

#[tokio::test]
async fn who_was_taken_out_goes_on_with_no_upload() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    let daily = [(SectionId::DAILY, Access::Write, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &daily)
        .await;
    begin(&server, &bea, book.id(), 200_000).await.is_fine();
    patch(&server, &bea, book.id(), 0, &bytes(100_000))
        .await
        .is_fine();
    let out = Change::Revoke { member: bea.id };
    book.push(&server, &anne, plain(vec![out])).await;
    let answer = patch(&server, &bea, book.id(), 100_000, &bytes(100_000)).await;
    assert_eq!(answer.refusal(), Refusal::NotFound);
    for method in [Method::HEAD, Method::DELETE] {
        let answer = tus(&server, method, &bea, book.id()).await;
        assert_eq!(answer.status, 404);
    }
}
