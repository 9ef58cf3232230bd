//! The head of an age file: its header and the 16-byte nonce after it, from which the payload key follows.
//!
//! age writes and reads the header and checks its MAC. The payload is ours (see `stream.rs`): a range of a file must open
//! alone, and age's own reader would bring its message catalogue, a quarter of what the browser loads of this crate.

use std::cell::RefCell;
use std::collections::HashSet;

use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use age_core::secrecy::ExposeSecret;
use hkdf::Hkdf;
use protocol::ids::Digest;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::stream::Stream;

/// The longest head, in bytes. One hybrid stanza takes about 1,600; age adds a small random one.
pub const HEAD: usize = 4096;

const NONCE: usize = 16;
/// `--- `, the header's MAC in base64 and a line feed.
const MAC_LINE: usize = 4 + 43 + 1;

/// Why a head was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum HeadError {
    /// Not an age v1 header with its nonce, or altered.
    #[error("not the head of an age file")]
    Malformed,
    /// Well formed, and sealed to somebody else.
    #[error("sealed to another key")]
    NotForUs,
}

/// The head of a new file to one recipient, and the cipher of its payload.
pub(crate) fn make(recipient: &dyn age::Recipient) -> (Vec<u8>, Stream) {
    let keeping = Keeping {
        inner: recipient,
        kept: RefCell::default(),
    };
    let mut head = Vec::with_capacity(HEAD / 2);
    age::Encryptor::with_recipients(core::iter::once(&keeping as &dyn age::Recipient))
        .expect("one recipient whose keys were checked is always accepted")
        // The head is written here at once; the writer for the payload is not needed.
        .wrap_output(&mut head)
        .map(drop)
        .expect("writing to memory does not fail");
    let stream = keeping
        .kept
        .into_inner()
        .and_then(|key| payload(&key, &head));
    (
        head,
        stream.expect("the recipient was asked for this very file"),
    )
}

/// The cipher of a file's payload, from its head.
pub(crate) fn open(identity: &dyn age::Identity, head: &[u8]) -> Result<Stream, HeadError> {
    let keeping = Keeping {
        inner: identity,
        kept: RefCell::default(),
    };
    let decryptor = age::Decryptor::new_buffered(head).map_err(|_| HeadError::Malformed)?;
    // age checks the header's MAC here.
    let opened = decryptor
        .decrypt(core::iter::once(&keeping as &dyn age::Identity))
        .map(drop);
    opened.map_err(|error| match error {
        age::DecryptError::NoMatchingKeys | age::DecryptError::DecryptionFailed => {
            HeadError::NotForUs
        }
        _ => HeadError::Malformed,
    })?;
    keeping
        .kept
        .into_inner()
        .and_then(|key| payload(&key, head))
        .ok_or(HeadError::Malformed)
}

/// The hash by which an entry names a file's head.
pub(crate) fn digest(head: &[u8]) -> Digest {
    Digest::from_bytes(Sha256::digest(head).into())
}

/// Where the head ends in the first bytes of a sealed file. None while there are too few of them.
pub fn head_length(start: &[u8]) -> Option<usize> {
    let start = &start[..start.len().min(HEAD)];
    let line = start.windows(5).position(|five| five == b"\n--- ")? + 1;
    let end = line + MAC_LINE + NONCE;
    (end <= start.len()).then_some(end)
}

/// HKDF-SHA256 of the file key, with the nonce as its salt and `payload` as its info: so age has it.
fn payload(file_key: &Zeroizing<[u8; FILE_KEY_BYTES]>, head: &[u8]) -> Option<Stream> {
    let nonce = head.last_chunk::<NONCE>()?;
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(nonce), &file_key[..])
        .expand(b"payload", &mut *key)
        .ok()?;
    Some(Stream::new(&key))
}

/// Passes age's questions on and keeps the file key that went by, which age itself does not give.
struct Keeping<T> {
    inner: T,
    kept: RefCell<Option<Zeroizing<[u8; FILE_KEY_BYTES]>>>,
}

impl<T> Keeping<T> {
    fn keep(&self, key: &FileKey) {
        self.kept
            .replace(Some(Zeroizing::new(*key.expose_secret())));
    }
}

impl age::Recipient for Keeping<&dyn age::Recipient> {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        self.keep(file_key);
        self.inner.wrap_file_key(file_key)
    }
}

impl age::Identity for Keeping<&dyn age::Identity> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        self.inner.unwrap_stanza(stanza).inspect(|result| {
            if let Ok(key) = result {
                self.keep(key);
            }
        })
    }
}
