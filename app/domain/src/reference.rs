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
    /// The largest thumbnail, in bytes: those that are made here take some 20 kB.
    pub const THUMBNAIL: u64 = 1024 * 1024;
    /// The largest picture without a thumbnail that is fetched for a small place, in bytes.
    pub const SMALL: u64 = 4 * 1024 * 1024;
    /// The largest file that a page opens by itself, in bytes; a larger one waits until it is asked for.
    pub const SHOWN: u64 = 64 * 1024 * 1024;

    /// The version that is best for a small place; none where each is larger than anybody should have to fetch for that. What an
    /// entry calls a thumbnail is its author's word.
    pub fn small(&self) -> Option<&Self> {
        match self.thumbnail.as_deref() {
            Some(thumbnail) => Some(thumbnail).filter(|file| file.size <= Self::THUMBNAIL),
            None => Some(self).filter(|file| file.size <= Self::SMALL),
        }
    }

    /// The version that is best for a screen.
    pub fn comfortable(&self) -> &Self {
        self.reading.as_deref().unwrap_or(self)
    }

    /// Calls `f` with this file and the smaller versions made of it.
    pub fn each<'a>(&'a self, f: &mut dyn FnMut(&'a FileRef)) {
        f(self);
        for smaller in [&self.thumbnail, &self.reading].into_iter().flatten() {
            smaller.each(f);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FileRef;

    fn file(size: u64, thumbnail: Option<u64>) -> FileRef {
        let small = |size| Box::new(file(size, None));
        FileRef {
            size,
            thumbnail: thumbnail.map(small),
            ..FileRef::default()
        }
    }

    #[test]
    fn nothing_large_is_fetched_for_a_small_place() {
        let size = |file: &FileRef| file.small().map(|small| small.size);
        assert_eq!(size(&file(1 << 30, Some(20_000))), Some(20_000));
        assert_eq!(size(&file(100, Some(1 << 30))), None);
        assert_eq!(size(&file(100_000, None)), Some(100_000));
        assert_eq!(size(&file(1 << 30, None)), None);
    }
}
