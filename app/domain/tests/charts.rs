//! The arithmetic of curves.
#![allow(clippy::unwrap_used)]

mod common;

use common::{day, on};
use domain::chart::*;
use domain::entry::*;
use domain::growth::{Indicator, NoScore, Tables};
use domain::lists::*;
use domain::{Entry, Lang};
use proptest::prelude::*;

fn point(at: f64, value: f64) -> Point {
    Point {
        at,
        value,
        row: 0,
        item: 0,
    }
}

fn weight(value: &str, unit: Unit, date: chrono::NaiveDate) -> Entry {
    Entry::Measurement(Measurement {
        what: Some(Measure::Weight),
        value: value.parse().ok(),
        unit: Some(unit),
        date: Some(date),
        ..Measurement::default()
    })
}

fn ashworth(side: Side, points: &[&str]) -> Entry {
    Entry::Readings(Readings {
        what: Some(Measure::Ashworth),
        name: "triceps sural".into(),
        unit: Some(Unit::Level),
        side: Some(side),
        points: points.iter().map(|point| point.parse().unwrap()).collect(),
        ..Readings::default()
    })
}

#[test]
fn series_gather_single_values_and_bundles_in_one_unit_and_order() {
    let rows = [
        weight("31.4", Unit::Kilogram, day(2026, 3, 1)),
        weight("3420", Unit::Gram, day(2016, 7, 9)),
        ashworth(
            Side::Right,
            &["2026-03-02 1+", "2026-03-01 3", "2026-03-03 9"],
        ),
        ashworth(Side::Left, &["2026-03-01 0"]),
        Entry::Readings(Readings {
            what: Some(Measure::Weight),
            unit: Some(Unit::Kilogram),
            points: vec!["2020-01-01 16.5".parse().unwrap()],
            ..Readings::default()
        }),
    ];
    let all = all_series(&rows);
    let labels: Vec<String> = all
        .iter()
        .map(|series| series.key.label(Lang::Fr))
        .collect();
    assert_eq!(
        labels,
        [
            "Poids",
            "Ashworth modifiée, triceps sural, gauche",
            "Ashworth modifiée, triceps sural, droite"
        ]
    );
    let values: Vec<f64> = all[0].points.iter().map(|point| point.value).collect();
    assert_eq!(values, [3.42, 16.5, 31.4]);
    assert_eq!(all[0].in_words(31.4, Lang::Fr), "31,4\u{a0}kg");
    let right = &all[2];
    assert_eq!(right.key.other_side(), Some(all[1].key.clone()));
    let grades: Vec<f64> = right.points.iter().map(|point| point.value).collect();
    assert_eq!(
        grades,
        [4.0, 2.0],
        "a grade that the scale does not have is no point"
    );
    assert_eq!(right.in_words(2.0, Lang::Fr), "1+");
    assert_eq!(right.points[1].measurement(&rows).unwrap().grade, "1+");
    assert_eq!(
        all[0].points[1]
            .measurement(&rows)
            .unwrap()
            .reading(Lang::En),
        "16.5\u{a0}kg"
    );
}

#[test]
fn custom_measures_in_different_units_are_different_things() {
    let custom = |name: &str, unit, value: &str| {
        Entry::Measurement(Measurement {
            what: Some(Measure::Custom),
            name: name.into(),
            unit: Some(unit),
            value: value.parse().ok(),
            date: Some(day(2026, 1, 1)),
            ..Measurement::default()
        })
    };
    let rows = [
        custom("Debout", Unit::Minute, "45"),
        custom("Debout", Unit::Count, "2"),
        custom(" Debout ", Unit::Minute, "50"),
    ];
    let counts: Vec<usize> = all_series(&rows)
        .iter()
        .map(|series| series.points.len())
        .collect();
    assert_eq!(counts.iter().sum::<usize>(), 3);
    assert_eq!(counts.len(), 2);
}

