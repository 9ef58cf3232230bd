//! `/api/trays/{link}` and `/api/carnets/{carnet}/inbox`: what people without an account leave.

use protocol::carnet::Act;
use protocol::change::{Access, Change, DepositSource, FileUse, Put, Role, Sealed};
use protocol::commit::sealed_digest;
use protocol::deposit::deposit_digest;
use protocol::ids::{BlobId, EntryId, SectionId};
use protocol::limits;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::time::DAY;
use protocol::tray::{Inbox, PushDeposit, SetTray, TrayEnd, TrayState, access_hash};
use reqwest::Method;

use crate::support::carnet::{Draft, plain};
use crate::support::link::{after, bearer, token};
use crate::support::{Answer, Book, Person, TestServer};

const BLOB: BlobId = BlobId::from_bytes([9; 16]);

async fn state(server: &TestServer, link: &Person) -> TrayState {
    let answer = server
        .leave(Method::GET, &paths::tray(link.id), link, Vec::new())
        .await;
    serde_json::from_slice(&answer.is_fine().body).unwrap()
}

async fn inbox(server: &TestServer, book: &Book, who: &Person) -> Inbox {
    server
        .get(&paths::inbox(book.id()), &who.cookie)
        .await
        .cbor()
}

async fn upload(server: &TestServer, link: &Person, blob: BlobId, bytes: &[u8]) -> Answer {
    let bearer = bearer(link);
    let path = paths::tray_uploads(link.id);
    server
        .upload(&path, ("authorization", &bearer), blob, bytes)
        .await
}

/// What takes a deposit in: an entry of the inbox that names its files.
fn taken(
    push: &PushDeposit,
    link: &Person,
    entry: u8,
    section: SectionId,
    files: Vec<FileUse>,
) -> Draft {
    let sealed = vec![entry; 40];
    let put = Put {
        section,
        epoch: 0,
        entry: EntryId::from_bytes([entry; 16]),
        base: Vec::new(),
        payload: sealed_digest(&sealed),
        size: 40,
        files,
        source: Some(DepositSource {
            link: link.id,
            counter: 0,
            digest: deposit_digest(&push.body),
        }),
    };
    Draft {
        payloads: vec![Sealed(sealed)],
        ..plain(vec![Change::Put(put)])
    }
}

fn files() -> Vec<FileUse> {
    vec![FileUse {
        blob: BLOB,
        size: 90_000,
    }]
}

#[tokio::test]
async fn a_stranger_leaves_a_note_and_a_file_and_the_family_takes_them_in() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let (link, mut book) = (Person::new(60), Book::open(&server, &anne).await);
    let daily = [(SectionId::DAILY, Access::Write, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &daily)
        .await;
    book.open_tray(&server, &anne, &link).await;
    let before = state(&server, &link).await;
    assert_eq!((before.carnet, before.last), (book.id(), None));
    assert_eq!(
        (&before.recipient, before.room),
        (&link.keys.recipient, limits::TRAY)
    );
    upload(&server, &link, BLOB, &[4; 90_000]).await.is_fine();
    let push = book.deposit(&link, 0, None, b"sealed note", files());
    let answer = server.push_deposit(&link, &push).await;
    let end: TrayEnd = serde_json::from_slice(&answer.is_fine().body).unwrap();
    assert_eq!((end.counter, Some(end.digest)), (0, after(&push)));
    let now = state(&server, &link).await;
    assert_eq!(
        (now.last, now.room),
        (Some(end), limits::TRAY - 90_000 - 11)
    );
    assert_eq!(
        book.acts(&server, &anne, &link, 1).await,
        [Act::Deposited { counter: 0 }]
    );

    // Only readers of the inbox see it, and fetch its file; whoever left it reads nothing back.
    let waiting = inbox(&server, &book, &anne).await;
    assert_eq!(
        (waiting.deposits.len(), &waiting.deposits[0].deposit),
        (1, &push)
    );
    let path = paths::inbox(book.id());
    assert_eq!(
        server.get(&path, &bea.cookie).await.refusal(),
        Refusal::NotAllowed
    );
    let file = paths::file(book.id(), BLOB);
    assert!(server.get(&file, &anne.cookie).await.is_fine().body == [4; 90_000]);
    assert_eq!(
        server.get(&file, &bea.cookie).await.refusal(),
        Refusal::NotFound
    );
    let answer = server.leave(Method::GET, &file, &link, Vec::new()).await;
    assert_eq!(answer.refusal(), Refusal::SignedOut);

    // Who may not write to the inbox does not take anything from it.
    let stolen = taken(&push, &link, 3, SectionId::DAILY, files());
    let stolen = book.next(&bea, stolen, server.now());
    assert_eq!(
        book.send(&server, &bea, &stolen).await.refusal(),
        Refusal::NotAllowed
    );
    // Nor does anybody by naming another deposit.
    let mut other = push.clone();
    other.body.push(0);
    let wrong = taken(&other, &link, 4, SectionId::INBOX, files());
    let wrong = book.next(&anne, wrong, server.now());
    assert_eq!(
        book.send(&server, &anne, &wrong).await.refusal(),
        Refusal::FileMissing
    );
    assert_eq!(inbox(&server, &book, &anne).await.deposits.len(), 1);

    let take = taken(&push, &link, 5, SectionId::INBOX, files());
    book.push(&server, &anne, take).await;
    assert!(inbox(&server, &book, &anne).await.deposits.is_empty());
    // What follows from the same deposit may come a little later.
    let more = taken(&push, &link, 6, SectionId::HEALTH, files());
    book.push(&server, &anne, more).await;
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    storage.sweep(server.now().plus(40 * DAY)).await.unwrap();
    assert!(server.get(&file, &anne.cookie).await.is_fine().body == [4; 90_000]);
    assert_eq!(state(&server, &link).await.room, limits::TRAY);
    let report = server::check::run(&server.settings).await.unwrap();
    assert!(report.is_clean(), "{report}");
}

