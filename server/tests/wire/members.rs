//! Several members on one carnet: who may see, and who no longer.

use protocol::carnet::{Pulled, Push};
use protocol::change::{Access, Change, Proposal, Role, Sealed};
use protocol::commit::Body;
use protocol::ids::{EntryId, SectionId};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::time::DAY;

use crate::support::carnet::{plain, put, signed};
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
    // Nor by dating back: an ended right ends by the server's clock, for what it wrote itself as well.
    for at in [server.now(), in_time] {
        let erase = plain(vec![Change::Erase {
            section: SectionId::DAILY,
            entry: EntryId::from_bytes([1; 16]),
        }]);
        for draft in [put(SectionId::DAILY, 3, b"y", Vec::new()), erase] {
            let push = book.next(&bea, draft, at);
            let answer = book.send(&server, &bea, &push).await;
            assert_eq!(answer.refusal(), Refusal::NotAllowed);
        }
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

#[tokio::test]
async fn a_carnet_has_so_many_entries_and_no_more() {
    let server = TestServer::start_with("carnet_entries = 300\n").await;
    let anne = Person::join(&server, 1).await;
    let mut book = Book::open(&server, &anne).await;
    let many = |from: u16, to: u16| {
        let mut draft = plain(Vec::new());
        for number in from..to {
            let sealed = number.to_be_bytes();
            let mut one = put(SectionId::DAILY, 0, &sealed, Vec::new());
            if let Some(Change::Put(put)) = one.changes.first_mut() {
                let mut id = [7; 16];
                id[..2].copy_from_slice(&sealed);
                put.entry = EntryId::from_bytes(id);
            }
            draft.changes.append(&mut one.changes);
            draft.payloads.append(&mut one.payloads);
        }
        draft
    };
    book.push(&server, &anne, many(0, 200)).await;
    let push = book.next(&anne, many(200, 301), server.now());
    let answer = book.send(&server, &anne, &push).await;
    assert_eq!(answer.refusal(), Refusal::Quota);
    book.push(&server, &anne, many(200, 300)).await;
    let push = book.next(&anne, many(300, 301), server.now());
    let answer = book.send(&server, &anne, &push).await;
    assert_eq!(answer.refusal(), Refusal::Quota);
    // What is there can still be changed, and erased.
    let entry = EntryId::from_bytes([[0, 5].as_slice(), &[7; 14]].concat().try_into().unwrap());
    let section = SectionId::DAILY;
    book.push(
        &server,
        &anne,
        plain(vec![Change::Erase { section, entry }]),
    )
    .await;
}

#[tokio::test]
async fn who_was_taken_out_learns_nothing_by_naming_somebody_who_was_not() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    let daily = [(SectionId::DAILY, Access::Write, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &daily)
        .await;
    let before = book.clone();
    let revoke = Change::Revoke { member: bea.id };
    book.push(&server, &anne, plain(vec![revoke])).await;
    let admit = Change::Admit {
        keys: bea.keys.clone(),
        role: Role::Relative,
        label: Sealed(vec![2]),
    };
    // In Anne's name, for a number that is taken and for one that is not.
    for known in [&before, &book] {
        let body = Body::Commit(known.body(&anne, vec![admit.clone()], server.now()));
        let push = Push {
            signed: signed(&bea, &body),
            payloads: Vec::new(),
            envelopes: Vec::new(),
        };
        let answer = known.send(&server, &bea, &push).await;
        assert_eq!(answer.refusal(), Refusal::NotFound);
    }
}
