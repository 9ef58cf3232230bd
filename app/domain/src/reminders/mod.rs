//! When somebody is reminded of what is due, by which way, and in which words.
//!
//! Everything here is arithmetic on local times: the clock and the time zone's offsets come from outside.

mod plan;
mod preferences;
mod wording;
mod zone;

pub use plan::{AHEAD, MOST, Open, Planned, open, plan};
pub use preferences::{Group, LEADS, Preferences, Quiet, Rule};
pub use wording::{Notice, notice};
pub use zone::{Zone, instant};