#[tokio::test]
async fn what_nobody_wants_is_thrown_away_with_its_files() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let (link, mut book) = (Person::new(60), Book::open(&server, &anne).await);
    let reads = [(SectionId::INBOX, Access::Read, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &reads)
        .await;
    book.open_tray(&server, &anne, &link).await;
    upload(&server, &link, BLOB, &[4; 90_000]).await.is_fine();
    let push = book.deposit(&link, 0, None, b"sealed note", files());
    server.push_deposit(&link, &push).await.is_fine();
    assert_eq!(inbox(&server, &book, &bea).await.deposits.len(), 1);
    let path = paths::inbox_deposit(book.id(), link.id, 0);
    let delete = async |who: &Person| {
        server
            .ask(Method::DELETE, &path, &who.cookie, "", Vec::new())
            .await
    };
    assert_eq!(delete(&bea).await.refusal(), Refusal::NotAllowed);
    delete(&anne).await.is_fine();
    assert_eq!(delete(&anne).await.refusal(), Refusal::NotFound);
    assert!(inbox(&server, &book, &anne).await.deposits.is_empty());
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    storage.sweep(server.now().plus(DAY)).await.unwrap();
    assert!(storage.file(book.id(), BLOB).await.unwrap().is_none());
    // The chain goes on behind what was thrown away.
    let next = book.deposit(&link, 1, after(&push), b"another", Vec::new());
    server.push_deposit(&link, &next).await.is_fine();
    // And what was left stays when the link is closed.
    let close = Change::Close { link: link.id };
    book.push(&server, &anne, plain(vec![close])).await;
    assert_eq!(inbox(&server, &book, &anne).await.deposits.len(), 1);
}

#[tokio::test]
async fn forged_repeated_or_out_of_order_deposits_change_nothing() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(60), Book::open(&server, &anne).await);
    let elsewhere = Book::open(&server, &Person::join(&server, 2).await).await;
    book.open_tray(&server, &anne, &link).await;
    let push =
        |counter, previous, words: &[u8]| book.deposit(&link, counter, previous, words, Vec::new());
    let first = push(0, None, b"first");
    let refused = async |push: &PushDeposit| server.push_deposit(&link, push).await.refusal();
    let forged = PushDeposit {
        signature: Person::new(61).sign(protocol::signing::Kind::Deposit, &first.body),
        ..first.clone()
    };
    assert_eq!(refused(&forged).await, Refusal::BadSignature);
    let other = PushDeposit {
        payload: Sealed(b"other".to_vec()),
        ..first.clone()
    };
    assert_eq!(refused(&other).await, Refusal::Mismatch);
    assert_eq!(refused(&push(1, None, b"early")).await, Refusal::Stale);
    let away = elsewhere.deposit(&link, 0, None, b"away", Vec::new());
    assert_eq!(refused(&away).await, Refusal::WrongCarnet);
    let missing = book.deposit(&link, 0, None, b"files", files());
    assert_eq!(refused(&missing).await, Refusal::FileMissing);
    server.push_deposit(&link, &first).await.is_fine();
    // The same once more is the first answer; another in its place is late, and so is what follows another.
    let other_first = push(0, None, b"in its place");
    let again = server.push_deposit(&link, &first).await;
    let end: TrayEnd = serde_json::from_slice(&again.is_fine().body).unwrap();
    assert_eq!(Some(end.digest), after(&first));
    assert_eq!(
        refused(&push(0, None, b"in its place")).await,
        Refusal::Stale
    );
    let elsewhere = push(1, after(&other_first), b"on another");
    assert_eq!(refused(&elsewhere).await, Refusal::Stale);
    server
        .push_deposit(&link, &push(1, after(&first), b"second"))
        .await
        .is_fine();
    let waiting = inbox(&server, &book, &anne).await;
    assert_eq!(waiting.deposits.len(), 2);
    let used = server
        .get(&paths::quota(book.id()), &anne.cookie)
        .await
        .json()["used"]
        .as_u64();
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    let bodies: usize = storage
        .commits(book.id(), 0, 100, usize::MAX)
        .await
        .unwrap()
        .iter()
        .map(|received| received.signed.body.len())
        .sum();
    assert_eq!(
        used,
        Some((bodies + 64 + "first".len() + "second".len()) as u64)
    );
}

