//! The calendar that holds for the person, with what is not said filled in.

use chrono::NaiveDate;

use super::zone::{PARIS, Zone};
use super::{Pause, SchoolHoliday, public_holiday, school_holiday};
use crate::entry::{AgendaSettings, Entry, Series};
use crate::lists::{Region, SchoolZone};
use crate::view::HasEntry;

/// Time zone and holidays of a carnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The zone of the person.
    pub zone: Zone,
    /// Whose public holidays hold.
    pub region: Region,
    /// Whose school holidays hold.
    pub school_zone: Option<SchoolZone>,
}

impl Default for Settings {
    fn default() -> Self {
        Self::from(&AgendaSettings::default())
    }
}

impl From<&AgendaSettings> for Settings {
    fn from(written: &AgendaSettings) -> Self {
        Self {
            zone: Zone::find(&written.zone).unwrap_or(PARIS),
            region: written.region.unwrap_or(Region::Metropole),
            school_zone: written.school_zone,
        }
    }
}

impl Settings {
    /// Those of a carnet. Should there be two entries, the first one given.
    pub fn of<T: HasEntry>(rows: &[T]) -> Self {
        let written = rows.iter().find_map(|row| match row.entry() {
            Entry::AgendaSettings(settings) => Some(settings),
            _ => None,
        });
        written.map(Self::from).unwrap_or_default()
    }

    /// The zone in which an entry's hours are meant. One that this version does not know is taken for the person's own.
    pub fn zone_of(&self, name: &str) -> Zone {
        Zone::find(name).unwrap_or(self.zone)
    }

    /// The public holiday of a day.
    pub fn public_holiday(&self, day: NaiveDate) -> Option<&'static (&'static str, &'static str)> {
        public_holiday(day, self.region)
    }

    /// The school holidays of a day.
    pub fn school_holiday(&self, day: NaiveDate) -> Option<SchoolHoliday> {
        school_holiday(day, self.school_zone?)
    }

    /// Why a series pauses on a day, if it does.
    pub fn pause(&self, series: &Series, day: NaiveDate) -> Option<Pause> {
        if series.pause_public && self.public_holiday(day).is_some() {
            return Some(Pause::PublicHoliday);
        }
        let zone = series.school_zone.or(self.school_zone);
        let school =
            series.pause_school && zone.is_some_and(|zone| school_holiday(day, zone).is_some());
        school.then_some(Pause::SchoolHoliday)
    }
}
