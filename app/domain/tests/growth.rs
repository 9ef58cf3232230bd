//! Z-scores as WHO computes them, the packed tables, and what must be refused.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use domain::growth::*;
use domain::lists::{Position, Sex};
use proptest::prelude::*;

fn packed() -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/growth/who.bin"))
        .unwrap()
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::read(&packed()).unwrap());

fn child(sex: Sex, days: u16) -> Child {
    Child {
        sex,
        age: AgeDays(days),
        oedema: false,
    }
}

fn kg(text: &str) -> Kilograms {
    Kilograms(text.parse().unwrap())
}

fn cm(text: &str, position: Option<Position>) -> Stature {
    Stature {
        value: Centimetres(text.parse().unwrap()),
        position,
    }
}

#[test]
fn every_case_of_who_agrees_to_a_millionth() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/growth/who_cases.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let mut compared = 0;
    for record in reader.records() {
        let record = record.unwrap();
        let sex = if &record[2] == "M" {
            Sex::Male
        } else {
            Sex::Female
        };
        let child = child(sex, record[3].parse().unwrap());
        let position = match &record[6] {
            "l" => Some(Position::Lying),
            "h" => Some(Position::Standing),
            _ => None,
        };
        let stature = || cm(&record[7], position);
        let weight = || kg(&record[8]);
        let score = match &record[5] {
            "wfa" => TABLES.weight_for_age(child, weight()),
            "lhfa" | "hfa" => TABLES.stature_for_age(child, stature()),
            "bmifa" => TABLES.bmi_for_age(child, weight(), stature()),
            "hcfa" => TABLES.head_for_age(child, Centimetres(record[9].parse().unwrap())),
            "wfl" | "wfh" => TABLES.weight_for_stature(child, weight(), stature()),
            other => panic!("{other}"),
        };
        match (score, record[12].parse::<f64>()) {
            (Ok(score), Ok(z)) => assert!((score.z - z).abs() < 1e-6, "{record:?}: {}", score.z),
            (Err(_), Err(_)) => {}
            (score, _) => panic!("{record:?}: {score:?}"),
        }
        compared += 1;
    }
    assert_eq!(compared, 1776);
}

#[test]
fn the_packed_tables_are_the_written_ones() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/growth");
    let names = [
        "who2006_wfa",
        "who2006_lhfa",
        "who2006_bmifa",
        "who2006_hcfa",
        "who2006_wfl",
        "who2006_wfh",
        "who2007_wfa",
        "who2007_hfa",
        "who2007_bmifa",
    ];
    let texts: Vec<String> = names
        .iter()
        .map(|name| std::fs::read_to_string(folder.join(format!("{name}.csv"))).unwrap())
        .collect();
    assert!(pack(|table| &texts[table as usize]).unwrap() == packed());

    let cut = pack(|table| {
        texts[table as usize]
            .rsplit_once("\nF,1826")
            .map_or(&texts[table as usize], |(kept, _)| kept)
    });
    assert_eq!(cut, Err(PackError::Rows(TableId::WeightForAge)));
    let torn = pack(|_| "sex,at,l,m,s\nM,0,1,many,1");
    assert_eq!(
        torn,
        Err(PackError::Line {
            table: TableId::WeightForAge,
            line: 2
        })
    );
}

#[test]
fn hostile_tables_are_refused() {
    let whole = packed();
    let read = |bytes: &[u8]| Tables::read(bytes).err();
    assert_eq!(read(b""), Some(TablesError::NotTables));
    assert_eq!(read(b"CWHO\x02"), Some(TablesError::NotTables));
    assert_eq!(read(&whole[..whole.len() - 1]), Some(TablesError::CutOff));
    assert_eq!(read(b"CWHO\x01"), Some(TablesError::CutOff));
    assert_eq!(
        read(&[&whole[..], &[0]].concat()),
        Some(TablesError::TooLong)
    );
    assert_eq!(
        read(&[&whole[..5], &[0xff; 9]].concat()),
        Some(TablesError::Unlikely)
    );
    assert_eq!(
        read(&[&whole[..5], &[0xfe, 0xff, 0x7f]].concat()),
        Some(TablesError::Unlikely)
    );
}

