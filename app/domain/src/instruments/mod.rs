//! Every measure as data: how it is written, where on the body, how often, and what its licence lets an app show.
//!
//! The items of protected instruments are not here and never asked: the score that a professional worked out is kept.
//! Ranges are those that the instruments publish; nothing is said about what a score means.

mod places;
mod table;

use crate::lists::{Licence, Measure, MeasureForm, MeasureGroup, Rhythm, Unit};

pub use places::{JOINTS, MUSCLES, PlaceName};

/// Where on the body something is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The whole person.
    None,
    /// A joint and a movement: see [`JOINTS`].
    Joint,
    /// A muscle or muscle group: see [`MUSCLES`].
    Muscle,
}

/// A measure as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instrument {
    /// The measure.
    pub measure: Measure,
    /// What it is about.
    pub group: MeasureGroup,
    /// How it is written down. Grades (see [`Measure::grades`]) are scales.
    pub form: MeasureForm,
    /// Whether left and right are told apart.
    pub sided: bool,
    /// Where on the body.
    pub place: Place,
    /// How often it is usually measured.
    pub rhythm: Rhythm,
    /// What may be shown of it.
    pub licence: Licence,
    /// Who holds the rights, or who published it; empty for a plain number.
    pub holder: &'static str,
}

impl Instrument {
    /// The unit it is drawn in: the usual one of the measure.
    pub fn unit(&self) -> Option<Unit> {
        self.measure.units().first().copied()
    }

    /// The lowest and highest value that the instrument itself can give, for those with a fixed scale. Grades count by
    /// their place, from 0.
    pub fn scale(&self) -> Option<(i64, i64)> {
        let grades = self.measure.grades();
        if let Some(last) = grades.len().checked_sub(1) {
            return i64::try_from(last).ok().map(|last| (0, last));
        }
        match self.form {
            MeasureForm::Scale => self.measure.bounds(self.unit()?),
            _ => None,
        }
    }
}

/// The measure as data. None for a measure of one's own, which an entry defines.
pub fn instrument(measure: Measure) -> Option<&'static Instrument> {
    table::INSTRUMENTS
        .iter()
        .find(|instrument| instrument.measure == measure)
}

/// All of them, in the order in which they are offered.
pub fn instruments() -> &'static [Instrument] {
    table::INSTRUMENTS
}
