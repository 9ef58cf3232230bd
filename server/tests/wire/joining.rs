//! Coming in by an invitation: one commit, by the newcomer's own session; every guardian is told.

use std::time::Duration;

use protocol::account::{MailLanguage, SetEmail};
use protocol::carnet::{Envelope, Push};
use protocol::change::{Access, Change, LinkKind, Proposal, Role, Sealed};
use protocol::commit::{Body, sealed_digest};
use protocol::ids::SectionId;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::time::DAY;
use reqwest::Method;

use crate::support::carnet::{plain, signed};
use crate::support::link::access;
use crate::support::smtp::SmtpServer;
use crate::support::{Book, Person, TestServer};

const SECTIONS: [SectionId; 1] = [SectionId::HEALTH];

/// Anne, who keeps a carnet, with an invitation open.
async fn invited(server: &TestServer, link: &Person) -> (Person, Book) {
    let anne = Person::join(server, 1).await;
    let mut book = Book::open(server, &anne).await;
    let kind = LinkKind::Invitation(Role::Relative);
    book.open_reading(server, &anne, link, kind, &SECTIONS, &access(link))
        .await;
    (anne, book)
}

/// What the invitation's key signs for somebody.
fn admission(server: &TestServer, book: &Book, link: &Person, who: &Person) -> Push {
    let envelope = Sealed(vec![who.seed; 80]);
    let until = book.state.members[&link.id].grants[&SectionId::HEALTH].until;
    let changes = vec![
        Change::Admit {
            keys: who.keys.clone(),
            role: Role::Relative,
            label: Sealed(vec![2]),
        },
        Change::Grant {
            member: who.id,
            section: SectionId::HEALTH,
            access: Access::Read,
            until,
            envelope: sealed_digest(&envelope.0),
        },
        Change::Revoke { member: link.id },
    ];
    let body = Body::Commit(book.body(link, changes, server.now()));
    Push {
        signed: signed(link, &body),
        payloads: Vec::new(),
        envelopes: vec![Envelope {
            member: who.id,
            file: envelope,
        }],
    }
}

#[tokio::test]
async fn nobody_takes_it_for_another_nobody_twice_and_nobody_late() {
    let server = TestServer::start().await;
    let link = Person::new(60);
    let (_, book) = invited(&server, &link).await;
    let (bea, carl) = (
        Person::join(&server, 2).await,
        Person::join(&server, 3).await,
    );
    // Whoever signs for somebody else cannot send it; a link alone has no session at all.
    let for_bea = admission(&server, &book, &link, &bea);
    let answer = book.send(&server, &carl, &for_bea).await;
    assert_eq!(answer.refusal(), Refusal::NotFound);
    let path = paths::log(book.id());
    let body = protocol::cbor::encode(&for_bea);
    let answer = server.leave(Method::POST, &path, &link, body).await;
    assert_eq!(answer.refusal(), Refusal::SignedOut);
    // More than was promised, or a right of another kind, is refused.
    let mut more = admission(&server, &book, &link, &bea);
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
            access: Access::Write,
            until,
            envelope: sealed_digest(&more.envelopes[0].file.0),
        },
        Change::Revoke { member: link.id },
    ];
    more.signed = signed(
        &link,
        &Body::Commit(book.body(&link, changes, server.now())),
    );
    let answer = book.send(&server, &bea, &more).await;
    assert_eq!(answer.refusal(), Refusal::NotAllowed);

    let kept = book.clone().send(&server, &bea, &for_bea).await;
    kept.is_fine();
    // The same again is the answer that was lost; another's comes too late.
    book.send(&server, &bea, &for_bea).await.is_fine();
    let for_carl = admission(&server, &book, &link, &carl);
    let answer = book.send(&server, &carl, &for_carl).await;
    // Its author is no member any more: nobody is told that there is such a carnet.
    assert_eq!(answer.refusal(), Refusal::NotFound);

    let link = Person::new(61);
    let server = TestServer::start().await;
    let (_, book) = invited(&server, &link).await;
    let bea = Person::join(&server, 2).await;
    let late = admission(&server, &book, &link, &bea);
    server.wait(2 * DAY);
    let answer = book.send(&server, &bea, &late).await;
    assert_eq!(answer.refusal(), Refusal::NotAllowed);
}

#[tokio::test]
async fn guardians_are_told_that_somebody_came_in() {
    let smtp = SmtpServer::start().await;
    let server = TestServer::start_with(&smtp.settings()).await;
    let link = Person::new(60);
    let (anne, mut book) = invited(&server, &link).await;
    let set = SetEmail {
        email: Some("anne@example.org".to_owned()),
        language: MailLanguage::French,
    };
    server
        .json(Method::PUT, paths::ACCOUNT_EMAIL, &anne.cookie, &set)
        .await
        .is_fine();
    // What a guardian does by their own session tells nobody.
    let bea = Person::join(&server, 2).await;
    book.admit(&server, &anne, &bea, Role::Relative, &[]).await;
    book.push(
        &server,
        &anne,
        plain(vec![Change::Revoke { member: bea.id }]),
    )
    .await;
    let push = admission(&server, &book, &link, &bea);
    book.send(&server, &bea, &push).await.is_fine();
    let mails = smtp.has(1).await;
    assert_eq!(mails[0].to, ["anne@example.org"]);
    // As it is written on the way: lines end in the middle of a word.
    let text = mails[0].text.replace("=\r\n", "").replace("=\n", "");
    assert!(text.contains("avec une invitation"), "{text}");
}

#[tokio::test]
async fn guardians_are_told_of_a_question_and_again_of_an_account_said_to_be_lost() {
    let smtp = SmtpServer::start().await;
    let server = TestServer::start_with(&smtp.settings()).await;
    let (anne, bea, again) = (
        Person::join(&server, 1).await,
        Person::join(&server, 2).await,
        Person::join(&server, 3).await,
    );
    let mut book = Book::open(&server, &anne).await;
    for guardian in [&bea, &again] {
        book.admit(&server, &anne, guardian, Role::Guardian, &[])
            .await;
    }
    let set = SetEmail {
        email: Some("bea@example.org".to_owned()),
        language: MailLanguage::English,
    };
    server
        .json(Method::PUT, paths::ACCOUNT_EMAIL, &bea.cookie, &set)
        .await
        .is_fine();
    // She looked into it: it is hers as well.
    server
        .get(&paths::log(book.id()), &bea.cookie)
        .await
        .is_fine();
    book.acts(&server, &anne, &bea, 1).await;
    let propose = |what| plain(vec![Change::Propose { what }]);
    let lost = || {
        propose(Proposal::Readmit {
            old: bea.id,
            new: again.id,
        })
    };
    book.push(&server, &anne, propose(Proposal::EraseCarnet))
        .await;
    let mails = smtp.has(1).await;
    assert!(mails[0].text.contains("A question waits"), "{mails:?}");
    book.push(&server, &anne, lost()).await;
    assert!(smtp.has(2).await[1].text.contains("said to be lost"));
    let asked = book.state.seq;
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    let told_until = async |days: u64| {
        let then = server.now().plus(days * DAY);
        storage.is_any_due(then, true).await.unwrap()
    };
    for _ in 0..100 {
        // What was taken by the mail server is noted as sent a moment later.
        if !told_until(29).await {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(!told_until(29).await && told_until(30).await);
    // What is over is not told again.
    book.push(
        &server,
        &anne,
        plain(vec![Change::Oppose { proposal: asked }]),
    )
    .await;
    assert!(!told_until(90).await);
    assert_eq!(smtp.has(2).await.len(), 2);
}
