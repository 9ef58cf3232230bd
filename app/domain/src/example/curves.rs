//! What is followed from day to day and from bilan to bilan in Théo's life: hips, tone, seizures, sleep, a measure of the
//! family's own, and marks on the curves.

use chrono::{Datelike, Days, NaiveDate};

use super::book::{Book, on};
use crate::decimal::Decimal;
use crate::entry::{
    Amount, Entry, Event, Events, Mark, Measurement, OwnMeasure, Reading, Readings,
};
use crate::lists::{EventKind, MarkKind, Measure, MeasureForm, Rhythm, Side, Unit};

pub(super) fn write(book: &mut Book) {
    hips(book);
    tone(book);
    seizures(book);
    sleep(book);
    own_measure(book);
    marks(book);
}

/// One X-ray of the pelvis a year since the accident; the last known ones are among the measurements.
fn hips(book: &mut Book) {
    let days = [book.in_year(7, 5, 12), book.in_year(8, 4, 27)];
    for (side, values) in [(Side::Right, ["13", "16"]), (Side::Left, ["11", "12"])] {
        for (day, value) in days.into_iter().zip(values) {
            let id = format!("hanche-{}", book.entries.len());
            book.add(
                &id,
                Entry::Measurement(Measurement {
                    what: Some(Measure::HipMigration),
                    value: value.parse().ok(),
                    unit: Some(Unit::Percent),
                    date: Some(day),
                    side: Some(side),
                    device: "radio du bassin".into(),
                    who: "Dr Diallo".into(),
                    ..Measurement::default()
                }),
            );
        }
    }
}

/// The tone of more muscles on both sides, as the physiotherapist notes it: one series each.
fn tone(book: &mut Book) {
    let days = [
        book.in_year(7, 5, 4),
        book.in_year(8, 3, 19),
        book.in_year(8, 5, 6),
        book.in_year(9, 7, 2),
        book.ago(60),
    ];
    let series = [
        ("triceps sural", Side::Left, ["0", "0", "0", "0", "0"]),
        ("ischio-jambiers", Side::Right, ["2", "1+", "1", "1+", "1"]),
        ("ischio-jambiers", Side::Left, ["0", "0", "0", "0", "0"]),
        (
            "fléchisseurs du coude",
            Side::Right,
            ["3", "2", "2", "1+", "1+"],
        ),
    ];
    for (muscle, side, grades) in series {
        let point = |(date, grade): (NaiveDate, &str)| Reading {
            date,
            time: String::new(),
            amount: Amount::from(grade),
            note: String::new(),
        };
        let id = format!("tonus-{}", book.entries.len());
        book.add(
            &id,
            Entry::Readings(Readings {
                what: Some(Measure::Ashworth),
                name: muscle.into(),
                unit: Some(Unit::Level),
                side: Some(side),
                who: "M. Olivier, kiné".into(),
                points: days.into_iter().zip(grades).map(point).collect(),
                ..Readings::default()
            }),
        );
    }
}

/// Seizures: some in the months after they began, then rare ones, mostly with fever.
fn seizures(book: &mut Book) {
    let event = |time: &str, seconds: u32, trigger: &str, rescue: &str| Event {
        time: time.into(),
        seconds: Some(seconds),
        sort: "focale, commence par la main droite".into(),
        trigger: trigger.into(),
        rescue: rescue.into(),
        who: "Maman".into(),
        recovery: if seconds > 120 {
            "dort une heure".into()
        } else {
            "tout de suite".into()
        },
        ..Event::default()
    };
    let days = [
        (book.in_year(7, 2, 11), vec![event("06:50", 190, "", "")]),
        (
            book.in_year(7, 2, 16),
            vec![
                event("07:10", 120, "", ""),
                event("20:40", 75, "fatigue", ""),
            ],
        ),
        (
            book.in_year(7, 3, 9),
            vec![event("21:05", 60, "fatigue", "")],
        ),
        (book.in_year(7, 4, 21), vec![event("07:00", 90, "", "")]),
        (
            book.in_year(7, 6, 30),
            vec![event("19:20", 110, "fatigue", "")],
        ),
        (
            book.in_year(7, 12, 14),
            vec![event(
                "03:30",
                330,
                "fièvre à 39,2",
                "midazolam buccal 10 mg, après 5 minutes",
            )],
        ),
        (
            book.in_year(8, 6, 2),
            vec![event("20:15", 45, "fatigue", "")],
        ),
        (
            book.in_year(9, 2, 3),
            vec![event("05:40", 140, "fièvre à 38,9", "")],
        ),
        (book.ago(75), vec![event("20:50", 50, "fatigue", "")]),
    ];
    for (day, events) in days {
        let id = format!("crises-{}", book.entries.len());
        book.add(
            &id,
            Entry::Events(Events {
                what: Some(EventKind::Seizure),
                date: Some(day),
                events,
                ..Events::default()
            }),
        );
    }
}

