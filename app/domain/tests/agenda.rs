//! The agenda: zones, holidays, series, what is due.
#![allow(clippy::unwrap_used)]

mod common;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Weekday};
use common::day;
use domain::agenda::{self, Pause, Settings, Status, Zone, between, occurrences, zones};
use domain::due::{What, When};
use domain::entry::{AgendaSettings, Appointment, Exception, Series};
use domain::lists::{Day, PlanState, Region, SchoolZone, SessionChange};
use domain::{Entry, Term};
use proptest::prelude::*;

fn at(day: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    day.and_hms_opt(hour, minute, 0).unwrap()
}

fn zone(name: &str) -> Zone {
    Zone::find(name).unwrap()
}

/// Every half hour of the Sundays on which clocks may change, and a moment of every fifth day, of nearly thirty years.
#[test]
fn every_zone_goes_by_the_database() {
    for zone in zones() {
        let theirs: chrono_tz::Tz = zone.name().parse().unwrap();
        let mut utc = at(day(2010, 1, 1), 0, 30);
        while utc < at(day(2037, 1, 1), 0, 0) {
            let expected = theirs.offset_from_utc_datetime(&utc).fix();
            let local = utc + TimeDelta::seconds(i64::from(expected.local_minus_utc()));
            assert_eq!(zone.from_utc(utc), local, "{} at {utc}", zone.name());
            // There and back, but for the hour that comes twice.
            let first = theirs.from_local_datetime(&local).earliest().unwrap();
            assert_eq!(
                zone.to_utc(local),
                first.naive_utc(),
                "{} at {local}",
                zone.name()
            );
            let changes = [3, 10, 11].contains(&utc.month()) && utc.weekday() == Weekday::Sun;
            utc += TimeDelta::minutes(if changes { 30 } else { 60 * 23 });
        }
    }
}

#[test]
fn an_hour_that_is_left_out_is_read_by_the_clock_before_and_one_that_comes_twice_is_the_first() {
    let paris = zone("Europe/Paris");
    // 28 March 2027: clocks go from 02:00 to 03:00.
    let spring = at(day(2027, 3, 28), 2, 30);
    assert_eq!(paris.to_utc(spring), at(day(2027, 3, 28), 1, 30));
    assert_eq!(
        paris.from_utc(paris.to_utc(spring)),
        at(day(2027, 3, 28), 3, 30)
    );
    // 31 October 2027: 02:00 to 03:00 comes twice; the first time is summer time.
    let autumn = at(day(2027, 10, 31), 2, 30);
    assert_eq!(paris.to_utc(autumn), at(day(2027, 10, 31), 0, 30));
    // Miquelon, 14 March 2027.
    let miquelon = zone("America/Miquelon");
    assert_eq!(
        miquelon.to_utc(at(day(2027, 3, 14), 2, 30)),
        at(day(2027, 3, 14), 5, 30)
    );
}

#[test]
fn public_holidays_are_those_of_the_published_list() {
    let list = include_str!("calendar/public_holidays.csv");
    let listed: std::collections::BTreeSet<(&str, NaiveDate)> = list
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').unwrap())
        .map(|(region, day)| (region, day.parse().unwrap()))
        .collect();
    let days = day(2020, 1, 1)
        .iter_days()
        .take_while(|day| *day < common::day(2036, 1, 1));
    let mut ours = std::collections::BTreeSet::new();
    for day in days {
        for region in Region::ALL {
            if agenda::public_holiday(day, *region).is_some() {
                ours.insert((region.code(), day));
            }
        }
    }
    assert_eq!(ours, listed);
}

#[test]
fn easter_falls_where_almanacs_have_it() {
    let known = [
        (1961, 4, 2),
        (2000, 4, 23),
        (2008, 3, 23),
        (2024, 3, 31),
        (2038, 4, 25),
        (2049, 4, 18),
        (2285, 3, 22),
    ];
    for (year, month, number) in known {
        assert_eq!(agenda::easter(year), Some(day(year, month, number)));
    }
}

#[test]
fn school_holidays_are_known_by_zone_and_end() {
    let winter = day(2026, 2, 16);
    assert!(agenda::school_holiday(winter, SchoolZone::A).is_some());
    assert!(agenda::school_holiday(winter, SchoolZone::B).is_some());
    assert!(agenda::school_holiday(winter, SchoolZone::C).is_none());
    assert_eq!(agenda::school_holiday(day(2026, 9, 1), SchoolZone::A), None);
    assert_eq!(agenda::school_known_until(), day(2028, 8, 31));
}