#[test]
fn growth_out_of_entries_has_scores_and_reasons() {
    let packed = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../public/growth/who.bin"
    ))
    .unwrap();
    let tables = Tables::read(&packed).unwrap();
    let identity = |term: &str| Identity {
        birth_date: Some(day(2016, 1, 1)),
        sex: Some(Sex::Male),
        term: term.into(),
        ..Identity::default()
    };
    let height = Entry::Measurement(Measurement {
        what: Some(Measure::Height),
        value: "710".parse().ok(),
        unit: Some(Unit::Millimetre),
        date: Some(day(2016, 9, 10)),
        position: Some(Position::Lying),
        ..Measurement::default()
    });
    let rows = [
        weight("31.4", Unit::Kilogram, day(2026, 3, 1)),
        weight("8.5", Unit::Kilogram, day(2016, 9, 1)),
        weight("2.1", Unit::Kilogram, day(2016, 1, 5)),
        height,
    ];
    let weights =
        growth_points(&rows, &tables, &identity("31 SA"), Indicator::WeightForAge).unwrap();
    let scores: Vec<Option<NoScore>> = weights.iter().map(|point| point.score.err()).collect();
    assert_eq!(
        scores,
        [
            Some(NoScore::BeforeTerm),
            None,
            Some(NoScore::TooOld { years: 10 })
        ]
    );
    assert_eq!(weights[1].age.unwrap().corrected_by, Some(63));
    assert_eq!((weights[1].row, weights[2].row), (1, 0));

    let bmi = growth_points(&rows, &tables, &identity(""), Indicator::BmiForAge).unwrap();
    assert_eq!(
        bmi.len(),
        1,
        "only the weight of the same visit as a height"
    );
    assert!((bmi[0].value - 8.5 / 0.71f64.powi(2)).abs() < 1e-9);
    assert!(bmi[0].score.is_ok());
    let nobody = Identity::default();
    assert!(growth_points(&rows, &tables, &nobody, Indicator::BmiForAge).is_none());
    let unknown = Identity {
        sex: None,
        ..identity("")
    };
    let points = growth_points(&rows, &tables, &unknown, Indicator::StatureForAge).unwrap();
    assert_eq!(points[0].score, Err(NoScore::SexUnknown));
}

#[test]
fn ticks_of_the_calendar_and_of_age_are_round() {
    let birth = day(2016, 2, 29);
    let window = |from, to| Window::new(day_number(from, ""), day_number(to, ""));
    let labels = |ticks: Vec<Tick>| ticks.into_iter().map(|tick| tick.label).collect::<Vec<_>>();
    let life = window(birth, day(2026, 11, 1));
    assert_eq!(
        labels(age_ticks(life, birth, 6, Lang::Fr)),
        [
            "naissance",
            "2\u{a0}ans",
            "4\u{a0}ans",
            "6\u{a0}ans",
            "8\u{a0}ans",
            "10\u{a0}ans"
        ]
    );
    assert_eq!(
        labels(age_ticks(
            window(day(2018, 2, 1), day(2019, 3, 1)),
            birth,
            5,
            Lang::Fr
        )),
        [
            "2\u{a0}ans",
            "2\u{a0}ans 3\u{a0}mois",
            "2\u{a0}ans 6\u{a0}mois",
            "2\u{a0}ans 9\u{a0}mois",
            "3\u{a0}ans"
        ]
    );
    assert_eq!(
        labels(age_ticks(
            window(birth, day(2016, 3, 14)),
            birth,
            8,
            Lang::En
        )),
        [
            "0\u{a0}d",
            "2\u{a0}d",
            "4\u{a0}d",
            "6\u{a0}d",
            "8\u{a0}d",
            "10\u{a0}d",
            "12\u{a0}d",
            "14\u{a0}d"
        ]
    );
    assert_eq!(
        labels(calendar_ticks(life, 6, Lang::Fr)),
        ["2018", "2020", "2022", "2024", "2026"]
    );
    let year = calendar_ticks(window(day(2025, 11, 15), day(2026, 4, 20)), 7, Lang::Fr);
    let strong: Vec<bool> = year.iter().map(|tick| tick.strong).collect();
    assert_eq!(strong, [false, true, false, false, false]);
    assert_eq!(
        labels(year),
        ["décembre", "2026", "février", "mars", "avril"]
    );
    assert_eq!(
        labels(calendar_ticks(
            window(day(2026, 3, 30), day(2026, 4, 3)),
            5,
            Lang::En
        )),
        ["30 March", "31 March", "1 April", "2 April", "3 April"]
    );
}

#[test]
fn value_ticks_are_round_and_hold_the_values() {
    let labels = |scale: ValueScale, lang| {
        let ticks = scale.ticks(lang);
        ticks.into_iter().map(|tick| tick.label).collect::<Vec<_>>()
    };
    assert_eq!(
        labels(ValueScale::new(3.42, 31.4, 5), Lang::Fr),
        ["0", "10", "20", "30", "40"]
    );
    assert_eq!(
        labels(ValueScale::new(36.6, 38.2, 4), Lang::Fr),
        ["36,5", "37,0", "37,5", "38,0", "38,5"]
    );
    assert_eq!(
        labels(ValueScale::new(-5.0, 8.0, 3), Lang::En),
        ["-5", "0", "5", "10"]
    );
    assert_eq!(labels(ValueScale::of_grades(6), Lang::En).len(), 6);
    for odd in [
        ValueScale::new(5.0, 5.0, 4),
        ValueScale::new(0.0, 0.0, 4),
        ValueScale::new(f64::NAN, 1.0, 4),
    ] {
        assert!(odd.high > odd.low);
        assert!(odd.ticks(Lang::Fr).len() >= 2);
    }
}

