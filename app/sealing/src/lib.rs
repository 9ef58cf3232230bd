//! Keys and envelopes.
#![forbid(unsafe_code)]

mod aead;
mod age_file;
pub mod code;
pub mod entry;
pub mod holder;
pub mod hybrid;
pub mod key_envelope;
mod labels;
pub mod member_label;
pub mod name;
mod padding;
pub mod root;
mod secret;
pub mod section_keys;
pub mod shelf_box;
mod spelling;
pub mod wrap;
