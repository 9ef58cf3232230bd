//! A measurement's place in the reference, or the reason why it has none.

use super::age::AgeDays;
use super::lms::{Lms, percentile_of};
use super::no_score::NoScore;
use super::position::{Correction, STANDING_FROM, Stature};
use super::tables::{Reference, TableId, Tables};
use crate::entry::{Centimetres, Kilograms};
use crate::lists::Sex;
use crate::term::terms;

terms! {
    /// What is compared with the reference.
    Indicator {
        WeightForAge "weight_for_age" "Poids selon l'âge" "Weight for age";
        StatureForAge "stature_for_age" "Taille selon l'âge" "Length or height for age";
        BmiForAge "bmi_for_age" "Indice de masse corporelle selon l'âge" "Body mass index for age";
        HeadForAge "head_for_age" "Périmètre crânien selon l'âge" "Head circumference for age";
        WeightForStature "weight_for_stature" "Poids selon la taille" "Weight for length or height";
    }
}

/// Whose measurement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Child {
    /// Boys and girls have tables of their own.
    pub sex: Sex,
    /// The age to look up: see [`super::growth_age`].
    pub age: AgeDays,
    /// Swelling of both feet: weight then says nothing about growth.
    pub oedema: bool,
}

/// A measurement's place in the reference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Standard deviations from the median.
    pub z: f64,
    /// What was looked up, after correction: kg, cm or kg/m².
    pub value: f64,
    /// In which reference.
    pub reference: Reference,
    /// What was done to the length or height first.
    pub correction: Option<Correction>,
}

impl Score {
    /// Out of a hundred children of this age and sex, how many have a lower value.
    pub fn percentile(&self) -> f64 {
        percentile_of(self.z)
    }
}

/// First day of life of the Reference 2007: 60 months.
pub(super) const SECOND_REFERENCE_FROM: u16 = 1827;

/// The length of a month in the Reference 2007, in days.
pub(super) const MONTH: f64 = 30.4375;

impl Tables {
    /// Weight for age, up to ten years: past that, weight alone no longer tells growth from build (WHO 2007), and the
    /// curve has points without bands.
    pub fn weight_for_age(&self, child: Child, weight: Kilograms) -> Result<Score, NoScore> {
        let (lms, reference) = self.by_age(Indicator::WeightForAge, child)?;
        let kilograms = weight_of(child, weight)?;
        Ok(score(lms, reference, kilograms, true, None))
    }

    /// Length for age under two years, height for age from then on.
    pub fn stature_for_age(&self, child: Child, stature: Stature) -> Result<Score, NoScore> {
        let (lms, reference) = self.by_age(Indicator::StatureForAge, child)?;
        let (value, correction) = stature.at(child.age)?;
        Ok(score(lms, reference, value.to_f64(), false, correction))
    }

    /// Body mass index for age: kilograms by square metre, the length or height corrected first.
    pub fn bmi_for_age(
        &self,
        child: Child,
        weight: Kilograms,
        stature: Stature,
    ) -> Result<Score, NoScore> {
        let (lms, reference) = self.by_age(Indicator::BmiForAge, child)?;
        let kilograms = weight_of(child, weight)?;
        let (value, correction) = stature.at(child.age)?;
        let metres = value.to_f64() / 100.0;
        let bmi = kilograms / (metres * metres);
        Ok(score(lms, reference, bmi, true, correction))
    }

    /// Head circumference for age, up to five years.
    pub fn head_for_age(&self, child: Child, head: Centimetres) -> Result<Score, NoScore> {
        let (lms, reference) = self.by_age(Indicator::HeadForAge, child)?;
        let value = head.0.to_f64();
        if !(value > 0.0 && value <= 100.0) {
            return Err(NoScore::Implausible);
        }
        Ok(score(lms, reference, value, false, None))
    }

    /// Weight for length under two years, weight for height from then on, up to five years.
    pub fn weight_for_stature(
        &self,
        child: Child,
        weight: Kilograms,
        stature: Stature,
    ) -> Result<Score, NoScore> {
        if child.age.0 >= SECOND_REFERENCE_FROM {
            return Err(NoScore::TooOld { years: 5 });
        }
        let kilograms = weight_of(child, weight)?;
        let (value, correction) = stature.at(child.age)?;
        let table = if child.age.0 < STANDING_FROM {
            TableId::WeightForLength
        } else {
            TableId::WeightForHeight
        };
        // A row each millimetre; between two of them, part of the way.
        let (row, part) = value.split(1).ok_or(NoScore::Implausible)?;
        let (low, high) = table.bounds();
        let outside = NoScore::OutsideTable {
            low: low / 10,
            high: high / 10,
        };
        let row = u16::try_from(row).map_err(|_| outside)?;
        if row < low || row > high || (row == high && part > 0.0) {
            return Err(outside);
        }
        let lms = self
            .between(table, child.sex, row, part)
            .ok_or(NoScore::SexUnknown)?;
        Ok(score(lms, Reference::Who2006, kilograms, true, correction))
    }

    /// The row for an age.
    pub(super) fn by_age(
        &self,
        indicator: Indicator,
        child: Child,
    ) -> Result<(Lms, Reference), NoScore> {
        let table = TableId::of(indicator, child.age)?;
        let found = if table.reference() == Reference::Who2006 {
            self.between(table, child.sex, child.age.0, 0.0)
        } else {
            let months = f64::from(child.age.0) / MONTH;
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "65,535 days are 2,153 months"
            )]
            let whole = months.floor() as u16;
            self.between(table, child.sex, whole, months.fract())
        };
        found
            .map(|lms| (lms, table.reference()))
            .ok_or(NoScore::SexUnknown)
    }
}

impl TableId {
    /// The table that this is looked up in at this age.
    fn of(indicator: Indicator, age: AgeDays) -> Result<Self, NoScore> {
        let first = age.0 < SECOND_REFERENCE_FROM;
        let until = |months: u16, years: u8, table: Self| {
            let within = f64::from(age.0) <= f64::from(months) * MONTH;
            within.then_some(table).ok_or(NoScore::TooOld { years })
        };
        match (indicator, first) {
            (Indicator::WeightForAge, true) => Ok(Self::WeightForAge),
            (Indicator::StatureForAge, true) => Ok(Self::StatureForAge),
            (Indicator::BmiForAge, true) => Ok(Self::BmiForAge),
            (Indicator::HeadForAge, true) => Ok(Self::HeadForAge),
            (Indicator::WeightForAge, false) => until(120, 10, Self::WeightForAge2007),
            (Indicator::StatureForAge, false) => until(228, 19, Self::HeightForAge2007),
            (Indicator::BmiForAge, false) => until(228, 19, Self::BmiForAge2007),
            (Indicator::HeadForAge, false) | (Indicator::WeightForStature, _) => {
                Err(NoScore::TooOld { years: 5 })
            }
        }
    }
}

fn weight_of(child: Child, weight: Kilograms) -> Result<f64, NoScore> {
    if child.oedema {
        return Err(NoScore::Oedema);
    }
    let kilograms = weight.0.to_f64();
    let plausible = kilograms > 0.0 && kilograms <= 600.0;
    plausible.then_some(kilograms).ok_or(NoScore::Implausible)
}

fn score(
    lms: Lms,
    reference: Reference,
    value: f64,
    restricted: bool,
    correction: Option<Correction>,
) -> Score {
    Score {
        z: lms.z(value, restricted),
        value,
        reference,
        correction,
    }
}
