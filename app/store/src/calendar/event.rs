//! Building events.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarDuration, ICalendarEntry,
    ICalendarParameter, ICalendarProperty, ICalendarValueType,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::agenda::Zone;

/// An event that is being written.
pub(super) struct Event(pub(super) ICalendarComponent);

impl Event {
    /// With its name, and the moment at which it was written.
    pub(super) fn new(uid: &str, at: u64) -> Self {
        let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
        event.add_uid(uid);
        let at = i64::try_from(at).unwrap_or_default();
        event.add_dtstamp(PartialDateTime::from_utc_timestamp(at));
        Self(event)
    }

    /// A text, unless it is empty.
    pub(super) fn text(&mut self, name: ICalendarProperty, text: &str) {
        // Control marks have no place in such a file.
        let clean: String = text
            .chars()
            .filter(|mark| !mark.is_control() || *mark == '\n')
            .collect();
        if !clean.trim().is_empty() {
            self.0.add_property(name, clean);
        }
    }

    /// A day, or an hour of it in a zone.
    pub(super) fn when(
        &mut self,
        name: ICalendarProperty,
        day: NaiveDate,
        time: Option<NaiveTime>,
        zone: Zone,
    ) {
        self.0.entries.push(moment(name, &[(day, time)], zone));
    }

    /// Several days or hours in one line.
    pub(super) fn all(
        &mut self,
        name: ICalendarProperty,
        all: &[(NaiveDate, Option<NaiveTime>)],
        zone: Zone,
    ) {
        if !all.is_empty() {
            self.0.entries.push(moment(name, all, zone));
        }
    }

    /// How long it takes.
    pub(super) fn minutes(&mut self, minutes: Option<u32>) {
        if let Some(minutes) = minutes {
            let lasts = ICalendarDuration::from_seconds(i64::from(minutes) * 60);
            self.0.add_property(ICalendarProperty::Duration, lasts);
        }
    }
}

fn moment(
    name: ICalendarProperty,
    all: &[(NaiveDate, Option<NaiveTime>)],
    zone: Zone,
) -> ICalendarEntry {
    let timed = all.iter().any(|(_, time)| time.is_some());
    let values = all.iter().map(|(day, time)| match time {
        Some(time) => local(NaiveDateTime::new(*day, *time)).into(),
        None => date(*day).into(),
    });
    let entry = ICalendarEntry::new(name).with_values(values.collect());
    if timed {
        entry.with_param(ICalendarParameter::tzid(zone.name().to_owned()))
    } else {
        entry.with_param(ICalendarParameter::value(ICalendarValueType::Date))
    }
}

fn local(at: NaiveDateTime) -> PartialDateTime {
    PartialDateTime::from_naive_timestamp(at.and_utc().timestamp())
}

fn date(day: NaiveDate) -> PartialDateTime {
    let midnight = day.and_time(NaiveTime::MIN);
    PartialDateTime::from_date_timestamp(midnight.and_utc().timestamp())
}

/// A moment of universal time.
pub(super) fn universal(at: NaiveDateTime) -> PartialDateTime {
    PartialDateTime::from_utc_timestamp(at.and_utc().timestamp())
}
