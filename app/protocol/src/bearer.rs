//! Messages about links that are read without an account: invitations, and links for one visit.
//!
//! Whoever has such a link shows its access token (`Authorization: Bearer <token>`, base64url), whose hash the guardians
//! gave the server. A link is a member of its carnet: its bearer pulls the log with the key envelopes that are for the link,
//! fetches the entries and files of the sections that the link was granted, and reads the link's bundle, all of it until the
//! link ends. Whoever shows no fitting token is told nothing; whoever does, and comes too late, is told why:
//! [`crate::refusal::Refusal::LinkOver`], [`crate::refusal::Refusal::LinkClosed`] or
//! [`crate::refusal::Refusal::LinkUsed`].

use minicbor::{Decode, Encode};

use crate::change::Sealed;
use crate::ids::{BlobId, Digest};

/// `PUT /api/carnets/{carnet}/links/{link}/access`: from now on whoever has the link's access token may read what the link
/// may. CBOR. Said again, it replaces what was said before.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SetAccess {
    /// [`crate::tray::access_hash`] of the link's access token.
    #[n(0)]
    pub access: Digest,
    /// What the link shows beside its sections, sealed under a key of its secret; at most [`crate::limits::BUNDLE_SEALED`].
    #[n(1)]
    pub bundle: Option<Sealed>,
    /// The files that the bundle names, which whoever sets it may read; at most [`crate::limits::BUNDLE_FILES`].
    #[n(2)]
    pub files: Vec<BlobId>,
}

/// Answer to `GET /api/links/{link}`: which carnet the link leads to, and what it shows beside its sections. CBOR.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct LinkView {
    /// The carnet; its bearer compares it with the one that the address names.
    #[n(0)]
    pub carnet: crate::ids::CarnetId,
    /// Until when the link may be used.
    #[n(1)]
    pub until: crate::time::Seconds,
    /// What it shows beside its sections.
    #[n(2)]
    pub bundle: Option<Sealed>,
}
