//! The carnet server: settings, the drawn site, start and stop. Routes are in the `api` crate.
#![forbid(unsafe_code)]

pub mod settings;
pub mod site;
