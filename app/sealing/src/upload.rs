//! How far an upload is, sealed for this device: with it a file goes on where it stood after the page was closed.
//!
//! The key follows from what whoever sends has anyway: an account from its shelf key, somebody without an account from the
//! link's S. It opens such records and nothing else, so that a long transfer need not hold the key it comes from.

use zeroize::Zeroizing;

use crate::aead::{self, AeadError};
use crate::labels;
use crate::link::LinkSecret;
use crate::root::ShelfKey;
use crate::secret::secret;
use crate::shelf_box::BoxError;

secret! {
    /// Seals how far uploads are.
    pub struct UploadKey
}

impl LinkSecret {
    /// For who uploads by this link.
    pub fn upload_key(&self) -> UploadKey {
        UploadKey(labels::UPLOAD.derive(&self.0[..], &[]))
    }
}

impl ShelfKey {
    /// For uploads of this account.
    pub fn upload_key(&self) -> UploadKey {
        UploadKey(labels::UPLOAD.derive(&self.0[..], &[]))
    }
}

impl UploadKey {
    /// Seals the record called `name`.
    pub fn seal(&self, name: &[u8], plain: &[u8]) -> Vec<u8> {
        aead::seal(&self.0, name, plain)
    }

    /// Opens the record called `name`.
    pub fn open(&self, name: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, BoxError> {
        aead::open(&self.0, name, sealed).map_err(|error| match error {
            AeadError::Newer => BoxError::Newer,
            AeadError::Broken => BoxError::Broken,
        })
    }
}
