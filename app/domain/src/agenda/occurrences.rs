//! The sessions of a series.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Settings, hour};
use crate::due::When;
use crate::entry::{Exception, Series};
use crate::lists::{Day, SessionChange};

/// The longest rhythm: once in so many weeks.
pub const MOST_WEEKS: u32 = 26;

/// Why a series pauses on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// A public holiday.
    PublicHoliday,
    /// School holidays.
    SchoolHoliday,
}

/// One session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence<'a> {
    /// The day on which the series has it: what it is known by, also when it is moved.
    pub planned: NaiveDate,
    /// When it takes place, or would have, in the time of the person.
    pub when: When,
    /// Why it pauses.
    pub pause: Option<Pause>,
    /// What was said about it.
    pub exception: Option<&'a Exception>,
}

impl Occurrence<'_> {
    /// Whether it takes place.
    pub fn takes_place(&self) -> bool {
        self.pause.is_none() && !self.is_cancelled()
    }

    /// Whether somebody cancelled it.
    pub fn is_cancelled(&self) -> bool {
        self.change() == Some(SessionChange::Cancelled)
    }

    /// Whether it takes place at another time than the series has it.
    pub fn is_moved(&self) -> bool {
        self.change() == Some(SessionChange::Moved)
    }

    fn change(&self) -> Option<SessionChange> {
        self.exception.and_then(|exception| exception.change)
    }
}

impl Series {
    /// Whether the rhythm has a session on this day, whatever became of it.
    pub fn plans(&self, day: NaiveDate) -> bool {
        let Some(from) = self.from else {
            return false;
        };
        if day < from || self.until.is_some_and(|until| day > until) {
            return false;
        }
        let wanted = if self.days.is_empty() {
            Day::of(from) == Day::of(day)
        } else {
            self.days.contains(&Day::of(day))
        };
        wanted && weeks_between(from, day) % i64::from(self.rhythm()) == 0
    }

    /// Every how many weeks.
    pub fn rhythm(&self) -> u32 {
        self.every.unwrap_or(1).clamp(1, MOST_WEEKS)
    }

    /// What was said about the session of a day.
    pub fn exception(&self, planned: NaiveDate) -> Option<&Exception> {
        let mut said = self.exceptions.iter().rev();
        said.find(|exception| exception.on == Some(planned))
    }

    /// What was said last about the session of each day.
    fn exceptions_by_day(&self) -> BTreeMap<NaiveDate, &Exception> {
        let said = self.exceptions.iter();
        said.filter_map(|exception| Some((exception.on?, exception)))
            .collect()
    }

    /// Its hour on its day, in its own zone; none for whole days.
    pub fn local(&self, planned: NaiveDate) -> (NaiveDate, Option<NaiveTime>) {
        self.local_as_said(planned, self.exception(planned))
    }

    fn local_as_said(
        &self,
        planned: NaiveDate,
        said: Option<&Exception>,
    ) -> (NaiveDate, Option<NaiveTime>) {
        let moved = said.filter(|exception| exception.change == Some(SessionChange::Moved));
        let day = moved.and_then(|moved| moved.to).unwrap_or(planned);
        let time = moved.and_then(|moved| hour(&moved.time));
        (day, time.or_else(|| hour(&self.time)))
    }
}

/// How many weeks lie between the Mondays of two days.
fn weeks_between(from: NaiveDate, day: NaiveDate) -> i64 {
    let monday = |day: NaiveDate| {
        let before = Day::of(day).from_monday();
        day.checked_sub_days(Days::new(before)).unwrap_or(day)
    };
    (monday(day) - monday(from)).num_days() / 7
}

/// The sessions that take place, or would have, from `from` to `to`, both included, the nearest first.
pub fn occurrences<'a>(
    series: &'a Series,
    settings: &Settings,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<Occurrence<'a>> {
    let mut planned: Vec<NaiveDate> = Vec::new();
    // One day more at each end: in another zone it may be another day there.
    let first = from.pred_opt().unwrap_or(from);
    let last = to.succ_opt().unwrap_or(to);
    let first = series.from.map_or(first, |start| start.max(first));
    let last = series.until.map_or(last, |end| end.min(last));
    if first <= last {
        let days = first.iter_days().take_while(|day| *day <= last);
        planned.extend(days.filter(|day| series.plans(*day)));
    }
    // What was moved here from elsewhere. By day, because a series may have thousands.
    let said = series.exceptions_by_day();
    let moved = said.keys().copied();
    planned.extend(moved.filter(|day| series.plans(*day)));
    planned.sort_unstable();
    planned.dedup();
    let mut found: Vec<Occurrence<'a>> = planned
        .into_iter()
        .map(|planned| one(series, settings, planned, said.get(&planned).copied()))
        .filter(|found| (from..=to).contains(&found.when.day()))
        .collect();
    found.sort_by_key(|found| (found.when, found.planned));
    found
}

fn one<'a>(
    series: &'a Series,
    settings: &Settings,
    planned: NaiveDate,
    exception: Option<&'a Exception>,
) -> Occurrence<'a> {
    // Whoever moved or confirmed one session knew of the holidays.
    let decided = exception.is_some_and(|exception| exception.change.is_some());
    let pause = if decided {
        None
    } else {
        settings.pause(series, planned)
    };
    let (day, time) = series.local_as_said(planned, exception);
    Occurrence {
        planned,
        when: when(settings, &series.zone, day, time),
        pause,
        exception,
    }
}

/// A local day and hour of a zone, in the time of the person.
pub(super) fn when(
    settings: &Settings,
    zone: &str,
    day: NaiveDate,
    time: Option<NaiveTime>,
) -> When {
    match time {
        None => When::Day(day),
        Some(time) => {
            let local = NaiveDateTime::new(day, time);
            When::At(settings.zone_of(zone).to_zone(local, settings.zone))
        }
    }
}
