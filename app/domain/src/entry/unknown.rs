//! What this version cannot read.

use core::fmt;

use serde_json::{Map, Value};

/// An entry that this version cannot read. It is kept whole, shown as such, and never written by this version.
#[derive(Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The kind it says it is, empty if it says none.
    pub kind: String,
    /// Why it cannot be read.
    pub why: WhyUnknown,
    /// All its fields as they were written.
    pub fields: Map<String, Value>,
}

/// Why an entry cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyUnknown {
    /// A kind made by a newer version: updating the app helps.
    NewKind,
    /// A known kind that a newer version writes in a new way: updating the app helps.
    NewerForm,
    /// A known kind with a field that makes no sense: its author wrote it wrongly.
    Malformed,
}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Unknown({:?}, {:?}, {} fields)",
            self.kind,
            self.why,
            self.fields.len()
        )
    }
}
