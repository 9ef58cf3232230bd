//! The axis of time: days, months, years, or the person's age in words.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::window::Window;
use crate::term::Lang;
use crate::words::month_name;

/// A place on an axis with what is written there.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where: a moment or a value.
    pub at: f64,
    /// What is written.
    pub label: String,
    /// Whether it begins something larger: a year among months, a birthday among months of age.
    pub strong: bool,
}

/// The place of a day, and of a time of day (`HH:MM`, or empty) in it, on the time axis.
pub fn day_number(day: NaiveDate, time: &str) -> f64 {
    let minutes = time.split_once(':').and_then(|(hours, minutes)| {
        let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
        (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
    });
    let part = f64::from(minutes.unwrap_or(0)) / 1440.0;
    f64::from(day.num_days_from_ce() - EPOCH) + part
}

/// The day of a place on the time axis.
pub fn day_of(at: f64) -> Option<NaiveDate> {
    let days = at.floor() + f64::from(EPOCH);
    #[allow(
        clippy::cast_possible_truncation,
        reason = "checked to be within the range of days that have a date"
    )]
    let days = (days.abs() < 1e8).then_some(days as i32)?;
    NaiveDate::from_num_days_from_ce_opt(days)
}

/// 1 January 1970.
const EPOCH: i32 = 719_163;

/// How far two ticks lie apart.
#[derive(Clone, Copy)]
enum Step {
    Days(u32),
    Months(u32),
}

const STEPS: [Step; 14] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
    Step::Months(24),
    Step::Months(60),
    Step::Months(120),
    Step::Months(240),
    Step::Months(600),
];

impl Step {
    fn days(self) -> f64 {
        match self {
            Self::Days(days) => f64::from(days),
            Self::Months(months) => f64::from(months) * 30.4375,
        }
    }
}

/// The finest step that gives at most `most` ticks.
fn step(window: Window, most: u8) -> Step {
    let room = window.days() / f64::from(most.max(1));
    let fits = STEPS.into_iter().find(|step| step.days() >= room);
    fits.unwrap_or(Step::Months(1_200))
}

/// Ticks of the calendar, at most about `most`: years, months or days.
pub fn calendar_ticks(window: Window, most: u8, lang: Lang) -> Vec<Tick> {
    let step = step(window, most);
    let Some(begin) = day_of(window.from) else {
        return Vec::new();
    };
    let first = match step {
        Step::Days(1 | 2) => Some(begin),
        Step::Days(_) => {
            begin.checked_sub_days(Days::new(begin.weekday().num_days_from_monday().into()))
        }
        Step::Months(months) => {
            let years = i32::try_from(months / 12).unwrap_or(1).max(1);
            let year = begin.year().div_euclid(years) * years;
            let month = if months < 12 {
                begin.month0() / months * months + 1
            } else {
                1
            };
            NaiveDate::from_ymd_opt(year, month, 1)
        }
    };
    let label = |day: NaiveDate| match step {
        Step::Days(_) => format!("{} {}", day.day(), month_name(day.month(), lang)),
        Step::Months(months) if months < 12 && day.month() > 1 => {
            month_name(day.month(), lang).to_owned()
        }
        Step::Months(_) => day.year().to_string(),
    };
    let tick = |day: NaiveDate| Tick {
        at: day_number(day, ""),
        label: label(day),
        strong: matches!(step, Step::Months(1..12)) && day.month() == 1,
    };
    places(first, step, window)
        .map(|(_, day)| tick(day))
        .collect()
}

/// Ticks of the person's age, at most about `most`: "3 mois", "2 ans", "2 ans 6 mois".
pub fn age_ticks(window: Window, birth: NaiveDate, most: u8, lang: Lang) -> Vec<Tick> {
    let step = step(window, most);
    let tick = |(number, day): (u32, NaiveDate)| {
        let (label, strong) = match step {
            Step::Days(days) => (days_of_age(day, birth, number * days, lang), false),
            Step::Months(months) => {
                let age = number * months;
                (age_in_words(age, lang), months < 12 && age % 12 == 0)
            }
        };
        Tick {
            at: day_number(day, ""),
            label,
            strong,
        }
    };
    places(Some(birth), step, window).map(tick).collect()
}

/// The days at each step from the first one that lie in the window, with how many steps they are away.
fn places(
    first: Option<NaiveDate>,
    step: Step,
    window: Window,
) -> impl Iterator<Item = (u32, NaiveDate)> {
    let day = move |number: u32| -> Option<NaiveDate> {
        match step {
            Step::Days(days) => first?.checked_add_days(Days::new(u64::from(number * days))),
            Step::Months(months) => first?.checked_add_months(Months::new(number * months)),
        }
    };
    let skipped = first.map_or(0.0, |first| {
        (window.from - day_number(first, "")) / step.days()
    });
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped"
    )]
    let start = (skipped - 2.0).clamp(0.0, 1e5) as u32;
    (start..start + 256)
        .map_while(move |number| Some((number, day(number)?)))
        .skip_while(move |(_, day)| day_number(*day, "") < window.from)
        .take_while(move |(_, day)| day_number(*day, "") <= window.to)
}

fn days_of_age(day: NaiveDate, birth: NaiveDate, days: u32, lang: Lang) -> String {
    let months = crate::Age::on(day, birth).map_or(0, crate::Age::in_months);
    if months < 2 {
        return format!("{days}\u{a0}{}", lang.pick("j", "d"));
    }
    format!("{} {}", day.day(), month_name(day.month(), lang))
}

/// "3 mois", "2 ans", "2 ans 6 mois".
fn age_in_words(months: u32, lang: Lang) -> String {
    let year = |count: u32| match (count, lang) {
        (0 | 1, Lang::Fr) => "an",
        (_, Lang::Fr) => "ans",
        (1, Lang::En) => "year",
        (_, Lang::En) => "years",
    };
    let month = |count: u32| match (count, lang) {
        (_, Lang::Fr) => "mois",
        (1, Lang::En) => "month",
        (_, Lang::En) => "months",
    };
    match (months / 12, months % 12) {
        (0, 0) => lang.pick("naissance", "birth").to_owned(),
        (0, rest) => format!("{rest}\u{a0}{}", month(rest)),
        (years, 0) => format!("{years}\u{a0}{}", year(years)),
        (years, rest) => format!("{years}\u{a0}{} {rest}\u{a0}{}", year(years), month(rest)),
    }
}
