//! Something measured: what, how much, when, by whom, how.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::lists::{Measure, Position, Side, Unit};
use crate::reference::EntryRef;

/// One measurement. The number is kept digit for digit; some scales have grades instead.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Measurement {
    /// What was measured.
    pub what: Option<Measure>,
    /// The name of a measure of one's own, or the joint or muscle.
    pub name: String,
    /// The number.
    pub value: Option<Decimal>,
    /// The grade, for scales that are no numbers ("1+", "III").
    pub grade: String,
    /// The unit of the number.
    pub unit: Option<Unit>,
    /// The unit of a measure of one's own, in words.
    pub unit_text: String,
    /// When.
    pub date: Option<NaiveDate>,
    /// At what time, `HH:MM`, if it matters.
    pub time: String,
    /// Who measured.
    pub who: String,
    /// On which side.
    pub side: Option<Side>,
    /// How the person was placed.
    pub position: Option<Position>,
    /// Swollen by oedema: weight then says nothing about growth.
    pub oedema: bool,
    /// With what: scales, goniometer, with or without orthoses.
    pub device: String,
    /// What to know.
    pub note: String,
    /// The report it comes from.
    pub documents: Vec<EntryRef>,
}

/// A mass in kilograms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kilograms(pub Decimal);

/// A length in centimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Centimetres(pub Decimal);

impl Measurement {
    /// The weight, if this is one, whichever unit it was written in.
    pub fn weight(&self) -> Option<Kilograms> {
        let value = (self.what? == Measure::Weight).then_some(self.value?)?;
        match self.unit? {
            Unit::Kilogram => Some(Kilograms(value)),
            Unit::Gram => value.shifted(3).map(Kilograms),
            _ => None,
        }
    }

    /// The height or length, if this is one, whichever unit it was written in.
    pub fn height(&self) -> Option<Centimetres> {
        self.length(Measure::Height)
    }

    /// The head circumference, if this is one, whichever unit it was written in.
    pub fn head_circumference(&self) -> Option<Centimetres> {
        self.length(Measure::HeadCircumference)
    }

    fn length(&self, what: Measure) -> Option<Centimetres> {
        let value = (self.what? == what).then_some(self.value?)?;
        match self.unit? {
            Unit::Centimetre => Some(Centimetres(value)),
            Unit::Millimetre => value.shifted(1).map(Centimetres),
            _ => None,
        }
    }
}
