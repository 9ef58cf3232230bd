//! Sealing a file: age v1 to a fresh hybrid identity made for this one file, in constant memory.
//!
//! The entry that names the file holds the identity, the size and the SHA-256 of what went in, and the SHA-256 of the head
//! (age's header and nonce): whoever keeps the sealed bytes cannot put another valid age file in their place, and any part
//! can be checked and opened alone (see [`crate::file_opener`]).

use protocol::ids::Digest;
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::file_header;
use crate::hybrid::{Identity, KeyError, SealTo};
use crate::stream::{self, SEALED_CHUNK, Stream, TAG};

pub use crate::stream::CHUNK;

/// The identity of one file. Its text goes into the entry that names the file, which is sealed itself, and nowhere else.
pub struct FileSecret(Identity);

impl FileSecret {
    /// From the text in an entry.
    pub fn read(text: &str) -> Result<Self, KeyError> {
        Identity::read(text).map(Self)
    }

    /// The text for the entry: `AGE-SECRET-KEY-PQ-1…`.
    pub fn text_for_entry(&self) -> Zeroizing<String> {
        self.0.text()
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.0
    }
}

impl core::fmt::Debug for FileSecret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("FileSecret(…)")
    }
}

/// What an entry says of a file, beside its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileFacts {
    /// Bytes of the plaintext.
    pub size: u64,
    /// SHA-256 of the plaintext.
    pub sha256: Digest,
    /// SHA-256 of the sealed file's head.
    pub head: Digest,
    /// Bytes of the head. With `size` it gives the sealed size.
    pub head_length: u32,
}

impl FileFacts {
    /// Bytes of the sealed file.
    pub fn sealed_size(&self) -> u64 {
        sealed_size(self.head_length, self.size)
    }

    /// From what an entry says: a head's length that is not kept follows from the sealed size. None if the sizes do not fit
    /// together.
    pub fn from_entry(size: u64, sha256: Digest, head: Digest, sealed_size: u64) -> Option<Self> {
        let payload = size.checked_add(TAG as u64 * stream::chunks(size))?;
        let head_length = u32::try_from(sealed_size.checked_sub(payload)?).ok()?;
        (head_length as usize <= file_header::HEAD).then_some(Self {
            size,
            sha256,
            head,
            head_length,
        })
    }
}

/// How long a file of `size` bytes is when sealed behind a head of `head_length` bytes.
fn sealed_size(head_length: u32, size: u64) -> u64 {
    u64::from(head_length) + size + TAG as u64 * stream::chunks(size)
}

/// Where sealing must begin so that the sealed bytes from `sealed` on come out again: a byte of the plaintext, and the
/// sealed byte that comes out first. At 0 it is the head that comes first.
pub fn resume_at(head_length: u32, size: u64, sealed: u64) -> (u64, u64) {
    let Some(behind) = sealed.checked_sub(u64::from(head_length)) else {
        return (0, 0);
    };
    // The last chunk is always sealed anew: its mark is set at the end.
    let chunk = (behind / SEALED_CHUNK as u64).min(stream::chunks(size) - 1);
    (
        chunk * CHUNK as u64,
        u64::from(head_length) + chunk * SEALED_CHUNK as u64,
    )
}

/// SHA-256 of a file's plaintext up to some byte.
#[derive(Clone)]
pub struct Passed(Sha256);

impl Passed {
    /// Takes the next bytes.
    pub fn push(&mut self, plain: &[u8]) {
        self.0.update(plain);
    }

    /// The hash of all that was taken.
    pub fn digest(self) -> Digest {
        Digest::from_bytes(self.0.finalize().into())
    }
}

/// Seals one file, piece by piece.
pub struct FileSealer {
    secret: FileSecret,
    stream: Stream,
    number: u64,
    /// What has come since the last full chunk; never more than one.
    waiting: Zeroizing<Vec<u8>>,
    hash: Sha256,
    size: u64,
    head: Digest,
    head_length: u32,
}

impl FileSealer {
    /// Begins a file, and appends its head to `out`.
    pub fn start(out: &mut Vec<u8>) -> Self {
        let identity = Identity::make();
        let recipient =
            SealTo::new(&identity.recipient()).expect("an identity has a valid recipient");
        let (head, stream) = file_header::make(&recipient);
        out.extend_from_slice(&head);
        Self {
            secret: FileSecret(identity),
            stream,
            number: 0,
            waiting: Zeroizing::new(Vec::with_capacity(CHUNK)),
            hash: Sha256::new(),
            size: 0,
            head: file_header::digest(&head),
            head_length: u32::try_from(head.len()).expect("age writes heads of some 2 kB"),
        }
    }

