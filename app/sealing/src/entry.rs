//! The entry envelope: one version of one entry, readable by whoever holds its section's key.
//!
//! XChaCha20-Poly1305 under a key of its own for each entry (one HKDF-Expand of the section key with the entry's id), with a
//! random nonce. The associated data names suite, carnet, section, epoch, entry and author: sealed bytes moved anywhere
//! else do not open. The plaintext is padded, so that its size says little: `plain ‖ 0x80 ‖ zeros`.

use protocol::ids::{EntryId, MemberId, SectionId};
use protocol::limits;
use zeroize::Zeroizing;

use crate::aead::{self, AeadError};
use crate::labels;
use crate::padding;
use crate::section_keys::{KeyringError, SectionKeys};

/// The longest plaintext of an entry, in bytes: its sealed form must stay within [`limits::PAYLOAD`].
pub const PLAIN: usize = 258_047;

/// Where a version of an entry stands in its carnet, and who wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryPlace {
    /// The section.
    pub section: SectionId,
    /// The epoch of the key.
    pub epoch: u32,
    /// The entry.
    pub entry: EntryId,
    /// The author of the commit that puts it.
    pub author: MemberId,
}

/// Why an entry was not sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// The key of this section and epoch is not here.
    #[error(transparent)]
    Key(#[from] KeyringError),
    /// More than [`PLAIN`] bytes to seal, or more than [`limits::PAYLOAD`] to open.
    #[error("the entry is too long")]
    TooLong,
    /// Sealed by a newer version: update the app.
    #[error("the entry was sealed by a newer version")]
    Newer,
    /// Cut short, altered, or sealed for another place or by another author than the log says.
    #[error("the entry does not open")]
    Broken,
}

impl SectionKeys {
    /// Seals a version of an entry.
    pub fn seal_entry(&self, place: &EntryPlace, plain: &[u8]) -> Result<Vec<u8>, EntryError> {
        if plain.len() > PLAIN {
            return Err(EntryError::TooLong);
        }
        let key = self.entry_key(place)?;
        let mut marked = Zeroizing::new(Vec::with_capacity(plain.len() + 1));
        marked.extend_from_slice(plain);
        marked.push(padding::MARK);
        Ok(aead::seal_padded(
            &key,
            &self.entry_data(place),
            &marked,
            padding::bucket(marked.len()),
        ))
    }

    /// Opens a version of an entry.
    pub fn open_entry(
        &self,
        place: &EntryPlace,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, EntryError> {
        if sealed.len() > limits::PAYLOAD {
            return Err(EntryError::TooLong);
        }
        let key = self.entry_key(place)?;
        let mut plain =
            aead::open(&key, &self.entry_data(place), sealed).map_err(|error| match error {
                AeadError::Newer => EntryError::Newer,
                AeadError::Broken => EntryError::Broken,
            })?;
        let length = padding::unpadded(&plain).ok_or(EntryError::Broken)?;
        plain.truncate(length);
        Ok(plain)
    }

    fn entry_key(&self, place: &EntryPlace) -> Result<crate::secret::Secret32, KeyringError> {
        let key = self.key(place.section, place.epoch)?;
        Ok(labels::ENTRY.derive_from_key(&key.0, place.entry.as_bytes()))
    }

    /// carnet 32 ‖ section 16 ‖ epoch 4 ‖ entry 16 ‖ author 16; the suite goes before it in [`crate::aead`].
    fn entry_data(&self, place: &EntryPlace) -> Vec<u8> {
        [
            &self.carnet().as_bytes()[..],
            place.section.as_bytes(),
            &place.epoch.to_be_bytes(),
            place.entry.as_bytes(),
            place.author.as_bytes(),
        ]
        .concat()
    }
}
