//! What can be asked of the server, and how it answers.
//!
//! | module | what it holds |
//! |---|---|
//! | [`routes`] | every route, on one page |
//! | [`app`] | what every route can reach: database, blobs, passkeys, limits, the clock |
//! | [`account`], [`way`], [`session`], [`carnet`], [`file`] | one file per use case |
//! | [`card`], [`shl`], [`tray`], [`inbox`], [`link`], [`reminder`] | the same, for links and what is sent by mail |
//! | [`signed_in`], [`permission`] | who asks, and what their own key must permit |
//! | [`body`], [`origin`], [`pace`], [`refuse`] | what they sent, from where, how often; saying no |
//! | [`cache`], [`lines`] | folded logs and sessions in memory; the access journal's writer |
//! | [`sweeper`], [`post`] | the tasks that take away what is over, and send what is due |
#![forbid(unsafe_code)]

pub mod account;
pub mod app;
pub mod body;
pub mod cache;
pub mod calendar;
pub mod card;
pub mod carnet;
pub mod file;
pub mod inbox;
pub mod lines;
pub mod link;
pub mod names;
pub mod origin;
pub mod pace;
pub mod permission;
pub mod post;
pub mod refuse;
pub mod reminder;
pub mod routes;
pub mod session;
pub mod sessions;
pub mod shl;
pub mod signed_in;
pub mod sweeper;
pub mod tray;
pub mod way;
