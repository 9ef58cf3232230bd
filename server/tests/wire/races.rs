//! Many at once on one carnet.

use std::sync::Arc;
use std::time::Duration;

use protocol::carnet::Pulled;
use protocol::change::Change;
use protocol::paths;
use protocol::refusal::Refusal;

use crate::support::carnet::plain;
use crate::support::{Book, Person, TestServer};

/// So many push at the same time.
const PUSHERS: usize = 200;

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_concurrent_pushes_make_one_unbroken_chain() {
    let server = Arc::new(TestServer::start().await);
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let pushers = (0..PUSHERS).map(|number| {
        let (server, anne, book) = (Arc::clone(&server), anne.clone(), book.clone());
        tokio::spawn(async move { push_until_kept(&server, &anne, book, number).await })
    });
    for pusher in pushers.collect::<Vec<_>>() {
        pusher.await.unwrap();
    }
    let pulled: Pulled = server
        .get(&paths::log(book.id()), &anne.cookie)
        .await
        .cbor();
    assert_eq!(pulled.seq as usize, PUSHERS);
    let mut kept = follow(&book, &pulled);
    kept.sort_unstable();
    assert_eq!(kept, (0..PUSHERS).collect::<Vec<_>>());
}

/// As a client does that loses a race: pull, rebuild, push again.
async fn push_until_kept(server: &TestServer, anne: &Person, mut book: Book, number: usize) {
    for tried in 0_u64.. {
        let key = Some((number as u32).to_be_bytes().to_vec());
        let push = book.next(anne, plain(vec![Change::Device { key }]), server.now());
        let answer = book.send(server, anne, &push).await;
        if answer.status == 200 {
            return;
        }
        assert_eq!(answer.refusal(), Refusal::Stale);
        // Those who lost together do not come back together.
        let pause = (tried + 1) * (number as u64 * 7919 % 97);
        tokio::time::sleep(Duration::from_millis(pause)).await;
        let path = format!("{}?from={}", paths::log(book.id()), book.state.seq + 1);
        let pulled: Pulled = server.get(&path, &anne.cookie).await.cbor();
        for received in &pulled.commits {
            book.state =
                protocol::apply::replay_without_checking_signature(&book.state, &received.signed)
                    .unwrap();
        }
    }
}

/// Every commit follows the one before; the numbers that they carry.
fn follow(book: &Book, pulled: &Pulled) -> Vec<usize> {
    let mut state = book.state.clone();
    let mut numbers = Vec::new();
    for received in &pulled.commits[1..] {
        state = protocol::apply::apply(&state, &received.signed).unwrap();
        let key = state
            .members
            .values()
            .next()
            .unwrap()
            .device
            .clone()
            .unwrap();
        numbers.push(u32::from_be_bytes(key.try_into().unwrap()) as usize);
    }
    assert_eq!(state.head, pulled.head);
    numbers
}
