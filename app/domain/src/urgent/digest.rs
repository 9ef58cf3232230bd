//! What an item amounts to, in a few letters: two items with the same digest say the same.
//!
//! The digest is over what people wrote, not over our words for it, so that a better label in a new version of the app does
//! not make a confirmed sheet unconfirmed.

use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::PartKind;
use super::lines::fields;
use crate::entry::Entry;
use crate::plain::Plain;
use crate::term::Term;

/// Bytes of a digest: a clash needs some 2⁶⁰ items, and would hide a mark, no more.
const LENGTH: usize = 15;

/// Of a whole entry, as far as it is shown.
pub(super) fn of_entry(part: PartKind, entry: &Entry) -> String {
    let written = Plain::new(entry.clone()).to_fields();
    let shown = entry.kind().map(fields).into_iter().flatten();
    let shown = shown.filter_map(|field| Some((field, told(written.get(field)?))));
    let facts: Vec<String> = shown
        .map(|(field, text)| format!("{field}={text}"))
        .collect();
    of_texts(part, facts.iter().map(String::as_str))
}

/// Of a thing that is made of texts.
pub(super) fn of_texts<'a>(part: PartKind, texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    hash.update(part.code());
    for text in texts {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    BASE64URL_NOPAD.encode(&hash.finalize()[..LENGTH])
}

/// A value in one spelling, whatever order the fields of an object came in.
fn told(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(&String, String)> = fields
                .iter()
                .map(|(name, value)| (name, told(value)))
                .collect();
            fields.sort();
            format!("{fields:?}")
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(told).collect();
            format!("{items:?}")
        }
        value => value.to_string(),
    }
}
