//! The arithmetic of curves, without any drawing: series out of entries, scales with readable ticks, fewer points where
//! there are too many, what is near, and the facts in words. Nothing here judges a value.
//!
//! A place on the time axis is a number of days since 1 January 1970, the time of day as its fraction: [`day_number`].

mod decimate;
mod events;
mod facts;
mod growth;
mod marks;
mod series;
mod summary;
mod ticks;
mod value;
mod window;

pub use decimate::{decimate, nearest, visible};
pub use events::{Bucket, EventCount, EventKey, event_counts, event_kinds};
pub use facts::{Fact, Facts, facts};
pub use growth::{GrowthPoint, growth_points};
pub use marks::{MarkSort, TimeMark, marks};
pub use series::{Point, Series, SeriesKey, all_series, value_in_words};
pub use summary::{Summary, SummaryRow, summary};
pub use ticks::{Tick, age_ticks, calendar_ticks, day_number, day_of};
pub use value::ValueScale;
pub use window::Window;
