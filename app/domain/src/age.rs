//! Ages, by the rule for delays counted in months and years (code de procédure civile, art. 641): the day of the same
//! number, or the last day of the month where there is none. Born on 29 February, one is a year older on 28 February
//! of a common year.

use chrono::{Datelike, Months, NaiveDate};

/// The age of majority (Code civil, art. 388 and 414).
pub const MAJORITY: u32 = 18;

/// An age in whole years, months and days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age {
    /// Whole years.
    pub years: u32,
    /// Whole months beyond the years, 0 to 11.
    pub months: u32,
    /// Days beyond the months.
    pub days: u32,
}

/// An age as people say it: days for a newborn, months until two years, then years. The page makes the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpokenAge {
    /// Under one month.
    Days(u32),
    /// From one month to under two years.
    Months(u32),
    /// From two years.
    Years(u32),
}

impl Age {
    /// The age on a day. None before birth.
    pub fn on(day: NaiveDate, birth: NaiveDate) -> Option<Self> {
        if day < birth {
            return None;
        }
        let apart = (day.year() - birth.year()) * 12 + i32::try_from(day.month()).ok()?
            - i32::try_from(birth.month()).ok()?;
        let mut months = u32::try_from(apart).ok()?;
        if turns(birth, months)? > day {
            months = months.checked_sub(1)?;
        }
        let days = u32::try_from((day - turns(birth, months)?).num_days()).ok()?;
        Some(Self {
            years: months / 12,
            months: months % 12,
            days,
        })
    }

    /// Whole months in all.
    pub fn in_months(self) -> u32 {
        self.years * 12 + self.months
    }

    /// As people say it.
    pub fn spoken(self) -> SpokenAge {
        match (self.years, self.in_months()) {
            (2.., _) => SpokenAge::Years(self.years),
            (_, 0) => SpokenAge::Days(self.days),
            (_, months) => SpokenAge::Months(months),
        }
    }

    /// Whether the person is of age.
    pub fn is_adult(self) -> bool {
        self.years >= MAJORITY
    }
}

/// The day on which somebody turns this many years old.
pub fn birthday(birth: NaiveDate, years: u32) -> Option<NaiveDate> {
    turns(birth, years.checked_mul(12)?)
}

fn turns(birth: NaiveDate, months: u32) -> Option<NaiveDate> {
    birth.checked_add_months(Months::new(months))
}
