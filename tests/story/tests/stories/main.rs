//! The stories, one file for each kind.
#![allow(
    clippy::unwrap_used,
    reason = "a story that fails must stop and say where"
)]

mod account;
mod calendar;
mod canaries;
mod deposits;
mod example;
mod export;
mod family;
mod farewell;
mod files;
mod films;
mod guardians;
mod hostile;
mod hostile_history;
mod hostile_keys;
mod invitations;
mod known_links;
mod large;
mod let_in_again;
mod offline;
mod overreach;
mod post_office;
mod readable;
mod reading;
mod reminders;
#[allow(dead_code, reason = "shared with the tests of the server")]
#[path = "../../../../server/tests/wire/support/smtp.rs"]
mod smtp;
mod together;
mod urgent;
