//! Growth out of entries: each measurement with its age and its place in the reference.

use chrono::NaiveDate;

use super::ticks::{day_number, day_of};
use crate::entry::{Entry, Identity, Measurement};
use crate::growth::{Child, GrowthAge, Indicator, NoScore, Score, Stature, Tables, growth_age};
use crate::lists::{Measure, Sex};
use crate::view::HasEntry;

/// A weight and a height measured at most this many days apart make one body mass index.
const SAME_VISIT: f64 = 15.0;

/// A measurement on a growth chart.
#[derive(Debug, Clone, PartialEq)]
pub struct GrowthPoint {
    /// When: see [`day_number`].
    pub at: f64,
    /// The value as measured: kg, cm, or kg/m² worked out of both.
    pub value: f64,
    /// Length or height in centimetres, where it is part of it.
    pub stature: Option<f64>,
    /// The age that was looked up; none before birth or the expected day of birth.
    pub age: Option<GrowthAge>,
    /// Its place in the reference, or why it has none.
    pub score: Result<Score, NoScore>,
    /// Which of the rows holds it.
    pub row: usize,
    /// Which of its values, if the row is a bundle.
    pub item: usize,
}

/// A measurement with its place among the rows.
struct Taken {
    at: f64,
    measurement: Measurement,
    row: usize,
    item: usize,
}

/// The points of an indicator, in order of time; every one of the person's measurements, with or without a score. None
/// without a date of birth.
pub fn growth_points<T: HasEntry>(
    rows: &[T],
    tables: &Tables,
    identity: &Identity,
    indicator: Indicator,
) -> Option<Vec<GrowthPoint>> {
    let birth = identity.birth_date?;
    let sex = identity.sex.unwrap_or(Sex::Unknown);
    let what = match indicator {
        Indicator::StatureForAge => Measure::Height,
        Indicator::HeadForAge => Measure::HeadCircumference,
        _ => Measure::Weight,
    };
    let heights = match indicator {
        Indicator::BmiForAge | Indicator::WeightForStature => taken(rows, Measure::Height),
        _ => Vec::new(),
    };
    let point = |one: Taken| {
        let day = day_of(one.at).unwrap_or(birth);
        let age = growth_age(birth, identity.gestation(), day);
        let child = age.map(|age| Child {
            sex,
            age: age.age,
            oedema: one.measurement.oedema,
        });
        let measured = &one.measurement;
        let (value, stature, score) = match indicator {
            Indicator::StatureForAge => {
                let height = measured.height()?;
                let stature = Stature {
                    value: height,
                    position: measured.position,
                };
                let score = child.and_then(|child| tables.stature_for_age(child, stature));
                (height.0.to_f64(), Some(height.0.to_f64()), score)
            }
            Indicator::HeadForAge => {
                let head = measured.head_circumference()?;
                let score = child.and_then(|child| tables.head_for_age(child, head));
                (head.0.to_f64(), None, score)
            }
            Indicator::WeightForAge => {
                let weight = measured.weight()?;
                let score = child.and_then(|child| tables.weight_for_age(child, weight));
                (weight.0.to_f64(), None, score)
            }
            Indicator::BmiForAge | Indicator::WeightForStature => {
                let weight = measured.weight()?;
                let near = nearest(&heights, one.at)?;
                let height = near.measurement.height()?;
                let stature = Stature {
                    value: height,
                    position: near.measurement.position,
                };
                let (kilograms, centimetres) = (weight.0.to_f64(), height.0.to_f64());
                if indicator == Indicator::BmiForAge {
                    let score = child.and_then(|child| tables.bmi_for_age(child, weight, stature));
                    let bmi = kilograms / (centimetres / 100.0).powi(2);
                    let value = score.map_or(bmi, |score| score.value);
                    (value, Some(centimetres), score)
                } else {
                    let score =
                        child.and_then(|child| tables.weight_for_stature(child, weight, stature));
                    (kilograms, Some(centimetres), score)
                }
            }
        };
        Some(GrowthPoint {
            at: one.at,
            value,
            stature,
            age: age.ok(),
            score,
            row: one.row,
            item: one.item,
        })
    };
    Some(taken(rows, what).into_iter().filter_map(point).collect())
}

/// All measurements of one thing, in order of time.
fn taken<T: HasEntry>(rows: &[T], what: Measure) -> Vec<Taken> {
    let mut all = Vec::new();
    let mut add = |measurement: Measurement, row, item| {
        let date: Option<NaiveDate> = measurement.date;
        if let (Some(date), true) = (date, measurement.what == Some(what)) {
            all.push(Taken {
                at: day_number(date, &measurement.time),
                measurement,
                row,
                item,
            });
        }
    };
    for (row, entry) in rows.iter().enumerate() {
        match entry.entry() {
            Entry::Measurement(measurement) => add(measurement.clone(), row, 0),
            Entry::Readings(readings) if readings.what == Some(what) => {
                for (item, point) in readings.points.iter().enumerate() {
                    add(readings.measurement(point), row, item);
                }
            }
            _ => {}
        }
    }
    all.sort_by(|a, b| a.at.total_cmp(&b.at));
    all
}

/// The nearest in time, if it is of the same visit.
fn nearest(heights: &[Taken], at: f64) -> Option<&Taken> {
    let apart = |one: &&Taken| (one.at - at).abs();
    heights
        .iter()
        .filter(|one| apart(one) <= SAME_VISIT)
        .min_by(|a, b| apart(a).total_cmp(&apart(b)))
}