proptest! {
    #[test]
    fn whatever_happened_to_the_tables_reading_never_breaks(
        at in 5..packed().len(), bytes in prop::collection::vec(any::<u8>(), 1..40),
    ) {
        let mut torn = packed();
        let end = (at + bytes.len()).min(torn.len());
        torn[at..end].copy_from_slice(&bytes[..end - at]);
        let _ = Tables::read(&torn);
        torn.truncate(at);
        prop_assert!(Tables::read(&torn).is_err());
    }

    #[test]
    fn a_value_taken_from_a_curve_has_that_z(
        days in 0u16..6939, z in -5.0f64..5.0, boy in any::<bool>(), which in 0usize..4,
    ) {
        let sex = if boy { Sex::Male } else { Sex::Female };
        let indicator = [Indicator::WeightForAge, Indicator::StatureForAge, Indicator::BmiForAge, Indicator::HeadForAge][which];
        let parts = TABLES.curve(indicator, sex, Level::Z(z), (days, days), 1);
        let Some(part) = parts.first() else { return Ok(()) };
        let value = part.points[0].1;
        prop_assert!(value > 0.0);
        let text = |value: f64| format!("{value:.9}").parse().unwrap();
        let child = child(sex, days);
        let score = match indicator {
            Indicator::WeightForAge => TABLES.weight_for_age(child, Kilograms(text(value))),
            Indicator::StatureForAge => TABLES.stature_for_age(child, Stature { value: Centimetres(text(value)), position: None }),
            Indicator::HeadForAge => TABLES.head_for_age(child, Centimetres(text(value))),
            _ => TABLES.bmi_for_age(child, Kilograms(text(value)), cm("100", part.position)),
        };
        prop_assert!((score.unwrap().z - z).abs() < 1e-6);
    }

    #[test]
    fn percentiles_and_z_scores_lead_to_each_other(percentile in 0.01f64..99.99) {
        let z = z_of_percentile(percentile).unwrap();
        prop_assert!((percentile_of(z) - percentile).abs() < 1e-9);
    }
}

#[test]
fn known_percentiles() {
    assert_eq!(percentile_of(0.0), 50.0);
    assert!((percentile_of(-1.880_793_608) - 3.0).abs() < 1e-8);
    assert!((percentile_of(1.959_963_985) - 97.5).abs() < 1e-8);
    for out in [0.0, 100.0, -3.0, f64::NAN, f64::INFINITY] {
        assert_eq!(z_of_percentile(out), None);
    }
}

#[test]
fn what_has_no_score_has_a_reason() {
    let boy = |days| child(Sex::Male, days);
    let tall = cm("110", None);
    assert_eq!(
        TABLES
            .weight_for_age(child(Sex::Unknown, 100), kg("6"))
            .err(),
        Some(NoScore::SexUnknown)
    );
    assert_eq!(
        TABLES.weight_for_age(boy(3653), kg("30")).err(),
        Some(NoScore::TooOld { years: 10 })
    );
    assert!(TABLES.weight_for_age(boy(3652), kg("30")).is_ok());
    assert_eq!(
        TABLES.stature_for_age(boy(6940), tall).err(),
        Some(NoScore::TooOld { years: 19 })
    );
    assert!(TABLES.stature_for_age(boy(6939), tall).is_ok());
    assert_eq!(
        TABLES
            .head_for_age(boy(1827), Centimetres("50".parse().unwrap()))
            .err(),
        Some(NoScore::TooOld { years: 5 })
    );
    assert_eq!(
        TABLES.weight_for_stature(boy(1827), kg("18"), tall).err(),
        Some(NoScore::TooOld { years: 5 })
    );
    assert_eq!(
        TABLES
            .weight_for_stature(boy(10), kg("2"), cm("44.9", None))
            .err(),
        Some(NoScore::OutsideTable { low: 45, high: 110 })
    );
    assert_eq!(
        TABLES
            .weight_for_stature(boy(1800), kg("30"), cm("120.01", None))
            .err(),
        Some(NoScore::OutsideTable { low: 65, high: 120 })
    );
    assert!(
        TABLES
            .weight_for_stature(boy(1800), kg("22"), cm("120.0", None))
            .is_ok()
    );
    assert_eq!(
        TABLES
            .stature_for_age(boy(1000), cm("95", Some(Position::Sitting)))
            .err(),
        Some(NoScore::WrongPosition)
    );
    for weight in ["0", "-3", "900"] {
        assert_eq!(
            TABLES.weight_for_age(boy(100), kg(weight)).err(),
            Some(NoScore::Implausible)
        );
    }
    assert_eq!(
        TABLES.stature_for_age(boy(100), cm("0", None)).err(),
        Some(NoScore::Implausible)
    );
    let swollen = Child {
        oedema: true,
        ..boy(400)
    };
    assert_eq!(
        TABLES.weight_for_age(swollen, kg("9")).err(),
        Some(NoScore::Oedema)
    );
    assert_eq!(
        TABLES.bmi_for_age(swollen, kg("9"), cm("76", None)).err(),
        Some(NoScore::Oedema)
    );
    assert!(TABLES.stature_for_age(swollen, cm("76", None)).is_ok());
}

