//! `/api/carnets/{carnet}/calendar` and `/calendar/{token}.ics`

use std::time::Duration;

use protocol::calendar::{CalendarState, SetCalendar, calendar_hash, served};
use protocol::carnet::{Act, Journal};
use protocol::change::{Access, Change, Role};
use protocol::ids::{LoginToken, SectionId};
use protocol::refusal::Refusal;
use protocol::time::DAY;
use protocol::{limits, paths};
use reqwest::Method;

use crate::support::carnet::plain;
use crate::support::{Book, Person, TestServer};

fn token(number: u8) -> LoginToken {
    LoginToken::from_bytes([number; 32])
}

fn calendar(number: u8, text: &str) -> SetCalendar {
    SetCalendar {
        access: calendar_hash(&token(number)),
        text: format!("BEGIN:VCALENDAR\r\n{text}\r\nEND:VCALENDAR\r\n"),
    }
}

#[tokio::test]
async fn a_member_lets_its_calendar_be_read_and_closes_it() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let path = paths::calendar(book.id());
    let address = paths::subscribed(&token(1));
    assert_eq!(
        server.get(&path, &anne.cookie).await.refusal(),
        Refusal::NotFound
    );
    assert_eq!(server.get(&address, "").await.refusal(), Refusal::NotFound);

    let first = calendar(1, "X-A:1");
    server
        .json(Method::PUT, &path, &anne.cookie, &first)
        .await
        .is_fine();
    let state: CalendarState =
        serde_json::from_slice(&server.get(&path, &anne.cookie).await.body).unwrap();
    assert_eq!(
        state,
        CalendarState {
            access: first.access,
            served: served(&first.text),
            updated: server.now(),
            fetched: None,
        }
    );
    // Without a cookie, and without one being set; what is the same is not sent again.
    let answer = server.get(&address, "").await;
    assert_eq!(answer.is_fine().body, first.text.as_bytes());
    assert_eq!(
        answer.header("content-type"),
        "text/calendar; charset=utf-8"
    );
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.headers.get("set-cookie").is_none());
    let tag = answer.header("etag").to_owned();
    let again = server
        .send(
            Method::GET,
            &address,
            &[("if-none-match", &tag)],
            Vec::new(),
        )
        .await;
    assert_eq!((again.status, again.body.len()), (304, 0));
    let state: CalendarState =
        serde_json::from_slice(&server.get(&path, &anne.cookie).await.body).unwrap();
    let hour = server.now().0 - server.now().0 % 3600;
    assert_eq!(state.fetched.map(|at| at.0), Some(hour));

    // Another address closes the one before; nobody gets that one again.
    server
        .json(Method::PUT, &path, &anne.cookie, &calendar(2, "X-A:2"))
        .await
        .is_fine();
    assert_eq!(server.get(&address, "").await.refusal(), Refusal::NotFound);
    let bea = Person::join(&server, 2).await;
    let other = Book::open(&server, &bea).await;
    let taken = server
        .json(
            Method::PUT,
            &paths::calendar(other.id()),
            &bea.cookie,
            &first,
        )
        .await;
    assert_eq!(taken.refusal(), Refusal::Exists);

    let closed = server.json(Method::DELETE, &path, &anne.cookie, &()).await;
    closed.is_fine();
    // Also by the member's own other device, which has not heard of it.
    let again = server
        .json(Method::PUT, &path, &anne.cookie, &calendar(2, "X-A:3"))
        .await;
    assert_eq!(again.refusal(), Refusal::Exists);
    for number in [1, 2, 9] {
        let gone = server.get(&paths::subscribed(&token(number)), "").await;
        assert_eq!((gone.status, gone.refusal()), (404, Refusal::NotFound));
    }
}

#[tokio::test]
async fn only_readers_of_the_agenda_and_only_as_long_as_they_are() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let carl = Person::join(&server, 3).await;
    let dora = Person::join(&server, 4).await;
    let mut book = Book::open(&server, &anne).await;
    let until = Some(server.now().plus(30 * DAY));
    let agenda = [(SectionId::AGENDA, Access::Read, until)];
    book.admit(&server, &anne, &bea, Role::Professional, &agenda)
        .await;
    book.admit(&server, &anne, &dora, Role::Professional, &agenda)
        .await;
    let health = [(SectionId::HEALTH, Access::Read, until)];
    book.admit(&server, &anne, &carl, Role::Professional, &health)
        .await;
    let path = paths::calendar(book.id());
    let stranger = Person::join(&server, 5).await;
    let set = async |who: &Person, number| {
        server
            .json(Method::PUT, &path, &who.cookie, &calendar(number, "X-A:1"))
            .await
    };
    assert_eq!(set(&stranger, 5).await.refusal(), Refusal::NotFound);
    assert_eq!(set(&carl, 3).await.refusal(), Refusal::NotAllowed);
    set(&bea, 2).await.is_fine();
    set(&dora, 4).await.is_fine();
    let reads = async |number| {
        server
            .get(&paths::subscribed(&token(number)), "")
            .await
            .status
    };
    assert_eq!((reads(2).await, reads(4).await), (200, 200));
    // One is taken out, the other's right ends.
    book.push(
        &server,
        &anne,
        plain(vec![Change::Revoke { member: dora.id }]),
    )
    .await;
    assert_eq!((reads(2).await, reads(4).await), (200, 404));
    server.wait(31 * DAY);
    assert_eq!(reads(2).await, 404);
}

