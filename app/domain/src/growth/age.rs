//! The age that a growth chart goes by: in days, and counted from the expected day of birth for a child born early.

use chrono::NaiveDate;

use super::no_score::NoScore;

/// Age in whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeDays(pub u16);

/// A pregnancy's full length in days: forty weeks.
pub const TERM: u16 = 280;

/// Age, in days since birth, from which it is no longer corrected: 24 months.
pub const CORRECTED_UNTIL: u16 = 731;

/// From this many completed weeks on a child is born at term.
const AT_TERM: u16 = 37;

/// How long a pregnancy lasted, in completed weeks and days since the last period (*semaines d'aménorrhée*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gestation {
    /// Completed weeks, 20 to 44.
    pub weeks: u8,
    /// Days beyond them, 0 to 6.
    pub days: u8,
}

impl Gestation {
    /// Reads what people write: "31", "31 SA + 4 j", "31+4".
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|digits| !digits.is_empty());
        let weeks = numbers.next()?.parse().ok()?;
        let days = numbers.next().map_or(Some(0), |days| days.parse().ok())?;
        let fits = (20..=44).contains(&weeks) && days < 7 && numbers.next().is_none();
        fits.then_some(Self { weeks, days })
    }

    /// Days before forty weeks, for a child born before 37 weeks; none at term.
    pub fn days_early(self) -> Option<u16> {
        let weeks = u16::from(self.weeks);
        let early = TERM.checked_sub(weeks * 7 + u16::from(self.days))?;
        (weeks < AT_TERM).then_some(early)
    }
}

/// The age to look up, and whether it was corrected: a chart says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrowthAge {
    /// The age to look up.
    pub age: AgeDays,
    /// Days since birth.
    pub since_birth: AgeDays,
    /// By how many days it was corrected; none for a child born at term or older than 24 months.
    pub corrected_by: Option<u16>,
}

/// The age on a day. A child born before 37 weeks is as old as if born at 40 weeks, until 24 months after birth; before
/// that expected day there is nothing to compare with.
pub fn growth_age(
    birth: NaiveDate,
    gestation: Option<Gestation>,
    day: NaiveDate,
) -> Result<GrowthAge, NoScore> {
    let since_birth = (day - birth).num_days();
    let since_birth = u16::try_from(since_birth).map_err(|_| {
        if since_birth < 0 {
            NoScore::BeforeBirth
        } else {
            NoScore::TooOld { years: 19 }
        }
    })?;
    let early = gestation.and_then(Gestation::days_early);
    let corrected_by = early.filter(|_| since_birth < CORRECTED_UNTIL);
    let age = since_birth
        .checked_sub(corrected_by.unwrap_or(0))
        .ok_or(NoScore::BeforeTerm)?;
    Ok(GrowthAge {
        age: AgeDays(age),
        since_birth: AgeDays(since_birth),
        corrected_by,
    })
}
