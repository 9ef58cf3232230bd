//! Events counted: how many seizures a month, how many hours of sleep a night.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::entry::{Entry, Events};
use crate::lists::EventKind;
use crate::reference::EntryRef;
use crate::term::terms;
use crate::view::HasEntry;

terms! {
    /// The stretch of time that events are counted over.
    Bucket {
        Day "day" "par jour" "by day";
        Week "week" "par semaine" "by week";
        Month "month" "par mois" "by month";
    }
}

/// Events of one kind in one stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventCount {
    /// Its first day.
    pub from: NaiveDate,
    /// The first day of the next.
    pub to: NaiveDate,
    /// How many.
    pub count: u32,
    /// How long they lasted together, in seconds, as far as it was written down.
    pub seconds: u64,
}

/// What events are there: kind, own measure, name.
pub type EventKey = (EventKind, Option<EntryRef>, String);

/// The kinds of events that the rows hold, in order.
pub fn event_kinds<T: HasEntry>(rows: &[T]) -> Vec<EventKey> {
    let mut kinds: Vec<EventKey> = days(rows).filter_map(key).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// Events of a kind counted, in order of time. A stretch in which nobody wrote anything is left out: nothing written is
/// not the same as nothing happened.
pub fn event_counts<T: HasEntry>(rows: &[T], wanted: &EventKey, bucket: Bucket) -> Vec<EventCount> {
    let mut counts = std::collections::BTreeMap::new();
    for day in days(rows).filter(|day| key(day).as_ref() == Some(wanted)) {
        let Some((from, to)) = day.date.and_then(|date| stretch(date, bucket)) else {
            continue;
        };
        let count = counts.entry(from).or_insert(EventCount {
            from,
            to,
            count: 0,
            seconds: 0,
        });
        let events = u32::try_from(day.events.len()).unwrap_or(u32::MAX);
        count.count = count.count.saturating_add(events);
        let seconds = day.events.iter().filter_map(|event| event.seconds);
        count.seconds += seconds.map(u64::from).sum::<u64>();
    }
    counts.into_values().collect()
}

fn days<T: HasEntry>(rows: &[T]) -> impl Iterator<Item = &Events> {
    rows.iter().filter_map(|row| match row.entry() {
        Entry::Events(day) => Some(day),
        _ => None,
    })
}

fn key(day: &Events) -> Option<EventKey> {
    let what = day.what?;
    if what == EventKind::Own {
        return Some((what, day.own.clone(), day.name.trim().to_owned()));
    }
    Some((what, None, String::new()))
}

/// The first day of the stretch that holds a day, and of the next one. Weeks begin on Monday.
fn stretch(day: NaiveDate, bucket: Bucket) -> Option<(NaiveDate, NaiveDate)> {
    match bucket {
        Bucket::Day => Some((day, day.succ_opt()?)),
        Bucket::Week => {
            let since = Days::new(day.weekday().num_days_from_monday().into());
            let from = day.checked_sub_days(since)?;
            Some((from, from.checked_add_days(Days::new(7))?))
        }
        Bucket::Month => {
            let from = day.with_day(1)?;
            Some((from, from.checked_add_months(Months::new(1))?))
        }
    }
}
