//! What filing on a day means: when the right would start again, and what is lost.

use chrono::NaiveDate;

use super::count::starts;
use super::entitlement::end_of;
use super::table::{How, Rule, rules};
use crate::entry::Entitlement;

/// When a right starts again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restart {
    /// Its first day.
    pub day: NaiveDate,
    /// Whole days between its end and that day; 0 without a gap.
    pub lost: u32,
    /// The rule.
    pub rule: &'static Rule,
}

/// When a right would start again, if its renewal is handed in on this day. None where no rule says so, or nothing ends.
pub fn restart(entitlement: &Entitlement, filed: NaiveDate) -> Option<Restart> {
    let right = entitlement.right?;
    let rule = rules()
        .iter()
        .find(|rule| matches!(rule.how, How::NoGapAfter | How::NoGapOf) && rule.holds_for(right))?;
    let without = end_of(entitlement)?.succ_opt()?;
    let day = starts(rule.how, filed)?.max(without);
    let lost = u32::try_from((day - without).num_days()).ok()?;
    Some(Restart { day, lost, rule })
}
