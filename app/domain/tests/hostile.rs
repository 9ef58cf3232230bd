//! Whoever may write in a carnet may do so with a program of their own: whatever an entry says, no page of anybody dies of it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod common;

use chrono::{Days, NaiveDate};
use common::{day, samples};
use domain::agenda::between;
use domain::chart::{Window, all_series, calendar_ticks, decimate, event_kinds, facts, marks};
use domain::outlook::board;
use domain::urgent::Sheet;
use domain::urgent::fhir::{Facts, bundle};
use domain::{Entry, EntryRef, Lang, Plain, outlook, rights, view};
use serde_json::{Map, Value, json};

type Row = (EntryRef, Plain);

/// What stands in the place of every text, number and list, in turn.
fn wild() -> Vec<Value> {
    let many: Vec<Value> = (0..300).map(|_| json!("2026-03-01T07:30 8.5")).collect();
    vec![
        json!("-262143-01-01"),
        json!("+262142-12-31"),
        json!("1850-01-01"),
        json!("2200-12-31"),
        json!("2200-12-31T23:59 1e308"),
        json!("23:59:60"),
        json!("é\u{202e}😀".repeat(40)),
        json!("-99999999999999999999.99999999"),
        json!(""),
        json!(0),
        json!(-1),
        json!(u64::MAX),
        json!(u32::MAX),
        json!(i64::MIN),
        json!(1e308),
        json!(true),
        json!(many),
        Value::Null,
    ]
}

/// Every entry of every kind, with one thing in it replaced.
fn mutants(fields: &Map<String, Value>) -> Vec<Value> {
    let whole = Value::Object(fields.clone());
    let mut places = Vec::new();
    gather(&whole, String::new(), &mut places);
    let own = ["/v", "/min_edit", "/kind"];
    places.retain(|place| !own.contains(&place.as_str()));
    let mut all = Vec::new();
    for place in places {
        for value in wild() {
            let mut changed = whole.clone();
            *changed.pointer_mut(&place).unwrap() = value;
            all.push(changed);
        }
    }
    all
}

fn gather(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                gather(field, format!("{place}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate().take(2) {
                gather(item, format!("{place}/{number}"), places);
            }
        }
        _ => {}
    }
    if !place.is_empty() {
        places.push(place);
    }
}

/// All that pages, reminders and the sheet make of entries.
fn show(rows: &[Row], today: NaiveDate) {
    let sheet = Sheet::assemble(rows, today);
    let _bundle = bundle(&sheet, &Facts::default());
    let _board = board(rows, today, |row: &Row| row.0.clone());
    let far = today + Days::new(400);
    let _due = outlook::all(rows, today, far);
    let _between = between(rows, today, far);
    let _rights = rights::computed(rows);
    let _course = view::course_of_life(rows, today);
    let _treatments = view::treatments(rows, today);
    for series in all_series(rows) {
        let _facts = facts(&series, None).map(|facts| facts.in_words(&series, Lang::Fr));
        if let (Some(first), Some(last)) = (series.points.first(), series.points.last()) {
            let window = Window::new(first.at, last.at);
            let _ticks = calendar_ticks(window, 8, Lang::Fr);
            let _points = decimate(&series.points, window, 300);
        }
    }
    let _marks = marks(rows, Lang::Fr);
    let _kinds = event_kinds(rows);
    for (_, plain) in rows {
        let entry = &plain.entry;
        let _words = (entry.title(Lang::Fr), entry.lines(Lang::En), entry.date());
        let _found = entry.check(today, Some(day(2016, 3, 12)));
        assert!(!plain.write().is_empty());
    }
}

#[test]
fn no_value_in_any_entry_stops_a_page() {
    let today = day(2026, 11, 26);
    let identity = samples()
        .into_iter()
        .find(|entry| matches!(entry, Entry::Identity(_)))
        .unwrap();
    let mut read = 0;
    for sample in samples() {
        for mutant in mutants(&Plain::new(sample).to_fields()) {
            let Ok(plain) = Plain::read(mutant.to_string().as_bytes()) else {
                continue;
            };
            if matches!(plain.entry, Entry::Unknown(_)) {
                continue;
            }
            read += 1;
            let rows = [
                (EntryRef::from("a"), Plain::new(identity.clone())),
                (EntryRef::from("b"), plain),
            ];
            show(&rows, today);
        }
    }
    assert!(read > 1000, "most are refused: {read}");
}

#[test]
fn a_day_that_no_life_needs_makes_an_entry_unreadable_and_is_not_kept_in_the_first_place() {
    let far = day(9999, 12, 31);
    let mut appointment = samples()
        .into_iter()
        .find(|entry| matches!(entry, Entry::Appointment(_)))
        .unwrap();
    if let Entry::Appointment(appointment) = &mut appointment {
        appointment.day = Some(far);
    }
    let found = appointment.check(day(2026, 11, 26), None);
    assert!(!domain::check::can_be_kept(&found));
    let written = Plain::new(appointment).write();
    let read = Plain::read(&written).unwrap();
    assert!(matches!(read.entry, Entry::Unknown(_)));
    assert_eq!(read.write(), written, "nothing is lost");
}
