//! From what is due to the moments at which somebody is reminded.
//!
//! Never after the thing itself, never twice at the same moment for one cause, never in quiet hours: what falls into them
//! comes when they are over if that is still in time, else before they begin.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::preferences::{DAY, Group, Preferences, Quiet};
use super::zone::{Zone, instant, local};
use crate::due::{Cause, Due, Said, Standing, When};
use crate::outlook::all;
use crate::reference::EntryRef;
use crate::view::HasEntry;

/// How far ahead is planned, in days: a little more than a year.
pub const AHEAD: u64 = 400;
/// How far ahead regular sessions are planned, in days: they are many, and planned again each time a carnet is opened.
const SESSIONS_AHEAD: u64 = 60;
/// How many reminders one carnet has at most: the nearest.
pub const MOST: usize = 200;

/// Something that is due and not settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open<'a, T> {
    /// What.
    pub due: Due<'a, T>,
    /// Its cause.
    pub cause: Cause,
    /// Put off until that day.
    pub later: Option<NaiveDate>,
}

/// One reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Of what, as a place in what was given.
    pub of: usize,
    /// Its cause.
    pub cause: Cause,
    /// When, in seconds since 1970.
    pub at: i64,
    /// From when on it is of no use any more: the thing itself.
    pub until: i64,
    /// By mail.
    pub mail: bool,
    /// On devices.
    pub push: bool,
}

/// What is due from `today` on and neither done nor dismissed. `id` names a row.
pub fn open<T: HasEntry>(
    rows: &[T],
    today: NaiveDate,
    id: impl Fn(&T) -> EntryRef,
) -> Vec<Open<'_, T>> {
    let said = Said::of(rows);
    let ahead = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
    let mut open = Vec::new();
    for due in all(rows, today, ahead(AHEAD)) {
        let day = due.when.day();
        if due.what.group() == Group::Sessions && day > ahead(SESSIONS_AHEAD) {
            continue;
        }
        let cause = due.cause(id(due.row));
        let later = match said.standing(&cause, day) {
            Standing::Open => None,
            Standing::Later(until) => Some(until),
            Standing::Done(_) | Standing::Dismissed => continue,
        };
        open.push(Open { due, cause, later });
    }
    open
}

/// The reminders from `now` (seconds since 1970) on, the next one first.
pub fn plan<T>(
    open: &[Open<'_, T>],
    preferences: &Preferences,
    zone: &dyn Zone,
    now: i64,
) -> Vec<Planned> {
    // One for each cause and moment.
    let mut planned: BTreeMap<(i64, Cause), Planned> = BTreeMap::new();
    for (of, open) in open.iter().enumerate() {
        let rule = preferences.rule(open.due.what.group());
        if !rule.mail && !rule.push {
            continue;
        }
        let until = deadline(open.due.when, zone);
        for at in moments(open, &rule.leads, preferences, zone) {
            let at = out_of_quiet(at, until, preferences.quiet, zone);
            if at < now || at > until {
                continue;
            }
            planned.entry((at, open.cause.clone())).or_insert(Planned {
                of,
                cause: open.cause.clone(),
                at,
                until,
                mail: rule.mail,
                push: rule.push,
            });
        }
    }
    planned.into_values().take(MOST).collect()
}

/// The end of the day, or the moment itself.
fn deadline(when: When, zone: &dyn Zone) -> i64 {
    match when {
        When::Day(day) => {
            let next = day.succ_opt().unwrap_or(day);
            instant(next.and_time(NaiveTime::MIN), zone)
        }
        When::At(at) => instant(at, zone),
    }
}

/// The moments wanted, quiet hours left aside.
fn moments<T>(
    open: &Open<'_, T>,
    leads: &BTreeSet<u32>,
    preferences: &Preferences,
    zone: &dyn Zone,
) -> Vec<i64> {
    let on_day = |day: NaiveDate| instant(at_minute(day, preferences.at), zone);
    let mut moments: Vec<i64> = leads
        .iter()
        .filter_map(|lead| match open.due.when {
            When::Day(day) => Some(on_day(
                day.checked_sub_days(Days::new((lead / DAY).into()))?,
            )),
            // Days are counted on the calendar, hours by the clock.
            When::At(at) if *lead >= DAY => {
                let days = Days::new((lead / DAY).into());
                Some(instant(at.checked_sub_days(days)?, zone))
            }
            When::At(at) => Some(instant(at, zone) - i64::from(*lead) * 60),
        })
        .collect();
    if let Some(later) = open.later {
        let from = instant(later.and_time(NaiveTime::MIN), zone);
        moments.retain(|at| *at >= from);
        moments.push(on_day(later));
    }
    moments
}

/// Moved to the end of the quiet hours if that is before `until`, else to the minute before they begin.
fn out_of_quiet(at: i64, until: i64, quiet: Quiet, zone: &dyn Zone) -> i64 {
    let shown = local(at, zone);
    if !quiet.holds(minute_of(shown)) {
        return at;
    }
    let end_today = at_minute(shown.date(), quiet.to);
    let end = if end_today > shown {
        end_today
    } else {
        end_today + TimeDelta::days(1)
    };
    let end = instant(end, zone);
    if end < until && end >= at {
        return end;
    }
    let begin_today = at_minute(shown.date(), quiet.from);
    let begin = if begin_today <= shown {
        begin_today
    } else {
        begin_today - TimeDelta::days(1)
    };
    instant(begin - TimeDelta::minutes(1), zone).min(at)
}

fn minute_of(at: NaiveDateTime) -> u32 {
    at.hour() * 60 + at.minute()
}

fn at_minute(day: NaiveDate, minute: u32) -> NaiveDateTime {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0);
    day.and_time(time.unwrap_or_default())
}
