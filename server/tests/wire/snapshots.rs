//! `/api/carnets/{carnet}/snapshot`

use protocol::carnet::Snapshot;
use protocol::cbor::encode_stored;
use protocol::change::{Access, Role, Sealed};
use protocol::checkpoint::Checkpoint;
use protocol::commit::sealed_digest;
use protocol::ids::{Digest, SectionId};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::signing::Kind;
use reqwest::Method;

use crate::support::{Book, Person, TestServer};

fn snapshot(book: &Book, who: &Person, head: Digest) -> Snapshot {
    let sealed = Sealed(vec![3; 1000]);
    let checkpoint = encode_stored(&Checkpoint {
        carnet: book.id(),
        account: who.id,
        seq: book.state.seq,
        head,
        snapshot: sealed_digest(&sealed.0),
    });
    Snapshot {
        signature: who.sign(Kind::Checkpoint, &checkpoint),
        checkpoint,
        sealed,
    }
}

#[tokio::test]
async fn who_is_not_in_the_carnet_is_refused_before_a_byte_is_read() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mallory = Person::join(&server, 2).await;
    let book = Book::open(&server, &anne).await;
    let path = paths::snapshot(book.id());
    // Nothing that could be decoded, and longer than what a stranger's push may be.
    let junk = vec![0xff; 200 * 1024];
    let send = async |method: Method, path: &str, who: &Person| {
        server
            .ask(method, path, &who.cookie, "application/cbor", junk.clone())
            .await
            .refusal()
    };
    assert_eq!(send(Method::PUT, &path, &mallory).await, Refusal::NotFound);
    assert_eq!(send(Method::PUT, &path, &anne).await, Refusal::Malformed);
    let log = paths::log(book.id());
    assert_eq!(send(Method::POST, &log, &mallory).await, Refusal::TooLarge);
    assert_eq!(send(Method::POST, &log, &anne).await, Refusal::Malformed);
    assert_eq!(
        send(Method::POST, paths::CARNETS, &anne).await,
        Refusal::TooLarge
    );
}

#[tokio::test]
async fn a_snapshot_is_kept_for_who_made_it_alone() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    let daily = [(SectionId::DAILY, Access::Read, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &daily)
        .await;
    let path = paths::snapshot(book.id());
    let put = async |who: &Person, snapshot: &Snapshot| {
        server.cbor(Method::PUT, &path, &who.cookie, snapshot).await
    };
    assert_eq!(
        server.get(&path, &anne.cookie).await.refusal(),
        Refusal::NotFound
    );
    let good = snapshot(&book, &anne, book.state.head);
    put(&anne, &good).await.is_fine();
    let kept: Snapshot = server.get(&path, &anne.cookie).await.cbor();
    assert_eq!(kept, good);
    assert_eq!(
        server.get(&path, &bea.cookie).await.refusal(),
        Refusal::NotFound
    );
    assert_eq!(put(&bea, &good).await.refusal(), Refusal::BadSignature);
    let mut swapped = good.clone();
    swapped.sealed.0[0] ^= 1;
    assert_eq!(put(&anne, &swapped).await.refusal(), Refusal::Mismatch);
    let made_up = snapshot(&book, &anne, Digest::from_bytes([9; 32]));
    assert_eq!(put(&anne, &made_up).await.refusal(), Refusal::Unknown);
}
