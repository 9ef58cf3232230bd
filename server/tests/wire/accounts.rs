//! `/api/accounts`, `/api/account`, `/api/account/list`, `/api/account/email`

use protocol::account::{Account, MailLanguage, PasskeyCreate, SetEmail, WayKind};
use protocol::carnet::Envelope;
use protocol::change::{Access, Change, Role, Sealed};
use protocol::commit::sealed_digest;
use protocol::ids::SectionId;
use protocol::limits;
use protocol::paths;
use protocol::permission::Act;
use protocol::refusal::Refusal;
use protocol::signing::Kind;
use protocol::time::MINUTE;
use reqwest::Method;

use crate::support::carnet::Draft;
use crate::support::person::{challenge, code_way, name_way};
use crate::support::{Book, Person, TestServer};

async fn account(server: &TestServer, person: &Person) -> Account {
    let answer = server.get(paths::ACCOUNT, &person.cookie).await;
    serde_json::from_slice(&answer.is_fine().body).unwrap()
}

#[tokio::test]
async fn an_account_is_opened_and_seen_by_its_owner_alone() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let seen = account(&server, &anne).await;
    assert_eq!(
        (seen.id, seen.email, seen.carnets.len()),
        (anne.id, None, 0)
    );
    assert_eq!(
        seen.ways.iter().map(|way| way.kind).collect::<Vec<_>>(),
        [WayKind::Code]
    );
    assert_eq!(seen.list, anne.list(0));
    assert_eq!(
        server.get(paths::ACCOUNT, "").await.refusal(),
        Refusal::SignedOut
    );
    let forged = format!("__Host-carnet={}", "A".repeat(43));
    assert_eq!(
        server.get(paths::ACCOUNT, &forged).await.refusal(),
        Refusal::SignedOut
    );
}

#[tokio::test]
async fn an_account_cannot_be_opened_with_the_keys_of_somebody_else() {
    let server = TestServer::start().await;
    let (anne, mallory) = (Person::new(1), Person::new(2));
    let mut asked = anne.account_request(challenge(&server).await);
    asked.signature = mallory.sign(Kind::Account, &asked.statement);
    let answer = server.json(Method::POST, paths::ACCOUNTS, "", &asked).await;
    assert_eq!(answer.refusal(), Refusal::BadSignature);
    // A signature of another kind over the same bytes is none.
    asked.signature = anne.sign(Kind::Session, &asked.statement);
    let answer = server.json(Method::POST, paths::ACCOUNTS, "", &asked).await;
    assert_eq!(answer.refusal(), Refusal::BadSignature);
}

#[tokio::test]
async fn a_challenge_is_good_for_one_use_and_five_minutes() {
    let server = TestServer::start().await;
    let asked = Person::new(1).account_request(challenge(&server).await);
    server
        .json(Method::POST, paths::ACCOUNTS, "", &asked)
        .await
        .is_fine();
    let again = server.json(Method::POST, paths::ACCOUNTS, "", &asked).await;
    assert_eq!(again.refusal(), Refusal::NotAccepted);
    let late = Person::new(2).account_request(challenge(&server).await);
    server.wait(5 * MINUTE);
    let answer = server.json(Method::POST, paths::ACCOUNTS, "", &late).await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
    let made_up = Person::new(3).account_request(vec![7; 32]);
    let answer = server
        .json(Method::POST, paths::ACCOUNTS, "", &made_up)
        .await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
}

#[tokio::test]
async fn an_account_or_a_code_that_is_there_already_is_taken() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    assert_eq!(anne.open_account(&server).await.refusal(), Refusal::Taken);
    let mut asked = Person::new(2).account_request(challenge(&server).await);
    asked.way = code_way(1);
    let answer = server.json(Method::POST, paths::ACCOUNTS, "", &asked).await;
    assert_eq!(answer.refusal(), Refusal::Taken);
}