fn physio() -> Series {
    Series {
        title: "Kiné".into(),
        days: vec![Day::Tuesday, Day::Friday],
        from: Some(day(2026, 9, 1)),
        until: Some(day(2027, 7, 2)),
        time: "15:45".into(),
        pause_public: true,
        pause_school: true,
        ..Series::default()
    }
}

fn settings() -> Settings {
    Settings::from(&AgendaSettings {
        school_zone: Some(SchoolZone::A),
        ..AgendaSettings::default()
    })
}

#[test]
fn sessions_follow_their_rhythm_and_pause() {
    let series = physio();
    let held = |from, to| -> Vec<NaiveDate> {
        let all = occurrences(&series, &settings(), from, to);
        let held = all
            .into_iter()
            .filter(domain::agenda::Occurrence::takes_place);
        held.map(|one| one.when.day()).collect()
    };
    assert_eq!(
        held(day(2026, 9, 1), day(2026, 9, 12)),
        [
            day(2026, 9, 1),
            day(2026, 9, 4),
            day(2026, 9, 8),
            day(2026, 9, 11)
        ]
    );
    // Autumn holidays of zone A: 17 October to 1 November 2026; back on Tuesday the 3rd.
    assert_eq!(
        held(day(2026, 10, 16), day(2026, 11, 3)),
        [day(2026, 10, 16), day(2026, 11, 3)]
    );
    let paused = occurrences(&series, &settings(), day(2026, 10, 20), day(2026, 10, 20));
    assert_eq!(paused[0].pause, Some(Pause::SchoolHoliday));
    // Nothing before, nothing after.
    assert!(held(day(2026, 1, 1), day(2026, 8, 31)).is_empty());
    assert!(held(day(2027, 7, 3), day(2028, 1, 1)).is_empty());
}

#[test]
fn every_other_week_counts_from_the_week_of_the_first_day() {
    let series = Series {
        days: vec![Day::Monday, Day::Wednesday],
        every: Some(2),
        // A Wednesday: its Monday lies before the start.
        from: Some(day(2026, 12, 30)),
        ..Series::default()
    };
    let all = occurrences(
        &series,
        &Settings::default(),
        day(2026, 12, 1),
        day(2027, 1, 31),
    );
    let days: Vec<NaiveDate> = all.iter().map(|one| one.planned).collect();
    assert_eq!(
        days,
        [
            day(2026, 12, 30),
            day(2027, 1, 11),
            day(2027, 1, 13),
            day(2027, 1, 25),
            day(2027, 1, 27)
        ]
    );
}

fn said(on: NaiveDate, change: SessionChange, to: Option<NaiveDate>, time: &str) -> Exception {
    Exception {
        on: Some(on),
        change: Some(change),
        to,
        time: time.into(),
        reason: "pourquoi".into(),
    }
}

#[test]
fn a_session_is_moved_cancelled_or_kept() {
    let mut series = physio();
    series.exceptions = vec![
        said(day(2026, 9, 8), SessionChange::Cancelled, None, ""),
        said(
            day(2026, 9, 11),
            SessionChange::Moved,
            Some(day(2026, 9, 23)),
            "10:00",
        ),
        said(day(2026, 10, 20), SessionChange::Kept, None, ""),
        // Not a day of the series: means nothing.
        said(
            day(2026, 9, 9),
            SessionChange::Moved,
            Some(day(2026, 9, 10)),
            "",
        ),
        // Said again later: this holds.
        said(day(2026, 9, 8), SessionChange::Moved, None, "18:00"),
    ];
    let rows = [
        Entry::Series(series),
        Entry::AgendaSettings(AgendaSettings {
            school_zone: Some(SchoolZone::A),
            ..AgendaSettings::default()
        }),
    ];
    let found = between(&rows, day(2026, 9, 7), day(2026, 9, 24));
    let told: Vec<(When, Status)> = found.iter().map(|one| (one.when, one.status)).collect();
    assert_eq!(
        told,
        [
            (When::At(at(day(2026, 9, 8), 18, 0)), Status::Moved),
            (When::At(at(day(2026, 9, 15), 15, 45)), Status::Planned),
            (When::At(at(day(2026, 9, 18), 15, 45)), Status::Planned),
            (When::At(at(day(2026, 9, 22), 15, 45)), Status::Planned),
            (When::At(at(day(2026, 9, 23), 10, 0)), Status::Moved),
        ]
    );
    assert_eq!(found[4].planned, Some(day(2026, 9, 11)));
    let kept = between(&rows, day(2026, 10, 20), day(2026, 10, 20));
    assert_eq!(kept[0].status, Status::Planned);
}

