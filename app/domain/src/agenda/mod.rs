//! What takes place when: appointments, sessions that repeat, absences; time zones, public and school holidays.
//!
//! * [`Zone`]: local time and back, also on the days on which clocks change;
//! * [`public_holiday`], [`school_holiday`]: which days are free, where;
//! * [`occurrences`]: the sessions of a series, with what was moved, cancelled or pauses;
//! * [`between`]: everything that takes place in a span of days, for every view;
//! * [`month`]: the weeks of a month.
//!
//! Hours are those of the carnet's person: what an entry says in another zone is turned into theirs.

mod due;
mod holidays;
mod month;
mod occasions;
mod occurrences;
mod school;
mod settings;
mod zone;

pub use due::due;
pub use holidays::{easter, public_holiday};
pub use month::{month, week};
pub use occasions::{Occasion, Sort, Status, between};
pub use occurrences::{MOST_WEEKS, Occurrence, Pause, occurrences};
pub use school::{SchoolHoliday, school_holiday, school_known_until};
pub use settings::Settings;
pub use zone::{PARIS, Zone, zones};

/// An hour of the day from its written form `HH:MM`; none for a whole day.
pub fn hour(text: &str) -> Option<chrono::NaiveTime> {
    chrono::NaiveTime::parse_from_str(text, "%H:%M").ok()
}
