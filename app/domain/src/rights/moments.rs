//! Gathers the moments of one entry: of each kind the earliest, with its reason.

use chrono::NaiveDate;

use super::anchor::Anchor;
use super::count::reach;
use super::reason::Counted;
use super::table::{How, Rule, Status, Unit, rules};
use crate::due::What;
use crate::lists::Right;

/// A moment of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) what: What,
    pub(super) counted: Counted,
}

/// The moments of one entry.
#[derive(Debug, Default)]
pub(super) struct Moments(Vec<Moment>);

impl Moments {
    /// Adds what a rule counts from a day. Of the same kind the earliest stays.
    pub(super) fn count(
        &mut self,
        rule: &'static Rule,
        from: Anchor,
        start: NaiveDate,
    ) -> Option<NaiveDate> {
        let (count, unit) = (
            rule.count.unwrap_or_default(),
            rule.unit.unwrap_or(Unit::Days),
        );
        self.count_as(rule, (from, start), count, unit)
    }

    /// The same with an amount of one's own.
    pub(super) fn count_as(
        &mut self,
        rule: &'static Rule,
        (from, start): (Anchor, NaiveDate),
        count: u32,
        unit: Unit,
    ) -> Option<NaiveDate> {
        let day = reach(rule.how, start, count, unit)?;
        let counted = Counted {
            rule,
            from,
            start,
            count,
            unit,
            day,
        };
        let moment = Moment {
            what: rule.what,
            counted,
        };
        match self.0.iter_mut().find(|there| there.what == rule.what) {
            Some(there) if there.counted.day <= day => {}
            Some(there) => *there = moment,
            None => self.0.push(moment),
        }
        Some(day)
    }

    /// Adds what every rule of a right counts from this date.
    pub(super) fn count_all(
        &mut self,
        right: Right,
        from: Anchor,
        start: NaiveDate,
        wanted: impl Fn(&Rule) -> bool,
    ) {
        let counts = |rule: &&Rule| {
            let as_it_stands = matches!(rule.how, How::At | How::AtLatest(_) | How::OwnLead);
            rule.from == from && !as_it_stands && rule.holds_for(right) && wanted(rule)
        };
        for rule in rules().iter().filter(counts) {
            self.count(rule, from, start);
        }
    }

    /// The day of a kind, if there is one.
    pub(super) fn day(&self, what: What) -> Option<NaiveDate> {
        let found = self.0.iter().find(|there| there.what == what);
        found.map(|there| there.counted.day)
    }

    /// Takes a kind away.
    pub(super) fn without(&mut self, what: What) {
        self.0.retain(|there| there.what != what);
    }

    pub(super) fn done(self) -> Vec<Moment> {
        self.0
    }
}

/// A rule by its name, if it holds.
pub(super) fn rule(id: &str) -> Option<&'static Rule> {
    rules()
        .iter()
        .find(|rule| rule.id == id && rule.status == Status::InForce)
}
