//! The inbox of a carnet: what was left in its trays, until somebody takes it in.

pub mod dismiss;
pub mod list;
