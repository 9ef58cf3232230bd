//! A rule of a foreign file as a series of this agenda, where it is of that shape: from week to week on days of the week.

use calcard::icalendar::{ICalendarFrequency, ICalendarRecurrenceRule, ICalendarWeekday};
use chrono::NaiveDate;
use domain::agenda::{MOST_WEEKS, Zone};
use domain::check::limits;
use domain::entry::{Exception, Series};
use domain::lists::{Day, SessionChange};

use super::foreign::{Foreign, zone_name};
use super::moment::Moment;

/// The most sessions that are counted to find the end of a series.
const COUNTED: u32 = 4_000;

/// The series, with what stands instead of single sessions; none if the agenda has nothing of that shape.
pub(super) fn series(
    master: &Foreign<'_>,
    instead: &[Foreign<'_>],
    unnamed: &str,
    home: Zone,
) -> Option<Series> {
    let rule = master.rule?;
    let plain = !master.odd
        && instead.iter().all(|it| !it.odd)
        && master.start.native
        && !master.cancelled
        && rule.bysecond.is_empty()
        && rule.byminute.is_empty()
        && rule.byhour.is_empty()
        && rule.bymonthday.is_empty()
        && rule.byyearday.is_empty()
        && rule.byweekno.is_empty()
        && rule.bymonth.is_empty()
        && rule.bysetpos.is_empty()
        && rule.byday.iter().all(|day| day.ordwk.is_none());
    let every = u32::from(rule.interval.unwrap_or(1));
    let mondays = every == 1 || matches!(rule.wkst, None | Some(ICalendarWeekday::Monday));
    if !plain || !mondays || !(1..=MOST_WEEKS).contains(&every) {
        return None;
    }
    let mut days: Vec<Day> = rule.byday.iter().map(|day| of(day.weekday)).collect();
    match rule.freq {
        ICalendarFrequency::Weekly => {}
        ICalendarFrequency::Daily if every == 1 => {
            if days.is_empty() {
                days = domain::Term::ALL.to_vec();
            }
        }
        _ => return None,
    }
    let first = master.start.day();
    if days.is_empty() {
        days.push(Day::of(first));
    }
    days.sort_unstable();
    days.dedup();
    // What begins on another day than the rule has counts that day too: not of this shape.
    if !days.contains(&Day::of(first)) {
        return None;
    }
    let mut series = Series {
        title: if master.title.is_empty() {
            unnamed.to_owned()
        } else {
            master.title.clone()
        },
        days,
        every: (every > 1).then_some(every),
        from: Some(first),
        time: master.start.time(),
        minutes: master.minutes(),
        zone: zone_name(master.start, home),
        place: master.place.clone(),
        note: master.note.clone(),
        uid: master.uid.clone(),
        ..Series::default()
    };
    series.until = until(rule, &series, master.start)?;
    exceptions(&mut series, master, instead);
    (series.exceptions.len() <= limits::EXCEPTIONS).then_some(series)
}

/// The last day: none inside for an open series, none outside for what cannot be counted.
fn until(
    rule: &ICalendarRecurrenceRule,
    series: &Series,
    start: Moment,
) -> Option<Option<NaiveDate>> {
    if let Some(count) = rule.count {
        if count == 0 || count > COUNTED {
            return None;
        }
        let last = usize::try_from(count - 1).ok()?;
        let days = start.day().iter_days().take(7 * 26 * 4_000);
        let last = days.filter(|day| series.plans(*day)).nth(last);
        return last.map(Some);
    }
    let Some(said) = &rule.until else {
        return Some(None);
    };
    let at = said.to_date_time()?;
    if !said.has_time() || !start.timed {
        return Some(Some(at.date_time.date()));
    }
    let local = match at.offset {
        Some(offset) => start.zone.from_utc(at.date_time - offset),
        None => at.date_time,
    };
    // A session of the last day that begins later is not part of it.
    let last = if local.time() < start.local.time() {
        local.date().pred_opt()?
    } else {
        local.date()
    };
    Some(Some(last.max(start.day())))
}

fn exceptions(series: &mut Series, master: &Foreign<'_>, instead: &[Foreign<'_>]) {
    let zone = master.start.zone;
    let planned = |moment: Moment| moment.to_zone(zone).day();
    for without in &master.without {
        let on = planned(*without);
        if series.plans(on) && series.exception(on).is_none() {
            series.exceptions.push(Exception {
                on: Some(on),
                change: Some(SessionChange::Cancelled),
                ..Exception::default()
            });
        }
    }
    for other in instead {
        let Some(on) = other.instead_of.map(planned) else {
            continue;
        };
        if !series.plans(on) {
            continue;
        }
        let start = other.start.to_zone(zone);
        let same = start.day() == on && start.time() == series.time;
        let renamed = !other.title.is_empty() && other.title != series.title;
        let reason = if renamed {
            other.title.clone()
        } else {
            String::new()
        };
        let change = match (other.cancelled, same) {
            (true, _) => SessionChange::Cancelled,
            (false, true) if !renamed => continue,
            (false, true) => SessionChange::Kept,
            (false, false) => SessionChange::Moved,
        };
        let moved = change == SessionChange::Moved;
        series.exceptions.retain(|said| said.on != Some(on));
        series.exceptions.push(Exception {
            on: Some(on),
            change: Some(change),
            to: moved.then(|| start.day()),
            time: if moved { start.time() } else { String::new() },
            reason,
        });
    }
}

fn of(day: ICalendarWeekday) -> Day {
    match day {
        ICalendarWeekday::Monday => Day::Monday,
        ICalendarWeekday::Tuesday => Day::Tuesday,
        ICalendarWeekday::Wednesday => Day::Wednesday,
        ICalendarWeekday::Thursday => Day::Thursday,
        ICalendarWeekday::Friday => Day::Friday,
        ICalendarWeekday::Saturday => Day::Saturday,
        ICalendarWeekday::Sunday => Day::Sunday,
    }
}
