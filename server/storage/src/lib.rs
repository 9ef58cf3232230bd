//! What the server keeps, but for the sealed files: every line of SQL, one text for SQLite and PostgreSQL.
//!
//! | module | what it keeps |
//! |---|---|
//! | [`db`] | the two databases and the tongue that both understand |
//! | [`account`], [`way`], [`proof`], [`session`], [`ceremony`], [`tries`] | who may come in, and how |
//! | [`log`], [`mod@append`] | the chains of commits |
//! | [`payload`], [`envelope`], [`member`] | what came with the commits |
//! | [`file`], [`snapshot`], [`journal`] | sealed files, snapshots, who did what |
//! | [`card`], [`opening`] | what an urgent link serves, and to whom |
//! | [`tray`], [`inbox`] | what people without an account leave |
//! | [`bearer`] | what they read, with a link |
//! | [`calendar`] | what members let calendar programs read |
//! | [`reminder`], [`plan`], [`late`] | what is to be sent, when |
//! | [`question`] | mails about what guardians are asked |
//! | [`readable`] | what mails may say in clear, for those who chose so |
//! | [`device`], [`own_key`] | where it is pushed to, and this installation's own keys |
//! | [`sweep`], [`audit`] | taking away what is over, checking what is there |
//!
//! Times come in as arguments. Nothing here decides who may do what: that is `protocol`'s and the routes' part.
#![forbid(unsafe_code)]

pub mod account;
pub mod append;
pub mod audit;
pub mod bearer;
pub mod calendar;
pub mod card;
pub mod ceremony;
pub mod db;
pub mod device;
pub mod envelope;
mod error;
pub mod file;
pub mod inbox;
pub mod journal;
pub mod late;
pub mod log;
pub mod member;
mod migrations;
pub mod opening;
pub mod own_key;
pub mod payload;
pub mod plan;
pub mod proof;
pub mod question;
pub mod readable;
pub mod reminder;
mod row;
pub mod session;
pub mod snapshot;
pub mod sweep;
pub mod tray;
pub mod tries;
pub mod way;

pub use db::Storage;
pub use error::StorageError;
