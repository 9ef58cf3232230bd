//! Calendar subscriptions: a member sets what its own address serves, and programs read it there.

pub mod close;
pub mod read;
pub mod set;
pub mod show;
