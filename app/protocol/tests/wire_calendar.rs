//! Messages about calendar subscriptions, as they were first spoken.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use protocol::calendar::{CalendarState, SetCalendar, calendar_hash, served};
use protocol::ids::{CarnetId, LoginToken};
use protocol::paths;
use protocol::time::Seconds;

#[test]
fn a_subscription() {
    let token = LoginToken::from_bytes([7; 32]);
    let set = SetCalendar {
        access: calendar_hash(&token),
        text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into(),
    };
    let text = serde_json::to_string_pretty(&set).unwrap();
    assert_eq!(serde_json::from_str::<SetCalendar>(&text).unwrap(), set);
    insta::assert_snapshot!("set_calendar", text);
    let state = CalendarState {
        access: calendar_hash(&token),
        served: served(&set.text),
        updated: Seconds(1_800_000_000),
        fetched: Some(Seconds(1_800_000_000)),
    };
    let text = serde_json::to_string_pretty(&state).unwrap();
    assert_eq!(serde_json::from_str::<CalendarState>(&text).unwrap(), state);
    insta::assert_snapshot!("calendar_state", text);
}

#[test]
fn addresses() {
    let carnet = CarnetId::from_bytes([1; 32]);
    assert!(paths::calendar(carnet).starts_with("/api/carnets/AQEB"));
    let token = LoginToken::from_bytes([0xff; 32]);
    let address = paths::subscribed(&token);
    assert_eq!(address, format!("/calendar/{}8.ics", "_".repeat(42)));
}
