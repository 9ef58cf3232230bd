//! Days and hours of a foreign file, in zones that this carnet knows.

use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{ICalendarEntry, ICalendarValue};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use domain::agenda::Zone;

/// A day, or an hour of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// The day and the hour, in the zone.
    pub(super) local: NaiveDateTime,
    /// It has an hour.
    pub(super) timed: bool,
    /// In which zone.
    pub(super) zone: Zone,
    /// It was said in this zone, or in none: it keeps its hour when clocks change.
    pub(super) native: bool,
}

impl Moment {
    /// The day.
    pub(super) fn day(self) -> NaiveDate {
        self.local.date()
    }

    /// The hour as entries have it; empty for a whole day.
    pub(super) fn time(self) -> String {
        if self.timed {
            self.local.format("%H:%M").to_string()
        } else {
            String::new()
        }
    }

    /// The same moment in a zone.
    pub(super) fn to_zone(self, zone: Zone) -> Self {
        if !self.timed || self.zone == zone {
            return self;
        }
        Self {
            local: self.zone.to_zone(self.local, zone),
            zone,
            ..self
        }
    }
}

/// Zones of a file, and of the person.
pub(super) struct Zones<'a> {
    pub(super) file: TzResolver<&'a str>,
    pub(super) home: Zone,
}

impl Zones<'_> {
    /// The moments of a line.
    pub(super) fn moments(&self, entry: &ICalendarEntry) -> Vec<Moment> {
        let moment = |value: &ICalendarValue| {
            let ICalendarValue::PartialDateTime(said) = value else {
                return None;
            };
            let at = said.to_date_time()?;
            if !said.has_time() {
                let local = at.date_time.date().and_time(NaiveTime::MIN);
                return Some(self.here(local, false));
            }
            if let Some(offset) = at.offset {
                let utc = at.date_time - offset;
                return Some(self.converted(utc));
            }
            match entry.tz_id().and_then(|name| self.file.resolve(name)) {
                None => Some(self.here(at.date_time, true)),
                Some(zone) => self.in_zone(at.date_time, zone),
            }
        };
        entry.values.iter().filter_map(moment).collect()
    }

    fn in_zone(&self, local: NaiveDateTime, zone: Tz) -> Option<Moment> {
        let known = zone.name().and_then(|name| Zone::find(&name));
        if let Some(zone) = known {
            return Some(Moment {
                local,
                timed: true,
                zone,
                native: true,
            });
        }
        let utc = zone.from_local_datetime(&local).earliest();
        // In an hour that is left out, what held before counts on: an hour later it is there again.
        let utc = match utc {
            Some(utc) => utc.naive_utc(),
            None => {
                let hour = chrono::TimeDelta::hours(1);
                let later = local.checked_add_signed(hour)?;
                zone.from_local_datetime(&later).earliest()?.naive_utc()
            }
        };
        Some(self.converted(utc))
    }

    /// A moment of universal time, as the person's clock shows it.
    pub(super) fn converted(&self, utc: NaiveDateTime) -> Moment {
        Moment {
            native: false,
            ..self.here(self.home.from_utc(utc), true)
        }
    }

    fn here(&self, local: NaiveDateTime, timed: bool) -> Moment {
        Moment {
            local,
            timed,
            zone: self.home,
            native: true,
        }
    }
}
