//! What a deposit says: the plaintext that is sealed to a tray.
//!
//! ```json
//! {"v":1,"kind":"deposit","name":"Dr Bernard, urgences","note":"…","files":[{"blob":"…","identity":"…"}]}
//! ```

use domain::FileRef;
use serde::{Deserialize, Serialize};

/// The longest name that somebody may give for themselves, in characters.
pub const NAME: usize = 100;
/// The longest note, in characters.
pub const NOTE: usize = 20_000;
/// The most files in one deposit.
pub const FILES: usize = 32;

const VERSION: u32 = 1;
const KIND: &str = "deposit";

/// What somebody without an account leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DepositText {
    v: u32,
    kind: String,
    /// Who they say they are.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub files: Vec<FileRef>,
}

impl DepositText {
    pub(crate) fn new(name: &str, note: &str, files: Vec<FileRef>) -> Self {
        Self {
            v: VERSION,
            kind: KIND.to_owned(),
            name: name.trim().to_owned(),
            note: note.trim().to_owned(),
            files,
        }
    }

    /// Whether a depositor may leave this much.
    pub(crate) fn fits(&self) -> bool {
        self.name.chars().count() <= NAME
            && self.note.chars().count() <= NOTE
            && self.files.len() <= FILES
    }

    /// Written by a stranger: what is too long is no deposit.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let read: Self = serde_json::from_slice(bytes).ok()?;
        (read.kind == KIND && read.fits()).then_some(read)
    }

    pub(crate) fn write(&self) -> Vec<u8> {
        // A plain struct of texts and numbers always has a JSON form.
        serde_json::to_vec(self).unwrap_or_default()
    }
}
