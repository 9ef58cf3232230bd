//! An account: opened, looked at, changed, erased.

pub mod erase;
pub mod list;
pub mod open;
pub mod set_email;
pub mod show;
