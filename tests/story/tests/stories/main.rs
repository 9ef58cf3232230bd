//! The stories, one file for each kind.
#![allow(
    clippy::unwrap_used,
    reason = "a story that fails must stop and say where"
)]

mod account;
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
mod large;
mod offline;
mod reading;
mod together;
mod urgent;
