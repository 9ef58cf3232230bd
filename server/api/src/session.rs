//! Signing in and out.

pub mod challenge;
pub mod sign_in;
pub mod sign_out;