#[test]
fn lying_and_standing_differ_by_seven_millimetres_where_who_says_so() {
    let value = |days, position| {
        let score = TABLES
            .stature_for_age(child(Sex::Female, days), cm("80", position))
            .unwrap();
        (score.value, score.correction)
    };
    let (lying, standing) = (Some(Position::Lying), Some(Position::Standing));
    assert_eq!(value(273, standing), (80.0, None));
    assert_eq!(value(274, standing), (80.7, Some(Correction::Added)));
    assert_eq!(value(730, standing), (80.7, Some(Correction::Added)));
    assert_eq!(value(731, standing), (80.0, None));
    assert_eq!(value(730, lying), (80.0, None));
    assert_eq!(value(731, lying), (79.3, Some(Correction::TakenOff)));
    assert_eq!(value(4000, lying), (79.3, Some(Correction::TakenOff)));
    assert_eq!(value(4000, None), (80.0, None));
}

#[test]
fn a_child_born_early_is_counted_from_the_expected_day_for_two_years() {
    let birth = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let on = |days: u64| birth + chrono::Days::new(days);
    let early = Gestation::parse("31 SA + 4 j");
    assert_eq!(early, Some(Gestation { weeks: 31, days: 4 }));
    let age = |gestation, days| growth_age(birth, gestation, on(days));
    assert_eq!(age(early, 58), Err(NoScore::BeforeTerm));
    let at_term = age(early, 59).unwrap();
    assert_eq!(
        (at_term.age, at_term.since_birth, at_term.corrected_by),
        (AgeDays(0), AgeDays(59), Some(59))
    );
    assert_eq!(age(early, 730).unwrap().age, AgeDays(671));
    assert_eq!(
        age(early, 731).unwrap(),
        GrowthAge {
            age: AgeDays(731),
            since_birth: AgeDays(731),
            corrected_by: None
        }
    );
    let term = Gestation::parse("37");
    assert_eq!(age(term, 0).unwrap().corrected_by, None);
    assert_eq!(age(Gestation::parse("36+6"), 100).unwrap().age, AgeDays(78));
    assert_eq!(
        growth_age(birth, None, birth.pred_opt().unwrap()),
        Err(NoScore::BeforeBirth)
    );
    assert_eq!(
        growth_age(birth, None, NaiveDate::MAX),
        Err(NoScore::TooOld { years: 19 })
    );
    for odd in [
        "",
        "bientôt",
        "12",
        "45",
        "31+7",
        "31 + 4 + 1",
        "99999999999",
    ] {
        assert_eq!(Gestation::parse(odd), None, "{odd}");
    }
}

#[test]
fn curves_break_where_the_reference_does() {
    let parts = TABLES.curve(
        Indicator::StatureForAge,
        Sex::Male,
        Level::Z(0.0),
        (0, 7000),
        30,
    );
    let ends: Vec<(f64, f64)> = parts
        .iter()
        .map(|part| (part.points[0].0, part.points.last().unwrap().0))
        .collect();
    assert_eq!(ends, [(0.0, 730.0), (731.0, 1826.0), (1827.0, 6939.0)]);
    assert_eq!(parts[2].reference, Reference::Who2007);
    let weight = TABLES.curve(
        Indicator::WeightForAge,
        Sex::Female,
        Level::Percentile(50.0),
        (3000, 6000),
        1,
    );
    assert_eq!(weight.last().unwrap().points.last().unwrap().0, 3652.0);
    assert!(
        TABLES
            .curve(
                Indicator::WeightForAge,
                Sex::Female,
                Level::Z(0.0),
                (4000, 6000),
                1
            )
            .is_empty()
    );
    assert!(
        TABLES
            .curve(
                Indicator::WeightForAge,
                Sex::Unknown,
                Level::Z(0.0),
                (0, 600),
                1
            )
            .is_empty()
    );
    assert!(
        TABLES
            .curve(
                Indicator::WeightForAge,
                Sex::Male,
                Level::Percentile(100.0),
                (0, 600),
                0
            )
            .is_empty()
    );
    let length = TABLES
        .curve_by_stature(Position::Lying, Sex::Male, Level::Z(0.0))
        .unwrap();
    assert_eq!((length.points.len(), length.points[0]), (66, (45.0, 2.441)));
}

#[test]
fn velocity_is_change_over_time_between_measurements_far_enough_apart() {
    let day = |month| NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
    let points = [(day(1), 100.0), (day(2), 100.4), (day(7), 103.0)];
    let found = velocities(&points, 90);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].from, found[0].to), (day(2), day(7)));
    assert!((found[0].per_year - 2.6 * 365.25 / 150.0).abs() < 1e-9);
}
