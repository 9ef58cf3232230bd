//! Sealed files: uploads by the tus 1.0 protocol (core, creation, termination), downloads by HTTP ranges.

pub mod begin;
pub mod carry_on;
pub mod give_up;
pub mod read;
pub mod stand;
pub(crate) mod tus;