/// Half a year of nights, one entry a month.
fn sleep(book: &mut Book) {
    const NIGHTS: u64 = 182;
    let mut months: Vec<Readings> = Vec::new();
    for number in 0..NIGHTS {
        let date = book.ago(NIGHTS - number);
        // Nights go up and down by themselves, and a little longer at weekends.
        let sway = (number * 37 + number * number * 11) % 9;
        let weekend = u64::from(date.weekday().num_days_from_monday() >= 5);
        let restless = if number % 29 == 13 { 7 } else { 0 };
        let quarters = 33 + sway / 2 + weekend * 2 - restless;
        let Some(hours) = hours(quarters) else {
            continue;
        };
        let reading = Reading {
            date,
            time: String::new(),
            amount: Amount::Number(hours),
            note: if restless > 0 {
                "réveillé par le mollet".into()
            } else {
                String::new()
            },
        };
        match months.last_mut().filter(|month| month.is_of_month(date)) {
            Some(month) => month.points.push(reading),
            None => months.push(Readings {
                what: Some(Measure::Sleep),
                unit: Some(Unit::Hour),
                who: "Maman".into(),
                points: vec![reading],
                ..Readings::default()
            }),
        }
    }
    for month in months {
        let id = format!("sommeil-{}", book.entries.len());
        book.add(&id, Entry::Readings(month));
    }
}

fn hours(quarters: u64) -> Option<Decimal> {
    let hundredths = i64::try_from(quarters * 25).unwrap_or_default();
    Decimal::new(hundredths, 2)
}

/// Passes of a ball caught with the right hand, out of ten: Théo's own idea.
fn own_measure(book: &mut Book) {
    let name = "Ballon attrapé à deux mains";
    book.add(
        "ballon",
        Entry::OwnMeasure(OwnMeasure {
            name: name.into(),
            form: Some(MeasureForm::Scale),
            lowest: Decimal::new(0, 0),
            highest: Decimal::new(10, 0),
            lowest_means: "aucun".into(),
            highest_means: "tous les dix".into(),
            rhythm: Some(Rhythm::WhenItHappens),
            note: "Dix passes avec Papa, le dimanche. Une idée de Théo.".into(),
            ..OwnMeasure::default()
        }),
    );
    let caught = [2u16, 2, 3, 2, 4, 4, 3, 5, 5, 6, 5, 6, 7, 6, 7, 8];
    let first = book.ago(7 * 16 + u64::from(book.today.weekday().num_days_from_sunday()));
    let points = (0u64..).zip(caught).map(|(week, caught)| Reading {
        date: first + Days::new(7 * week),
        time: String::new(),
        amount: Amount::Number(Decimal::from(caught)),
        note: String::new(),
    });
    let points = points.collect();
    book.add(
        "ballon-releve",
        Entry::Readings(Readings {
            what: Some(Measure::Custom),
            own: Some("ballon".into()),
            name: name.into(),
            unit: Some(Unit::Point),
            who: "Papa".into(),
            points,
            ..Readings::default()
        }),
    );
}

fn marks(book: &mut Book) {
    let mark = |title: &str, mark_kind, from, to, note: &str| {
        Entry::Mark(Mark {
            title: title.into(),
            mark_kind: Some(mark_kind),
            from,
            to,
            note: note.into(),
            ..Mark::default()
        })
    };
    let spurt = mark(
        "Poussée de croissance",
        MarkKind::GrowthSpurt,
        on(book.ago(240)),
        on(book.ago(90)),
        "Orthèse changée plus tôt que prévu.",
    );
    book.add("repere-croissance", spurt);
    let casts = mark(
        "Plâtres successifs",
        MarkKind::Cast,
        on(book.in_year(8, 3, 27)),
        on(book.in_year(8, 4, 17)),
        "Trois plâtres d'une semaine après la toxine.",
    );
    book.add("repere-platres", casts);
}
