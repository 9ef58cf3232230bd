//! Sealed files on the wire: uploads by the tus 1.0 protocol (core, creation, termination), downloads by HTTP ranges.
//!
//! A file is uploaded before the commit that names it. Until then it counts against the quota and is visible to nobody
//! but its uploader; one that no commit names within a day is deleted.

use serde::{Deserialize, Serialize};

use crate::ids::BlobId;

/// The version that every upload request and answer names in `Tus-Resumable`.
pub const TUS: &str = "1.0.0";

/// The `Upload-Metadata` key that carries the blob's id, as tus wants it: base64 of the id's text.
pub const BLOB_KEY: &str = "blob";

/// How much room is left. `GET /api/carnets/{carnet}/quota`, JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    /// Bytes in use.
    pub used: u64,
    /// Bytes allowed.
    pub allowed: u64,
}

/// A file that the server holds in full. JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// Which.
    pub blob: BlobId,
    /// Sealed bytes.
    pub size: u64,
}
