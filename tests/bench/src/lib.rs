//! What the benchmark measures in the browser: a file sealed and opened as the page does it, and the bare cipher
//! over the same bytes. Pieces go in and come out, as they do when a file is sent.
#![cfg(target_arch = "wasm32")]

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce, Tag};
use sealing::file::{FileFacts, FileSealer, FileSecret};
use sealing::file_opener::{FileOpener, WholeOpener};
use wasm_bindgen::prelude::wasm_bindgen;

/// Bytes of one chunk, as in an age file.
const CHUNK: usize = 64 * 1024;

/// Seals a file.
#[wasm_bindgen]
pub struct Sealer(FileSealer, Vec<u8>);

/// What opens a file that was sealed here.
#[wasm_bindgen]
pub struct Means(FileSecret, FileFacts);

/// Opens a file.
#[wasm_bindgen]
pub struct Opener(WholeOpener);

/// The cipher alone: a key, and a chunk's number for a nonce.
#[wasm_bindgen]
pub struct Bare(ChaCha20Poly1305, u64, Vec<Tag>);

#[wasm_bindgen]
impl Sealer {
    /// Begins.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "a constructor of JavaScript")]
    pub fn new() -> Self {
        let mut head = Vec::new();
        Self(FileSealer::start(&mut head), head)
    }

    /// The next piece.
    pub fn push(&mut self, plain: &[u8]) -> Vec<u8> {
        self.0.push(plain, &mut self.1);
        core::mem::take(&mut self.1)
    }

    /// The end: the last bytes go through `last`, for one call gives back one thing.
    pub fn finish(self, last: &mut Last) -> Means {
        let (secret, facts) = self.0.finish(&mut last.0);
        Means(secret, facts)
    }
}

/// The last bytes of a sealed file.
#[wasm_bindgen]
pub struct Last(Vec<u8>);

#[wasm_bindgen]
impl Last {
    /// None yet.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "a constructor of JavaScript")]
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// The bytes.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.clone()
    }
}

#[wasm_bindgen]
impl Means {
    /// Bytes of the head.
    #[wasm_bindgen(js_name = headLength)]
    pub fn head_length(&self) -> u32 {
        self.1.head_length
    }

    /// Begins to open; `head` is the beginning of the file. None if it is not that file.
    pub fn opener(&self, head: &[u8]) -> Option<Opener> {
        let opener = FileOpener::new(&self.0, self.1, head).ok()?;
        Some(Opener(opener.whole()))
    }
}

#[wasm_bindgen]
impl Opener {
    /// The next sealed piece; none if it is damaged.
    pub fn push(&mut self, sealed: &[u8]) -> Option<Vec<u8>> {
        let mut plain = Vec::with_capacity(sealed.len() + CHUNK);
        self.0.push(sealed, &mut plain).ok().map(|()| plain)
    }

    /// The end; none if the file is not whole.
    pub fn finish(self) -> Option<Vec<u8>> {
        let mut plain = Vec::new();
        self.0.finish(&mut plain).ok().map(|()| plain)
    }
}

#[wasm_bindgen]
impl Bare {
    /// A key that is no secret.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "a constructor of JavaScript")]
    pub fn new() -> Self {
        Self(ChaCha20Poly1305::new(&[7; 32].into()), 0, Vec::new())
    }

    /// Seals a piece, chunk by chunk, in place; the tags are kept aside.
    pub fn seal(&mut self, plain: &[u8]) -> Vec<u8> {
        let mut piece = plain.to_vec();
        for chunk in piece.chunks_mut(CHUNK) {
            let tag = self.0.encrypt_in_place_detached(&nonce(self.1), b"", chunk);
            self.2.extend(tag.ok());
            self.1 += 1;
        }
        piece
    }

    /// Goes back to the first chunk, to open.
    pub fn again(&mut self) {
        self.1 = 0;
    }

    /// Opens a piece, chunk by chunk; none if it is damaged.
    pub fn open(&mut self, sealed: &[u8]) -> Option<Vec<u8>> {
        let mut piece = sealed.to_vec();
        for chunk in piece.chunks_mut(CHUNK) {
            let number = self.1;
            let tag = self.2.get(usize::try_from(number).ok()?)?;
            self.0
                .decrypt_in_place_detached(&nonce(number), b"", chunk, tag)
                .ok()?;
            self.1 += 1;
        }
        Some(piece)
    }
}

fn nonce(number: u64) -> Nonce {
    let mut bytes = [0; 12];
    bytes[4..].copy_from_slice(&number.to_be_bytes());
    bytes.into()
}
