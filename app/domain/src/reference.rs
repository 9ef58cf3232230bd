//! What an entry points at: other entries, and sealed files.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Names another entry of the same carnet. Opaque here: the text form of its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryRef(pub String);

impl EntryRef {
    /// The text form of the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for EntryRef {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for EntryRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What opens one sealed file. It lives only inside sealed entries, so it is written with them; it is never shown, and
/// the export leaves it out.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileSecret(String);

impl FileSecret {
    /// Takes in the text of a file's identity.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text, for the one who opens the file.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for FileSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileSecret(…)")
    }
}

/// A sealed file, as the entry that names it knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FileRef {
    /// The id under which the server keeps the sealed bytes, as text.
    pub blob: String,
    /// What opens it.
    pub identity: FileSecret,
    /// Size before sealing, in bytes.
    pub size: u64,
    /// SHA-256 of the bytes before sealing, as text.
    pub sha256: String,
    /// SHA-256 of the sealed file's header and nonce, as text.
    pub header: String,
    /// Media type, as `image/jpeg`.
    pub mime: String,
    /// The file's name as the person gave it.
    pub name: String,
    /// Turned clockwise for viewing, in degrees: 0, 90, 180 or 270.
    pub rotation: u16,
    /// A small picture of it.
    pub thumbnail: Option<Box<FileRef>>,
    /// A version of comfortable size for reading on a screen.
    pub reading: Option<Box<FileRef>>,
}

impl FileRef {
    /// Calls `f` with this file and the smaller versions made of it.
    pub fn each<'a>(&'a self, f: &mut dyn FnMut(&'a FileRef)) {
        f(self);
        for smaller in [&self.thumbnail, &self.reading].into_iter().flatten() {
            smaller.each(f);
        }
    }
}
