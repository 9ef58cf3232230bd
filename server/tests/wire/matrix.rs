//! Role × section × route: who gets what, in one table; and whoever is not in a carnet cannot tell it from one that is not
//! there. A route that is not in the table fails the test.

use std::collections::BTreeSet;

use protocol::apply::apply;
use protocol::carnet::{Fetch, Fetched};
use protocol::change::{Access, Change, FileUse, LinkKind, Role};
use protocol::commit::{Body, sealed_digest};
use protocol::ids::{BlobId, CarnetId, SectionId};
use protocol::paths;
use protocol::refusal::Refusal;
use reqwest::Method;

use crate::support::carnet::{plain, put, signed};
use crate::support::link::access;
use crate::support::{Answer, Book, Person, TestServer};

/// How a request is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Let in: done, or refused for what was sent.
    In,
    /// "There is no such thing."
    Nothing,
    /// "You may not." Said to members alone.
    No,
    /// "Sign in."
    Out,
}
use Said::{In, No, Nothing, Out};

/// The columns of the table.
const ROLES: [&str; 10] = [
    "nobody",
    "stranger",
    "removed",
    "guardian",
    "unconfirmed guardian",
    "person",
    "professional who reads",
    "professional who writes",
    "professional whose right ended",
    "relative",
];

/// Of whoever is not in the carnet, and then of members.
const fn row(guardian: Said, others: [Said; 6]) -> [Said; 10] {
    let [waiting, person, reads, writes, ended, relative] = others;
    [
        Out, Nothing, Nothing, guardian, waiting, person, reads, writes, ended, relative,
    ]
}

const MEMBERS: [Said; 10] = row(In, [In; 6]);
const GUARDIANS: [Said; 10] = row(In, [No; 6]);
/// Guardians are told that what was asked for is not there, others that they may not ask.
const GUARDIANS_NONE: [Said; 10] = row(Nothing, [No; 6]);
/// Nobody finds what is not there, whoever they are.
const NOBODY: [Said; 10] = row(Nothing, [Nothing; 6]);
/// Whoever is signed in is told that what was theirs is no more, also if there was none.
const ANYBODY: [Said; 10] = [Out, In, In, In, In, In, In, In, In, In];
/// The person and the professionals read health, one of them no longer.
const HEALTH: [Said; 10] = row(In, [Nothing, In, In, In, Nothing, Nothing]);
const WRITERS: [Said; 10] = row(In, [No, In, No, In, No, In]);

/// Every route of a carnet that asks for a session: constant, method, who gets what.
const TABLE: &[(&str, &str, [Said; 10])] = &[
    ("LOG", "GET", MEMBERS),
    ("PAYLOADS", "POST", MEMBERS),
    ("SNAPSHOT", "GET", NOBODY),
    ("SNAPSHOT", "PUT", MEMBERS),
    ("JOURNAL", "GET", GUARDIANS),
    ("QUOTA", "GET", MEMBERS),
    ("UPLOADS", "POST", WRITERS),
    ("UPLOAD", "HEAD", NOBODY),
    ("UPLOAD", "DELETE", NOBODY),
    ("FILE", "GET", HEALTH),
    ("CARD", "GET", GUARDIANS_NONE),
    ("CARD", "PUT", GUARDIANS_NONE),
    ("LINK_TRAY", "PUT", GUARDIANS_NONE),
    ("LINK_ACCESS", "PUT", GUARDIANS),
    ("CALENDAR", "GET", NOBODY),
    ("CALENDAR", "PUT", GUARDIANS),
    ("CALENDAR", "DELETE", ANYBODY),
    ("INBOX", "GET", GUARDIANS),
    ("INBOX_DEPOSIT", "DELETE", GUARDIANS_NONE),
];

/// Routes of links: whoever has no fitting token is told that there is nothing. Their own tests are in `bearers`, `trays` and
/// `shl`.
const OF_LINKS: &[&str] = &[
    "LINK",
    "BEARER_LOG",
    "BEARER_PAYLOADS",
    "BEARER_FILE",
    "TRAY",
    "TRAY_UPLOADS",
    "TRAY_UPLOAD",
    "MANIFEST",
    "MANIFEST_FILE",
    "CARD_CODE",
    // An address of its own, in `calendars`.
    "SUBSCRIBED",
];

