//! How entries are shown: one line each, with what unfolds.

pub(crate) mod band;
pub(crate) mod entry_row;
pub(crate) mod ordered;
pub(crate) mod rows;
