//! `/api/links/{link}`: what a link's bearer reads without an account, and until when.

use protocol::bearer::{LinkView, SetAccess};
use protocol::carnet::{Act, Fetch, Fetched, Pulled};
use protocol::change::{Access, Change, FileUse, LinkKind, Role, Sealed};
use protocol::commit::{Body, sealed_digest};
use protocol::ids::{BlobId, SectionId};
use protocol::limits;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::time::DAY;
use protocol::tray::access_hash;
use reqwest::Method;

use crate::support::carnet::{Draft, plain, put, signed};
use crate::support::link::{access, token};
use crate::support::{Answer, Book, Person, TestServer};

const BLOB: BlobId = BlobId::from_bytes([9; 16]);
const OTHER: BlobId = BlobId::from_bytes([8; 16]);

async fn pull(server: &TestServer, link: &Person) -> Answer {
    let path = paths::bearer_log(link.id);
    server.leave(Method::GET, &path, link, Vec::new()).await
}

async fn show(server: &TestServer, link: &Person) -> Answer {
    let path = paths::link(link.id);
    server.leave(Method::GET, &path, link, Vec::new()).await
}

async fn fetch(server: &TestServer, link: &Person, sealed: &[&[u8]]) -> Vec<Option<Sealed>> {
    let digests = sealed.iter().map(|sealed| sealed_digest(sealed)).collect();
    let body = protocol::cbor::encode(&Fetch { digests });
    let path = paths::bearer_payloads(link.id);
    let answer = server.leave(Method::POST, &path, link, body).await;
    answer.cbor::<Fetched>().payloads
}

async fn file(server: &TestServer, link: &Person, blob: BlobId) -> Answer {
    let path = paths::bearer_file(link.id, blob);
    server.leave(Method::GET, &path, link, Vec::new()).await
}

/// A carnet with a note in two sections, the second with a file.
async fn book(server: &TestServer, anne: &Person) -> Book {
    let mut book = Book::open(server, anne).await;
    for (blob, byte) in [(BLOB, 4), (OTHER, 5)] {
        let path = paths::uploads(book.id());
        let who = ("cookie", anne.cookie.as_str());
        server
            .upload(&path, who, blob, &[byte; 3000])
            .await
            .is_fine();
    }
    let files = |blob| vec![FileUse { blob, size: 3000 }];
    let daily = put(SectionId::DAILY, 1, b"habits", files(OTHER));
    book.push(server, anne, daily).await;
    let health = put(SectionId::HEALTH, 2, b"health", files(BLOB));
    book.push(server, anne, health).await;
    book
}

#[tokio::test]
async fn a_link_reads_its_sections_and_nothing_else() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = book(&server, &anne).await;
    let link = Person::new(60);
    let sections = [SectionId::HEALTH];
    book.open_reading(
        &server,
        &anne,
        &link,
        LinkKind::Read,
        &sections,
        &access(&link),
    )
    .await;
    let view: LinkView = show(&server, &link).await.cbor();
    assert_eq!((view.carnet, view.bundle), (book.id(), None));
    assert_eq!(view.until, server.now().plus(DAY));
    let pulled: Pulled = pull(&server, &link).await.cbor();
    assert_eq!((pulled.seq, pulled.commits.len()), (3, 4));
    assert_eq!(pulled.envelopes, [Sealed(vec![60; 80])]);
    let notes = fetch(&server, &link, &[b"habits", b"health"]).await;
    assert_eq!(notes, [None, Some(Sealed(b"health".to_vec()))]);
    assert_eq!(
        file(&server, &link, BLOB).await.is_fine().body,
        [4; 3000],
        "a file of its section"
    );
    assert_eq!(
        file(&server, &link, OTHER).await.refusal(),
        Refusal::NotFound
    );
    let acts = book.acts(&server, &anne, &link, 3).await;
    let read = Act::Read {
        section: SectionId::HEALTH,
        entries: vec![protocol::ids::EntryId::from_bytes([2; 16])],
    };
    let downloaded = Act::Downloaded { blob: BLOB };
    assert_eq!(acts, [Act::Pulled { seq: 3 }, read, downloaded]);
    // The link's token opens nothing else, and no session is made of it.
    let path = paths::log(book.id());
    let answer = server.leave(Method::GET, &path, &link, Vec::new()).await;
    assert_eq!(answer.refusal(), Refusal::SignedOut);
    // Its end is the server's to keep, and said to whoever has the token.
    server.wait(DAY);
    assert_eq!(pull(&server, &link).await.refusal(), Refusal::LinkOver);
    assert_eq!(show(&server, &link).await.refusal(), Refusal::LinkOver);
    assert_eq!(
        file(&server, &link, BLOB).await.refusal(),
        Refusal::LinkOver
    );
    let close = Change::Close { link: link.id };
    book.push(&server, &anne, plain(vec![close])).await;
    assert_eq!(pull(&server, &link).await.refusal(), Refusal::LinkOver);
}

