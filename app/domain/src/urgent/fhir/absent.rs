//! What nobody gave.

use serde_json::{Value, json};

/// Stands for a value that the standard requires and nobody gave.
pub(super) fn absent() -> Value {
    json!({ "extension": [{
        "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown",
    }] })
}
