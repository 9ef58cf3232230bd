//! Dates that no life needs. An entry comes from whoever may write in the carnet, with whatever program: years at the ends of what a
//! calendar can count would overflow where days are added, on the page of everybody who reads it.

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use crate::partial_date::{FIRST_YEAR, LAST_YEAR};

/// Whether a written form holds, at any depth, a day or a moment outside the years that can be written.
pub(crate) fn beyond(value: &Value) -> bool {
    match value {
        Value::String(text) => is_beyond(text),
        Value::Array(items) => items.iter().any(beyond),
        Value::Object(fields) => fields.values().any(beyond),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A day, or a day followed by an hour, by the parser that reads it afterwards.
fn is_beyond(text: &str) -> bool {
    let date = text.split_once('T').map_or(text, |(date, _)| date);
    date.parse::<NaiveDate>()
        .is_ok_and(|day| !(FIRST_YEAR..=LAST_YEAR).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_day_at_the_end_of_the_calendar_is_beyond_and_words_are_not() {
        for text in [
            "-262143-01-01",
            "+262142-12-31",
            "+262142-12-31T23:59",
            "0202-01-01",
            "9999-12-31",
        ] {
            assert!(beyond(&json!({ "points": [{ "on": text }] })), "{text}");
        }
        for text in [
            "2026-11-26",
            "1850-01-01",
            "2200-12-31T08:30 8.5",
            "Tél. 0202",
            "9999-12-31 est loin",
            "",
        ] {
            assert!(!beyond(&json!([text])), "{text}");
        }
    }
}
