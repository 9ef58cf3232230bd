//! Several instances beside each other on the same data.

use protocol::carnet::Pulled;
use protocol::change::{Access, Change, Role};
use protocol::ids::SectionId;
use protocol::paths;
use protocol::refusal::Refusal;
use reqwest::Method;

use crate::support::carnet::{plain, put};
use crate::support::{Book, Person, TestServer};

#[tokio::test]
async fn what_one_instance_took_in_another_goes_on_from() {
    let one = TestServer::start().await;
    let two = TestServer::beside(&one).await;
    let (anne, bea) = (Person::join(&one, 1).await, Person::join(&two, 2).await);
    let mut book = Book::open(&one, &anne).await;
    let mut lost = Vec::new();
    // By turns, so that each is always behind.
    for (number, server) in [&two, &one, &two, &two, &one].into_iter().enumerate() {
        let entry = number as u8;
        lost.push(book.next(
            &anne,
            put(SectionId::DAILY, 50 + entry, &[entry], Vec::new()),
            one.now(),
        ));
        book.push(
            server,
            &anne,
            put(SectionId::DAILY, entry, &[100 + entry], Vec::new()),
        )
        .await;
    }
    for (push, server) in lost.iter().zip([&one, &two, &one, &two, &one]) {
        assert_eq!(
            book.send(server, &anne, push).await.refusal(),
            Refusal::Stale
        );
    }
    for server in [&one, &two] {
        let pulled: Pulled = server
            .get(&paths::log(book.id()), &anne.cookie)
            .await
            .cbor();
        assert_eq!((pulled.seq, pulled.head), (5, book.state.head));
    }
    let daily = [(SectionId::DAILY, Access::Write, None)];
    book.admit(&one, &anne, &bea, Role::Relative, &daily).await;
    // The other instance has not heard of the new member yet, and asks.
    book.push(&two, &bea, put(SectionId::DAILY, 90, b"hers", Vec::new()))
        .await;
    book.push(&one, &anne, plain(vec![Change::Revoke { member: bea.id }]))
        .await;
    let gone = two.get(&paths::log(book.id()), &bea.cookie).await;
    assert_eq!(gone.refusal(), Refusal::NotFound);
}

#[tokio::test]
async fn two_instances_at_once_keep_one_chain() {
    let one = TestServer::start().await;
    let two = TestServer::beside(&one).await;
    let anne = Person::join(&one, 1).await;
    let mut book = Book::open(&one, &anne).await;
    for round in 0..10_u8 {
        let draft = |server| {
            plain(vec![Change::Device {
                key: Some(vec![round, server]),
            }])
        };
        let pushes = [
            book.next(&anne, draft(1), one.now()),
            book.next(&anne, draft(2), one.now()),
        ];
        let path = paths::log(book.id());
        let (first, second) = tokio::join!(
            one.cbor(Method::POST, &path, &anne.cookie, &pushes[0]),
            two.cbor(Method::POST, &path, &anne.cookie, &pushes[1]),
        );
        let kept = match (first.status, second.status) {
            (200, _) => {
                assert_eq!(second.refusal(), Refusal::Stale);
                &pushes[0]
            }
            (_, 200) => {
                assert_eq!(first.refusal(), Refusal::Stale);
                &pushes[1]
            }
            both => panic!("{both:?}"),
        };
        book.state = protocol::apply::apply(&book.state, &kept.signed).unwrap();
    }
}

#[tokio::test]
async fn signing_out_is_felt_by_the_other_instance_in_a_moment() {
    let one = TestServer::start().await;
    let two = TestServer::beside(&one).await;
    let anne = Person::join(&one, 1).await;
    two.get(paths::ACCOUNT, &anne.cookie).await.is_fine();
    one.ask(
        Method::DELETE,
        paths::SESSIONS,
        &anne.cookie,
        "",
        Vec::new(),
    )
    .await
    .is_fine();
    assert_eq!(
        one.get(paths::ACCOUNT, &anne.cookie).await.refusal(),
        Refusal::SignedOut
    );
    two.wait(api::sessions::MOMENT);
    assert_eq!(
        two.get(paths::ACCOUNT, &anne.cookie).await.refusal(),
        Refusal::SignedOut
    );
}