#[test]
fn marks_come_from_what_happened() {
    let rows = [
        Entry::Stay(Stay {
            title: "Opération".into(),
            stay_kind: Some(StayKind::Operation),
            from: on(2022, 11, 12),
            to: on(2022, 11, 21),
            ..Stay::default()
        }),
        Entry::Treatment(Treatment {
            name: "Baclofène".into(),
            start: domain::PartialDate::month_of(2022, 3),
            stop: on(2025, 1, 1),
            ..Treatment::default()
        }),
        Entry::Mark(Mark {
            mark_kind: Some(MarkKind::Injection),
            from: on(2024, 3, 19),
            ..Mark::default()
        }),
    ];
    let found: Vec<(MarkSort, &str)> = [
        (MarkSort::TreatmentStart, "Baclofène"),
        (MarkSort::Operation, "Opération"),
        (MarkSort::Injection, "Injection"),
        (MarkSort::TreatmentStop, "Baclofène"),
    ]
    .to_vec();
    let marks = marks(&rows, Lang::Fr);
    let said: Vec<(MarkSort, &str)> = marks
        .iter()
        .map(|mark| (mark.sort, mark.title.as_str()))
        .collect();
    assert_eq!(said, found);
    assert_eq!(marks[1].to.unwrap() - marks[1].from, 9.0);
}

#[test]
fn events_are_counted_where_somebody_wrote() {
    let seizures = |date, seconds: &[u32]| {
        let event = |seconds: &u32| Event {
            seconds: Some(*seconds),
            ..Event::default()
        };
        Entry::Events(Events {
            what: Some(EventKind::Seizure),
            date: Some(date),
            events: seconds.iter().map(event).collect(),
            ..Events::default()
        })
    };
    let rows = [
        seizures(day(2026, 3, 1), &[60, 30]),
        seizures(day(2026, 3, 9), &[90]),
        seizures(day(2026, 5, 2), &[10]),
    ];
    let kinds = event_kinds(&rows);
    assert_eq!(kinds, [(EventKind::Seizure, None, String::new())]);
    let months = event_counts(&rows, &kinds[0], Bucket::Month);
    let found: Vec<(chrono::NaiveDate, u32, u64)> = months
        .iter()
        .map(|month| (month.from, month.count, month.seconds))
        .collect();
    assert_eq!(found, [(day(2026, 3, 1), 3, 180), (day(2026, 5, 1), 1, 10)]);
    let weeks = event_counts(&rows, &kinds[0], Bucket::Week);
    assert_eq!(
        (weeks[0].from, weeks[0].to),
        (day(2026, 2, 23), day(2026, 3, 2))
    );
}

#[test]
fn facts_are_facts() {
    let rows = [
        weight("20", Unit::Kilogram, day(2024, 1, 1)),
        weight("19.5", Unit::Kilogram, day(2025, 1, 1)),
        weight("22", Unit::Kilogram, day(2026, 1, 1)),
    ];
    let series = &all_series(&rows)[0];
    let all = facts(series, None).unwrap();
    insta::assert_snapshot!(all.in_words(series, Lang::Fr), @"3 valeurs. Première\u{a0}: 20 kg, le 1er janvier 2024. Dernière\u{a0}: 22 kg, le 1er janvier 2026. La plus basse\u{a0}: 19,5 kg, le 1er janvier 2025. La plus haute\u{a0}: 22 kg, le 1er janvier 2026.");
    insta::assert_snapshot!(all.in_words(series, Lang::En), @"3 values. First: 20 kg, on 1 January 2024. Last: 22 kg, on 1 January 2026. Lowest: 19.5 kg, on 1 January 2025. Highest: 22 kg, on 1 January 2026.");
    let year = Window::new(
        day_number(day(2025, 1, 1), ""),
        day_number(day(2025, 12, 31), ""),
    );
    let one = facts(series, Some(year)).unwrap();
    assert_eq!(
        one.in_words(series, Lang::Fr),
        "Une valeur\u{a0}: 19,5\u{a0}kg, le 1er janvier 2025."
    );
    let before = Window::new(0.0, 1.0);
    assert_eq!(facts(series, Some(before)), None);
    let page = summary(&rows, std::slice::from_ref(&series.key), year, Lang::Fr);
    assert_eq!(page.curves[0].facts, Some(one));
}

