//! How far large uploads are, kept sealed on this device: a file goes on where it stood after the network broke, or after
//! the page was closed and the same file was picked again.
//!
//! ```json
//! {"v":1,"blob":"…","begun":1790000000,"turn":"…","identity":"AGE-SECRET-KEY-PQ-…","head":"<base64>","size":…,
//!  "first":"<SHA-256 of the first chunk>","sealed_to":…,"passed":"<SHA-256 up to there>"}
//! ```
//!
//! **Why `sealed_to` is written before anything is sent.** A file that goes on gets the same key and the same nonces. Two
//! different plaintexts under one nonce would show the server what they differ by. So a record always reaches at least as
//! far as was ever sealed, and nothing is sealed again before the plaintext up to there has been hashed and compared. To read
//! the file once more from the device costs seconds where sending it again costs hours.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use protocol::ids::{BlobId, Digest};
use protocol::time::{DAY, Seconds};
use sealing::file::FileSecret;
use sealing::upload::UploadKey;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::links::secret_text::SecretText;
use crate::ports::Clock;
use crate::shelf::{Shelf, Step, names};
use crate::trouble::Trouble;

const VERSION: u32 = 1;
/// A file below this is sent in a request or two: nothing is worth keeping of it. In bytes.
const LARGE: u64 = 8 * 1024 * 1024;
/// The server gives an upload up that nobody named within a day: a record is of no use much longer.
const LASTS: u64 = 2 * DAY;
/// Records that are looked at; nobody has as many large files under way.
const MOST: usize = 100;

/// Whether how far a file is is worth keeping.
pub(crate) fn is_large(size: u64) -> bool {
    size >= LARGE
}

/// Which uploads of this window are under way, or done and not named yet: nobody else goes on with them.
pub(crate) type Held = Rc<RefCell<BTreeSet<BlobId>>>;

/// Where records are kept, and what opens them.
pub(crate) struct States {
    shelf: Rc<dyn Shelf>,
    key: UploadKey,
    /// What all their names begin with.
    prefix: String,
    clock: Rc<dyn Clock>,
    held: Held,
}

/// Whether a record could be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// It reaches as far as it should.
    Yes,
    /// Another window goes on with the file.
    Taken,
    /// It is gone, or cannot be written.
    Failed,
}

/// How far one upload is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    v: u32,
    pub blob: BlobId,
    begun: Seconds,
    /// Who goes on with it. A second window that took it up writes another.
    turn: String,
    identity: SecretText,
    #[serde(with = "protocol::account::base64")]
    pub head: Vec<u8>,
    pub size: u64,
    /// SHA-256 of the first chunk.
    pub first: Digest,
    /// Up to which byte the plaintext may have been sealed.
    pub sealed_to: u64,
    /// SHA-256 of the plaintext up to there.
    pub passed: Digest,
}

impl Record {
    /// Of a file that begins.
    pub(super) fn new(
        blob: BlobId,
        secret: &FileSecret,
        head: &[u8],
        (size, first): (u64, Digest),
    ) -> Self {
        Self {
            v: VERSION,
            blob,
            begun: Seconds(0),
            turn: String::new(),
            identity: SecretText::new(&secret.text_for_entry()),
            head: head.to_vec(),
            size,
            first,
            sealed_to: 0,
            passed: nothing(),
        }
    }

    /// The file's secret.
    pub(super) fn secret(&self) -> Option<FileSecret> {
        FileSecret::read(self.identity.expose()).ok()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let record: Self = serde_json::from_slice(bytes).ok()?;
        (record.v == VERSION).then_some(record)
    }

    fn write(&self) -> Zeroizing<Vec<u8>> {
        // A plain struct of texts and numbers always has a JSON form.
        Zeroizing::new(serde_json::to_vec(self).unwrap_or_default())
    }
}

/// SHA-256 of nothing.
fn nothing() -> Digest {
    use sha2::{Digest as _, Sha256};
    Digest::from_bytes(Sha256::new().finalize().into())
}

impl States {
    pub(crate) fn new(
        shelf: Rc<dyn Shelf>,
        key: UploadKey,
        prefix: String,
        clock: Rc<dyn Clock>,
        held: Held,
    ) -> Rc<Self> {
        Rc::new(Self {
            shelf,
            key,
            prefix,
            clock,
            held,
        })
    }

    fn name(&self, blob: BlobId) -> String {
        names::upload(&self.prefix, blob)
    }

    /// Every record that opens and that nobody in this window goes on with. What is too old, or does not open, is dropped.
    pub(super) async fn free(&self) -> Vec<Record> {
        let rows = self.shelf.list(&self.prefix).await.unwrap_or_default();
        let now = self.clock.now();
        let (mut free, mut useless) = (Vec::new(), Vec::new());
        for (name, sealed) in rows.into_iter().take(MOST) {
            let opened = self.key.open(name.as_bytes(), &sealed).ok();
            match opened.and_then(|plain| Record::read(&plain)) {
                Some(record) if now < record.begun.plus(LASTS) => {
                    if !self.held.borrow().contains(&record.blob) {
                        free.push(record);
                    }
                }
                _ => useless.push(Step::Drop(name)),
            }
        }
        if !useless.is_empty() {
            // What could not be dropped now is dropped another time.
            let _ = self.shelf.write(useless).await;
        }
        free
    }

