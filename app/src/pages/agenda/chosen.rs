//! The day on which something new is to be written down: it goes from the agenda to the form in memory, so that no address, and
//! with it no server, ever holds a day.

use chrono::NaiveDate;
use domain::Kind;
use serde_json::{Map, Value};
use std::cell::Cell;

thread_local! {
    /// For the form.
    static NEW: Cell<Option<NaiveDate>> = const { Cell::new(None) };
    /// For the agenda, once somebody comes back.
    static SHOWN: Cell<Option<NaiveDate>> = const { Cell::new(None) };
}

/// Something new is begun on that day.
pub(super) fn begin(day: NaiveDate) {
    NEW.set(Some(day));
    SHOWN.set(Some(day));
}

/// The day that was looked at when something new was begun; told once.
pub(super) fn shown() -> Option<NaiveDate> {
    SHOWN.take()
}

/// What the form of a kind says already; told once.
pub(crate) fn said(kind: Kind) -> Map<String, Value> {
    let field = match kind {
        Kind::Appointment => "day",
        Kind::Series | Kind::Absence => "from",
        _ => return Map::new(),
    };
    let day = NEW.take().map(|day| Value::String(day.to_string()));
    day.map(|day| (field.to_owned(), day)).into_iter().collect()
}