#[test]
fn times_of_day_and_days_lead_to_each_other() {
    assert_eq!(day_number(day(1970, 1, 2), "12:00"), 1.5);
    assert_eq!(day_of(1.5), Some(day(1970, 1, 2)));
    assert_eq!(day_number(day(1970, 1, 1), "25:99"), 0.0);
    for odd in [f64::NAN, f64::INFINITY, -1e300, 1e9] {
        assert_eq!(day_of(odd), None);
    }
}

fn sorted_points() -> impl Strategy<Value = Vec<Point>> {
    prop::collection::vec((0.0f64..7_000.0, -100.0f64..100.0), 0..2_000).prop_map(|mut raw| {
        raw.sort_by(|a, b| a.0.total_cmp(&b.0));
        raw.into_iter()
            .map(|(at, value)| point(at, value))
            .collect()
    })
}

proptest! {
    #[test]
    fn fewer_points_keep_every_extreme(
        points in sorted_points(), from in 0.0f64..7_000.0, days in 1.0f64..7_000.0, columns in 1u16..400,
    ) {
        let window = Window::new(from, from + days);
        let seen = &points[visible(&points, window)];
        let kept = decimate(&points, window, columns);
        prop_assert!(kept.len() <= (usize::from(columns) + 2) * 4);
        prop_assert!(kept.windows(2).all(|pair| pair[0].at <= pair[1].at));
        prop_assert!(kept.iter().all(|point| seen.contains(point)));
        let extremes = |points: &[Point]| {
            let values = || points.iter().map(|point| point.value);
            (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max))
        };
        prop_assert_eq!(extremes(&kept), extremes(seen));
        prop_assert_eq!(kept.first(), seen.first());
        prop_assert_eq!(kept.last(), seen.last());
        let inside = points.iter().filter(|point| point.at >= window.from && point.at <= window.to);
        prop_assert!(inside.count() <= seen.len());
    }

    #[test]
    fn the_nearest_point_is_the_nearest(points in sorted_points(), at in -10.0f64..7_010.0) {
        let best = points.iter().map(|point| (point.at - at).abs()).fold(f64::MAX, f64::min);
        match nearest(&points, at) {
            None => prop_assert!(points.is_empty()),
            Some(place) => prop_assert_eq!((points[place].at - at).abs(), best),
        }
    }

    #[test]
    fn zooming_and_panning_stay_within_what_there_is(
        from in 0.0f64..5_000.0, days in 2.0f64..5_000.0, at in 0.0f64..1.0,
        steps in prop::collection::vec((0.1f64..3.0, -2.0f64..2.0), 1..20),
    ) {
        let all = Window::new(from, from + days);
        let mut window = all;
        for (factor, part) in steps {
            let held = window.from + at * window.days();
            let closer = window.zoomed(held, factor, all);
            if closer.from > all.from && closer.to < all.to {
                prop_assert!((closer.x(held, 1.0) - at).abs() < 1e-6);
            }
            window = closer.panned(part, all);
            prop_assert!(window.from >= all.from - 1e-6 && window.to <= all.to + 1e-6);
            prop_assert!(window.days() >= 1.0 - 1e-6);
            prop_assert!((window.at(window.x(held, 800.0), 800.0) - held).abs() < 1e-6);
        }
    }

    #[test]
    fn ticks_lie_within_in_order_and_are_not_too_many(
        from in -30_000.0f64..30_000.0, days in 1.0f64..40_000.0, most in 2u8..20,
    ) {
        let window = Window::new(from, from + days);
        let birth = day_of(from - 100.0).unwrap();
        for ticks in [calendar_ticks(window, most, Lang::Fr), age_ticks(window, birth, most, Lang::En)] {
            prop_assert!(ticks.len() <= usize::from(most) + 2, "{}", ticks.len());
            prop_assert!(ticks.iter().all(|tick| tick.at >= window.from && tick.at <= window.to));
            prop_assert!(ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
        }
        let scale = ValueScale::new(from, from + days, most);
        prop_assert!(scale.low <= from && scale.high >= from + days);
        prop_assert!(scale.ticks(Lang::Fr).len() <= usize::from(most) + 3);
    }
}
