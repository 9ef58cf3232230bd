//! Moments on the wire.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// A moment: whole seconds since 1970-01-01 00:00 UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize,
)]
#[cbor(transparent)]
#[serde(transparent)]
pub struct Seconds(#[n(0)] pub u64);

impl Seconds {
    /// This many seconds later; stops at the end of time instead of wrapping.
    pub const fn plus(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}

/// A length of time in seconds.
pub const MINUTE: u64 = 60;
/// Seconds in a day.
pub const DAY: u64 = 24 * 60 * MINUTE;
/// Seconds in a year of 365 days.
pub const YEAR: u64 = 365 * DAY;