/// Routes that name no carnet: they are about the asker alone, or about nobody.
const OF_NO_CARNET: &[&str] = &[
    "HEALTH",
    "CHALLENGE",
    "PASSKEY_CREATE",
    "PASSKEY_SIGN_IN",
    "ACCOUNTS",
    "SESSIONS",
    "ACCOUNT",
    "ACCOUNT_LIST",
    "ACCOUNT_EMAIL",
    "WAYS",
    "WAY",
    "CARNETS",
    "REMINDERS",
    "REMINDER",
    "REMINDER_PLAN",
    "REMINDER_DEVICE",
    "REMINDER_TRY",
    "REMINDER_READABLE",
];

const FILE: BlobId = BlobId::from_bytes([9; 16]);

/// A carnet with somebody of every role, and an entry in every section.
struct Cast {
    server: TestServer,
    book: Book,
    people: Vec<(&'static str, Person)>,
    read: Person,
    deposit: Person,
}

impl Cast {
    async fn gather() -> Self {
        let server = TestServer::start().await;
        let anne = Person::join(&server, 1).await;
        let mut book = Book::open(&server, &anne).await;
        let (day, soon) = (server.now().plus(86_400), server.now().plus(100));
        let health = |access, until| (SectionId::HEALTH, access, until);
        let cast = [
            ("removed", 3, Role::Relative, vec![]),
            ("person", 4, Role::Person, vec![health(Access::Write, None)]),
            (
                "professional who reads",
                5,
                Role::Professional,
                vec![health(Access::Read, Some(day))],
            ),
            (
                "professional who writes",
                6,
                Role::Professional,
                vec![health(Access::Write, Some(day))],
            ),
            (
                "professional whose right ended",
                7,
                Role::Professional,
                vec![health(Access::Write, Some(soon))],
            ),
            (
                "relative",
                8,
                Role::Relative,
                vec![(SectionId::DAILY, Access::Write, None)],
            ),
        ];
        let mut people = vec![
            ("nobody", Person::new(99)),
            ("stranger", Person::join(&server, 2).await),
        ];
        for (name, seed, role, rights) in cast {
            let person = Person::join(&server, seed).await;
            book.admit(&server, &anne, &person, role, &rights).await;
            people.push((name, person));
        }
        let removed = Change::Revoke {
            member: people[2].1.id,
        };
        book.push(&server, &anne, plain(vec![removed])).await;
        let waiting = Person::join(&server, 9).await;
        Self::join_by_link(&server, &mut book, &anne, &waiting).await;
        people.push(("unconfirmed guardian", waiting));
        people.push(("guardian", anne.clone()));
        let upload = paths::uploads(book.id());
        let who = ("cookie", anne.cookie.as_str());
        server.upload(&upload, who, FILE, &[4; 50]).await.is_fine();
        for (place, section) in SectionId::STANDARD.into_iter().enumerate() {
            let files = match section {
                SectionId::HEALTH => vec![FileUse {
                    blob: FILE,
                    size: 50,
                }],
                _ => Vec::new(),
            };
            let entry = place as u8 + 1;
            let draft = put(section, entry, &[entry; 30], files);
            book.push(&server, &anne, draft).await;
        }
        let (read, deposit) = (Person::new(60), Person::new(61));
        let sections = [SectionId::HEALTH];
        book.open_reading(
            &server,
            &anne,
            &read,
            LinkKind::Read,
            &sections,
            &access(&read),
        )
        .await;
        book.open_tray(&server, &anne, &deposit).await;
        server.wait(200);
        Self {
            server,
            book,
            people,
            read,
            deposit,
        }
    }

    /// Somebody joins as guardian by an invitation, and nobody has vouched for them yet.
    async fn join_by_link(server: &TestServer, book: &mut Book, by: &Person, who: &Person) {
        let link = Person::new(62);
        let until = server.now().plus(3600);
        let kind = LinkKind::Invitation(Role::Guardian);
        book.open_link(server, by, &link, kind, until).await;
        let changes = vec![
            Change::Admit {
                keys: who.keys.clone(),
                role: Role::Guardian,
                label: protocol::change::Sealed(vec![2]),
            },
            Change::Revoke { member: link.id },
        ];
        let body = Body::Commit(book.body(&link, changes, server.now()));
        let mut push = book.next(&link, plain(Vec::new()), server.now());
        push.signed = signed(&link, &body);
        book.send(server, who, &push).await.is_fine();
        book.state = apply(&book.state, &push.signed).unwrap();
    }

    fn person(&self, role: &str) -> &Person {
        let found = self.people.iter().find(|(name, _)| *name == role);
        &found.unwrap().1
    }

