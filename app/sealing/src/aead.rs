//! XChaCha20-Poly1305 with a random nonce: `suite ‖ nonce (24) ‖ ciphertext ‖ tag (16)`.
//!
//! The suite byte is part of the associated data, so that bytes cannot be moved to another suite.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use protocol::keys::SUITE;
use zeroize::Zeroizing;

use crate::secret::{Secret32, make_random};

const NONCE: usize = 24;
const TAG: usize = 16;
/// By how much sealing lengthens.
pub(crate) const OVERHEAD: usize = 1 + NONCE + TAG;

/// Why sealed bytes did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AeadError {
    /// Made by a newer version.
    Newer,
    /// Cut short, altered, or sealed with another key or for another place.
    Broken,
}

/// Seals `plain` for the place that `data` names.
pub(crate) fn seal(key: &Secret32, data: &[u8], plain: &[u8]) -> Vec<u8> {
    seal_padded(key, data, plain, plain.len())
}

/// Seals `plain` and zeros after it, `length` bytes in all.
pub(crate) fn seal_padded(key: &Secret32, data: &[u8], plain: &[u8], length: usize) -> Vec<u8> {
    let nonce = make_random::<NONCE>();
    let mut sealed = Vec::with_capacity(length + OVERHEAD);
    sealed.push(SUITE);
    sealed.extend_from_slice(&nonce[..]);
    sealed.extend_from_slice(plain);
    sealed.resize(1 + NONCE + length, 0);
    let tag = XChaCha20Poly1305::new(key[..].into())
        .encrypt_in_place_detached(
            XNonce::from_slice(&nonce[..]),
            &with_suite(data),
            &mut sealed[1 + NONCE..],
        )
        .expect("no object of ours comes near the cipher's limit of 256 GiB");
    sealed.extend_from_slice(&tag);
    sealed
}

/// The reverse of [`seal`].
pub(crate) fn open(
    key: &Secret32,
    data: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, AeadError> {
    match sealed.first() {
        Some(&SUITE) => {}
        Some(&suite) if suite > SUITE => return Err(AeadError::Newer),
        _ => return Err(AeadError::Broken),
    }
    if sealed.len() < OVERHEAD {
        return Err(AeadError::Broken);
    }
    let (nonce, rest) = sealed[1..].split_at(NONCE);
    let (body, tag) = rest.split_at(rest.len() - TAG);
    let mut plain = Zeroizing::new(body.to_vec());
    XChaCha20Poly1305::new(key[..].into())
        .decrypt_in_place_detached(
            XNonce::from_slice(nonce),
            &with_suite(data),
            &mut plain,
            tag.into(),
        )
        .map_err(|_| AeadError::Broken)?;
    Ok(plain)
}

fn with_suite(data: &[u8]) -> Vec<u8> {
    [&[SUITE], data].concat()
}
