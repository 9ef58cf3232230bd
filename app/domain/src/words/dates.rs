//! Dates in words.

use chrono::{Datelike, NaiveDate};

use crate::partial_date::PartialDate;
use crate::term::Lang;

const FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "1er mars 2016".
pub fn day_in_words(day: NaiveDate, lang: Lang) -> String {
    let month = month_name(day.month(), lang);
    let first = if day.day() == 1 && lang == Lang::Fr {
        "er"
    } else {
        ""
    };
    format!("{}{first} {month} {}", day.day(), day.year())
}

/// "1er mars 2016", "mars 2016" or "2016".
pub fn date_in_words(date: PartialDate, lang: Lang) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, number) => format!("{} {year}", month_name(number, lang)),
        PartialDate::Day(day) => day_in_words(day, lang),
    }
}

/// The name of a month, 1 to 12.
pub(crate) fn month_name(number: u32, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Fr => FR,
        Lang::En => EN,
    };
    // A month of a date is 1 to 12.
    names[(number.clamp(1, 12) - 1) as usize]
}
