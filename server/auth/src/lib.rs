//! Who may come in: passkey ceremonies, login tokens, session cookies. Pure but for randomness: what must be remembered
//! between two requests is handed back as text for the database.
//!
//! | module | what it does |
//! |---|---|
//! | [`passkey`] | the two WebAuthn ceremonies, each in two halves |
//! | [`token`] | random tokens, and their hashes |
//! | [`cookie`] | the session cookie |
//! | [`passcode`] | the passcodes of cards, stretched |
#![forbid(unsafe_code)]

pub mod cookie;
pub mod passcode;
pub mod passkey;
pub mod token;