#[tokio::test]
async fn what_is_no_message_is_malformed_and_what_is_too_long_is_not_read() {
    let server = TestServer::start().await;
    for body in ["", "{", "[]", "{\"statement\":\"!\"}"] {
        let body = body.as_bytes().to_vec();
        let answer = server
            .ask(
                Method::POST,
                paths::ACCOUNTS,
                "",
                "application/json",
                body.clone(),
            )
            .await;
        assert_eq!(answer.refusal(), Refusal::Malformed);
        let answer = server
            .ask(Method::POST, paths::ACCOUNTS, "", "text/plain", body)
            .await;
        assert_eq!(answer.refusal(), Refusal::Malformed);
    }
    let long = vec![b' '; 1024 * 1024];
    let answer = server
        .ask(Method::POST, paths::ACCOUNTS, "", "application/json", long)
        .await;
    assert_eq!(answer.refusal(), Refusal::TooLarge);
    let mut asked = Person::new(1).account_request(challenge(&server).await);
    asked.way.wrap = vec![0; protocol::limits::WRAP + 1];
    let answer = server.json(Method::POST, paths::ACCOUNTS, "", &asked).await;
    assert_eq!(answer.refusal(), Refusal::TooLarge);
}

#[tokio::test]
async fn a_list_follows_the_one_before_and_is_signed_by_its_owner() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let put = async |list| {
        server
            .json(Method::PUT, paths::ACCOUNT_LIST, &anne.cookie, &list)
            .await
    };
    put(anne.list(1)).await.is_fine();
    assert_eq!(put(anne.list(1)).await.refusal(), Refusal::Stale);
    assert_eq!(put(anne.list(3)).await.refusal(), Refusal::Stale);
    assert_eq!(put(bea.list(2)).await.refusal(), Refusal::BadSignature);
    put(anne.list(2)).await.is_fine();
    assert_eq!(account(&server, &anne).await.list, anne.list(2));
}

#[tokio::test]
async fn an_address_for_reminders_is_set_and_taken_away() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let set = async |email: Option<&str>| {
        let email = email.map(str::to_owned);
        server
            .json(
                Method::PUT,
                paths::ACCOUNT_EMAIL,
                &anne.cookie,
                &SetEmail {
                    email,
                    language: MailLanguage::French,
                },
            )
            .await
    };
    set(Some("anne@example.org")).await.is_fine();
    assert_eq!(
        account(&server, &anne).await.email.as_deref(),
        Some("anne@example.org")
    );
    assert_eq!(
        set(Some("a@b.c\r\nBcc: d@e.f")).await.refusal(),
        Refusal::Malformed
    );
    // The same one again is none more; of others there are not many in a day.
    for number in 1..limits::ADDRESSES_A_DAY {
        let other = format!("anne{number}@example.org");
        for _ in 0..2 {
            set(Some(&other)).await.is_fine();
        }
    }
    assert_eq!(
        set(Some("one.more@example.org")).await.refusal(),
        Refusal::TooMany
    );
    set(None).await.is_fine();
    assert_eq!(account(&server, &anne).await.email, None);
}

#[tokio::test]
async fn erasing_an_account_leaves_nobody_alone_and_nothing_behind() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let mut book = Book::open(&server, &anne).await;
    book.admit(
        &server,
        &anne,
        &bea,
        Role::Relative,
        &[(SectionId::DAILY, Access::Read, None)],
    )
    .await;
    assert_eq!(anne.erase(&server).await.refusal(), Refusal::LastGuardian);
    bea.erase(&server).await.is_fine();
    assert_eq!(
        server.get(paths::ACCOUNT, &bea.cookie).await.refusal(),
        Refusal::SignedOut
    );
    assert_eq!(
        bea.sign_in_by_key(&server).await.refusal(),
        Refusal::NotAccepted
    );
    anne.erase(&server).await.is_fine();
    assert_eq!(
        anne.sign_in_by_key(&server).await.refusal(),
        Refusal::NotAccepted
    );
}

#[tokio::test]
async fn a_session_alone_erases_no_account() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let answer = server
        .ask(Method::DELETE, paths::ACCOUNT, &anne.cookie, "", Vec::new())
        .await;
    assert_eq!(answer.refusal(), Refusal::NotAccepted);
    server.get(paths::ACCOUNT, &anne.cookie).await.is_fine();
}