#[tokio::test]
async fn a_tray_has_an_end_and_so_has_its_room() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(60), Book::open(&server, &anne).await);
    book.open_tray(&server, &anne, &link).await;
    let bearer = bearer(&link);
    let metadata = format!(
        "blob {}",
        data_encoding::BASE64.encode(BLOB.to_string().as_bytes())
    );
    let begin = async |size: u64| {
        let size = size.to_string();
        let headers = [
            ("origin", server.base.as_str()),
            ("authorization", &bearer),
            ("tus-resumable", "1.0.0"),
            ("upload-length", &size),
            ("upload-metadata", &metadata),
        ];
        let path = paths::tray_uploads(link.id);
        server.send(Method::POST, &path, &headers, Vec::new()).await
    };
    assert_eq!(begin(limits::TRAY + 1).await.refusal(), Refusal::Quota);
    assert_eq!(begin(limits::TRAY).await.status, 201);
    assert_eq!(state(&server, &link).await.room, 0);
    let none = book.deposit(&link, 0, None, b"note", Vec::new());
    assert_eq!(
        server.push_deposit(&link, &none).await.refusal(),
        Refusal::Quota
    );
    let headers = [
        ("origin", server.base.as_str()),
        ("authorization", &bearer),
        ("tus-resumable", "1.0.0"),
    ];
    let path = paths::tray_upload(link.id, BLOB);
    let stands = server.send(Method::HEAD, &path, &headers, Vec::new()).await;
    assert_eq!(stands.header("upload-offset"), "0");
    server
        .send(Method::DELETE, &path, &headers, Vec::new())
        .await
        .is_fine();
    assert_eq!(state(&server, &link).await.room, limits::TRAY);
    // A guardian who gives the link to somebody they know makes room for films, and no more than that.
    let grant = async |room: u64| {
        let set = SetTray {
            access: access_hash(&token(&link)),
            room: Some(room),
        };
        let path = paths::link_tray(book.id(), link.id);
        server.json(Method::PUT, &path, &anne.cookie, &set).await
    };
    assert_eq!(
        grant(limits::LARGE_TRAY + 1).await.refusal(),
        Refusal::TooLarge
    );
    grant(limits::LARGE_TRAY).await.is_fine();
    assert_eq!(state(&server, &link).await.room, limits::LARGE_TRAY);
    assert_eq!(begin(limits::TRAY + 1).await.status, 201);
    server
        .send(Method::DELETE, &path, &headers, Vec::new())
        .await
        .is_fine();
    let mut previous = None;
    for counter in 0..limits::DEPOSITS as u64 {
        let push = book.deposit(&link, counter, previous, b"note", Vec::new());
        server.push_deposit(&link, &push).await.is_fine();
        previous = after(&push);
    }
    let push = book.deposit(
        &link,
        limits::DEPOSITS as u64,
        previous,
        b"note",
        Vec::new(),
    );
    assert_eq!(
        server.push_deposit(&link, &push).await.refusal(),
        Refusal::Quota
    );
}

