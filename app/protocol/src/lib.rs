//! The words both sides of the wire share, and the one judge of what may follow what.
//!
//! Nothing here knows what is inside a sealed payload, and nothing here holds a secret: the server runs this crate to
//! refuse what may not follow, the client runs the same code to refuse what a server made up.
//!
//! | module | what it holds |
//! |---|---|
//! | [`ids`], [`keys`], [`section`], [`time`] | names of things, public keys, parts of a carnet, moments |
//! | [`cbor`] | strict decoding: one value, one encoding |
//! | [`signing`] | what exactly is signed, and its check |
//! | [`commit`], [`change`] | the log: genesis, commits, what they change |
//! | [`state`], [`mod@apply`] | the folded log, and the judge |
//! | [`account`], [`session`], [`permission`], [`carnet`], [`file`] | messages on the wire |
//! | [`card`], [`shl`], [`tray`], [`bearer`], [`reminder`] | messages on the wire: the urgent card, who opens it, deposits, links, reminders |
//! | [`checkpoint`], [`deposit`] | signed objects beside the chain |
//! | [`line`] | what a mail may say in clear |
//! | [`refusal`], [`limits`], [`paths`] | how a "no" is said, how much is too much, where to ask |
#![forbid(unsafe_code)]

pub mod account;
pub mod apply;
pub mod bearer;
pub mod calendar;
pub mod card;
pub mod carnet;
pub mod cbor;
pub mod change;
pub mod checkpoint;
pub mod commit;
pub mod deposit;
pub mod file;
pub mod ids;
pub mod keys;
pub mod limits;
pub mod line;
pub mod paths;
pub mod permission;
pub mod refusal;
pub mod reminder;
pub mod section;
pub mod session;
pub mod shl;
pub mod signing;
pub mod state;
pub mod time;
pub mod tray;
