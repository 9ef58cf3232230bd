//! Time zones of people who live in France, overseas and next door, with the rules by which their clocks change.
//!
//! The whole database of the IANA would weigh more than all pages together; an entry of this carnet names only zones of this
//! list, and what comes from other calendars in another zone is turned into the person's own when it is taken in. A test
//! compares every zone with the database.
//!
//! An hour that does not exist (02:30 when clocks go forward) is read as if they had not gone forward yet, which is 03:30; of
//! an hour that comes twice the first one is meant. Both as RFC 5545, 3.3.5 has it. The rules hold
//! from 2010 on; earlier hours may be off by one.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

/// A time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(&'static Known);

/// A row of the table.
#[derive(Debug, PartialEq, Eq)]
struct Known {
    name: &'static str,
    /// Minutes to add to universal time outside of summer time.
    standard: i16,
    summer: Summer,
}

/// When summer time holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Summer {
    /// Never.
    No,
    /// From the last Sunday of March to the last one of October, at 01:00 universal time (directive 2000/84/EC).
    Europe,
    /// From the second Sunday of March to the first one of November, at 02:00 local time (Energy Policy Act of 2005).
    America,
}

const fn known(name: &'static str, standard: i16, summer: Summer) -> Known {
    Known {
        name,
        standard,
        summer,
    }
}

/// Mainland France first, then overseas, then neighbours.
static ZONES: [Known; 33] = [
    known("Europe/Paris", 60, Summer::Europe),
    known("America/Guadeloupe", -240, Summer::No),
    known("America/Martinique", -240, Summer::No),
    known("America/St_Barthelemy", -240, Summer::No),
    known("America/Marigot", -240, Summer::No),
    known("America/Cayenne", -180, Summer::No),
    known("America/Miquelon", -180, Summer::America),
    known("Indian/Reunion", 240, Summer::No),
    known("Indian/Mayotte", 180, Summer::No),
    known("Pacific/Noumea", 660, Summer::No),
    known("Pacific/Wallis", 720, Summer::No),
    known("Pacific/Tahiti", -600, Summer::No),
    known("Pacific/Marquesas", -570, Summer::No),
    known("Pacific/Gambier", -540, Summer::No),
    known("Europe/Andorra", 60, Summer::Europe),
    known("Europe/Berlin", 60, Summer::Europe),
    known("Europe/Brussels", 60, Summer::Europe),
    known("Europe/Luxembourg", 60, Summer::Europe),
    known("Europe/Madrid", 60, Summer::Europe),
    known("Europe/Monaco", 60, Summer::Europe),
    known("Europe/Rome", 60, Summer::Europe),
    known("Europe/Zurich", 60, Summer::Europe),
    known("Europe/Amsterdam", 60, Summer::Europe),
    known("Europe/Vienna", 60, Summer::Europe),
    known("Europe/Warsaw", 60, Summer::Europe),
    known("Europe/London", 0, Summer::Europe),
    known("Europe/Dublin", 0, Summer::Europe),
    known("Europe/Lisbon", 0, Summer::Europe),
    known("Europe/Athens", 120, Summer::Europe),
    known("Europe/Bucharest", 120, Summer::Europe),
    known("Africa/Algiers", 60, Summer::No),
    known("Africa/Tunis", 60, Summer::No),
    known("America/Montreal", -300, Summer::America),
];

/// That of mainland France.
pub const PARIS: Zone = Zone(&ZONES[0]);

/// All zones, in the order in which they are offered.
pub fn zones() -> impl Iterator<Item = Zone> {
    ZONES.iter().map(Zone)
}

impl Zone {
    /// The zone of this name.
    pub fn find(name: &str) -> Option<Self> {
        zones().find(|zone| zone.name() == name)
    }

    /// Its name, as the IANA has it.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The moment, in universal time, at which clocks there show this.
    pub fn to_utc(self, local: NaiveDateTime) -> NaiveDateTime {
        let less = |summer| {
            local
                .checked_sub_signed(self.offset(summer))
                .unwrap_or(local)
        };
        let (summer, standard) = (less(true), less(false));
        // The earlier one of two. In the hour that is left out neither fits, and what held before it counts on.
        if self.is_summer(summer) {
            summer
        } else {
            standard
        }
    }

    /// What clocks there show at this moment of universal time.
    pub fn from_utc(self, utc: NaiveDateTime) -> NaiveDateTime {
        let offset = self.offset(self.is_summer(utc));
        utc.checked_add_signed(offset).unwrap_or(utc)
    }

    /// What clocks there show when they show `local` in this zone.
    pub fn to_zone(self, local: NaiveDateTime, there: Self) -> NaiveDateTime {
        if self == there {
            local
        } else {
            there.from_utc(self.to_utc(local))
        }
    }

    fn offset(self, summer: bool) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.0.standard) + if summer { 60 } else { 0 })
    }

    fn is_summer(self, utc: NaiveDateTime) -> bool {
        let year = utc.year();
        let span = match self.0.summer {
            Summer::No => None,
            Summer::Europe => {
                last_sunday(year, 3)
                    .zip(last_sunday(year, 10))
                    .and_then(|(from, to)| {
                        Some((from.and_hms_opt(1, 0, 0)?, to.and_hms_opt(1, 0, 0)?))
                    })
            }
            Summer::America => {
                sunday(year, 3, 2)
                    .zip(sunday(year, 11, 1))
                    .and_then(|(from, to)| {
                        let (from, to) = (from.and_hms_opt(2, 0, 0)?, to.and_hms_opt(2, 0, 0)?);
                        Some((from - self.offset(false), to - self.offset(true)))
                    })
            }
        };
        span.is_some_and(|(from, to)| (from..to).contains(&utc))
    }
}

/// The nth Sunday of a month.
fn sunday(year: i32, month: u32, nth: u8) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Sun, nth)
}

/// The last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    last.checked_sub_days(Days::new(last.weekday().num_days_from_sunday().into()))
}
