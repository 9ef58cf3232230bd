//! The head of a sealed file: age's header and the 16-byte nonce after it, from which the payload key follows.

use std::cell::RefCell;
use std::collections::HashSet;

use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use age_core::secrecy::ExposeSecret;
use hkdf::Hkdf;
use protocol::ids::Digest;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::hybrid::{Identity, SealTo};
use crate::stream::Stream;

/// The longest head, in bytes. One hybrid stanza takes about 1,600; age adds a small random one.
pub const HEAD: usize = 4096;

const NONCE: usize = 16;
/// `--- `, the header's MAC in base64 and a line feed.
const MAC_LINE: usize = 4 + 43 + 1;

/// The head of a file to a fresh identity, and the cipher of its payload.
pub(crate) fn make(identity: &Identity) -> (Vec<u8>, Stream) {
    let seal_to =
        SealTo::new(&identity.recipient()).expect("the key of an identity is a valid one");
    let recipient = Keeping {
        inner: seal_to,
        kept: RefCell::default(),
    };
    let mut head = Vec::with_capacity(HEAD / 2);
    age::Encryptor::with_recipients(core::iter::once(&recipient as &dyn age::Recipient))
        .expect("one recipient is always accepted")
        // The head is written here at once; the payload is sealed by our own stream.
        .wrap_output(&mut head)
        .map(drop)
        .expect("writing to memory does not fail");
    let stream = recipient
        .kept
        .into_inner()
        .and_then(|key| payload(&key, &head));
    (
        head,
        stream.expect("the recipient was asked for this very file"),
    )
}

/// Reads a head whose hash the entry names. None if it is not whole, not this one, or sealed to another identity.
pub(crate) fn open(identity: &Identity, head: &[u8], digest: &Digest) -> Option<Stream> {
    if head.len() > HEAD || self::digest(head) != *digest {
        return None;
    }
    let identity = Keeping {
        inner: identity,
        kept: RefCell::default(),
    };
    let decryptor = age::Decryptor::new_buffered(head).ok()?;
    // age checks the header's MAC here.
    let _reader = decryptor
        .decrypt(core::iter::once(&identity as &dyn age::Identity))
        .ok()?;
    payload(&identity.kept.into_inner()?, head)
}

/// The hash that the entry names.
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

impl age::Recipient for Keeping<SealTo> {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        self.keep(file_key);
        self.inner.wrap_file_key(file_key)
    }
}

impl age::Identity for Keeping<&Identity> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        self.inner.unwrap_stanza(stanza).inspect(|result| {
            if let Ok(key) = result {
                self.keep(key);
            }
        })
    }
}
