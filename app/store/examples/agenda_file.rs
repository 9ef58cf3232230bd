//! Writes Théo's agenda, with cases that are hard to repeat, as an iCalendar file, and beside it when each thing takes place
//! by our own reckoning: for an independent program to read the one and compare it with the other.
//!
//! One line of JSON: `{"file", "from", "to", "expected": [["2026-12-08T08:30:00", "title"], …]}`; hours are those of Paris.
#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]

use chrono::{Days, NaiveDate};
use domain::agenda::{Sort, Zone, between};
use domain::entry::{Exception, Series};
use domain::lists::{Day, SessionChange};
use domain::{Entry, Lang, Plain};
use serde_json::json;
use store::calendar::{Detail, Outgoing, OutgoingEntry, write};

fn main() {
    let today = NaiveDate::from_ymd_opt(2026, 9, 15).unwrap_or_default();
    let theo = domain::example::theo(today);
    let mut rows: Vec<(String, Entry)> = theo
        .into_iter()
        .map(|row| (row.id.to_string(), row.entry))
        .collect();
    rows.extend(hard(today));
    let entries = rows.iter().map(|(id, entry)| OutgoingEntry {
        id: id.clone(),
        at: 1_789_000_000,
        fields: Plain::new(entry.clone()).to_fields(),
    });
    let file = write(&Outgoing {
        name: "Agenda".to_owned(),
        today,
        window: None,
        detail: Detail::Full,
        salt: None,
        french: true,
        entries: entries.collect(),
    });
    let (from, to) = (today - Days::new(60), today + Days::new(360));
    let entries: Vec<Entry> = rows.into_iter().map(|(_, entry)| entry).collect();
    let expected: Vec<_> = between(&entries, from, to)
        .into_iter()
        .filter(|it| it.sort == Sort::Absence || it.takes_place() || it.sort == Sort::Appointment)
        .filter(|it| it.when.day() >= from && it.when.day() <= to)
        .map(|it| {
            let hour = it
                .when
                .hour()
                .map(|hour| hour.format("T%H:%M:%S").to_string());
            let start = format!("{}{}", it.when.day(), hour.unwrap_or_default());
            (start, it.row.title(Lang::Fr))
        })
        .collect();
    println!(
        "{}",
        json!({ "file": file, "from": from, "to": to, "expected": expected })
    );
}

/// Every third week, another zone, the nights on which clocks change, whole days, exceptions of every sort, marks that must
/// be written otherwise.
fn hard(today: NaiveDate) -> Vec<(String, Entry)> {
    let said = |on: NaiveDate, change, to: Option<NaiveDate>, time: &str| Exception {
        on: Some(on),
        change: Some(change),
        to,
        time: time.to_owned(),
        reason: String::new(),
    };
    let monday = today + Days::new(20);
    let third = Series {
        title: "Toutes les 3 semaines ; lundi, jeudi\\soir".to_owned(),
        days: vec![Day::Monday, Day::Thursday],
        every: Some(3),
        from: Some(today),
        time: "18:00".to_owned(),
        minutes: Some(30),
        pause_public: true,
        note: "Une ligne très longue, qui doit être pliée plusieurs fois avant d'arriver à son bout, é è à ç ü « » — et encore un peu.\nUne autre, avec une virgule, un point-virgule ; et une barre \\.".to_owned(),
        exceptions: vec![
            said(monday, SessionChange::Cancelled, None, ""),
            said(monday + Days::new(3), SessionChange::Moved, Some(monday + Days::new(5)), "09:15"),
        ],
        ..Series::default()
    };
    let nights = Series {
        title: "La nuit".to_owned(),
        days: vec![Day::Sunday],
        from: Some(today),
        until: Some(today + Days::new(300)),
        time: "03:30".to_owned(),
        ..Series::default()
    };
    let far = Series {
        title: "Appel de Mamie".to_owned(),
        days: vec![Day::Saturday],
        from: Some(today),
        time: "22:30".to_owned(),
        zone: Zone::find("America/Martinique")
            .map(|zone| zone.name().to_owned())
            .unwrap_or_default(),
        ..Series::default()
    };
    let whole = Series {
        title: "Vendredi sans cartable".to_owned(),
        days: vec![Day::Friday],
        every: Some(2),
        from: Some(today),
        until: Some(today + Days::new(90)),
        ..Series::default()
    };
    let all = [
        ("third", third),
        ("nights", nights),
        ("far", far),
        ("whole", whole),
    ];
    all.into_iter()
        .map(|(id, series)| (id.to_owned(), Entry::Series(series)))
        .collect()
}
