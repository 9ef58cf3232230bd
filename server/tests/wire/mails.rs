//! Mails, sent to a real SMTP server; and `/api/reminders`.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use protocol::account::{MailLanguage, SetEmail};
use protocol::change::Role;
use protocol::ids::ReminderId;
use protocol::limits;
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::reminder::{Channel, Reminder, ReminderText, Reminders, TryReminder};
use protocol::time::{DAY, MINUTE, Seconds};
use reqwest::Method;
use tokio::net::TcpListener;

use crate::support::link::{asks, card, manifest};
use crate::support::smtp::SmtpServer;
use crate::support::{Answer, Book, Person, TestServer};

const ID: ReminderId = ReminderId::from_bytes([1; 16]);

async fn is_written_to(server: &TestServer, who: &Person, at: &str, language: MailLanguage) {
    let set = SetEmail {
        email: Some(at.to_owned()),
        language,
    };
    let path = paths::ACCOUNT_EMAIL;
    server
        .json(Method::PUT, path, &who.cookie, &set)
        .await
        .is_fine();
}

async fn remind(server: &TestServer, who: &Person, id: ReminderId, due: Seconds) -> Answer {
    let reminder = Reminder {
        due,
        channel: Channel::Mail,
        text: ReminderText::ConfirmSheet,
    };
    let path = paths::reminder(id);
    server
        .json(Method::PUT, &path, &who.cookie, &reminder)
        .await
}

/// Anne, who is written to, with a carnet that has a card.
async fn with_card(server: &TestServer) -> (Person, Book) {
    let anne = Person::join(server, 1).await;
    is_written_to(server, &anne, "anne@example.org", MailLanguage::French).await;
    let mut book = Book::open(server, &anne).await;
    book.open_card(server, &anne, &Person::new(50), &card(manifest(1)))
        .await;
    (anne, book)
}

#[tokio::test]
async fn guardians_are_told_that_a_card_was_opened_and_not_more_often_than_helps() {
    let smtp = SmtpServer::start().await;
    let server = TestServer::start_with(&smtp.settings()).await;
    let (anne, mut book) = with_card(&server).await;
    let bea = Person::join(&server, 2).await;
    book.admit(&server, &anne, &bea, Role::Guardian, &[]).await;
    is_written_to(&server, &bea, "bea@example.org", MailLanguage::English).await;
    server
        .get(&paths::log(book.id()), &bea.cookie)
        .await
        .is_fine();
    book.acts(&server, &anne, &bea, 1).await;
    let carl = Person::join(&server, 3).await;
    book.admit(&server, &anne, &carl, Role::Relative, &[]).await;
    is_written_to(&server, &carl, "carl@example.org", MailLanguage::English).await;

    server.opened(manifest(1), &asks()).await;
    let mut mails = smtp.has(2).await;
    mails.sort_by(|one, other| one.to.cmp(&other.to));
    assert_eq!(mails[0].to, ["anne@example.org"]);
    assert_eq!(mails[1].to, ["bea@example.org"]);
    assert!(mails.iter().all(|mail| mail.from == "carnet@example.org"));
    assert!(mails[0].text.contains("Auto-Submitted: auto-generated"));
    assert!(mails[0].text.contains("Bonjour"), "{}", mails[0].text);
    assert!(
        mails[1].text.contains("has just been opened"),
        "{}",
        mails[1].text
    );
    assert!(
        !mails[0].text.contains("Urgences"),
        "what a reader says is in the journal alone"
    );

    // Twice more within a quarter of an hour: one mail, when it is over.
    server.wait(MINUTE);
    server.opened(manifest(1), &asks()).await;
    server.opened(manifest(1), &asks()).await;
    smtp.has(2).await;
    server.wait(14 * MINUTE);
    let mails = smtp.has(4).await;
    assert!(
        mails[2..]
            .iter()
            .any(|mail| mail.text.contains("opened 2 times"))
    );
    server.wait(DAY);
    smtp.has(4).await;
}