#[tokio::test]
async fn a_tray_that_is_over_is_not_told_from_none_and_its_access_is_nobody_elses() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let eve = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    let (link, soon) = (Person::new(60), Person::new(61));
    book.open_tray(&server, &anne, &link).await;
    book.open_tray(&server, &anne, &soon).await;
    let path = paths::tray(link.id);
    let nothing = server
        .leave(Method::GET, &path, &Person::new(62), Vec::new())
        .await;
    assert_eq!(nothing.refusal(), Refusal::NotFound);
    assert_eq!(server.get(&path, &anne.cookie).await.body, nothing.body);
    let answer = server
        .leave(Method::GET, &paths::tray(soon.id), &link, Vec::new())
        .await;
    assert_eq!((answer.status, &answer.body), (404, &nothing.body));
    // The same link keys in another carnet, for whoever has the link.
    let mut theirs = Book::open(&server, &eve).await;
    let until = server.now().plus(DAY);
    let kind = protocol::change::LinkKind::Deposit;
    theirs.open_link(&server, &eve, &link, kind, until).await;
    let squat = async |theirs: &Book| {
        let set = SetTray {
            access: access_hash(&token(&link)),
            room: None,
        };
        let path = paths::link_tray(theirs.id(), link.id);
        server
            .json(Method::PUT, &path, &eve.cookie, &set)
            .await
            .refusal()
    };
    assert_eq!(squat(&theirs).await, Refusal::Exists);
    let close = Change::Close { link: link.id };
    book.push(&server, &anne, plain(vec![close])).await;
    assert_eq!(squat(&theirs).await, Refusal::Exists);
    server.wait(30 * DAY);
    let push = book.deposit(&soon, 0, None, b"note", Vec::new());
    for link in [&link, &soon] {
        let answer = server
            .leave(Method::GET, &paths::tray(link.id), link, Vec::new())
            .await;
        assert_eq!((answer.status, &answer.body), (404, &nothing.body));
        let answer = server.push_deposit(link, &push).await;
        assert_eq!((answer.status, &answer.body), (404, &nothing.body));
        let answer = upload(&server, link, BLOB, &[1; 10]).await;
        assert_eq!((answer.status, &answer.body), (404, &nothing.body));
    }
}

#[tokio::test]
async fn files_that_are_only_announced_shut_no_tray() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    let (link, other) = (Person::new(70), Person::new(71));
    book.open_tray(&server, &anne, &link).await;
    book.open_tray(&server, &anne, &other).await;
    let announce = async |link: &Person, number: u32, size: u64| {
        let mut id = [9; 16];
        id[..4].copy_from_slice(&number.to_be_bytes());
        let blob = BlobId::from_bytes(id).to_string();
        let metadata = format!("blob {}", data_encoding::BASE64.encode(blob.as_bytes()));
        let (bearer, size) = (bearer(link), size.to_string());
        let headers = [
            ("origin", server.base.as_str()),
            ("authorization", &bearer),
            ("tus-resumable", "1.0.0"),
            ("upload-length", &size),
            ("upload-metadata", &metadata),
        ];
        let path = paths::tray_uploads(link.id);
        server.send(Method::POST, &path, &headers, Vec::new()).await
    };
    let most = u32::try_from(limits::TRAY_FILES).unwrap();
    for number in 0..most {
        announce(&link, number, 1).await.is_fine();
    }
    assert_eq!(announce(&link, most, 1).await.refusal(), Refusal::Quota);
    // All the room of another one, for a file that never comes; and one of which something came.
    upload(&server, &other, BLOB, &[1; 100]).await.is_fine();
    let left = state(&server, &other).await.room;
    announce(&other, 5000, left).await.is_fine();
    assert_eq!(announce(&other, 5001, 1).await.refusal(), Refusal::Quota);
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    storage
        .sweep(server.now().plus(limits::TRAY_IDLE - 1))
        .await
        .unwrap();
    assert_eq!(announce(&other, 5001, 1).await.refusal(), Refusal::Quota);
    storage
        .sweep(server.now().plus(limits::TRAY_IDLE))
        .await
        .unwrap();
    assert_eq!(state(&server, &other).await.room, left);
    // Whoever comes back after that begins again, under the same name if they like.
    announce(&other, 5000, left).await.is_fine();
    assert_eq!(state(&server, &link).await.room, limits::TRAY);
    let note = book.deposit(&other, 0, None, b"note", Vec::new());
    assert_eq!(
        server.push_deposit(&other, &note).await.refusal(),
        Refusal::Quota
    );
    storage.sweep(server.now().plus(DAY)).await.unwrap();
    server.push_deposit(&other, &note).await.is_fine();
}
