//! Fills a server that runs: so many people, each with a carnet of so many entries, all at once. For the benchmark, which
//! then opens one of these carnets in a browser.
//!
//! `cargo run -p story --example crowd -- 127.0.0.1:8080 8 1000` prints one line for each: the name to sign in with, and
//! the passphrase.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a program for whoever measures: it stops and says where"
)]

use std::net::SocketAddr;
use std::rc::Rc;

use chrono::{Days, NaiveDate};
use domain::entry::Measurement;
use domain::lists::{Measure, Unit};
use domain::{Decimal, Entry};
use store::Edit;
use store::shelf::MemoryShelf;
use story::home::Time;
use story::person::{PASSPHRASE, allergy, identity, note};
use story::{Person, tell};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().expect("address, people, entries");
    let address: SocketAddr = next().parse().unwrap();
    let people: usize = next().parse().unwrap();
    let entries: usize = next().parse().unwrap();
    tell(async move {
        let all = (0..people).map(|_| fill(address, entries));
        for line in futures::future::join_all(all).await {
            println!("{line}");
        }
    });
}

async fn fill(address: SocketAddr, entries: usize) -> String {
    let shelf = Rc::new(MemoryShelf::new());
    let parent = Person::at(address, Time::default(), "Claire", shelf);
    parent.create().await;
    let keeper = &parent.keeper;
    // Who has one carnet goes straight to it; with two there is a list, and a name to press.
    for child in ["Zoé", "Léo"] {
        let child = identity(child);
        keeper.create_carnet(child, "Maman".into()).await.unwrap();
    }
    let edits = (0..entries).map(|number| Edit::new(entry(number)));
    keeper.put_many(edits.collect()).await.unwrap();
    assert_eq!(keeper.scene().unsent, 0, "everything arrived");
    format!("{}\t{PASSPHRASE}", parent.name)
}

/// What long years leave: a few allergies, a note now and then, and many measurements.
fn entry(number: usize) -> Entry {
    match number % 250 {
        0 => allergy(&format!("agent {number:05}")),
        1..80 => note(&format!(
            "Séance du jour {number}: exercices faits, fatigue en fin de journée."
        )),
        _ => Entry::Measurement(Measurement {
            what: Some(Measure::Sleep),
            value: Decimal::new(70 + i64::try_from(number % 30).unwrap(), 1),
            unit: Some(Unit::Hour),
            date: NaiveDate::from_ymd_opt(2016, 1, 1)
                .unwrap()
                .checked_add_days(Days::new(number as u64)),
            ..Measurement::default()
        }),
    }
}
