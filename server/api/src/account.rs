//! An account: opened, looked at, changed, erased.

pub mod erase;
pub mod list;
pub mod open;
pub mod show;
pub mod set_email;