#[tokio::test]
async fn what_an_outage_held_up_is_sent_once_it_is_over() {
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
        .await
        .unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let settings = format!("smtp = \"smtp://{address}\"\nmail_from = \"carnet@example.org\"\n");
    let server = TestServer::start_with(&settings).await;
    with_card(&server).await;
    server.opened(manifest(1), &asks()).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let smtp = SmtpServer::start_at(address).await;
    smtp.has(0).await;
    server.wait(2 * MINUTE);
    smtp.has(1).await;
    server.wait(DAY);
    smtp.has(1).await;
}

#[tokio::test]
async fn one_that_cannot_be_sent_keeps_no_other_waiting() {
    let smtp = SmtpServer::start().await;
    let server = TestServer::start_with(&smtp.settings()).await;
    let due = server.now().plus(DAY);
    for (seed, at) in [
        (1, "nobody@example.org"),
        (2, "bea@example.org"),
        (3, "carl@example.org"),
    ] {
        let who = Person::join(&server, seed).await;
        is_written_to(&server, &who, at, MailLanguage::French).await;
        remind(&server, &who, ID, due).await.is_fine();
    }
    smtp.has(0).await;
    server.wait(DAY);
    let mails = smtp.has(2).await;
    assert!(
        mails.iter().all(|mail| mail.text.contains("relisiez")),
        "{mails:?}"
    );
    // Who is refused again and again is given up in the end, and has cost nobody anything.
    for _ in 0..10 {
        server.wait(5 * 60 * MINUTE);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    smtp.has(2).await;
}

#[tokio::test]
async fn several_instances_send_each_mail_once() {
    let smtp = SmtpServer::start().await;
    let server = TestServer::start_with(&smtp.settings()).await;
    let beside = TestServer::beside(&server).await;
    for seed in 1..=30 {
        let who = Person::join(&server, seed).await;
        let at = format!("person{seed}@example.org");
        is_written_to(&server, &who, &at, MailLanguage::French).await;
        remind(&server, &who, ID, server.now().plus(10))
            .await
            .is_fine();
    }
    server.wait(10);
    beside.wait(10);
    let mut to: Vec<_> = smtp.has(30).await.into_iter().map(|mail| mail.to).collect();
    to.sort();
    to.dedup();
    assert_eq!(to.len(), 30);
}

#[tokio::test]
async fn reminders_are_set_listed_and_taken_back() {
    let smtp = SmtpServer::start().await;
    let server = TestServer::start_with(&smtp.settings()).await;
    let anne = Person::join(&server, 1).await;
    is_written_to(&server, &anne, "anne@example.org", MailLanguage::French).await;
    let due = server.now().plus(DAY);
    remind(&server, &anne, ID, due).await.is_fine();
    remind(&server, &anne, ID, due).await.is_fine();
    let other = ReminderId::from_bytes([2; 16]);
    remind(&server, &anne, other, due.plus(1)).await.is_fine();
    let list = async || -> Reminders {
        let answer = server.get(paths::REMINDERS, &anne.cookie).await;
        serde_json::from_slice(&answer.is_fine().body).unwrap()
    };
    let ids = |kept: Reminders| {
        kept.reminders
            .iter()
            .map(|kept| kept.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(list().await), [ID, other]);
    let path = paths::reminder(other);
    server
        .ask(Method::DELETE, &path, &anne.cookie, "", Vec::new())
        .await
        .is_fine();
    assert_eq!(ids(list().await), [ID]);
    let far = server.now().plus(limits::REMINDER + 1);
    assert_eq!(
        remind(&server, &anne, other, far).await.refusal(),
        Refusal::BadDate
    );
    let opened = Reminder {
        due,
        channel: Channel::Mail,
        text: ReminderText::CardOpened,
    };
    let answer = server.json(Method::PUT, &path, &anne.cookie, &opened).await;
    assert_eq!(answer.refusal(), Refusal::NotAllowed);
    server.wait(DAY);
    smtp.has(1).await;
    assert!(list().await.reminders.is_empty());
    // A client that repeats itself after it was sent is not answered with a second mail.
    remind(&server, &anne, ID, due).await.is_fine();
    smtp.has(1).await;
    remind(&server, &anne, ID, due.plus(DAY)).await.is_fine();
    server.wait(DAY);
    smtp.has(2).await;
}

#[tokio::test]
async fn nobody_is_sent_more_than_enough_mails_in_a_day() {
    let smtp = SmtpServer::start().await;
    let server = TestServer::start_with(&smtp.settings()).await;
    let eve = Person::join(&server, 1).await;
    is_written_to(&server, &eve, "victim@example.org", MailLanguage::French).await;
    let id = |day: u8, number: u8| {
        let mut id = [day; 16];
        id[0] = number;
        ReminderId::from_bytes(id)
    };
    // What is past cannot be ordered, and of one day there are not more than anybody needs.
    let past = remind(&server, &eve, ID, server.now()).await;
    assert_eq!(past.refusal(), Refusal::BadDate);
    let tomorrow = Seconds(server.now().0 / DAY * DAY + DAY);
    for day in 0..2 {
        for number in 0..100 {
            let due = tomorrow.plus(u64::from(day) * DAY + u64::from(number));
            remind(&server, &eve, id(day, number), due).await.is_fine();
        }
    }
    let more = remind(&server, &eve, id(0, 100), tomorrow).await;
    assert_eq!(more.refusal(), Refusal::Quota);
    server.wait(3 * DAY);
    let most = limits::MAILED_A_DAY.0;
    smtp.has(most).await;
    // Trying is no way around it, nor is forgetting that one tried, nor another account.
    let tries = ReminderId::from_bytes(*b"carnet try: mail");
    let attempt = TryReminder {
        channel: Channel::Mail,
        sealed: Vec::new(),
    };
    for number in 0..limits::TRIES_A_DAY + 5 {
        let path = paths::reminder(tries);
        server
            .ask(Method::DELETE, &path, &eve.cookie, "", Vec::new())
            .await
            .is_fine();
        remind(&server, &eve, tries, server.now().plus(60 + number as u64))
            .await
            .is_fine();
        let path = paths::REMINDER_TRY;
        let tried = server.json(Method::POST, path, &eve.cookie, &attempt).await;
        assert_eq!(tried.status < 300, number < limits::TRIES_A_DAY);
    }
    let accomplice = Person::join(&server, 2).await;
    is_written_to(
        &server,
        &accomplice,
        "Victim@example.org",
        MailLanguage::French,
    )
    .await;
    remind(&server, &accomplice, ID, server.now().plus(1))
        .await
        .is_fine();
    server.wait(60 * MINUTE);
    smtp.has(most).await;
    // Somebody else is written to all the while, and what waited comes another day.
    let bea = Person::join(&server, 3).await;
    is_written_to(&server, &bea, "bea@example.org", MailLanguage::French).await;
    remind(&server, &bea, ID, server.now().plus(1))
        .await
        .is_fine();
    server.wait(1);
    smtp.has(most + 1).await;
    server.wait(DAY);
    smtp.has(2 * most + 1).await;
}

#[tokio::test]
async fn who_never_agreed_to_keep_a_carnet_is_not_written_to_for_it() {
    let smtp = SmtpServer::start().await;
    let server = TestServer::start_with(&smtp.settings()).await;
    let mallory = Person::join(&server, 1).await;
    let anne = Person::join(&server, 2).await;
    is_written_to(&server, &anne, "anne@example.org", MailLanguage::French).await;
    let mut book = Book::open(&server, &mallory).await;
    book.admit(&server, &mallory, &anne, Role::Guardian, &[])
        .await;
    for number in 1..=3 {
        let link = Person::new(50 + number);
        book.open_card(&server, &mallory, &link, &card(manifest(number)))
            .await;
        server.opened(manifest(number), &asks()).await;
    }
    smtp.has(0).await;
    // Once she looked into it she is told, of all cards together.
    let path = paths::log(book.id());
    server.get(&path, &anne.cookie).await.is_fine();
    book.acts(&server, &mallory, &anne, 1).await;
    for number in 1..=3 {
        server.opened(manifest(number), &asks()).await;
    }
    smtp.has(1).await;
    server.wait(15 * MINUTE);
    smtp.has(2).await;
}
