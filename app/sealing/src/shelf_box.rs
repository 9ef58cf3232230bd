//! What an account seals for itself: records on this device's shelf, and what it keeps on the server for itself alone.
//!
//! XChaCha20-Poly1305 under a key for each kind of thing; the associated data names kind and record, so that a record put in
//! another's place does not open.

use zeroize::Zeroizing;

use crate::aead::{self, AeadError};
use crate::labels;
use crate::root::{OwnKey, Root, ShelfKey};
use crate::secret::Secret32;

/// What a box holds. The numbers are the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxKind {
    /// What was being typed when the app was locked.
    Draft = 1,
    /// Anything that the shelf remembers: a row of the outbox, a pinned head, a setting.
    Record = 2,
    /// The account's list of carnets with the highest head seen of each.
    List = 3,
    /// The folded log of a carnet.
    Snapshot = 4,
    /// The root that this account takes the place of: see [`Root::seal_elder`].
    Elder = 5,
}

/// Why a box did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BoxError {
    /// Sealed by a newer version: update the app.
    #[error("sealed by a newer version")]
    Newer,
    /// Cut short, altered, another account's, or another record put in its place.
    #[error("the box does not open")]
    Broken,
}

impl ShelfKey {
    /// Seals the record called `name` for this device's shelf.
    pub fn seal(&self, kind: BoxKind, name: &[u8], plain: &[u8]) -> Vec<u8> {
        seal(&self.0, kind, name, plain)
    }

    /// Opens the record called `name`.
    pub fn open(
        &self,
        kind: BoxKind,
        name: &[u8],
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, BoxError> {
        open(&self.0, kind, name, sealed)
    }
}

impl OwnKey {
    /// Seals the thing called `name` for this account alone, on whatever device.
    pub fn seal(&self, kind: BoxKind, name: &[u8], plain: &[u8]) -> Vec<u8> {
        seal(&self.0, kind, name, plain)
    }

    /// Opens the thing called `name`.
    pub fn open(
        &self,
        kind: BoxKind,
        name: &[u8],
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, BoxError> {
        open(&self.0, kind, name, sealed)
    }
}

impl Root {
    /// Seals the root that somebody else may know, and that this one takes the place of, for this account alone: what it
    /// still has to sign can be signed after an interruption, on whatever device.
    pub fn seal_elder(&self, elder: &Self) -> Vec<u8> {
        let name = self.id();
        self.own()
            .seal(BoxKind::Elder, name.as_bytes(), elder.line().as_bytes())
    }

    /// Opens what [`Root::seal_elder`] sealed.
    pub fn open_elder(&self, sealed: &[u8]) -> Result<Self, BoxError> {
        let name = self.id();
        let line = self.own().open(BoxKind::Elder, name.as_bytes(), sealed)?;
        let line = core::str::from_utf8(&line).map_err(|_| BoxError::Broken)?;
        Self::read_identity(line).map_err(|_| BoxError::Broken)
    }
}

fn seal(key: &Secret32, kind: BoxKind, name: &[u8], plain: &[u8]) -> Vec<u8> {
    aead::seal(&box_key(key, kind), &data(kind, name), plain)
}

fn open(
    key: &Secret32,
    kind: BoxKind,
    name: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, BoxError> {
    aead::open(&box_key(key, kind), &data(kind, name), sealed).map_err(|error| match error {
        AeadError::Newer => BoxError::Newer,
        AeadError::Broken => BoxError::Broken,
    })
}

fn box_key(key: &Secret32, kind: BoxKind) -> Secret32 {
    labels::BOX.derive(&key[..], &[kind as u8])
}

fn data(kind: BoxKind, name: &[u8]) -> Vec<u8> {
    [&[kind as u8], name].concat()
}