#[tokio::test]
async fn only_calendars_and_none_too_long() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let book = Book::open(&server, &anne).await;
    let path = paths::calendar(book.id());
    let set = async |text: String| {
        let access = calendar_hash(&token(1));
        server
            .json(
                Method::PUT,
                &path,
                &anne.cookie,
                &SetCalendar { access, text },
            )
            .await
    };
    let page = "<html><script>alert(1)</script>".to_owned();
    assert_eq!(set(page).await.refusal(), Refusal::Malformed);
    assert_eq!(
        set("BEGIN:VCALENDAR\r\n\0".into()).await.refusal(),
        Refusal::Malformed
    );
    let long = format!("BEGIN:VCALENDAR\r\n{}", "x".repeat(limits::CALENDAR));
    assert_eq!(set(long).await.refusal(), Refusal::TooLarge);
    for name in ["", "x", "x.ics", "..%2f..%2fetc", &"A".repeat(43)] {
        let answer = server.get(&format!("/calendar/{name}"), "").await;
        assert_eq!(answer.refusal(), Refusal::NotFound, "{name}");
    }
    let posted = server
        .json(Method::POST, &paths::subscribed(&token(1)), "", &())
        .await;
    assert_eq!(posted.refusal(), Refusal::NotFound);
}

#[tokio::test]
async fn whoever_may_not_is_told_so_before_what_they_send_is_read() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let carl = Person::join(&server, 2).await;
    let stranger = Person::join(&server, 3).await;
    let mut book = Book::open(&server, &anne).await;
    let until = Some(server.now().plus(30 * DAY));
    let health = [(SectionId::HEALTH, Access::Read, until)];
    book.admit(&server, &anne, &carl, Role::Professional, &health)
        .await;
    let path = paths::calendar(book.id());
    let long = "x".repeat(3 * limits::CALENDAR);
    for (text, why) in [("{", Refusal::Malformed), (&long, Refusal::TooLarge)] {
        for (who, refusal) in [
            (&stranger, Refusal::NotFound),
            (&carl, Refusal::NotAllowed),
            (&anne, why),
        ] {
            let headers = [
                ("origin", server.base.as_str()),
                ("cookie", who.cookie.as_str()),
                ("content-type", "application/json"),
            ];
            let answer = server
                .send(Method::PUT, &path, &headers, text.as_bytes().to_vec())
                .await;
            assert_eq!(answer.refusal(), refusal);
        }
    }
}

#[tokio::test]
async fn the_journal_says_whose_calendar_was_fetched_and_once_in_an_hour() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    let until = Some(server.now().plus(30 * DAY));
    let agenda = [(SectionId::AGENDA, Access::Read, until)];
    book.admit(&server, &anne, &bea, Role::Professional, &agenda)
        .await;
    for (who, number) in [(&anne, 1), (&bea, 2)] {
        server
            .json(
                Method::PUT,
                &paths::calendar(book.id()),
                &who.cookie,
                &calendar(number, "X-A:1"),
            )
            .await
            .is_fine();
    }
    for _ in 0..3 {
        server
            .get(&paths::subscribed(&token(2)), "")
            .await
            .is_fine();
    }
    // Nobody's.
    server.get(&paths::subscribed(&token(9)), "").await;
    let path = paths::journal(book.id());
    let mut fetched = Vec::new();
    for _ in 0..50 {
        let answer = server.get(&path, &anne.cookie).await;
        let journal: Journal = serde_json::from_slice(&answer.is_fine().body).unwrap();
        fetched = journal.lines;
        fetched.retain(|line| line.act == Act::Subscribed);
        if !fetched.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let whose: Vec<_> = fetched.iter().map(|line| line.member).collect();
    assert_eq!(whose, [bea.id]);
}

#[tokio::test]
async fn a_calendar_outlasts_neither_its_owners_account_nor_their_right() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let carl = Person::join(&server, 3).await;
    let dora = Person::join(&server, 4).await;
    let mut book = Book::open(&server, &anne).await;
    let until = Some(server.now().plus(30 * DAY));
    let agenda = [(SectionId::AGENDA, Access::Read, until)];
    let path = paths::calendar(book.id());
    for (number, who) in (2..).zip([&bea, &carl, &dora]) {
        book.admit(&server, &anne, who, Role::Professional, &agenda)
            .await;
        server
            .json(Method::PUT, &path, &who.cookie, &calendar(number, "X-A:1"))
            .await
            .is_fine();
    }
    let reads = async |number| {
        server
            .get(&paths::subscribed(&token(number)), "")
            .await
            .status
    };
    assert_eq!(
        (reads(2).await, reads(3).await, reads(4).await),
        (200, 200, 200)
    );
    bea.erase(&server).await.is_fine();
    let ungrant = Change::Ungrant {
        member: carl.id,
        section: SectionId::AGENDA,
    };
    book.push(&server, &anne, plain(vec![ungrant])).await;
    assert_eq!(
        (reads(2).await, reads(3).await, reads(4).await),
        (404, 404, 200)
    );
    server.wait(31 * DAY);
    assert_eq!(reads(4).await, 404);
    // The text itself is gone, not only the way to it.
    let (storage, _) = server::parts::open(&server.settings).await.unwrap();
    for who in [&bea, &carl, &dora] {
        let kept = storage.calendar(book.id(), who.id).await.unwrap();
        assert_eq!(kept, None);
    }
}
