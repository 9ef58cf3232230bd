//! The weeks of a month.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The seven days, from Monday on, of the week in which a day lies.
pub fn week(day: NaiveDate) -> [NaiveDate; 7] {
    let monday = day
        .checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
        .unwrap_or(day);
    core::array::from_fn(|place| {
        monday
            .checked_add_days(Days::new(place as u64))
            .unwrap_or(monday)
    })
}

/// The weeks that touch the month in which a day lies.
pub fn month(day: NaiveDate) -> Vec<[NaiveDate; 7]> {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let mut weeks = Vec::new();
    let mut at = first;
    while at < next {
        let this = week(at);
        weeks.push(this);
        let Some(after) = this[6].succ_opt() else {
            break;
        };
        at = after;
    }
    weeks
}
