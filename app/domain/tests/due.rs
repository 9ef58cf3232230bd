//! What entries say is due: from when to when, in which order.

use chrono::{NaiveDate, NaiveDateTime};
use domain::due::{self, What, When};
use domain::entry::{Device, Objective, Vaccine};
use domain::{Entry, PartialDate};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rows() -> Vec<Entry> {
    vec![
        Entry::Objective(Objective {
            review: Some(day("2026-05-02")),
            ..Objective::default()
        }),
        Entry::Device(Device {
            next_check: Some(day("2026-03-10")),
            ..Device::default()
        }),
        Entry::Device(Device {
            next_check: Some(day("2026-03-11")),
            until: Some(day("2026-01-01").into()),
            ..Device::default()
        }),
        Entry::Vaccine(Vaccine {
            next: PartialDate::month_of(2026, 3),
            ..Vaccine::default()
        }),
    ]
}

#[test]
fn the_nearest_comes_first_and_a_month_counts_from_its_first_day() {
    let rows = rows();
    let all = due::all(&rows, day("2026-01-01"), day("2026-12-31"));
    let told: Vec<_> = all.iter().map(|due| (due.what, due.when)).collect();
    let expected = [
        (What::NextDose, When::Day(day("2026-03-01"))),
        (What::Check, When::Day(day("2026-03-10"))),
        (What::Review, When::Day(day("2026-05-02"))),
    ];
    assert_eq!(told, expected);
    assert_eq!(all[1].row, &rows[1]);
}

#[test]
fn both_ends_count() {
    let rows = rows();
    let count = |from, to| due::all(&rows, day(from), day(to)).len();
    assert_eq!(count("2026-03-10", "2026-05-02"), 2);
    assert_eq!(count("2026-03-11", "2026-05-01"), 0);
}

#[test]
fn a_day_without_an_hour_comes_before_its_hours() {
    let at = |text: &str| When::At(NaiveDateTime::parse_from_str(text, "%F %R").unwrap());
    let mut moments = [
        at("2026-03-10 09:00"),
        When::Day(day("2026-03-11")),
        at("2026-03-10 08:30"),
        When::Day(day("2026-03-10")),
    ];
    moments.sort();
    let expected = [
        When::Day(day("2026-03-10")),
        at("2026-03-10 08:30"),
        at("2026-03-10 09:00"),
        When::Day(day("2026-03-11")),
    ];
    assert_eq!(moments, expected);
}
