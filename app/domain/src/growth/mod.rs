//! Growth: where a measurement stands among healthy children of the same age and sex, by the World Health Organization.
//!
//! Two references follow each other: the *Child Growth Standards* (2006) up to five years, the *Reference 2007* from
//! five to nineteen. The rules are WHO's own (Child Growth Standards: Methods and development, 2006, chapter 7; Growth
//! reference 5-19 years, computation of centiles and z-scores): see [`Tables`]. What has no z-score has a reason:
//! [`NoScore`].
//!
//! The numbers of the references are not compiled in: a page fetches `growth/who.bin` when a chart opens and reads it
//! with [`Tables::read`].
//!
//! ```
//! use domain::growth::{AgeDays, Child, Kilograms, Tables};
//! # let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/growth/who.bin"))?;
//! let tables = Tables::read(&bytes)?;
//! let child = Child { sex: domain::lists::Sex::Male, age: AgeDays(365), oedema: false };
//! let score = tables.weight_for_age(child, Kilograms("9.6".parse()?))?;
//! assert!(score.z.abs() < 0.1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod age;
mod curve;
mod lms;
mod no_score;
mod pack;
mod position;
mod score;
mod tables;
mod velocity;

pub use crate::entry::{Centimetres, Kilograms};
pub use age::{AgeDays, CORRECTED_UNTIL, Gestation, GrowthAge, TERM, growth_age};
pub use curve::{CurvePart, Level, PERCENTILES, Z_SCORES};
pub use lms::{percentile_of, z_of_percentile};
pub use no_score::NoScore;
pub use pack::{PackError, pack};
pub use position::{Correction, Stature};
pub use score::{Child, Indicator, Score};
pub use tables::{Reference, TableId, Tables, TablesError};
pub use velocity::{Velocity, velocities};
