//! When one is reminded: never after the thing, never twice, never in quiet hours; summer time and time zones included.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Offset, TimeZone, Timelike};
use chrono_tz::Tz;
use domain::due::{Cause, Due, What, When};
use domain::entry::{Device, Outcome, Settled};
use domain::reminders::{
    LEADS, Open, Planned, Preferences, Quiet, Zone, instant, notice, open, plan,
};
use domain::{Entry, EntryRef, Lang, Term};
use proptest::prelude::*;

const PARIS: Tz = chrono_tz::Europe::Paris;
/// Clocks that are changed by half an hour.
const LORD_HOWE: Tz = chrono_tz::Australia::Lord_Howe;
const ZONES: [Tz; 4] = [
    PARIS,
    chrono_tz::America::Guadeloupe,
    chrono_tz::Indian::Reunion,
    LORD_HOWE,
];

fn zone(tz: Tz) -> impl Zone {
    move |utc: i64| {
        let at = DateTime::from_timestamp(utc, 0).unwrap();
        tz.offset_from_utc_datetime(&at.naive_utc())
            .fix()
            .local_minus_utc()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%F %R").unwrap()
}

fn shown(utc: i64, tz: Tz) -> String {
    let at = DateTime::from_timestamp(utc, 0).unwrap().with_timezone(&tz);
    at.format("%F %R").to_string()
}

fn thing(row: &Entry, what: What, when: When) -> Open<'_, Entry> {
    Open {
        due: Due {
            row,
            what,
            occurrence: None,
            when,
        },
        cause: Cause {
            entry: "thing".into(),
            what,
            occurrence: None,
        },
        later: None,
    }
}

fn told(what: What, when: When, preferences: &Preferences, now: &str) -> Vec<String> {
    let row = Entry::Device(Device::default());
    let zone = zone(PARIS);
    let now = instant(local(now), &zone);
    let planned = plan(&[thing(&row, what, when)], preferences, &zone, now);
    planned
        .iter()
        .map(|planned| shown(planned.at, PARIS))
        .collect()
}

#[test]
fn days_are_counted_on_the_calendar_and_hours_by_the_clock() {
    let preferences = Preferences::default();
    // Clocks go forward in the night before the appointment.
    let at = When::At(local("2026-03-29 14:30"));
    assert_eq!(
        told(What::Appointment, at, &preferences, "2026-03-01 00:00"),
        ["2026-03-27 14:30", "2026-03-29 12:30"]
    );
    // What has no hour is told at the hour chosen for it.
    let on = When::Day(day("2026-06-30"));
    assert_eq!(
        told(What::Late, on, &preferences, "2026-01-01 00:00"),
        ["2026-05-31 09:00", "2026-06-23 09:00", "2026-06-29 09:00"]
    );
    assert_eq!(
        told(What::Check, on, &preferences, "2026-01-01 00:00"),
        ["2026-06-23 09:00", "2026-06-30 09:00"]
    );
}

#[test]
fn what_falls_into_quiet_hours_comes_after_them_or_before() {
    let preferences = Preferences::default();
    // Two hours before nine is quiet: at eight there is still time.
    let nine = When::At(local("2026-05-12 09:00"));
    assert_eq!(
        told(What::Appointment, nine, &preferences, "2026-05-01 00:00"),
        ["2026-05-10 09:00", "2026-05-12 08:00"]
    );
    // Half past seven is over before the quiet hours are: the evening before.
    let early = When::At(local("2026-05-12 07:30"));
    assert_eq!(
        told(What::Appointment, early, &preferences, "2026-05-01 00:00"),
        ["2026-05-10 08:00", "2026-05-11 20:59"]
    );
}

#[test]
fn an_hour_that_comes_twice_or_not_at_all_is_told_early() {
    let zone = zone(PARIS);
    // 2026-10-25 02:30 comes twice, first at +2; 2026-03-29 02:30 not at all.
    let twice = instant(local("2026-10-25 02:30"), &zone);
    assert_eq!(DateTime::from_timestamp(twice, 0).unwrap().hour(), 0);
    let never = instant(local("2026-03-29 02:30"), &zone);
    assert_eq!(shown(never, PARIS), "2026-03-29 01:30");
}

#[test]
fn what_was_put_off_is_told_on_its_day_and_what_was_done_not_at_all() {
    let rows: Vec<(EntryRef, Entry)> = vec![
        (
            "chair".into(),
            Entry::Device(Device {
                next_check: Some(day("2026-05-20")),
                ..Device::default()
            }),
        ),
        (
            "said".into(),
            Entry::Settled(Settled {
                of: "chair".into(),
                moment: Some(What::Check),
                day: Some(day("2026-05-20")),
                outcome: Some(Outcome::Postponed),
                until: Some(day("2026-05-15")),
                ..Settled::default()
            }),
        ),
    ];
    let zone = zone(PARIS);
    let now = instant(local("2026-05-01 00:00"), &zone);
    let preferences = Preferences::default();
    let times = |rows: &[(EntryRef, Entry)]| -> Vec<String> {
        let open = open(rows, day("2026-05-01"), |row| row.0.clone());
        let planned = plan(&open, &preferences, &zone, now);
        planned.iter().map(|one| shown(one.at, PARIS)).collect()
    };
    assert_eq!(times(&rows[..1]), ["2026-05-13 09:00", "2026-05-20 09:00"]);
    assert_eq!(times(&rows), ["2026-05-15 09:00", "2026-05-20 09:00"]);
    let mut done = rows.clone();
    let Entry::Settled(settled) = &mut done[1].1 else {
        unreachable!()
    };
    settled.outcome = Some(Outcome::Done);
    assert!(times(&done).is_empty());
}