#[test]
fn what_is_due_is_planned_and_in_the_time_of_the_person() {
    let appointment = |title: &str, state| {
        Entry::Appointment(Appointment {
            title: title.into(),
            day: Some(day(2026, 12, 1)),
            time: "23:30".into(),
            zone: "Europe/Paris".into(),
            state,
            ..Appointment::default()
        })
    };
    let rows = [
        Entry::AgendaSettings(AgendaSettings {
            zone: "Indian/Reunion".into(),
            ..AgendaSettings::default()
        }),
        appointment("prévu", None),
        appointment("fait", Some(PlanState::Done)),
        appointment("annulé", Some(PlanState::Cancelled)),
    ];
    // Half past eleven in Paris is half past two the next day in Réunion.
    assert!(agenda::due(&rows, day(2026, 12, 1), day(2026, 12, 1)).is_empty());
    let due = agenda::due(&rows, day(2026, 12, 2), day(2026, 12, 2));
    assert_eq!(due.len(), 1);
    assert_eq!((due[0].what, due[0].occurrence), (What::Appointment, None));
    assert_eq!(due[0].when, When::At(at(day(2026, 12, 2), 2, 30)));
}

#[test]
fn several_days_are_seen_on_each_of_them_and_due_on_the_first() {
    let rows = [Entry::Appointment(Appointment {
        title: "Séjour de répit".into(),
        day: Some(day(2027, 2, 26)),
        until: Some(day(2027, 3, 2)),
        ..Appointment::default()
    })];
    let seen = |at| between(&rows, at, at).len();
    assert_eq!(
        (
            seen(day(2027, 2, 25)),
            seen(day(2027, 2, 26)),
            seen(day(2027, 3, 2)),
            seen(day(2027, 3, 3))
        ),
        (0, 1, 1, 0)
    );
    assert_eq!(
        agenda::due(&rows, day(2027, 2, 26), day(2027, 2, 28)).len(),
        1
    );
    assert!(agenda::due(&rows, day(2027, 2, 27), day(2027, 3, 2)).is_empty());
}

#[test]
fn a_month_is_shown_in_whole_weeks() {
    let weeks = agenda::month(day(2027, 2, 14));
    assert_eq!(weeks.len(), 4);
    assert_eq!(
        (weeks[0][0], weeks[3][6]),
        (day(2027, 2, 1), day(2027, 2, 28))
    );
    assert_eq!(agenda::month(day(2026, 11, 1)).len(), 6);
}

proptest! {
    /// Whatever the span is cut into, the same sessions are found, each once.
    #[test]
    fn no_session_is_lost_or_doubled_where_spans_meet(
        start in 0u64..400, every in 1u32..5, bits in 1u8..128, cut in 0u64..200, moved in 0u64..120,
    ) {
        let first = day(2026, 1, 1);
        let from = first + Days::new(start);
        let mut series = Series {
            days: Day::ALL.iter().copied().filter(|day| bits >> day.from_monday() & 1 == 1).collect(),
            every: Some(every),
            from: Some(from),
            time: "08:00".into(),
            ..Series::default()
        };
        if let Some(on) = from.iter_days().take(60).find(|day| series.plans(*day)) {
            series.exceptions = vec![said(on, SessionChange::Moved, Some(first + Days::new(300 + moved)), "")];
        }
        let (begin, end) = (first + Days::new(250), first + Days::new(450));
        let middle = begin + Days::new(cut);
        let settings = Settings::default();
        let whole: Vec<NaiveDate> = occurrences(&series, &settings, begin, end).iter().map(|one| one.planned).collect();
        let mut parts: Vec<NaiveDate> = occurrences(&series, &settings, begin, middle).iter().map(|one| one.planned).collect();
        parts.extend(occurrences(&series, &settings, middle + Days::new(1), end).iter().map(|one| one.planned));
        prop_assert_eq!(whole, parts);
    }
}