    /// One request of the table, of this carnet or of one that is not there.
    async fn ask(&self, route: &str, method: &str, who: &Person, carnet: CarnetId) -> Answer {
        let link = self.read.id;
        let blob = BlobId::from_bytes([who.seed; 16]);
        let path = match route {
            "LOG" => paths::log(carnet),
            "PAYLOADS" => paths::payloads(carnet),
            "SNAPSHOT" => paths::snapshot(carnet),
            "JOURNAL" => paths::journal(carnet),
            "QUOTA" => paths::quota(carnet),
            "UPLOADS" => paths::uploads(carnet),
            "UPLOAD" => paths::upload(carnet, BlobId::from_bytes([77; 16])),
            "FILE" => paths::file(carnet, FILE),
            "CARD" => paths::card(carnet, link),
            "LINK_TRAY" => paths::link_tray(carnet, link),
            "LINK_ACCESS" => paths::link_access(carnet, link),
            "CALENDAR" => paths::calendar(carnet),
            "INBOX" => paths::inbox(carnet),
            "INBOX_DEPOSIT" => paths::inbox_deposit(carnet, self.deposit.id, 0),
            other => panic!("no request for {other}"),
        };
        let tray = protocol::tray::SetTray {
            access: access(&self.deposit).access,
            room: None,
        };
        let (kind, body) = match (route, method) {
            ("PAYLOADS", _) => {
                let fetch = Fetch {
                    digests: Vec::new(),
                };
                ("application/cbor", protocol::cbor::encode(&fetch))
            }
            ("LINK_ACCESS", _) => (
                "application/cbor",
                protocol::cbor::encode(&access(&self.read)),
            ),
            ("CARD", "PUT") => {
                let card = crate::support::link::card(crate::support::link::manifest(7));
                ("application/json", serde_json::to_vec(&card).unwrap())
            }
            ("CALENDAR", "PUT") => {
                let calendar = protocol::calendar::SetCalendar {
                    access: sealed_digest(&[who.seed]),
                    text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned(),
                };
                ("application/json", serde_json::to_vec(&calendar).unwrap())
            }
            ("LINK_TRAY", _) => ("application/json", serde_json::to_vec(&tray).unwrap()),
            _ => ("application/cbor", Vec::new()),
        };
        let metadata = format!(
            "blob {}",
            data_encoding::BASE64.encode(blob.to_string().as_bytes())
        );
        let headers = [
            ("origin", self.server.base.as_str()),
            ("cookie", who.cookie.as_str()),
            ("content-type", kind),
            ("tus-resumable", "1.0.0"),
            ("upload-length", "10"),
            ("upload-metadata", &metadata),
        ];
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        self.server.send(method, &path, &headers, body).await
    }
}

fn said(answer: &Answer) -> Said {
    match answer.status {
        401 => Out,
        403 => No,
        404 => Nothing,
        _ => In,
    }
}

#[test]
fn every_route_is_in_the_table() {
    let source = include_str!("../../../app/protocol/src/paths.rs");
    let constants = source
        .lines()
        .filter_map(|line| line.strip_prefix("pub const "))
        .filter_map(|line| line.split_once(':'))
        .map(|(name, _)| name);
    let told: BTreeSet<&str> = TABLE
        .iter()
        .map(|(name, ..)| *name)
        .chain(OF_LINKS.iter().copied())
        .chain(OF_NO_CARNET.iter().copied())
        .collect();
    for name in constants {
        assert!(
            told.contains(name),
            "say in this table who may ask for paths::{name}"
        );
    }
}

#[tokio::test]
async fn each_role_gets_what_the_table_says() {
    let cast = Cast::gather().await;
    let carnet = cast.book.id();
    let mut wrong = Vec::new();
    for (route, method, expected) in TABLE {
        for (role, expected) in ROLES.iter().zip(expected) {
            let who = cast.person(role);
            let answer = cast.ask(route, method, who, carnet).await;
            if said(&answer) != *expected {
                wrong.push(format!("{method} {route} by {role}: {}", answer.status));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[tokio::test]
async fn whoever_is_not_in_a_carnet_cannot_tell_it_from_none() {
    let cast = Cast::gather().await;
    let none = CarnetId::from_bytes([250; 32]);
    for role in ["nobody", "stranger", "removed"] {
        let who = cast.person(role);
        for (route, method, _) in TABLE {
            let there = cast.ask(route, method, who, cast.book.id()).await;
            let absent = cast.ask(route, method, who, none).await;
            assert_eq!(
                (there.status, &there.body),
                (absent.status, &absent.body),
                "{method} {route} by {role}"
            );
        }
    }
    // A commit, well signed, on the last one or on an older one.
    let mut elsewhere = Book::open(&cast.server, cast.person("relative")).await;
    elsewhere.state.carnet = none;
    let mut answers = Vec::new();
    for who in [cast.person("stranger"), cast.person("removed")] {
        let device = || plain(vec![Change::Device { key: None }]);
        let now = cast.server.now();
        let mut older = cast.book.clone();
        older.state.seq -= 1;
        for book in [&cast.book, &older, &elsewhere] {
            let push = book.next(who, device(), now);
            let answer = book.send(&cast.server, who, &push).await;
            answers.push((answer.status, answer.body));
        }
    }
    let nothing = serde_json::to_vec(&Refusal::NotFound).unwrap();
    assert!(
        answers
            .iter()
            .all(|answer| *answer == (404, nothing.clone()))
    );
}

#[tokio::test]
async fn entries_are_given_and_taken_by_the_sections_of_each_role() {
    let mut cast = Cast::gather().await;
    let digests: Vec<_> = (1..=SectionId::STANDARD.len() as u8)
        .map(|entry| sealed_digest(&[entry; 30]))
        .collect();
    let roles: Vec<(&str, Person)> = cast.people.clone();
    let now = cast.server.now();
    let fetch = Fetch { digests };
    for (role, who) in &roles {
        let Some(member) = cast.book.state.members.get(&who.id).cloned() else {
            continue;
        };
        let path = paths::payloads(cast.book.id());
        let answer = cast.server.cbor(Method::POST, &path, &who.cookie, &fetch);
        let given: Fetched = answer.await.cbor();
        for (section, payload) in SectionId::STANDARD.iter().zip(&given.payloads) {
            let reads = member.reads(*section, now);
            assert_eq!(payload.is_some(), reads, "{role} reads {section}");
        }
    }
    for (place, section) in SectionId::STANDARD.into_iter().enumerate() {
        for (number, (role, who)) in roles.iter().enumerate() {
            if role == &"nobody" {
                continue;
            }
            let entry = 100 + (place * roles.len() + number) as u8;
            let draft = put(section, entry, &[entry; 31], Vec::new());
            let member = cast.book.state.members.get(&who.id);
            let writes = member.is_some_and(|member| member.writes(section, now));
            let push = cast.book.next(who, draft, now);
            let answer = cast.book.send(&cast.server, who, &push).await;
            assert_eq!(answer.status < 300, writes, "{role} writes {section}");
            if writes {
                cast.book.state = apply(&cast.book.state, &push.signed).unwrap();
            }
        }
    }
}

#[tokio::test]
async fn links_get_what_they_are_for() {
    let cast = Cast::gather().await;
    let (read, deposit) = (&cast.read, &cast.deposit);
    let get = async |path: String, link: &Person| {
        let answer = cast.server.leave(Method::GET, &path, link, Vec::new());
        said(&answer.await)
    };
    assert_eq!(get(paths::link(read.id), read).await, In);
    assert_eq!(get(paths::bearer_log(read.id), read).await, In);
    assert_eq!(get(paths::bearer_file(read.id, FILE), read).await, In);
    assert_eq!(get(paths::tray(deposit.id), deposit).await, In);
    // Each for its own purpose, with its own token.
    assert_eq!(get(paths::tray(read.id), read).await, Nothing);
    assert_eq!(get(paths::link(deposit.id), deposit).await, Nothing);
    assert_eq!(get(paths::bearer_log(deposit.id), deposit).await, Nothing);
    assert_eq!(get(paths::link(read.id), deposit).await, Nothing);
    assert_eq!(get(paths::log(cast.book.id()), read).await, Out);
    let digests = (1..=SectionId::STANDARD.len() as u8).map(|entry| sealed_digest(&[entry; 30]));
    let body = protocol::cbor::encode(&Fetch {
        digests: digests.collect(),
    });
    let path = paths::bearer_payloads(read.id);
    let answer = cast.server.leave(Method::POST, &path, read, body).await;
    let given: Fetched = answer.cbor();
    for (section, payload) in SectionId::STANDARD.iter().zip(&given.payloads) {
        assert_eq!(payload.is_some(), *section == SectionId::HEALTH);
    }
    let push = cast
        .book
        .next(read, plain(vec![Change::Leave]), cast.server.now());
    let who = cast.person("stranger");
    let answer = cast.book.send(&cast.server, who, &push).await;
    assert!(answer.status >= 400, "a link that reads signs nothing");
}
