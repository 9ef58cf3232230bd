//! How entries are written: one table of fields per kind, and one form that shows any of them.

pub(crate) mod controls;
pub(crate) mod entry_form;
pub(crate) mod field;
pub(crate) mod findings;
mod follow;
pub(crate) mod pick_files;
mod slot;
mod tables;
mod text_input;
pub(crate) mod waiting;

pub(crate) use tables::table;
