//! Keys and envelopes.
#![forbid(unsafe_code)]
