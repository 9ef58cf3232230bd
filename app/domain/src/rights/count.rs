//! Counting on the calendar.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::table::{How, Unit};

/// So many days, months or years later.
pub(super) fn later(day: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Days => day.checked_add_days(Days::new(count.into())),
        Unit::Months => day.checked_add_months(Months::new(count)),
        Unit::Years => day.checked_add_months(Months::new(count.checked_mul(12)?)),
    }
}

/// So many days, months or years earlier.
pub(super) fn earlier(day: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Days => day.checked_sub_days(Days::new(count.into())),
        Unit::Months => day.checked_sub_months(Months::new(count)),
        Unit::Years => day.checked_sub_months(Months::new(count.checked_mul(12)?)),
    }
}

/// Where a way of counting leads from a day. None where it needs something else, or leaves the calendar.
pub(super) fn reach(how: How, day: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    match how {
        How::At => Some(day),
        How::Before | How::OwnLead => earlier(day, count, unit),
        How::After | How::Birthday => later(day, count, unit),
        How::Through | How::ValidUntil => later(day, count, unit)?.pred_opt(),
        How::DayBefore => day.pred_opt(),
        How::FromJanuary => {
            reach(How::ByMarch, day, count, unit)?;
            NaiveDate::from_ymd_opt(day.year(), 1, 1)
        }
        How::ByMarch => NaiveDate::from_ymd_opt(day.year(), 3, 31).filter(|march| *march < day),
        // The first day without the right is the day after its end; filed in the month before that one's, the right starts
        // on the first of that month at the latest.
        How::NoGapAfter => day.succ_opt()?.with_day(1)?.pred_opt(),
        // Filed any day of that month, it starts on its first. The end itself is never passed, to be safe.
        How::NoGapOf => Some(day),
        How::AtLatest(last) => Some(day.min(last)),
        How::SchoolStage => None,
    }
}

/// The first day of a right that was filed for on a day, if it starts on the first of the month after filing (`NoGapAfter`)
/// or of the month of filing (`NoGapOf`).
pub(super) fn starts(how: How, filed: NaiveDate) -> Option<NaiveDate> {
    let first = filed.with_day(1)?;
    match how {
        How::NoGapAfter => first.checked_add_months(Months::new(1)),
        How::NoGapOf => Some(first),
        _ => None,
    }
}
