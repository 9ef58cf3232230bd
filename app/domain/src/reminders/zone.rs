//! From local time to moments. Offsets come from outside: browsers know every time zone, and its summer time, already.

use chrono::{DateTime, NaiveDateTime};

/// A time zone: how far its clocks are ahead of UTC.
pub trait Zone {
    /// Seconds to add to UTC at that moment (seconds since 1970).
    fn offset(&self, utc: i64) -> i32;
}

impl<F: Fn(i64) -> i32> Zone for F {
    fn offset(&self, utc: i64) -> i32 {
        self(utc)
    }
}

/// A day in seconds.
const DAY: i64 = 86_400;

/// The moment (seconds since 1970) at which clocks show `local`. An hour that comes twice is taken the first time; one that is
/// left out, as early as it can be understood: a reminder rather comes too early than too late.
pub fn instant(local: NaiveDateTime, zone: &dyn Zone) -> i64 {
    let local = local.and_utc().timestamp();
    // Clocks are changed by less than a day, and not twice within two.
    let offsets = [zone.offset(local - DAY), zone.offset(local + DAY)];
    let candidates = offsets.map(|offset| local - i64::from(offset));
    let shows = |utc: &i64| utc + i64::from(zone.offset(*utc)) == local;
    let shown = candidates.iter().copied().filter(shows).min();
    shown.unwrap_or(candidates[0].min(candidates[1]))
}

/// What clocks show at a moment.
pub(super) fn local(utc: i64, zone: &dyn Zone) -> NaiveDateTime {
    let shown = utc + i64::from(zone.offset(utc));
    DateTime::from_timestamp(shown, 0)
        .unwrap_or_default()
        .naive_utc()
}
