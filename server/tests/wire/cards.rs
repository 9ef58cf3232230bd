//! `/api/carnets/{carnet}/links/{link}/card`, and the sheets that commits bring.

use protocol::card::{Card, CardCode, PasscodeChange, PinnedFile, SetCard, Tries};
use protocol::change::{Access, Change, LinkKind, Role, Sealed};
use protocol::commit::sealed_digest;
use protocol::ids::{BlobId, CardLookup, SectionId};
use protocol::limits;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::time::DAY;

use crate::support::carnet::{Draft, plain};
use crate::support::link::{JWE, asks, card, jwe_of, manifest};
use crate::support::{Book, Person, TestServer};

#[tokio::test]
async fn guardians_see_what_their_card_serves() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    let set = SetCard {
        until: Some(server.now().plus(DAY)),
        passcode: PasscodeChange::Set {
            passcode: "sésame".to_owned(),
            tries: 5,
        },
        code: Some(CardCode {
            lookup: CardLookup::from_bytes([5; 32]),
            sealed: vec![6; 300],
        }),
        ..card(manifest(1))
    };
    book.open_card(&server, &anne, &link, &set).await;
    let path = paths::card(book.id(), link.id);
    let answer = server.get(&path, &anne.cookie).await;
    let shown: Card = serde_json::from_slice(&answer.is_fine().body).unwrap();
    let sheet = shown.sheet.unwrap();
    assert_eq!((sheet.jwe.as_str(), sheet.built_from), (JWE, 1));
    assert_eq!(sheet.updated, server.now());
    assert_eq!((shown.manifest, shown.until), (manifest(1), set.until));
    let tries = Tries {
        allowed: 5,
        left: 5,
    };
    assert_eq!(shown.passcode, Some(tries));
    assert_eq!(shown.code, Some(CardLookup::from_bytes([5; 32])));
    server
        .scan(manifest(1), &crate::support::link::knows("x"))
        .await;
    // Keeping the passcode keeps its wrong tries too.
    let keep = SetCard {
        code: None,
        ..card(manifest(1))
    };
    book.set_card(&server, &anne, &link, &keep).await.is_fine();
    let answer = server.get(&path, &anne.cookie).await;
    let shown: Card = serde_json::from_slice(&answer.is_fine().body).unwrap();
    let tries = Tries {
        allowed: 5,
        left: 4,
    };
    assert_eq!(
        (shown.passcode, shown.code, shown.until),
        (Some(tries), None, None)
    );
}

#[tokio::test]
async fn a_card_is_set_and_seen_by_guardians_alone() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let carl = Person::join(&server, 3).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    let rights = [(SectionId::URGENT, Access::Write, None)];
    book.admit(&server, &anne, &bea, Role::Relative, &rights)
        .await;
    book.open_card(&server, &anne, &link, &card(manifest(1)))
        .await;
    let path = paths::card(book.id(), link.id);
    for (who, refusal) in [(&bea, Refusal::NotAllowed), (&carl, Refusal::NotFound)] {
        let answer = book.set_card(&server, who, &link, &card(manifest(2))).await;
        assert_eq!(answer.refusal(), refusal);
        assert_eq!(server.get(&path, &who.cookie).await.refusal(), refusal);
    }
    // Only of an urgent link that is in the log.
    let answer = book
        .set_card(&server, &anne, &Person::new(51), &card(manifest(2)))
        .await;
    assert_eq!(answer.refusal(), Refusal::NotFound);
    let tray = Person::new(52);
    let until = server.now().plus(DAY);
    book.open_link(&server, &anne, &tray, LinkKind::Deposit, until)
        .await;
    let answer = book
        .set_card(&server, &anne, &tray, &card(manifest(2)))
        .await;
    assert_eq!(answer.refusal(), Refusal::NotFound);
}

#[tokio::test]
async fn nobody_takes_the_names_of_a_card_that_is_or_was_anothers() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let eve = Person::join(&server, 2).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    let code = |number: u8| {
        Some(CardCode {
            lookup: CardLookup::from_bytes([number; 32]),
            sealed: vec![6; 300],
        })
    };
    let named = |name: u8, number: u8| SetCard {
        code: code(number),
        ..card(manifest(name))
    };
    book.open_card(&server, &anne, &link, &named(1, 1)).await;
    // Even with the very same link keys, which everybody in the first carnet has seen.
    let mut theirs = Book::open(&server, &eve).await;
    let until = server.now().plus(DAY);
    theirs
        .open_link(&server, &eve, &link, LinkKind::Urgent, until)
        .await;
    let sheet = theirs.sheet(&link, &jwe_of(b"forged"));
    theirs.push(&server, &eve, sheet).await;
    let squat = async |theirs: &Book| {
        for taken in [named(1, 2), named(2, 1)] {
            let answer = theirs.set_card(&server, &eve, &link, &taken).await;
            assert_eq!(answer.refusal(), Refusal::Exists);
        }
    };
    squat(&theirs).await;
    let shown = server.opened(manifest(1), &asks()).await;
    assert_eq!(shown.files[0].embedded.as_deref(), Some(JWE));
    let close = Change::Close { link: link.id };
    book.push(&server, &anne, plain(vec![close])).await;
    squat(&theirs).await;
    assert_eq!(
        server.scan(manifest(1), &asks()).await.refusal(),
        Refusal::NotFound
    );
    // A refused name spends nothing.
    theirs
        .set_card(&server, &eve, &link, &named(2, 2))
        .await
        .is_fine();
}

