//! What was said of what is due: done, later, not any more. What nobody spoke of is open.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Due, What};
use crate::entry::{Entry, Outcome, Settled};
use crate::reference::EntryRef;
use crate::view::HasEntry;

/// What one line on Today and one set of reminders stand for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause {
    /// The entry.
    pub entry: EntryRef,
    /// Which of its moments.
    pub what: What,
    /// Of something that repeats: which occurrence.
    pub occurrence: Option<NaiveDate>,
}

impl<T> Due<'_, T> {
    /// The cause, given the id of the entry.
    pub fn cause(&self, entry: EntryRef) -> Cause {
        Cause {
            entry,
            what: self.what,
            occurrence: self.occurrence,
        }
    }
}

/// Where something due stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has settled it.
    Open,
    /// Put off: it comes back on that day.
    Later(NaiveDate),
    /// Somebody does not want to see it any more.
    Dismissed,
    /// Done, on that day if it is known.
    Done(Option<NaiveDate>),
}

impl Standing {
    /// Whether it is to be shown on that day.
    pub fn is_open(self, today: NaiveDate) -> bool {
        match self {
            Self::Open => true,
            Self::Later(until) => until <= today,
            Self::Dismissed | Self::Done(_) => false,
        }
    }
}

/// All that was said in a carnet.
pub struct Said<'a, T> {
    by_cause: BTreeMap<Cause, Vec<(&'a T, &'a Settled)>>,
}

impl<'a, T: HasEntry> Said<'a, T> {
    /// Gathers it.
    pub fn of(rows: &'a [T]) -> Self {
        let mut by_cause: BTreeMap<Cause, Vec<(&'a T, &'a Settled)>> = BTreeMap::new();
        for row in rows {
            let Entry::Settled(settled) = row.entry() else {
                continue;
            };
            let Some(what) = settled.moment else { continue };
            let cause = Cause {
                entry: settled.of.clone(),
                what,
                occurrence: settled.occurrence,
            };
            by_cause.entry(cause).or_default().push((row, settled));
        }
        Self { by_cause }
    }

    /// Everything said of a cause, whatever day it was due then: one entry, or more when people spoke at the same time.
    pub fn rows(&self, cause: &Cause) -> &[(&'a T, &'a Settled)] {
        self.by_cause.get(cause).map_or(&[], Vec::as_slice)
    }

    /// Where a cause stands that is due on `day`. Where people said different things, done wins over not shown any more, that
    /// over later; and of two days the later one.
    pub fn standing(&self, cause: &Cause, day: NaiveDate) -> Standing {
        let said = self
            .rows(cause)
            .iter()
            .map(|(_, settled)| *settled)
            .filter(|settled| settled.day == Some(day));
        let strongest = said.max_by_key(|settled| (settled.outcome, settled.until, settled.on));
        let Some(settled) = strongest else {
            return Standing::Open;
        };
        match settled.outcome {
            Some(Outcome::Done) => Standing::Done(settled.on),
            Some(Outcome::Dismissed) => Standing::Dismissed,
            Some(Outcome::Postponed) => settled.until.map_or(Standing::Open, Standing::Later),
            Some(Outcome::Open) | None => Standing::Open,
        }
    }
}
