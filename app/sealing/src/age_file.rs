//! Small age v1 files, sealed and opened whole in memory: wraps, key envelopes, deposits.

use zeroize::Zeroizing;

use crate::file_header::{self, HeadError};
use crate::stream::{CHUNK, SEALED_CHUNK, TAG};

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

impl From<HeadError> for AgeError {
    fn from(error: HeadError) -> Self {
        match error {
            HeadError::Malformed => Self::Malformed,
            HeadError::NotForUs => Self::NotForUs,
        }
    }
}

/// Seals `plain` to one recipient.
pub(crate) fn seal(recipient: &dyn age::Recipient, plain: &[u8]) -> Vec<u8> {
    let (mut sealed, stream) = file_header::make(recipient);
    let last = plain.len().saturating_sub(1) / CHUNK;
    for number in 0..=last {
        let chunk = &plain[number * CHUNK..plain.len().min((number + 1) * CHUNK)];
        stream.seal(number as u64, number == last, chunk, &mut sealed);
    }
    sealed
}

/// Opens a file whose plaintext has at most `limit` bytes. The caller has bounded `sealed` already.
pub(crate) fn open(
    sealed: &[u8],
    identity: &dyn age::Identity,
    limit: usize,
) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let head = file_header::head_length(sealed).ok_or(AgeError::Malformed)?;
    let (head, payload) = sealed.split_at(head);
    let stream = file_header::open(identity, head)?;
    if payload.len() > limit + TAG * payload.len().div_ceil(SEALED_CHUNK) {
        return Err(AgeError::Malformed);
    }
    // The whole room at once: a growing vector would leave copies of the secret behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(payload.len()));
    let last = payload.len().div_ceil(SEALED_CHUNK).saturating_sub(1);
    for (number, chunk) in payload.chunks(SEALED_CHUNK).enumerate() {
        // Only an empty plaintext ends with an empty chunk; else it would have two sealed forms.
        if number > 0 && chunk.len() == TAG {
            return Err(AgeError::Malformed);
        }
        let opened = stream.open(number as u64, number == last, chunk, &mut plain);
        opened.ok_or(AgeError::Malformed)?;
    }
    if payload.is_empty() {
        Err(AgeError::Malformed)
    } else {
        Ok(plain)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use super::*;
    use crate::hybrid::{Identity, SealTo};

    #[test]
    fn age_opens_ours_and_we_open_ages() {
        let identity = Identity::make();
        let recipient = SealTo::new(&identity.recipient()).unwrap();
        let other = Identity::make();
        for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK] {
            let plain = vec![7; size];
            let ours = seal(&recipient, &plain);
            let decryptor = age::Decryptor::new(&ours[..]).unwrap();
            let mut opened = Vec::new();
            let identities = core::iter::once(&identity as &dyn age::Identity);
            decryptor
                .decrypt(identities)
                .unwrap()
                .read_to_end(&mut opened)
                .unwrap();
            assert_eq!(opened, plain);

            let mut theirs = Vec::new();
            let recipients = core::iter::once(&recipient as &dyn age::Recipient);
            let encryptor = age::Encryptor::with_recipients(recipients).unwrap();
            let mut writer = encryptor.wrap_output(&mut theirs).unwrap();
            writer.write_all(&plain).unwrap();
            writer.finish().unwrap();
            assert_eq!(open(&theirs, &identity, size).unwrap()[..], plain);
            assert_eq!(open(&theirs, &other, size), Err(AgeError::NotForUs));
            for cut in [1, TAG, theirs.len() / 2] {
                let part = &theirs[..theirs.len() - cut];
                assert_eq!(open(part, &identity, size), Err(AgeError::Malformed));
            }
            if let Some(less) = size.checked_sub(1) {
                assert_eq!(open(&theirs, &identity, less), Err(AgeError::Malformed));
            }
        }
    }
}
