//! The lines of a growth chart: one value for each age, at a z-score or percentile.

use super::age::AgeDays;
use super::lms::z_of_percentile;
use super::position::STANDING_FROM;
use super::score::{Child, Indicator, MONTH, SECOND_REFERENCE_FROM};
use super::tables::{Reference, TableId, Tables};
use crate::lists::{Position, Sex};

/// Which line: so many standard deviations from the median, or a percentile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Level {
    /// Standard deviations.
    Z(f64),
    /// Out of a hundred children, how many are below.
    Percentile(f64),
}

/// The z-scores that a chart shows.
pub const Z_SCORES: [f64; 7] = [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0];

/// The percentiles that a chart shows.
pub const PERCENTILES: [f64; 5] = [3.0, 15.0, 50.0, 85.0, 97.0];

/// A line without a break. Another part begins where the reference changes, and where height takes over from length.
#[derive(Debug, Clone, PartialEq)]
pub struct CurvePart {
    /// From which reference.
    pub reference: Reference,
    /// How children of this part were measured, where that matters.
    pub position: Option<Position>,
    /// Age in days, or length or height in centimetres, and the value: kg, cm or kg/m².
    pub points: Vec<(f64, f64)>,
}

impl Level {
    fn z(self) -> Option<f64> {
        match self {
            Self::Z(z) => z.is_finite().then_some(z),
            Self::Percentile(percentile) => z_of_percentile(percentile),
        }
    }
}

impl Tables {
    /// The line of an indicator by age, between two ages in days, with a point at least every `step` days (at least one).
    /// Empty where the reference has none: an unknown sex, weight past ten years.
    pub fn curve(
        &self,
        indicator: Indicator,
        sex: Sex,
        level: Level,
        ages: (u16, u16),
        step: u16,
    ) -> Vec<CurvePart> {
        let stature = matches!(indicator, Indicator::StatureForAge | Indicator::BmiForAge);
        let (lying, standing) = if stature {
            (Some(Position::Lying), Some(Position::Standing))
        } else {
            (None, None)
        };
        let spans = if stature {
            vec![
                (0, STANDING_FROM - 1, lying),
                (STANDING_FROM, SECOND_REFERENCE_FROM - 1, standing),
                (SECOND_REFERENCE_FROM, last_day(indicator), standing),
            ]
        } else {
            vec![
                (0, SECOND_REFERENCE_FROM - 1, None),
                (SECOND_REFERENCE_FROM, last_day(indicator), None),
            ]
        };
        let mut parts = Vec::new();
        for (first, last, position) in spans {
            let (from, to) = (first.max(ages.0), last.min(ages.1));
            if from > to {
                continue;
            }
            let point = |age: u16| -> Option<(Reference, (f64, f64))> {
                let child = Child {
                    sex,
                    age: AgeDays(age),
                    oedema: false,
                };
                let (lms, reference) = self.by_age(indicator, child).ok()?;
                let value = lms.value(level.z()?, restricted(indicator));
                Some((reference, (f64::from(age), value)))
            };
            let days = (from..to).step_by(usize::from(step.max(1))).chain([to]);
            let points: Vec<_> = days.filter_map(point).collect();
            if let Some((reference, _)) = points.first() {
                parts.push(CurvePart {
                    reference: *reference,
                    position,
                    points: points.iter().map(|(_, point)| *point).collect(),
                });
            }
        }
        parts
    }

    /// The line of weight by length (lying) or by height (standing), a point each centimetre.
    pub fn curve_by_stature(
        &self,
        position: Position,
        sex: Sex,
        level: Level,
    ) -> Option<CurvePart> {
        let table = match position {
            Position::Lying => TableId::WeightForLength,
            Position::Standing => TableId::WeightForHeight,
            Position::Sitting => return None,
        };
        let (first, last) = table.bounds();
        let z = level.z()?;
        let point = |millimetres: u16| {
            let lms = self.between(table, sex, millimetres, 0.0)?;
            Some((f64::from(millimetres) / 10.0, lms.value(z, true)))
        };
        let points: Vec<_> = (first..=last).step_by(10).filter_map(point).collect();
        (!points.is_empty()).then_some(CurvePart {
            reference: table.reference(),
            position: Some(position),
            points,
        })
    }
}

/// Whether weight is part of the indicator.
fn restricted(indicator: Indicator) -> bool {
    !matches!(indicator, Indicator::StatureForAge | Indicator::HeadForAge)
}

/// The last day of life that has a row.
fn last_day(indicator: Indicator) -> u16 {
    let months = match indicator {
        Indicator::WeightForAge => 120.0,
        Indicator::StatureForAge | Indicator::BmiForAge => 228.0,
        Indicator::HeadForAge | Indicator::WeightForStature => return SECOND_REFERENCE_FROM - 1,
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most 6,939"
    )]
    let days = (months * MONTH).floor() as u16;
    days
}