    /// Whether something was begun that can be taken up again.
    pub(crate) async fn any(&self) -> bool {
        !self.free().await.is_empty()
    }

    /// Takes a record over, so that a window that had it notices.
    pub(super) async fn take(&self, record: &mut Record) -> Result<(), Trouble> {
        record.turn = data_encoding::HEXLOWER.encode(&crate::engine::make_random::<8>()?);
        if record.begun == Seconds(0) {
            record.begun = self.clock.now();
        }
        self.write(record).await
    }

    /// Keeps how far an upload is.
    pub(super) async fn keep(&self, record: &Record) -> Kept {
        let name = self.name(record.blob);
        let there = self.shelf.get(&name).await.ok().flatten();
        let there = there.and_then(|sealed| self.key.open(name.as_bytes(), &sealed).ok());
        match there.and_then(|plain| Record::read(&plain)) {
            Some(kept) if kept.turn != record.turn => Kept::Taken,
            Some(_) if self.write(record).await.is_ok() => Kept::Yes,
            _ => Kept::Failed,
        }
    }

    async fn write(&self, record: &Record) -> Result<(), Trouble> {
        let name = self.name(record.blob);
        let sealed = self.key.seal(name.as_bytes(), &record.write());
        let step = Step::Keep(name, sealed);
        self.shelf
            .write(vec![step])
            .await
            .map_err(|_| Trouble::Storage)
    }

    /// Drops a record. It must be gone before its file may be sealed on without it.
    pub(super) async fn forget(&self, blob: BlobId) -> Result<(), Trouble> {
        let step = Step::Drop(self.name(blob));
        self.shelf
            .write(vec![step])
            .await
            .map_err(|_| Trouble::Storage)
    }

    /// Drops every record, and tells of which files.
    pub(crate) async fn forget_all(&self) -> Vec<BlobId> {
        self.held.borrow_mut().clear();
        let blobs = self.free().await.iter().map(|record| record.blob).collect();
        let _ = self
            .shelf
            .write(vec![Step::DropAll(self.prefix.clone())])
            .await;
        blobs
    }

    /// Whoever was sending is not sending any more: what was left can be taken up again.
    pub(crate) fn release(&self) {
        self.held.borrow_mut().clear();
    }

    /// Holds an upload while it is under way; for good once it is done.
    pub(super) fn hold(&self, blob: BlobId) -> Hold {
        self.held.borrow_mut().insert(blob);
        Hold {
            held: Some(self.held.clone()),
            blob,
        }
    }
}

/// Lets go of an upload that ended half-way.
pub(super) struct Hold {
    held: Option<Held>,
    blob: BlobId,
}

impl Hold {
    /// It is done: it stays held until an entry names it.
    pub(super) fn done(mut self) {
        self.held = None;
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some(held) = &self.held {
            held.borrow_mut().remove(&self.blob);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_written_as_it_was_always_written() {
        let secret = FileSecret::read(&sealing_text()).unwrap();
        let blob = BlobId::from_bytes([1; 16]);
        let first = Digest::from_bytes([2; 32]);
        let mut record = Record::new(blob, &secret, b"head", (9, first));
        record.turn = "0011".into();
        record.begun = Seconds(1_790_000_000);
        let written: serde_json::Value = serde_json::from_slice(&record.write()).unwrap();
        let expected = serde_json::json!({
            "v": 1, "blob": blob.to_string(), "begun": 1_790_000_000, "turn": "0011",
            "identity": sealing_text().as_str(), "head": "aGVhZA", "size": 9, "first": first.to_string(),
            "sealed_to": 0, "passed": nothing().to_string(),
        });
        assert_eq!(written, expected);
        assert_eq!(Record::read(&record.write()), Some(record.clone()));
        assert!(!format!("{record:?}").contains("AGE-SECRET"));
        let newer = String::from_utf8(record.write().to_vec())
            .unwrap()
            .replace("\"v\":1", "\"v\":2");
        assert_eq!(Record::read(newer.as_bytes()), None);
    }

    fn sealing_text() -> Zeroizing<String> {
        let mut head = Vec::new();
        let sealer = sealing::file::FileSealer::start(&mut head);
        let text = sealer.secret().text_for_entry();
        // One and the same within this process.
        thread_local!(static TEXT: RefCell<Option<String>> = const { RefCell::new(None) });
        TEXT.with_borrow_mut(|kept| {
            Zeroizing::new(kept.get_or_insert_with(|| text.to_string()).clone())
        })
    }
}
