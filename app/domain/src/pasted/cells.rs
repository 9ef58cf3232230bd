//! What people write in the cells of a table.

use chrono::{Datelike, NaiveDate};

use crate::decimal::Decimal;
use crate::lists::Unit;
use crate::term::Lang;
use crate::view::fold;
use crate::words::month_name;

/// Which comes first in dates such as 03/04/2026. A year of four digits in front always comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DayOrder {
    /// The day, as in France: the third of April.
    #[default]
    DayFirst,
    /// The month, as in the United States: the fourth of March.
    MonthFirst,
}

/// Why a line was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineTrouble {
    /// No date stands where it should.
    NotADate,
    /// The date has not come yet.
    InTheFuture,
    /// No time of day stands where it should.
    NotATime,
    /// No number stands where it should.
    NotANumber,
    /// No grade of this scale stands where it should.
    NotAGrade,
    /// An earlier line has a value for the same moment.
    SameMoment,
}

/// A day, with the time of day if one follows it (`HH:MM`, else empty): "2026-03-01", "1/3/26", "1er mars 2026",
/// "01.03.2026 7:30".
pub(super) fn date(text: &str, order: DayOrder, today: NaiveDate) -> Option<(NaiveDate, String)> {
    let text = text.trim();
    let whole = day(text, order, today).map(|day| (day, String::new()));
    whole.or_else(|| {
        let (front, back) = text.rsplit_once([' ', 'T'])?;
        Some((day(front.trim(), order, today)?, time(back)?))
    })
}

fn day(text: &str, order: DayOrder, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<&str> = text
        .split(['/', '-', '.', ' ', '\u{a0}'])
        .filter(|part| !part.is_empty())
        .collect();
    let &[first, second, third] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str, most: usize| -> Option<u32> {
        let digits = part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    if first.len() == 4 {
        let year = i32::try_from(number(first, 4)?).ok()?;
        return NaiveDate::from_ymd_opt(year, number(second, 2)?, number(third, 2)?);
    }
    let year = match third.len() {
        4 => i32::try_from(number(third, 4)?).ok()?,
        2 => {
            let short = i32::try_from(number(third, 2)?).ok()?;
            let century = today.year().div_euclid(100) * 100;
            if short > today.year() - century {
                century - 100 + short
            } else {
                century + short
            }
        }
        _ => return None,
    };
    let bare = first.trim_end_matches("er").trim_end_matches("st");
    if let Some(month) = month(second) {
        return NaiveDate::from_ymd_opt(year, month, number(bare, 2)?);
    }
    let (day, month) = match order {
        DayOrder::DayFirst => (first, second),
        DayOrder::MonthFirst => (second, first),
    };
    NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?)
}

/// A month by its name or the start of it: "mars", "janv.", "Sept".
fn month(text: &str) -> Option<u32> {
    let text = fold(text.trim_end_matches('.'));
    if text.len() < 3 || !text.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let starts = |number: &u32, lang| fold(month_name(*number, lang)).starts_with(&text);
    let mut found = (1..=12).filter(|number| starts(number, Lang::Fr) || starts(number, Lang::En));
    let month = found.next()?;
    // "jui" could be two months.
    found.next().is_none().then_some(month)
}

/// Which order the dates of a column need: the month first only if no other reading makes sense.
pub(super) fn order_of<'a>(cells: impl Iterator<Item = &'a str>, today: NaiveDate) -> DayOrder {
    let (mut day_first, mut month_first) = (0, 0);
    for cell in cells {
        day_first += usize::from(date(cell, DayOrder::DayFirst, today).is_some());
        month_first += usize::from(date(cell, DayOrder::MonthFirst, today).is_some());
    }
    if month_first > day_first {
        DayOrder::MonthFirst
    } else {
        DayOrder::DayFirst
    }
}

/// A time of day as `HH:MM`: "7:30", "07h30", "7 h", "07:30:15".
pub(super) fn time(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (hours, rest) = text.split_once([':', 'h', 'H'])?;
    let minutes = rest.split(':').next().unwrap_or_default();
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    if hours.is_empty() || !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then(|| format!("{hours:02}:{minutes:02}"))
}

/// A number: "12,5", "1 234,5", "12.5 kg", "oui". None for what could be read in two ways.
pub(super) fn number(text: &str) -> Option<Decimal> {
    match fold(text.trim()).as_str() {
        "oui" | "yes" | "vrai" | "true" | "x" => return Decimal::new(1, 0),
        "non" | "no" | "faux" | "false" => return Decimal::new(0, 0),
        _ => {}
    }
    let text = text.trim();
    let digits_end = text
        .rfind(|c: char| c.is_ascii_digit())
        .map(|place| place + 1)?;
    let (number, unit) = text.split_at(digits_end);
    let unit = unit.trim();
    let wordy = |c: char| c.is_alphabetic() || matches!(c, '%' | '°' | '/' | '²');
    if !unit.chars().all(wordy) || unit.chars().count() > 12 {
        return None;
    }
    let number = number.strip_prefix('+').unwrap_or(number);
    let mut tight = String::new();
    for c in number.chars() {
        match c {
            ' ' | '\u{a0}' | '\u{202f}' | '\'' => {}
            _ => tight.push(c),
        }
    }
    // Blanks may only part thousands: "12 3" is two numbers.
    let groups: Vec<&str> = number.split([' ', '\u{a0}', '\u{202f}', '\'']).collect();
    let thousands = groups.iter().skip(1).all(|group| {
        let whole = group.split([',', '.']).next().unwrap_or_default();
        whole.len() == 3
    });
    thousands.then(|| tight.parse().ok()).flatten()
}

/// A length of time such as "7h30", "45 min" or "7:30" (hours and minutes), in this unit; none if the unit is no time or
/// the text no length of time. Hours are rounded to hundredths.
pub(super) fn duration(text: &str, unit: Option<Unit>) -> Option<Decimal> {
    let text: String = fold(text).chars().filter(|c| !c.is_whitespace()).collect();
    let number = |part: &str| {
        part.parse::<i64>()
            .ok()
            .filter(|number| (0..100_000).contains(number))
    };
    let minutes = if let Some((hours, minutes)) = text.split_once(['h', ':']) {
        let minutes = minutes.trim_end_matches("min").trim_end_matches("mn");
        let minutes = if minutes.is_empty() {
            0
        } else {
            number(minutes).filter(|m| *m < 60)?
        };
        number(hours)? * 60 + minutes
    } else {
        number(
            text.strip_suffix("min")
                .or_else(|| text.strip_suffix("mn"))?,
        )?
    };
    match unit? {
        Unit::Minute => Decimal::new(minutes, 0),
        Unit::Second => Decimal::new(minutes * 60, 0),
        Unit::Hour if minutes % 60 == 0 => Decimal::new(minutes / 60, 0),
        Unit::Hour => Decimal::new((minutes * 100 + 30) / 60, 2),
        _ => None,
    }
}