    /// Goes on with a file that was begun before, from its secret and its head. None if they do not belong together.
    ///
    /// Every chunk gets the same key and nonce as before. So whoever calls this must be sure that the plaintext is the same
    /// as far as it was ever sealed: it must compare [`FileSealer::passed`] with what it kept, before it seals anything.
    pub fn resume(secret: FileSecret, head: &[u8]) -> Option<Self> {
        let stream = file_header::open(secret.identity(), head).ok()?;
        Some(Self {
            secret,
            stream,
            number: 0,
            waiting: Zeroizing::new(Vec::with_capacity(CHUNK)),
            hash: Sha256::new(),
            size: 0,
            head: file_header::digest(head),
            head_length: u32::try_from(head.len()).ok()?,
        })
    }

    /// The secret of the file that is being sealed, for the record of how far it is.
    pub fn secret(&self) -> &FileSecret {
        &self.secret
    }

    /// Passes over plaintext that was sealed before: whole chunks, in order, before anything is pushed. False if it is not
    /// that; nothing is passed over then.
    #[must_use]
    pub fn pass(&mut self, plain: &[u8]) -> bool {
        let whole = plain.len().is_multiple_of(CHUNK) && self.waiting.is_empty();
        if whole {
            self.hash.update(plain);
            self.size += plain.len() as u64;
            self.number += (plain.len() / CHUNK) as u64;
        }
        whole
    }

    /// The hash of all plaintext so far, which can go on by itself.
    pub fn passed(&self) -> Passed {
        Passed(self.hash.clone())
    }

    /// Takes the next bytes of the plaintext, of any number, and appends the chunks that became full to `out`.
    pub fn push(&mut self, mut plain: &[u8], out: &mut Vec<u8>) {
        self.hash.update(plain);
        self.size += plain.len() as u64;
        out.reserve(plain.len() + plain.len() / CHUNK * TAG + CHUNK + TAG);
        // A full chunk is sealed only when more comes: the last one has its own mark.
        if !self.waiting.is_empty() {
            let (now, later) = plain.split_at(plain.len().min(CHUNK - self.waiting.len()));
            self.waiting.extend_from_slice(now);
            plain = later;
            if plain.is_empty() {
                return;
            }
            self.stream.seal(self.number, false, &self.waiting, out);
            self.number += 1;
            self.waiting.zeroize();
        }
        while plain.len() > CHUNK {
            let (chunk, later) = plain.split_at(CHUNK);
            self.stream.seal(self.number, false, chunk, out);
            self.number += 1;
            plain = later;
        }
        self.waiting.extend_from_slice(plain);
    }

    /// Ends the file: appends its last chunk to `out`, and gives what the entry must hold.
    pub fn finish(self, out: &mut Vec<u8>) -> (FileSecret, FileFacts) {
        self.stream.seal(self.number, true, &self.waiting, out);
        let facts = FileFacts {
            size: self.size,
            sha256: Digest::from_bytes(self.hash.finalize().into()),
            head: self.head,
            head_length: self.head_length,
        };
        (self.secret, facts)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_file_goes_on_from_any_sealed_byte_and_comes_out_the_same() {
        for size in [1, 5, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7] {
            let plain: Vec<u8> = (0..size).map(|at| (at % 251).to_le_bytes()[0]).collect();
            let mut whole = Vec::new();
            let mut sealer = FileSealer::start(&mut whole);
            let head = whole.clone();
            sealer.push(&plain, &mut whole);
            let (secret, facts) = sealer.finish(&mut whole);
            let length = whole.len() as u64;
            for sealed in [
                0,
                1,
                1_000,
                head.len() as u64,
                length / 2,
                length - 1,
                length,
            ] {
                let (from, first) = resume_at(facts.head_length, facts.size, sealed.min(length));
                let again = FileSecret::read(&secret.text_for_entry()).unwrap();
                let mut sealer = FileSealer::resume(again, &head).unwrap();
                let from = usize::try_from(from).unwrap();
                assert!(sealer.pass(&plain[..from]));
                assert!(!sealer.pass(&plain[..1]));
                let mut out = if first == 0 { head.clone() } else { Vec::new() };
                sealer.push(&plain[from..], &mut out);
                assert_eq!(sealer.passed().digest(), facts.sha256);
                assert_eq!(sealer.finish(&mut out).1, facts);
                assert!(first <= sealed.min(length));
                assert_eq!(
                    out,
                    whole[usize::try_from(first).unwrap()..],
                    "{size} {sealed}"
                );
            }
            assert!(FileSealer::resume(FileSecret(Identity::make()), &head).is_none());
        }
    }

    #[test]
    fn age_itself_opens_a_file() {
        for size in [0, 5, CHUNK, 3 * CHUNK + 1] {
            let (plain, mut sealed) = (vec![7; size], Vec::new());
            let mut sealer = FileSealer::start(&mut sealed);
            sealer.push(&plain, &mut sealed);
            let (secret, _) = sealer.finish(&mut sealed);
            let identity: &dyn age::Identity = secret.identity();
            let mut opened = Vec::new();
            let decryptor = age::Decryptor::new(&sealed[..]).unwrap();
            decryptor
                .decrypt(core::iter::once(identity))
                .unwrap()
                .read_to_end(&mut opened)
                .unwrap();
            assert_eq!(opened, plain);
        }
    }
}
