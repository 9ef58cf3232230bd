//! Z-scores of many measurements at once, for checking and for speed.
//!
//! Reads CSV with the columns `case,ref,sex,age_days,age_months,indicator,measured,lenhei_cm,weight_kg,headc_cm` on the
//! standard input (more columns are passed over), and writes the same rows with one more column, `z6`: the z-score with
//! six decimals, or nothing where there is none.
//!
//! `ref` is `WHO2006` or `WHO2007`, `sex` `M` or `F`, `indicator` one of `lhfa hfa wfa wfl wfh bmifa hcfa`, `measured`
//! `l` (lying), `h` (standing) or nothing; a column `oedema` with `y` may say that the feet are swollen.
//! With `--repeat N` everything is computed N times and only the number of scores a second is written.

use std::io::{self, Write};
use std::time::Instant;

use domain::Decimal;
use domain::growth::{
    AgeDays, Centimetres, Child, Kilograms, NoScore, Reference, Score, Stature, Tables,
};
use domain::lists::{Position, Sex};

const COLUMNS: [&str; 10] = [
    "case",
    "ref",
    "sex",
    "age_days",
    "age_months",
    "indicator",
    "measured",
    "lenhei_cm",
    "weight_kg",
    "headc_cm",
];

/// One measurement to compare.
struct Case {
    columns: Vec<String>,
    reference: Option<Reference>,
    child: Child,
    indicator: String,
    weight: Option<Kilograms>,
    stature: Option<Stature>,
    head: Option<Centimetres>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let packed = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/growth/who.bin");
    let tables = Tables::read(&std::fs::read(packed)?)?;
    let mut reader = csv::Reader::from_reader(io::stdin().lock());
    let headers = reader.headers()?.clone();
    let mut cases = Vec::new();
    for record in reader.records() {
        let record = record?;
        let field = |name: &str| -> &str {
            let place = headers.iter().position(|header| header.trim() == name);
            place
                .and_then(|place| record.get(place))
                .unwrap_or_default()
                .trim()
        };
        cases.push(case(&field));
    }

    if let Some(times) = repeat() {
        return Ok(speed(&tables, &cases, times)?);
    }
    let mut writer = csv::Writer::from_writer(io::stdout().lock());
    writer.write_record(COLUMNS.into_iter().chain(["z6"]))?;
    for case in &cases {
        let z = z(&tables, case).map_or(String::new(), |z| format!("{z:.6}"));
        writer.write_record(case.columns.iter().chain([&z]))?;
    }
    writer.flush()?;
    Ok(())
}

/// The number after `--repeat`.
fn repeat() -> Option<usize> {
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next()?;
    (first == "--repeat")
        .then(|| arguments.next()?.parse().ok())
        .flatten()
}

fn case<'a>(field: &dyn Fn(&str) -> &'a str) -> Case {
    let number = |name: &str| field(name).parse::<Decimal>().ok();
    let months = || {
        let months: f64 = field("age_months").parse().ok()?;
        Some((months * 30.4375 + 0.5).floor())
    };
    let days = field("age_days").parse::<f64>().ok();
    let days = days.map(|days| (days + 0.5).floor()).or_else(months);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked just before"
    )]
    let age = days
        .filter(|days| (0.0..=65_535.0).contains(days))
        .map_or(AgeDays(u16::MAX), |days| AgeDays(days as u16));
    let stature = number("lenhei_cm").map(|value| Stature {
        value: Centimetres(value),
        position: match field("measured") {
            "l" | "L" => Some(Position::Lying),
            "h" | "H" => Some(Position::Standing),
            _ => None,
        },
    });
    Case {
        columns: COLUMNS.iter().map(|name| field(name).to_owned()).collect(),
        reference: match field("ref") {
            "WHO2006" => Some(Reference::Who2006),
            "WHO2007" => Some(Reference::Who2007),
            _ => None,
        },
        child: Child {
            sex: match field("sex") {
                "M" | "m" | "1" => Sex::Male,
                "F" | "f" | "2" => Sex::Female,
                _ => Sex::Unknown,
            },
            age,
            oedema: matches!(field("oedema"), "y" | "Y"),
        },
        indicator: field("indicator").to_owned(),
        weight: number("weight_kg").map(Kilograms),
        stature,
        head: number("headc_cm").map(Centimetres),
    }
}

/// The z-score; none if refused, if a number is missing, or if this age belongs to another reference or table.
fn z(tables: &Tables, case: &Case) -> Option<f64> {
    let child = case.child;
    let under_two = child.age < AgeDays(731);
    let score: Result<Score, NoScore> = match case.indicator.as_str() {
        "wfa" => tables.weight_for_age(child, case.weight?),
        "lhfa" | "hfa" | "lfa" => tables.stature_for_age(child, case.stature?),
        "bmifa" | "bfa" => tables.bmi_for_age(child, case.weight?, case.stature?),
        "hcfa" => tables.head_for_age(child, case.head?),
        "wfl" if under_two => tables.weight_for_stature(child, case.weight?, case.stature?),
        "wfh" if !under_two => tables.weight_for_stature(child, case.weight?, case.stature?),
        _ => return None,
    };
    let score = score.ok()?;
    let fits = case
        .reference
        .is_none_or(|reference| reference == score.reference);
    fits.then_some(score.z)
}

/// Writes how many scores a second.
fn speed(tables: &Tables, cases: &[Case], times: usize) -> io::Result<()> {
    let begun = Instant::now();
    let mut scored = 0usize;
    for _ in 0..times {
        for case in cases {
            scored += usize::from(core::hint::black_box(z(tables, case)).is_some());
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    #[allow(
        clippy::cast_precision_loss,
        reason = "a count of what was just counted"
    )]
    let per_second = scored as f64 / seconds;
    writeln!(io::stdout(), "{per_second:.0}")
}
