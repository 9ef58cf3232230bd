//! The whole way on PostgreSQL, when `CARNET_TEST_POSTGRES` names one, as the project's test command does.

use data_encoding::BASE64;
use protocol::account::{MailLanguage, NewProof, NewWay, SetEmail};
use protocol::card::{CardCode, PinnedFile, SetCard};
use protocol::carnet::{Fetch, Fetched, Pulled};
use protocol::change::{Change, DepositSource, FileUse, LinkKind};
use protocol::commit::sealed_digest;
use protocol::deposit::deposit_digest;
use protocol::ids::{
    BlobId, CardLookup, EntryId, LoginToken, LookupId, ManifestId, SectionId, WayId,
};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::time::DAY;
use protocol::tray::Inbox;
use reqwest::Method;
use server::check;

use crate::support::carnet::{plain, put};
use crate::support::link::{after, bearer, card, declares};
use crate::support::person::{challenge, cookie_of};
use crate::support::smtp::{Mail, SmtpServer};
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

#[tokio::test]
async fn links_and_mails_live_on_postgres_as_they_do_on_sqlite() {
    let Ok(address) = std::env::var("CARNET_TEST_POSTGRES") else {
        assert!(
            std::env::var("CI").is_err(),
            "CARNET_TEST_POSTGRES is not set"
        );
        return;
    };
    let smtp = SmtpServer::start().await;
    let settings = format!("database = {address:?}\n{}", smtp.settings());
    let server = TestServer::start_with(&settings).await;
    let anne = join(&server).await;
    let at = format!("{}@example.org", anne.id);
    let set = SetEmail {
        email: Some(at.clone()),
        language: MailLanguage::English,
    };
    let path = paths::ACCOUNT_EMAIL;
    let answer = server.json(Method::PUT, path, &anne.cookie, &set).await;
    answer.is_fine();
    let mut book = Book::open(&server, &anne).await;

    upload(&server, &anne, &book).await;
    let (card_link, tray) = (Person::stranger(), Person::stranger());
    let name = ManifestId::from_bytes(*card_link.keys.signing.as_bytes());
    let lookup = CardLookup::from_bytes(*tray.keys.signing.as_bytes());
    let set = SetCard {
        code: Some(CardCode {
            lookup,
            sealed: vec![1; 90],
        }),
        files: vec![PinnedFile {
            blob: BLOB,
            size: 100_000,
        }],
        ..card(name)
    };
    book.open_card(&server, &anne, &card_link, &set).await;
    let code = paths::card_code(lookup);
    server.json(Method::POST, &code, "", &()).await.is_fine();
    let shown = server.opened(name, &declares()).await;
    let place = shown.files[1].location.clone().unwrap();
    let place = place.strip_prefix(&server.base).unwrap();
    let fetched = server.send(Method::GET, place, &[], Vec::new()).await;
    assert!(fetched.is_fine().body == vec![5; 100_000]);
    let ours = |mails: Vec<Mail>| mails.iter().filter(|mail| mail.to[0] == at).count();
    for _ in 0..200 {
        if ours(smtp.mails()) == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(ours(smtp.mails()), 1);
    book.set_card(&server, &anne, &card_link, &card(name))
        .await
        .is_fine();
    let eve = join(&server).await;
    let mut theirs = Book::open(&server, &eve).await;
    let until = server.now().plus(100);
    theirs
        .open_link(&server, &eve, &card_link, LinkKind::Urgent, until)
        .await;
    let taken = theirs
        .set_card(&server, &eve, &card_link, &card(name))
        .await;
    assert_eq!(taken.refusal(), Refusal::Exists);

    book.open_tray(&server, &anne, &tray).await;
    let left = BlobId::from_bytes([8; 16]);
    let bearer = bearer(&tray);
    let path = paths::tray_uploads(tray.id);
    let who = ("authorization", bearer.as_str());
    server
        .upload(&path, who, left, &[4; 90_000])
        .await
        .is_fine();
    let files = vec![FileUse {
        blob: left,
        size: 90_000,
    }];
    let first = book.deposit(&tray, 0, None, b"note", files.clone());
    server.push_deposit(&tray, &first).await.is_fine();
    server.push_deposit(&tray, &first).await.is_fine();
    let second = book.deposit(&tray, 1, after(&first), b"more", Vec::new());
    server.push_deposit(&tray, &second).await.is_fine();
    let path = paths::inbox(book.id());
    let waiting: Inbox = server.get(&path, &anne.cookie).await.cbor();
    assert_eq!(waiting.deposits.len(), 2);
    let gone = paths::inbox_deposit(book.id(), tray.id, 1);
    let answer = server.ask(Method::DELETE, &gone, &anne.cookie, "", Vec::new());
    answer.await.is_fine();
    let mut take = put(SectionId::INBOX, 7, b"taken in", files);
    if let Some(Change::Put(put)) = take.changes.first_mut() {
        put.source = Some(DepositSource {
            link: tray.id,
            counter: 0,
            digest: deposit_digest(&first.body),
        });
    }
    book.push(&server, &anne, take).await;
    let waiting: Inbox = server.get(&path, &anne.cookie).await.cbor();
    assert!(waiting.deposits.is_empty());
    let close = |link: &Person| Change::Close { link: link.id };
    book.push(&server, &anne, plain(vec![close(&card_link), close(&tray)]))
        .await;
    let over = server.scan(name, &declares()).await;
    assert_eq!(over.refusal(), Refusal::NotFound);
    let file = paths::file(book.id(), left);
    assert!(server.get(&file, &anne.cookie).await.is_fine().body == vec![4; 90_000]);
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    storage.sweep(server.now().plus(DAY)).await.unwrap();
    assert!(storage.file(book.id(), BLOB).await.unwrap().is_none());
    assert!(storage.file(book.id(), left).await.unwrap().is_some());
}