#[tokio::test]
async fn whom_somebody_else_named_as_a_guardian_is_bound_by_nothing() {
    let server = TestServer::start().await;
    let mallory = Person::join(&server, 1).await;
    let accomplice = Person::join(&server, 2).await;
    let anne = Person::join(&server, 3).await;
    let mut book = Book::open(&server, &mallory).await;
    let daily = [(SectionId::DAILY, Access::Read, None)];
    book.admit(&server, &mallory, &accomplice, Role::Relative, &daily)
        .await;
    // Anne's keys in the stead of the one guardian: she never asked for it.
    let envelope = Sealed(vec![3; 80]);
    let replace = Change::Replace {
        keys: anne.keys.clone(),
        label: Sealed(vec![2]),
        envelope: sealed_digest(&envelope.0),
    };
    let draft = Draft {
        changes: vec![replace],
        payloads: Vec::new(),
        envelopes: vec![Envelope {
            member: anne.id,
            file: envelope,
        }],
    };
    book.push(&server, &mallory, draft).await;
    // She sees that it is there, and may go as if it were not.
    assert_eq!(account(&server, &anne).await.carnets.len(), 1);
    anne.add_way(&server, &name_way(3)).await.is_fine();
    let act = Act::RemoveWay {
        way: name_way(3).id,
    };
    let path = paths::way(name_way(3).id);
    anne.ask_permitted(&server, Method::DELETE, &path, act, Vec::new())
        .await
        .is_fine();
    anne.erase(&server).await.is_fine();
}

#[tokio::test]
async fn where_registration_is_closed_nobody_opens_an_account_and_who_has_one_keeps_it() {
    let mut open = TestServer::start().await;
    let anne = Person::join(&open, 1).await;
    open.end().await;
    let folder = std::mem::replace(&mut open.folder, tempfile::tempdir().unwrap());
    let server = TestServer::start_in(folder, "registration = \"closed\"\n").await;
    let bea = Person::new(2);
    assert_eq!(
        bea.open_account(&server).await.refusal(),
        Refusal::NoNewAccounts
    );
    let asked = PasskeyCreate {
        account: bea.id,
        name: "Bea".to_owned(),
    };
    let answer = server
        .json(Method::POST, paths::PASSKEY_CREATE, "", &asked)
        .await;
    assert_eq!(answer.refusal(), Refusal::NoNewAccounts);
    anne.sign_in_by_key(&server).await.is_fine();
    server.get(paths::ACCOUNT, &anne.cookie).await.is_fine();
    anne.add_way(&server, &name_way(1)).await.is_fine();
}

#[tokio::test]
async fn one_address_opens_a_hundred_accounts_in_an_hour() {
    let server = TestServer::start().await;
    for seed in 1..=100 {
        Person::join(&server, seed).await;
    }
    let one_more = Person::new(101);
    assert_eq!(
        one_more.open_account(&server).await.refusal(),
        Refusal::TooMany
    );
    server.wait(60 * MINUTE + 1);
    one_more.open_account(&server).await.is_fine();
}

#[tokio::test]
async fn a_guardian_whose_account_is_erased_keeps_a_carnet_for_nobody() {
    let server = TestServer::start().await;
    let anne = Person::join(&server, 1).await;
    let bea = Person::join(&server, 2).await;
    let carl = Person::join(&server, 3).await;
    let mut book = Book::open(&server, &anne).await;
    book.admit(&server, &anne, &bea, Role::Guardian, &[]).await;
    let daily = [(SectionId::DAILY, Access::Read, None)];
    book.admit(&server, &anne, &carl, Role::Relative, &daily)
        .await;
    bea.erase(&server).await.is_fine();
    // The log still names two guardians: only one of them can come in.
    assert_eq!(anne.erase(&server).await.refusal(), Refusal::LastGuardian);
    carl.erase(&server).await.is_fine();
    anne.erase(&server).await.is_fine();
}
