//! Small age v1 files, sealed and opened whole in memory: wraps, key envelopes, deposits.

use std::io::{Read, Write};

use zeroize::Zeroizing;

/// Why a small age file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum AgeError {
    /// Not an age v1 file, cut short, altered, or with something after its end.
    #[error("not a whole age file")]
    Malformed,
    /// Well formed, and sealed to somebody else.
    #[error("sealed to another key")]
    NotForUs,
}

/// Seals `plain` to one recipient.
pub(crate) fn seal(recipient: &dyn age::Recipient, plain: &[u8]) -> Vec<u8> {
    let mut sealed = Vec::with_capacity(plain.len() + 2048);
    let encryptor = age::Encryptor::with_recipients(core::iter::once(recipient))
        .expect("one recipient whose keys were checked is always accepted");
    let mut writer = encryptor
        .wrap_output(&mut sealed)
        .expect("writing to memory does not fail");
    writer
        .write_all(plain)
        .expect("writing to memory does not fail");
    writer.finish().expect("writing to memory does not fail");
    sealed
}

/// Opens a file whose plaintext has at most `limit` bytes. The caller has bounded `sealed` already.
pub(crate) fn open(
    sealed: &[u8],
    identity: &dyn age::Identity,
    limit: usize,
) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let decryptor = age::Decryptor::new_buffered(sealed).map_err(|_| AgeError::Malformed)?;
    let reader = decryptor
        .decrypt(core::iter::once(identity))
        .map_err(|error| match error {
            age::DecryptError::NoMatchingKeys | age::DecryptError::DecryptionFailed => {
                AgeError::NotForUs
            }
            _ => AgeError::Malformed,
        })?;
    // The whole room at once: a growing vector would leave copies of the secret behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len().min(limit + 1)));
    let room = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    reader
        .take(room)
        .read_to_end(&mut plain)
        .map_err(|_| AgeError::Malformed)?;
    if plain.len() > limit {
        return Err(AgeError::Malformed);
    }
    Ok(plain)
}
