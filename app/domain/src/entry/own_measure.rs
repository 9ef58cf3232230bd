//! A measure that the family defines for itself: what is followed, and how it is written down.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::lists::{MeasureForm, Rhythm, Unit};

/// A measure of the family's own: "hours in the standing frame", "smiles in the morning".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnMeasure {
    /// What it is called.
    pub name: String,
    /// How it is written down.
    pub form: Option<MeasureForm>,
    /// The unit of a number or a duration.
    pub unit: Option<Unit>,
    /// The unit in the family's words, where the list has none.
    pub unit_text: String,
    /// The lowest value of a scale, or the lowest that needs no second look.
    pub lowest: Option<Decimal>,
    /// The highest value of a scale, or the highest that needs no second look.
    pub highest: Option<Decimal>,
    /// What the lowest value of a scale means.
    pub lowest_means: String,
    /// What the highest value of a scale means.
    pub highest_means: String,
    /// Whether left and right are told apart.
    pub sided: bool,
    /// How often it is written down.
    pub rhythm: Option<Rhythm>,
    /// What to know: how it is measured, why.
    pub note: String,
    /// The last day on which it was followed.
    pub until: Option<NaiveDate>,
}
