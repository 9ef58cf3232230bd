//! The real server over TCP, asked as a browser would ask, and as nobody should: one file for each group of addresses.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::cast_possible_truncation,
    reason = "tests"
)]

mod accounts;
mod bearers;
mod calendars;
mod cards;
mod commits;
mod crash;
mod crash_keys;
mod files;
mod headers;
mod hostile;
mod instances;
mod joining;
mod journal;
mod log;
mod mails;
mod matrix;
mod members;
mod passkeys;
mod payloads;
mod postgres;
mod races;
mod reminders;
mod sessions;
mod shl;
mod snapshots;
mod support;
mod trays;
mod upkeep;
mod ways;
