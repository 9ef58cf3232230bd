//! What entries say is due: from when to when, in which order.
#![allow(clippy::unwrap_used)]

use chrono::{NaiveDate, NaiveDateTime};
use domain::due::{Cause, Said, Standing, What, When};
use domain::entry::{
    Device, Entitlement, Objective, Outcome, Procedure, ProcedureStep, Request, Settled, Vaccine,
};
use domain::lists::{ProcedureState, Right};
use domain::outlook::{self, board};
use domain::{Entry, EntryRef, PartialDate};

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
    let all = outlook::all(&rows, day("2026-01-01"), day("2026-12-31"));
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
    let count = |from, to| outlook::all(&rows, day(from), day(to)).len();
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

/// Rows with a name each, as pages have them.
fn named(rows: Vec<(&str, Entry)>) -> Vec<(EntryRef, Entry)> {
    rows.into_iter()
        .map(|(name, entry)| (name.into(), entry))
        .collect()
}

fn device(check: &str) -> Entry {
    Entry::Device(Device {
        next_check: Some(day(check)),
        ..Device::default()
    })
}

fn said(of: &str, on: &str, outcome: Outcome, until: Option<&str>) -> Entry {
    Entry::Settled(Settled {
        of: of.into(),
        moment: Some(What::Check),
        day: Some(day(on)),
        outcome: Some(outcome),
        until: until.map(day),
        ..Settled::default()
    })
}

fn standing(rows: &[(EntryRef, Entry)], on: &str) -> Standing {
    let cause = Cause {
        entry: "chair".into(),
        what: What::Check,
        occurrence: None,
    };
    Said::of(rows).standing(&cause, day(on))
}

#[test]
fn what_nobody_spoke_of_is_open_and_so_is_what_was_moved_since() {
    let mut rows = named(vec![("chair", device("2026-03-10"))]);
    assert_eq!(standing(&rows, "2026-03-10"), Standing::Open);
    rows.push(("s".into(), said("chair", "2026-03-10", Outcome::Done, None)));
    assert_eq!(standing(&rows, "2026-03-10"), Standing::Done(None));
    assert_eq!(standing(&rows, "2026-03-12"), Standing::Open);
}

#[test]
fn of_two_answers_the_stronger_counts() {
    let rows = named(vec![
        (
            "a",
            said(
                "chair",
                "2026-03-10",
                Outcome::Postponed,
                Some("2026-03-20"),
            ),
        ),
        ("b", said("chair", "2026-03-10", Outcome::Done, None)),
        ("c", said("chair", "2026-03-10", Outcome::Dismissed, None)),
        ("d", said("bed", "2026-03-10", Outcome::Open, None)),
    ]);
    assert_eq!(standing(&rows, "2026-03-10"), Standing::Done(None));
    assert_eq!(
        standing(&rows[..1], "2026-03-10"),
        Standing::Later(day("2026-03-20"))
    );
    assert!(!Standing::Later(day("2026-03-20")).is_open(day("2026-03-19")));
    assert!(Standing::Later(day("2026-03-20")).is_open(day("2026-03-20")));
}

#[test]
fn the_board_sorts_what_was_missed_what_is_for_today_and_what_comes() {
    let rows = named(vec![
        ("missed", device("2026-03-02")),
        ("chair", device("2026-03-10")),
        ("soon", device("2026-03-25")),
        ("far", device("2026-05-25")),
        ("old", device("2020-01-01")),
        ("done", device("2026-03-05")),
        ("later", device("2026-03-12")),
        ("s", said("done", "2026-03-05", Outcome::Done, None)),
        (
            "t",
            said(
                "later",
                "2026-03-12",
                Outcome::Postponed,
                Some("2026-03-11"),
            ),
        ),
    ]);
    let board = board(&rows, day("2026-03-10"), |row| row.0.clone());
    let names = |lines: &[domain::outlook::Line<'_, (EntryRef, Entry)>]| -> Vec<String> {
        lines
            .iter()
            .map(|line| line.cause.entry.to_string())
            .collect()
    };
    assert_eq!(names(&board.overdue), ["missed"]);
    assert_eq!(names(&board.today), ["chair"]);
    assert_eq!(names(&board.soon), ["soon"]);
    assert_eq!(names(&board.settled), ["later", "done"]);
}

#[test]
fn a_day_from_which_to_prepare_is_not_missed_when_it_is_past() {
    let right = Entry::Entitlement(Entitlement {
        right: Some(Right::Cmi),
        end: Some(day("2026-08-31")),
        ..Entitlement::default()
    });
    let rows = named(vec![("right", right), ("chair", device("2026-01-20"))]);
    // To prepare from 31 December, to file until 28 February.
    let board = board(&rows, day("2026-01-20"), |row| row.0.clone());
    let whats = |lines: &[domain::outlook::Line<'_, (EntryRef, Entry)>]| -> Vec<What> {
        lines.iter().map(|line| line.due.what).collect()
    };
    assert_eq!(whats(&board.overdue), []);
    assert_eq!(whats(&board.today), [What::Check, What::Prepare]);
    assert_eq!(whats(&board.soon), [What::File]);
}

#[test]
fn what_was_missed_has_what_still_presses_first_and_nothing_twice() {
    let right = Entry::Entitlement(Entitlement {
        right: Some(Right::Cmi),
        end: Some(day("2026-08-31")),
        ..Entitlement::default()
    });
    let step = |state, date: &str| ProcedureStep {
        state: Some(state),
        date: Some(day(date)),
        ..ProcedureStep::default()
    };
    let asked = Entry::Procedure(Procedure {
        requests: vec![Request {
            right: Some(Right::Pch),
            ..Request::default()
        }],
        history: vec![step(ProcedureState::Filed, "2025-11-05")],
        ..Procedure::default()
    });
    let rows = named(vec![
        ("chair", device("2026-02-20")),
        ("right", right),
        ("asked", asked),
    ]);
    let board = board(&rows, day("2026-03-10"), |row| row.0.clone());
    let overdue: Vec<_> = board
        .overdue
        .iter()
        .map(|line| (line.cause.entry.as_str(), line.due.what))
        .collect();
    // The card: to prepare was 31 December, to file 28 February; the first is told no more.
    assert_eq!(board.today, []);
    assert_eq!(
        overdue,
        [
            ("asked", What::Silence),
            ("right", What::File),
            ("chair", What::Check),
        ]
    );
}
