//! Keys and envelopes.
#![forbid(unsafe_code)]

mod aead;
mod age_file;
pub mod code;
pub mod deposit;
pub mod entry;
pub mod file;
pub mod file_header;
pub mod file_opener;
pub mod holder;
pub mod hybrid;
pub mod key_envelope;
mod labels;
pub mod link;
pub mod member_label;
pub mod name;
mod padding;
pub mod root;
mod secret;
pub mod section_keys;
pub mod shelf_box;
mod spelling;
mod stream;
pub mod strength;
pub mod wrap;
