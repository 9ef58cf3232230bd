//! A family on a server that runs: two parents who keep a carnet together, and their child, of age, with an account of their
//! own in it. For the tests in a browser, which then sign in as each.
//!
//! `cargo run -p story --example family -- 127.0.0.1:8080` prints the carnet's id, the passphrase of all three, and the names
//! to sign in with: mother, father, child; one a line.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a program for tests: it stops and says where"
)]

use std::net::SocketAddr;
use std::rc::Rc;

use chrono::NaiveDate;
use domain::Entry;
use domain::entry::Identity;
use protocol::change::{Access, Role};
use store::shelf::MemoryShelf;
use store::{NewRight, SectionId};
use story::home::Time;
use story::person::{PASSPHRASE, allergy};
use story::{Person, tell};

fn main() {
    let address = std::env::args()
        .nth(1)
        .expect("an address")
        .parse()
        .unwrap();
    tell(async move {
        let mother = join(address, "claire").await;
        let child = Identity {
            first_names: "Léa".to_owned(),
            birth_name: "Martin".to_owned(),
            birth_date: NaiveDate::from_ymd_opt(2004, 3, 12),
            ..Identity::default()
        };
        let carnet = mother
            .keeper
            .create_carnet(Entry::Identity(child), "Claire".to_owned())
            .await
            .unwrap();
        mother.put(allergy("Pénicilline")).await;
        let father = join(address, "paul").await;
        let person = join(address, "lea").await;
        admit(&mother, &father, Role::Guardian, "Paul").await;
        admit(&mother, &person, Role::Person, "Léa").await;
        for member in [&father, &person] {
            member.keeper.refresh_account().await.unwrap();
            member.keeper.accept_carnet(carnet).await.unwrap();
        }
        println!("{carnet}\n{PASSPHRASE}");
        for who in [mother, father, person] {
            println!("{}", who.name);
        }
    });
}

async fn join(address: SocketAddr, name: &str) -> Person {
    let person = Person::at(address, Time::default(), name, Rc::new(MemoryShelf::new()));
    person.create().await;
    person
}

/// Admits somebody to every section; the secrets of links are for guardians.
async fn admit(guardian: &Person, who: &Person, role: Role, label: &str) {
    let suits = |section: &&SectionId| role == Role::Guardian || **section != SectionId::KEYS;
    let rights = SectionId::STANDARD
        .iter()
        .filter(suits)
        .map(|section| NewRight {
            section: *section,
            access: Access::Write,
            until: None,
        });
    let keys = who.keeper.my_keys().await.unwrap();
    guardian
        .keeper
        .admit(keys, role, label.to_owned(), rights.collect())
        .await
        .unwrap();
}
