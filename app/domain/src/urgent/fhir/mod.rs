//! The urgent sheet as an International Patient Summary (HL7 IPS 2.0.1, a FHIR R4 document): a Bundle whose first entry is a
//! Composition with a section for each part, each with a narrative that says everything and entries that say what can be
//! coded.
//!
//! The narrative is what people read, in the family's words. It is made of `div ul li p strong span a` alone, with one class:
//! `mark-unconfirmed`. The sections that IPS requires (problems, allergies, medicines) and those that a physician looks for
//! are always there; an empty one says why: `nilknown` when somebody said so, `unavailable` when nobody did.

mod absent;
mod bundle;
mod narrative;
mod patient;
mod record;
mod section;

use data_encoding::BASE64;
use serde_json::json;

use crate::reference::EntryRef;

pub use bundle::bundle;

/// The extension of the Composition that carries the address where a return note can be left. A name, never fetched.
pub const DEPOSIT: &str = "https://carnet.care/fhir/deposit";

/// What the sheet itself does not know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The moment at which the document is made, in seconds since 1970 UTC.
    pub as_of: i64,
    /// A small photo of the person, JPEG, 8 kB at most.
    pub photo: Option<Vec<u8>>,
    /// Where a return note can be left.
    pub deposit: Option<String>,
    /// The files that are sealed for the card's link.
    pub pinned: Vec<PinnedFile>,
}

/// A file that readers of the card may open: a page of a pinned document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedFile {
    /// The id of its [`binary`], the text of a UUID.
    pub id: String,
    /// The document entry that it belongs to.
    pub document: EntryRef,
    /// What it is called.
    pub title: String,
    /// Its media type.
    pub content_type: String,
    /// How many bytes.
    pub size: u64,
}

/// A pinned file's own content: a FHIR Binary as JSON, whose id the Bundle names.
pub fn binary(id: &str, content_type: &str, bytes: &[u8]) -> String {
    let binary = json!({
        "resourceType": "Binary",
        "id": id,
        "contentType": content_type,
        "data": BASE64.encode(bytes),
    });
    binary.to_string()
}
