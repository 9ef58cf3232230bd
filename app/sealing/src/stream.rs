//! age's STREAM: the payload of an age v1 file, 64 KiB chunks under ChaCha20-Poly1305, each checked and decrypted alone.
//!
//! The nonce is the chunk's number in 11 big-endian bytes and a last byte that is 1 for the final chunk. The final chunk may
//! be full, and is empty only if the whole plaintext is.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};

use crate::secret::Secret32;

/// Plaintext bytes of a full chunk.
pub const CHUNK: usize = 64 * 1024;
/// By how much sealing lengthens a chunk.
pub(crate) const TAG: usize = 16;
/// Sealed bytes of a full chunk.
pub(crate) const SEALED_CHUNK: usize = CHUNK + TAG;

/// The cipher of one file's payload.
pub(crate) struct Stream(ChaCha20Poly1305);

impl Stream {
    pub(crate) fn new(payload_key: &Secret32) -> Self {
        Self(ChaCha20Poly1305::new(payload_key[..].into()))
    }

    /// Seals one chunk and appends it.
    pub(crate) fn seal(&self, number: u64, last: bool, plain: &[u8], out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(plain);
        let tag = self
            .0
            .encrypt_in_place_detached(&nonce(number, last), b"", &mut out[start..])
            .expect("a chunk of 64 KiB is within the cipher's limit");
        out.extend_from_slice(&tag);
    }

    /// Opens one chunk and appends it; appends nothing when it does not open.
    pub(crate) fn open(
        &self,
        number: u64,
        last: bool,
        sealed: &[u8],
        out: &mut Vec<u8>,
    ) -> Option<()> {
        let (body, tag) = sealed.split_at_checked(sealed.len().checked_sub(TAG)?)?;
        let start = out.len();
        out.extend_from_slice(body);
        let opened = self.0.decrypt_in_place_detached(
            &nonce(number, last),
            b"",
            &mut out[start..],
            tag.into(),
        );
        if opened.is_err() {
            out.truncate(start);
        }
        opened.ok()
    }
}

fn nonce(number: u64, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = u8::from(last);
    nonce.into()
}

/// How many chunks a plaintext of `size` bytes has.
pub(crate) fn chunks(size: u64) -> u64 {
    size.div_ceil(CHUNK as u64).max(1)
}