#[tokio::test]
async fn a_card_that_asks_too_much_or_nonsense_is_refused_and_changes_nothing() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    book.open_card(&server, &anne, &link, &card(manifest(1)))
        .await;
    let pin = |number: u8, size| PinnedFile {
        blob: BlobId::from_bytes([number; 16]),
        size,
    };
    let passcode = |words: &str, tries| PasscodeChange::Set {
        passcode: words.to_owned(),
        tries,
    };
    let code = |size| {
        Some(CardCode {
            lookup: CardLookup::from_bytes([1; 32]),
            sealed: vec![0; size],
        })
    };
    let set = || card(manifest(9));
    let many = (0..=limits::PINNED as u8)
        .map(|number| pin(number, 10))
        .collect();
    let cases = [
        (
            SetCard {
                files: many,
                ..set()
            },
            Refusal::TooLarge,
        ),
        (
            SetCard {
                files: vec![pin(1, limits::PINNED_FILE + 1)],
                ..set()
            },
            Refusal::TooLarge,
        ),
        (
            SetCard {
                files: vec![pin(1, 10), pin(1, 10)],
                ..set()
            },
            Refusal::Malformed,
        ),
        (
            SetCard {
                files: vec![pin(1, 10)],
                ..set()
            },
            Refusal::FileMissing,
        ),
        (
            SetCard {
                passcode: passcode("", 5),
                ..set()
            },
            Refusal::Malformed,
        ),
        (
            SetCard {
                passcode: passcode("1", 0),
                ..set()
            },
            Refusal::Malformed,
        ),
        (
            SetCard {
                passcode: passcode("1", limits::TRIES + 1),
                ..set()
            },
            Refusal::Malformed,
        ),
        (
            SetCard {
                passcode: passcode(&"1".repeat(65), 5),
                ..set()
            },
            Refusal::TooLarge,
        ),
        (
            SetCard {
                code: code(limits::CARD_ADDRESS + 1),
                ..set()
            },
            Refusal::TooLarge,
        ),
        (
            SetCard {
                code: code(0),
                ..set()
            },
            Refusal::Malformed,
        ),
    ];
    for (set, refusal) in cases {
        let answer = book.set_card(&server, &anne, &link, &set).await;
        assert_eq!(answer.refusal(), refusal, "{set:?}");
    }
    server.opened(manifest(1), &asks()).await;
    assert_eq!(
        server.scan(manifest(9), &asks()).await.refusal(),
        Refusal::NotFound
    );
}

#[tokio::test]
async fn a_sheet_comes_with_the_commit_that_names_it_or_not_at_all() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let (link, mut book) = (Person::new(50), Book::open(&server, &anne).await);
    book.open_card(&server, &anne, &link, &card(manifest(1)))
        .await;
    let sheet = |bytes: &[u8], built_from| Draft {
        payloads: vec![Sealed(bytes.to_vec())],
        ..plain(vec![Change::Sheet {
            link: link.id,
            built_from,
            digest: sealed_digest(bytes),
        }])
    };
    let seq = book.state.seq;
    let newer = jwe_of(b"newer");
    let missing = Draft {
        payloads: Vec::new(),
        ..sheet(newer.as_bytes(), seq)
    };
    let other = Draft {
        payloads: vec![Sealed(JWE.as_bytes().to_vec())],
        ..sheet(newer.as_bytes(), seq)
    };
    let long = "e30..AA.".to_owned() + &"A".repeat(limits::SHEET) + ".BB";
    let cases = [
        (missing, Refusal::Mismatch),
        (other, Refusal::Mismatch),
        (sheet(b"<script>alert(1)</script>", seq), Refusal::Mismatch),
        (sheet(b"a.b.c", seq), Refusal::Mismatch),
        (sheet(long.as_bytes(), seq), Refusal::TooLarge),
        // Built from an older state than the one before: the judge's word.
        (sheet(newer.as_bytes(), 0), Refusal::Stale),
    ];
    for (draft, refusal) in cases {
        let push = book.next(&anne, draft, server.now());
        assert_eq!(book.send(&server, &anne, &push).await.refusal(), refusal);
    }
    let shown = server.opened(manifest(1), &asks()).await;
    assert_eq!(shown.files[0].embedded.as_deref(), Some(JWE));
    // An entry and a sheet in one commit, each with its bytes.
    let mut both = crate::support::carnet::put(SectionId::HEALTH, 1, b"allergy", Vec::new());
    let draft = sheet(newer.as_bytes(), seq);
    both.changes.extend(draft.changes);
    both.payloads.extend(draft.payloads);
    book.push(&server, &anne, both).await;
    let shown = server.opened(manifest(1), &asks()).await;
    assert_eq!(shown.files[0].embedded.as_deref(), Some(newer.as_str()));
    let report = server::check::run(&server.settings).await.unwrap();
    assert!(report.is_clean(), "{report}");
}