#[tokio::test]
async fn single_documents_are_shown_until_the_link_is_closed() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = book(&server, &anne).await;
    let rights = [(SectionId::DAILY, Access::Write, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &rights)
        .await;
    let link = Person::new(60);
    let shown = SetAccess {
        bundle: Some(Sealed(b"sealed bundle".to_vec())),
        files: vec![BLOB],
        ..access(&link)
    };
    book.open_reading(&server, &anne, &link, LinkKind::Read, &[], &shown)
        .await;
    let view: LinkView = show(&server, &link).await.cbor();
    assert_eq!(view.bundle, Some(Sealed(b"sealed bundle".to_vec())));
    file(&server, &link, BLOB).await.is_fine();
    let other = file(&server, &link, OTHER).await;
    assert_eq!(other.refusal(), Refusal::NotFound);
    assert_eq!(fetch(&server, &link, &[b"health"]).await, [None]);
    let acts = book.acts(&server, &anne, &link, 2).await;
    assert_eq!(acts, [Act::Shown, Act::Downloaded { blob: BLOB }]);

    let refused = async |who: &Person, set: &SetAccess| {
        let answer = book.set_access(&server, who, &link, set).await;
        answer.refusal()
    };
    assert_eq!(refused(&bea, &shown).await, Refusal::NotAllowed);
    let missing = SetAccess {
        files: vec![BLOB, BlobId::from_bytes([7; 16])],
        ..shown.clone()
    };
    assert_eq!(refused(&anne, &missing).await, Refusal::FileMissing);
    let files_alone = SetAccess {
        bundle: None,
        ..shown.clone()
    };
    assert_eq!(refused(&anne, &files_alone).await, Refusal::Malformed);
    let long = SetAccess {
        bundle: Some(Sealed(vec![0; limits::BUNDLE_SEALED + 1])),
        ..shown.clone()
    };
    assert_eq!(refused(&anne, &long).await, Refusal::TooLarge);
    file(&server, &link, BLOB).await.is_fine();

    let close = Change::Close { link: link.id };
    book.push(&server, &anne, plain(vec![close])).await;
    assert_eq!(show(&server, &link).await.refusal(), Refusal::LinkClosed);
    assert_eq!(
        file(&server, &link, BLOB).await.refusal(),
        Refusal::LinkClosed
    );
    let again = book.set_access(&server, &anne, &link, &shown).await;
    assert_eq!(again.refusal(), Refusal::NotFound);
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    assert_eq!(storage.bundle(book.id(), link.id).await.unwrap(), None);
}

#[tokio::test]
async fn whoever_has_no_fitting_token_learns_nothing() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let eve = Person::join(&server, 2).await;
    let mut book = book(&server, &anne).await;
    let (link, deposit) = (Person::new(60), Person::new(61));
    book.open_reading(&server, &anne, &link, LinkKind::Read, &[], &access(&link))
        .await;
    book.open_tray(&server, &anne, &deposit).await;
    let nothing = show(&server, &Person::new(62)).await;
    assert_eq!(nothing.refusal(), Refusal::NotFound);
    // Another link's token, a member's session, no token at all, a link of another kind.
    let path = paths::link(link.id);
    let answers = [
        server.leave(Method::GET, &path, &deposit, Vec::new()).await,
        server.get(&path, &anne.cookie).await,
        server.get(&path, "").await,
        show(&server, &deposit).await,
        pull(&server, &deposit).await,
    ];
    for answer in answers {
        assert_eq!((answer.status, &answer.body), (404, &nothing.body));
    }
    let set = access(&deposit);
    let answer = book.set_access(&server, &anne, &deposit, &set);
    assert_eq!(answer.await.refusal(), Refusal::NotFound);
    // A token belongs to one link for ever.
    let mut theirs = Book::open(&server, &eve).await;
    let until = server.now().plus(DAY);
    theirs
        .open_link(&server, &eve, &link, LinkKind::Read, until)
        .await;
    let set = access(&link);
    let squat = theirs.set_access(&server, &eve, &link, &set);
    assert_eq!(squat.await.refusal(), Refusal::Exists);
    let other = SetAccess {
        access: access_hash(&token(&deposit)),
        ..access(&link)
    };
    let squat = theirs.set_access(&server, &eve, &link, &other);
    assert_eq!(squat.await.refusal(), Refusal::Exists);
}

#[tokio::test]
async fn an_invitation_is_read_before_it_is_used_and_says_afterwards_that_it_was() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = book(&server, &anne).await;
    let link = Person::new(60);
    let kind = LinkKind::Invitation(Role::Relative);
    let sections = [SectionId::HEALTH];
    let set = access(&link);
    book.open_reading(&server, &anne, &link, kind, &sections, &set)
        .await;
    let with_bundle = SetAccess {
        bundle: Some(Sealed(vec![1])),
        ..set
    };
    let answer = book.set_access(&server, &anne, &link, &with_bundle);
    assert_eq!(answer.await.refusal(), Refusal::Malformed);
    let pulled: Pulled = pull(&server, &link).await.cbor();
    assert_eq!(pulled.envelopes, [Sealed(vec![60; 80])]);
    // The one commit that its key signs comes by the newcomer's session.
    let envelope = Sealed(vec![2; 80]);
    let until = book.state.members[&link.id].grants[&SectionId::HEALTH].until;
    let changes = vec![
        Change::Admit {
            keys: bea.keys.clone(),
            role: Role::Relative,
            label: Sealed(vec![2]),
        },
        Change::Grant {
            member: bea.id,
            section: SectionId::HEALTH,
            access: Access::Read,
            until,
            envelope: sealed_digest(&envelope.0),
        },
        Change::Revoke { member: link.id },
    ];
    let body = Body::Commit(book.body(&link, changes, server.now()));
    let mut push = book.next(
        &link,
        Draft {
            changes: Vec::new(),
            payloads: Vec::new(),
            envelopes: Vec::new(),
        },
        server.now(),
    );
    push.signed = signed(&link, &body);
    push.envelopes = vec![protocol::carnet::Envelope {
        member: bea.id,
        file: envelope,
    }];
    let answer = book.send(&server, &anne, &push).await;
    assert_eq!(answer.refusal(), Refusal::NotAllowed);
    book.send(&server, &bea, &push).await.is_fine();
    assert_eq!(pull(&server, &link).await.refusal(), Refusal::LinkUsed);
    assert_eq!(show(&server, &link).await.refusal(), Refusal::LinkUsed);
}
