//! What the reader of an urgent link and the server say to each other: the manifest request of SMART Health Links
//! (HL7 SMART Health Cards and Links, STU 1). JSON, with that standard's names.
//!
//! Unknown, closed, expired, replaced and exhausted links get one identical refusal: 404 and no word more.

use core::fmt;

use serde::{Deserialize, Serialize};

/// `POST /shl/{manifest}`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestRequest {
    /// Who asks, in words that may be shown to the guardians; at most [`crate::limits::READER`] characters are kept.
    pub recipient: String,
    /// The passcode, if the link asks for one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub passcode: Option<String>,
    /// The longest JWE that may be embedded in the answer, in bytes; a longer one is served at its own address.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub embedded_length_max: Option<u64>,
    /// Who wants to see the pinned documents. Ours, not the standard's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reader: Option<Reader>,
}

/// The passcode is not shown.
impl fmt::Debug for ManifestRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManifestRequest")
            .field("recipient", &self.recipient)
            .field("passcode", &self.passcode.as_ref().map(|_| "…"))
            .field("embedded_length_max", &self.embedded_length_max)
            .field("reader", &self.reader)
            .finish()
    }
}

/// What somebody says about themselves, unproved. Neither may be empty; at most [`crate::limits::READER`] characters each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// Their name.
    pub name: String,
    /// Where they are: the hospital, the ward, the school.
    pub place: String,
}

/// Answer to a manifest request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Whether asking again later may bring something else.
    pub status: ManifestStatus,
    /// The sheet first; after it, for a reader who gave name and place, the pinned documents.
    pub files: Vec<ManifestFile>,
}

/// Whether asking again later may bring something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ManifestStatus {
    /// It may: the link is long-term.
    CanChange,
    /// It will not.
    Finalized,
}

/// The content type of every file of a manifest.
pub const FHIR_JSON: &str = "application/fhir+json";

/// The content type under which a file is served at its own address: a compact JWE.
pub const JOSE: &str = "application/jose";

/// A file of a manifest: embedded, or at its own address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestFile {
    /// [`FHIR_JSON`].
    pub content_type: String,
    /// The compact JWE.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub embedded: Option<String>,
    /// The whole address (with origin) of the compact JWE, good for [`crate::limits::TICKET`] at most.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub location: Option<String>,
    /// When it was sealed, as RFC 3339 in UTC.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub last_updated: Option<String>,
}

/// Answer (401) to a manifest request with a wrong passcode, or without the one that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WrongPasscode {
    /// How many wrong ones are left before the link is shut.
    pub remaining_attempts: u16,
}
