//! Several members on one carnet: who may see, and who no longer.

use protocol::carnet::Pulled;
use protocol::change::{Access, Change, Proposal, Role, Sealed};
use protocol::ids::SectionId;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::time::DAY;

use crate::support::carnet::{plain, put};
use crate::support::{Book, Person, TestServer};

#[tokio::test]
async fn a_key_envelope_is_sent_to_its_member_alone_and_goes_with_it() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    let rights = [(SectionId::DAILY, Access::Write, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &rights)
        .await;
    let pull = async |person: &Person| server.get(&paths::log(book.id()), &person.cookie).await;
    let hers: Pulled = pull(&bea).await.cbor();
    assert_eq!(hers.envelopes, [Sealed(vec![2; 80])]);
    let mine: Pulled = pull(&anne).await.cbor();
    assert_eq!(mine.envelopes, [Sealed(vec![1; 64])]);
    let membership = server.get(paths::ACCOUNT, &bea.cookie).await.json();
    assert_eq!(membership["carnets"][0]["carnet"], book.id().to_string());
    assert_eq!(membership["carnets"][0]["seq"], 1);
    book.clone()
        .push(
            &server,
            &anne,
            plain(vec![Change::Revoke { member: bea.id }]),
        )
        .await;
    let gone = server.get(&paths::log(book.id()), &bea.cookie).await;
    assert_eq!(gone.refusal(), Refusal::NotFound);
    let membership = server.get(paths::ACCOUNT, &bea.cookie).await.json();
    assert!(membership["carnets"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_member_writes_where_it_may_and_nowhere_else() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    let until = Some(server.now().plus(10 * DAY));
    let rights = [
        (SectionId::DAILY, Access::Write, until),
        (SectionId::HEALTH, Access::Read, until),
    ];
    book.admit(&server, &anne, &bea, Role::Professional, &rights)
        .await;
    book.push(&server, &bea, put(SectionId::DAILY, 1, b"note", Vec::new()))
        .await;
    let push = book.next(
        &bea,
        put(SectionId::HEALTH, 2, b"x", Vec::new()),
        server.now(),
    );
    assert_eq!(
        book.send(&server, &bea, &push).await.refusal(),
        Refusal::NotAllowed
    );
    let in_time = book.state.at;
    server.wait(10 * DAY);
    // Nor by dating back: an ended right ends by the server's clock.
    for at in [server.now(), in_time] {
        let push = book.next(&bea, put(SectionId::DAILY, 3, b"y", Vec::new()), at);
        let answer = book.send(&server, &bea, &push).await;
        assert_eq!(answer.refusal(), Refusal::NotAllowed);
    }
}

#[tokio::test]
async fn a_closed_carnet_can_be_seen_to_be_closed_and_goes_after_thirty_days() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    book.push(
        &server,
        &anne,
        put(SectionId::DAILY, 1, b"note", Vec::new()),
    )
    .await;
    let close = plain(vec![Change::Propose {
        what: Proposal::EraseCarnet,
    }]);
    book.push(&server, &anne, close).await;
    assert!(book.state.closed);
    let pulled: Pulled = server
        .get(&paths::log(book.id()), &anne.cookie)
        .await
        .cbor();
    assert_eq!(pulled.seq, 2);
    let push = book.next(
        &anne,
        put(SectionId::DAILY, 2, b"x", Vec::new()),
        server.now(),
    );
    assert_eq!(
        book.send(&server, &anne, &push).await.refusal(),
        Refusal::Closed
    );
    let fetch = protocol::carnet::Fetch {
        digests: Vec::new(),
    };
    let path = paths::payloads(book.id());
    let answer = server
        .cbor(reqwest::Method::POST, &path, &anne.cookie, &fetch)
        .await;
    assert_eq!(answer.refusal(), Refusal::Closed);
}
