//! The moments of a right that was decided.

use chrono::NaiveDate;

use super::anchor::Anchor;
use super::count::later;
use super::moments::{Moment, Moments, rule};
use super::table::{How, Unit, known, rules};
use crate::due::What;
use crate::entry::Entitlement;
use crate::lists::{EntitlementState, Right};

/// How far the carnet is with a right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Progress {
    /// Its renewal was handed in: nothing is left to file.
    pub(super) renewing: bool,
    /// A newer decision took its place.
    pub(super) replaced: bool,
    /// The decision was contested.
    pub(super) appealed: bool,
    /// The person is 60 or more when it ends.
    pub(super) sixty_at_end: bool,
}

/// Its last day: the printed one, or that of a rule where none is printed.
pub(super) fn end_of(entitlement: &Entitlement) -> Option<NaiveDate> {
    let mut moments = Moments::default();
    end(&mut moments, entitlement)
}

fn end(moments: &mut Moments, entitlement: &Entitlement) -> Option<NaiveDate> {
    let right = entitlement.right?;
    let printed = entitlement.end.filter(|_| !entitlement.no_end);
    let limit = rules().iter().find_map(|rule| match rule.how {
        How::AtLatest(last) if rule.holds_for(right) => Some((rule, last)),
        _ => None,
    });
    if let Some((rule, last)) = limit
        && printed.is_none_or(|end| end > last)
    {
        return moments.count(rule, Anchor::End, printed.unwrap_or(last));
    }
    if let Some(printed) = printed {
        return moments.count(rule("printed-end")?, Anchor::End, printed);
    }
    let start = entitlement.start.filter(|_| !entitlement.no_end)?;
    moments.count_all(right, Anchor::Start, start, |rule| rule.what == What::End);
    moments.day(What::End)
}

pub(super) fn moments(entitlement: &Entitlement, progress: Progress) -> Vec<Moment> {
    let mut moments = Moments::default();
    let Some(right) = entitlement.right else {
        return Vec::new();
    };
    if entitlement.state == Some(EntitlementState::Ended) {
        return Vec::new();
    }
    if !progress.appealed {
        appeal(&mut moments, right, entitlement);
    }
    if entitlement.is_held() && !progress.replaced {
        if let Some(end) = end(&mut moments, entitlement)
            && !progress.renewing
        {
            renewal(&mut moments, right, entitlement, end, progress);
        }
        if let Some(start) = entitlement.start {
            moments.count_all(right, Anchor::Start, start, |rule| rule.what != What::End);
        }
    }
    moments.done()
}

fn appeal(moments: &mut Moments, right: Right, entitlement: &Entitlement) {
    if let Some(printed) = entitlement.appeal_by {
        if let Some(rule) = rule("printed-appeal") {
            moments.count(rule, Anchor::AppealBy, printed);
        }
        return;
    }
    // A decision does not arrive before it is taken: from its date the day is never too late.
    let (from, start) = match (entitlement.received, entitlement.decided) {
        (Some(received), _) => (Anchor::Received, received),
        (None, Some(decided)) => (Anchor::Decided, decided),
        (None, None) => return,
    };
    received(moments, right, from, start);
}

/// The time to appeal, from the day on which a decision arrived.
pub(super) fn received(moments: &mut Moments, right: Right, from: Anchor, start: NaiveDate) {
    let counts = rules()
        .iter()
        .filter(|rule| rule.from == Anchor::Received && rule.holds_for(right));
    for rule in counts {
        moments.count(rule, from, start);
    }
}

fn renewal(
    moments: &mut Moments,
    right: Right,
    entitlement: &Entitlement,
    end: NaiveDate,
    progress: Progress,
) {
    // Who is under 60 has no choice to make between ACTP and APA.
    let counts = |rule: &super::table::Rule| rule.what != What::Check || progress.sixty_at_end;
    moments.count_all(right, Anchor::End, end, counts);
    let deadline = [What::File, What::Late, What::End].into_iter();
    let deadline = deadline.filter_map(|what| moments.day(what)).min();
    let chosen = entitlement
        .prepare
        .filter(|day| deadline.is_none_or(|last| *day <= last));
    if let Some((chosen, rule)) = chosen.zip(rule("own-start")) {
        moments.without(What::Prepare);
        moments.count(rule, Anchor::Prepare, chosen);
    }
}

/// How many years a right is given for at most, if this one is said to last longer: perhaps its dates are mistyped.
pub(crate) fn longer_than_known(entitlement: &Entitlement) -> Option<u32> {
    let longest = known(entitlement.right?)?.longest_years?;
    let last = later(entitlement.start?, longest, Unit::Years)?;
    (entitlement.end? > last).then_some(longest)
}
