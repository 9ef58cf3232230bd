//! Lying or standing: the same child is 0.7 cm longer lying down (WHO Multicentre Growth Reference Study).

use super::age::AgeDays;
use super::no_score::NoScore;
use crate::decimal::Decimal;
use crate::entry::Centimetres;
use crate::lists::Position;

/// A length or height, and how the child was placed. Without a position, lying is taken for granted under two years and
/// standing from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stature {
    /// As measured.
    pub value: Centimetres,
    /// How the child was placed.
    pub position: Option<Position>,
}

/// What was done to a length or height before it was looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    /// Measured standing before two years: 0.7 cm were added.
    Added,
    /// Measured lying from two years on: 0.7 cm were taken off.
    TakenOff,
}

/// Day of life from which the tables hold heights, not lengths: two years.
pub(super) const STANDING_FROM: u16 = 731;

/// Up to this day of life nobody stands to be measured: "standing" is taken for a wrong label (nine months of 30.4375 days).
const LYING_SURELY_UNTIL: u16 = 273;

impl Stature {
    /// The length or height to look up at this age.
    pub(super) fn at(self, age: AgeDays) -> Result<(Decimal, Option<Correction>), NoScore> {
        let measured = self.value.0;
        let seven = |sign: i64| Decimal::new(7 * sign, 1).and_then(|change| measured.plus(change));
        let (value, correction) = match self.position {
            Some(Position::Sitting) => return Err(NoScore::WrongPosition),
            Some(Position::Standing) if age.0 < STANDING_FROM && age.0 > LYING_SURELY_UNTIL => {
                (seven(1), Some(Correction::Added))
            }
            Some(Position::Lying) if age.0 >= STANDING_FROM => {
                (seven(-1), Some(Correction::TakenOff))
            }
            _ => (Some(measured), None),
        };
        let value = value.ok_or(NoScore::Implausible)?;
        let plausible = value.to_f64() > 0.0 && value.to_f64() <= 300.0;
        plausible
            .then_some((value, correction))
            .ok_or(NoScore::Implausible)
    }
}
