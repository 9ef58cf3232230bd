//! What was measured in ten years.

use chrono::NaiveDate;

use super::book::{Book, to};
use crate::entry::{Entry, Measurement};
use crate::lists::{Measure, Position, Side, Unit};

/// Age in years and months, weight, height.
const GROWTH: &[(u32, u32, &str, &str)] = &[
    (0, 0, "3.42", "50"),
    (0, 1, "4.4", "54.5"),
    (0, 2, "5.5", "58"),
    (0, 4, "6.9", "63.5"),
    (0, 6, "7.8", "67.5"),
    (0, 9, "8.9", "72"),
    (1, 0, "9.8", "76"),
    (1, 6, "11.2", "82.5"),
    (2, 0, "12.4", "88"),
    (3, 0, "14.6", "96.5"),
    (4, 0, "16.6", "103.5"),
    (5, 0, "18.7", "110"),
    (6, 0, "20.8", "116"),
    (7, 0, "21.3", "120.5"),
    (7, 6, "22.6", "123"),
    (8, 0, "24.1", "126"),
    (8, 6, "25.2", "128.5"),
    (9, 0, "27.0", "131"),
    (9, 6, "28.3", "133.5"),
    (10, 0, "30.1", "136.5"),
    (10, 3, "31.4", "138"),
];

const HEAD: &[(u32, u32, &str)] = &[
    (0, 0, "35"),
    (0, 2, "39"),
    (0, 6, "43.5"),
    (1, 0, "46.5"),
    (2, 0, "48.5"),
    (3, 0, "49.5"),
];

pub(super) fn write(book: &mut Book) {
    for (years, months, weight, height) in GROWTH {
        let day = book.aged(*years, *months);
        let who = if *years < 7 {
            "Dr Lemoine"
        } else {
            "Infirmière du centre"
        };
        let lying = *years < 2;
        let position = Some(if lying {
            Position::Lying
        } else {
            Position::Standing
        });
        add(
            book,
            Measurement {
                who: who.into(),
                ..number(Measure::Weight, weight, Unit::Kilogram, day)
            },
        );
        let height = number(Measure::Height, height, Unit::Centimetre, day);
        add(
            book,
            Measurement {
                who: who.into(),
                position,
                ..height
            },
        );
    }
    for (years, months, value) in HEAD {
        let day = book.aged(*years, *months);
        let head = number(Measure::HeadCircumference, value, Unit::Centimetre, day);
        add(
            book,
            Measurement {
                who: "Dr Lemoine".into(),
                ..head
            },
        );
    }
    follow_up(book);
}

fn follow_up(book: &mut Book) {
    let days = [
        book.in_year(7, 5, 4),
        book.in_year(8, 3, 19),
        book.in_year(8, 5, 6),
        book.in_year(9, 7, 2),
        book.ago(60),
    ];
    let ankle = ["-5", "0", "8", "2", "6"];
    let tone = ["3", "2", "1+", "2", "1+"];
    let metres = ["80", "220", "260", "410", "520"];
    for (place, day) in days.into_iter().enumerate() {
        let range = number(Measure::JointRange, ankle[place], Unit::Degree, day);
        add(
            book,
            Measurement {
                name: "cheville, flexion dorsale, genou tendu".into(),
                side: Some(Side::Right),
                who: "M. Olivier, kiné".into(),
                device: "goniomètre".into(),
                position: Some(Position::Lying),
                documents: if place == 4 {
                    to(&["bilan-kine"])
                } else {
                    Vec::new()
                },
                ..range
            },
        );
        add(
            book,
            Measurement {
                what: Some(Measure::Ashworth),
                name: "triceps sural".into(),
                grade: tone[place].into(),
                unit: Some(Unit::Level),
                date: Some(day),
                side: Some(Side::Right),
                who: "M. Olivier, kiné".into(),
                ..Measurement::default()
            },
        );
        let walk = number(Measure::WalkDistance, metres[place], Unit::Metre, day);
        add(
            book,
            Measurement {
                device: "avec orthèse".into(),
                who: "M. Olivier, kiné".into(),
                ..walk
            },
        );
    }
    for (what, grade) in [(Measure::Gmfcs, "II"), (Measure::Macs, "III")] {
        add(
            book,
            Measurement {
                what: Some(what),
                grade: grade.into(),
                unit: Some(Unit::Level),
                date: Some(book.in_year(9, 7, 2)),
                who: "Dr Diallo".into(),
                ..Measurement::default()
            },
        );
    }
    for (side, value) in [(Side::Right, "18"), (Side::Left, "12")] {
        let hip = number(
            Measure::HipMigration,
            value,
            Unit::Percent,
            book.in_year(9, 4, 22),
        );
        add(
            book,
            Measurement {
                side: Some(side),
                device: "radio du bassin".into(),
                who: "Dr Diallo".into(),
                ..hip
            },
        );
    }
    for (days, value) in [(48, "4"), (47, "2"), (33, "3")] {
        let pain = number(Measure::Pain, value, Unit::Point, book.ago(days));
        add(
            book,
            Measurement {
                who: "Maman".into(),
                note: "Mollet droit, le soir.".into(),
                ..pain
            },
        );
    }
}

fn number(what: Measure, value: &str, unit: Unit, day: NaiveDate) -> Measurement {
    Measurement {
        what: Some(what),
        value: value.parse().ok(),
        unit: Some(unit),
        date: Some(day),
        ..Measurement::default()
    }
}

fn add(book: &mut Book, measurement: Measurement) {
    let id = format!("mesure-{}", book.entries.len());
    book.add(&id, Entry::Measurement(measurement));
}
