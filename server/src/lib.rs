//! The carnet server: one program that keeps, orders and hands out bytes that it cannot read, and serves the drawn pages.
//!
//! | module | what it does |
//! |---|---|
//! | [`command`] | what was asked for on the command line |
//! | [`settings`] | the settings, and the only place that reads the environment |
//! | [`parts`] | opens database, blobs and passkeys as the settings say |
//! | [`mod@serve`] | answers, until it is told to stop |
//! | [`headers`], [`site`] | the security headers around everything; the drawn pages |
//! | [`backup`], [`mod@check`] | a consistent copy; is everything there? |
//! | [`clock`], [`log`] | what time it is; what is written down |
#![forbid(unsafe_code)]

pub mod backup;
pub mod check;
pub mod clock;
pub mod command;
pub mod headers;
pub mod log;
pub mod parts;
pub mod serve;
pub mod settings;
pub mod site;
pub mod version;