#[test]
fn the_words_say_what_whose_and_how_far_and_discreetly_nothing() {
    let at = When::At(local("2026-05-12 09:00"));
    let words = |discreet, lang| {
        let shown_on = day("2026-05-11");
        notice(
            What::Appointment,
            at,
            shown_on,
            ("Théo", "Dr Diallo"),
            discreet,
            lang,
        )
    };
    let french = words(false, Lang::Fr);
    assert_eq!(french.title, "Rendez-vous\u{a0}: Dr Diallo");
    assert_eq!(french.body, "Théo, demain à 09:00 (12 mai 2026)");
    assert_eq!(
        words(false, Lang::En).body,
        "Théo, tomorrow at 09:00 (12 May 2026)"
    );
    for lang in [Lang::Fr, Lang::En] {
        let discreet = words(true, lang);
        assert!(!format!("{discreet:?}").contains("Théo"));
        assert!(!format!("{discreet:?}").contains("Diallo"));
    }
}

#[test]
fn preferences_come_back_as_written_and_keep_what_a_newer_version_wrote() {
    let mut written = serde_json::to_value(Preferences::default()).unwrap();
    written["sound"] = "bell".into();
    let read: Preferences = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), written);
    let empty: Preferences = serde_json::from_str("{}").unwrap();
    assert_eq!(empty, Preferences::default());
    let wild: Preferences =
        serde_json::from_str(r#"{"at": 99999, "care": {"leads": [7, 1440], "push": true}}"#)
            .unwrap();
    let tamed = wild.tamed();
    assert_eq!((tamed.at, tamed.care.leads.len()), (1439, 1));
}

fn any_when() -> impl Strategy<Value = When> {
    let minutes = 0..(800 * 24 * 60i64);
    (minutes, any::<bool>()).prop_map(|(minutes, whole)| {
        let at = local("2026-01-01 00:00") + chrono::TimeDelta::minutes(minutes);
        if whole {
            When::Day(at.date())
        } else {
            When::At(at)
        }
    })
}

fn any_preferences() -> impl Strategy<Value = Preferences> {
    let leads = || prop::collection::btree_set(prop::sample::select(LEADS), 0..LEADS.len());
    (leads(), leads(), 0..1440u32, 0..1440u32, 0..1440u32).prop_map(
        |(appointments, care, at, from, to)| {
            let mut preferences = Preferences::default();
            preferences.appointments.leads = appointments.clone();
            preferences.sessions.leads = appointments;
            preferences.procedures.leads = care.clone();
            preferences.care.leads = care;
            Preferences {
                at,
                quiet: Quiet { from, to },
                ..preferences
            }
        },
    )
}

proptest! {
    #[test]
    fn never_after_the_thing_never_twice_and_never_in_quiet_hours(
        whens in prop::collection::vec((any_when(), prop::sample::select(What::ALL)), 1..12),
        preferences in any_preferences(),
        tz in prop::sample::select(&ZONES[..]),
        start in 0..(800 * 24 * 3600i64),
    ) {
        let zone = zone(tz);
        let now = instant(local("2026-01-01 00:00"), &zone) + start;
        let row = Entry::Device(Device::default());
        let things: Vec<Open<'_, Entry>> = whens
            .iter()
            .enumerate()
            .map(|(place, (when, what))| {
                let mut thing = thing(&row, *what, *when);
                thing.cause.entry = EntryRef(place.to_string());
                thing
            })
            .collect();
        let planned: Vec<Planned> = plan(&things, &preferences, &zone, now);
        let mut seen = BTreeSet::new();
        for one in &planned {
            let thing = &things[one.of];
            prop_assert_eq!(&thing.cause, &one.cause);
            prop_assert!(one.at >= now && one.at <= one.until);
            let at = DateTime::from_timestamp(one.at, 0).unwrap().with_timezone(&tz).naive_local();
            match thing.due.when {
                When::Day(day) => prop_assert!(at.date() <= day.succ_opt().unwrap()),
                // An hour that comes twice is taken the first time.
                When::At(moment) => prop_assert!(at <= moment),
            }
            let minute = at.hour() * 60 + at.minute();
            let awake = !preferences.quiet.holds(minute);
            // A time that is left out in spring may push what is moved before the quiet hours into their first ones.
            let spring = (one.at - 86_400..one.at + 86_400).step_by(1800).any(|utc| {
                zone.offset(utc) != zone.offset(utc + 1800)
            });
            prop_assert!(awake || spring, "{at} is quiet");
            prop_assert!(seen.insert((one.cause.clone(), one.at)), "twice");
        }
        let most = |thing: &Open<'_, Entry>| preferences.rule(thing.due.what.group()).leads.len();
        for (place, thing) in things.iter().enumerate() {
            let many = planned.iter().filter(|one| one.of == place).count();
            prop_assert!(many <= most(thing));
        }
    }

    #[test]
    fn a_later_now_leaves_out_what_is_past_and_changes_nothing_else(
        when in any_when(),
        preferences in any_preferences(),
        (one, other) in (0..(800 * 24 * 3600i64), 0..(800 * 24 * 3600i64)),
    ) {
        let zone = zone(PARIS);
        let begin = instant(local("2026-01-01 00:00"), &zone);
        let row = Entry::Device(Device::default());
        let things = [thing(&row, What::Appointment, when)];
        let (earlier, later) = (one.min(other) + begin, one.max(other) + begin);
        let mut all = plan(&things, &preferences, &zone, earlier);
        all.retain(|planned| planned.at >= later);
        prop_assert_eq!(all, plan(&things, &preferences, &zone, later));
    }
}
