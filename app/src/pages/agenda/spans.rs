//! A week or a month that is looked at.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::agenda;

/// How much is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// Seven days.
    Week,
    /// The weeks of a month.
    Month,
}

impl Span {
    /// The weeks around a day.
    pub(super) fn weeks(self, day: NaiveDate) -> Vec<[NaiveDate; 7]> {
        match self {
            Self::Week => vec![agenda::week(day)],
            Self::Month => agenda::month(day),
        }
    }

    /// The same place one span later or earlier.
    pub(super) fn turned(self, day: NaiveDate, forward: bool) -> NaiveDate {
        let turned = match (self, forward) {
            (Self::Week, true) => day.checked_add_days(Days::new(7)),
            (Self::Week, false) => day.checked_sub_days(Days::new(7)),
            (Self::Month, true) => day.checked_add_months(Months::new(1)),
            (Self::Month, false) => day.checked_sub_months(Months::new(1)),
        };
        turned.unwrap_or(day)
    }

    /// Whether a day belongs to what is looked at, and does not only stand at its edge.
    pub(super) fn holds(self, cursor: NaiveDate, day: NaiveDate) -> bool {
        match self {
            Self::Week => true,
            Self::Month => (cursor.year(), cursor.month()) == (day.year(), day.month()),
        }
    }

    /// Where a key leads from a day; none for a key that leads nowhere.
    pub(super) fn key(self, day: NaiveDate, key: &str) -> Option<NaiveDate> {
        let week = agenda::week(day);
        let by = |days: i64| day.checked_add_signed(chrono::TimeDelta::days(days));
        match key {
            "ArrowLeft" => by(-1),
            "ArrowRight" => by(1),
            "ArrowUp" => by(-7),
            "ArrowDown" => by(7),
            "Home" => Some(week[0]),
            "End" => Some(week[6]),
            "PageUp" => Some(self.turned(day, false)),
            "PageDown" => Some(self.turned(day, true)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn keys_lead_through_weeks_and_months() {
        let at = day("2027-01-31");
        assert_eq!(Span::Month.key(at, "ArrowRight"), Some(day("2027-02-01")));
        assert_eq!(Span::Month.key(at, "PageDown"), Some(day("2027-02-28")));
        assert_eq!(Span::Week.key(at, "PageUp"), Some(day("2027-01-24")));
        assert_eq!(Span::Month.key(at, "Home"), Some(day("2027-01-25")));
        assert_eq!(Span::Month.key(at, "a"), None);
    }
}
