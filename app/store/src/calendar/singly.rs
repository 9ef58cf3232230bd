//! What repeats otherwise than from week to week: its dates, one by one.

use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarFrequency};
use chrono::{Days, NaiveDate};
use std::str::FromStr;

use super::foreign::Foreign;
use super::moment::Zones;
use domain::entry::Appointment;

/// Dates that are taken of one thing.
const DATES: usize = 60;
/// Dates that are counted from its beginning.
const COUNTED: usize = 20_000;
/// How many days back and ahead dates are taken.
const SPAN: (u64, u64) = (31, 2 * 366);

/// The dates around today; none if it repeats too often to be an appointment, or has none.
pub(super) fn dates(
    master: &Foreign<'_>,
    instead: &[Foreign<'_>],
    time_zones: &[ICalendarComponent],
    zones: &Zones<'_>,
    today: NaiveDate,
    unnamed: &str,
) -> Vec<Appointment> {
    let rare = master.rule.is_none_or(|rule| {
        matches!(
            rule.freq,
            ICalendarFrequency::Daily
                | ICalendarFrequency::Weekly
                | ICalendarFrequency::Monthly
                | ICalendarFrequency::Yearly
        ) && rule.bysecond.len() <= 1
            && rule.byminute.len() <= 1
            && rule.byhour.len() <= 1
    });
    if !rare {
        return Vec::new();
    }
    let mut components = time_zones.to_vec();
    let offset = components.len();
    let parts: Vec<&Foreign<'_>> = std::iter::once(master).chain(instead).collect();
    components.extend(parts.iter().map(|part| part.component.clone()));
    let alone = ICalendar { components };
    let home = Tz::from_str(zones.home.name()).unwrap_or(Tz::Floating);
    let found = alone.expand_dates(home, COUNTED);
    let (from, to) = (today - Days::new(SPAN.0), today + Days::new(SPAN.1));
    let mut dates: Vec<Appointment> = Vec::new();
    for event in found.events {
        let place = usize::try_from(event.comp_id).unwrap_or_default();
        let Some(part) = place.checked_sub(offset).and_then(|place| parts.get(place)) else {
            continue;
        };
        let start = if part.start.timed {
            zones.converted(event.start.naive_utc())
        } else {
            let mut start = part.start;
            start.local = event.start.naive_local();
            start
        };
        if !(from..=to).contains(&start.day()) || dates.len() >= DATES {
            continue;
        }
        let uid = format!("{}#{}", master.uid, start.day());
        dates.push(part.appointment(start, uid, unnamed, zones.home));
    }
    dates.sort_by(|a, b| (a.day, &a.time).cmp(&(b.day, &b.time)));
    dates
}
