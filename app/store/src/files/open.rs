//! A file that is open: any part of it is fetched and opened when somebody wants it. For films, of which a seek needs a few
//! thousand bytes, and for what is too large to be held in memory.

use domain::FileRef;
use protocol::ids::BlobId;
use sealing::file_header::HEAD;
use sealing::file_opener::FileOpener;

use super::Means;
use super::read::{BROKEN, begin, range};
use crate::scene::Door;
use crate::trouble::Trouble;

/// The longest part that is opened at once, in bytes.
pub const PART: usize = 4 * 1024 * 1024;

/// An open file. Dropping it forgets its key; nothing of it can be read once the account is locked.
pub struct OpenFile {
    means: Means,
    blob: BlobId,
    opener: FileOpener,
}

impl OpenFile {
    /// Fetches the head, and checks that it is that of the file which the entry names.
    pub(crate) async fn new(means: Means, file: &FileRef) -> Result<Self, Trouble> {
        let (blob, opener, _) = begin(&means, file, HEAD as u64).await?;
        Ok(Self {
            means,
            blob,
            opener,
        })
    }

    /// Bytes of the whole file.
    pub fn size(&self) -> u64 {
        self.opener.facts().size
    }

    /// A part: `length` bytes from `start` on, or as many as there are, [`PART`] at most. Every byte is authentic and stands
    /// in its place.
    pub async fn read(&self, start: u64, length: usize) -> Result<Vec<u8>, Trouble> {
        let keeper = self.means.keeper.as_ref().ok_or(Trouble::Locked)?;
        if !matches!(keeper.scene().door, Door::Open { .. }) {
            return Err(Trouble::Locked);
        }
        let end = start
            .saturating_add(length.min(PART) as u64)
            .min(self.size());
        if start >= end {
            return Ok(Vec::new());
        }
        let wanted = self.opener.sealed_range(start..end).map_err(|_| BROKEN)?;
        let long = wanted.bytes.end - wanted.bytes.start;
        let sealed = range(&self.means, self.blob, wanted.bytes.start, long).await?;
        self.opener.open_range(&wanted, &sealed).map_err(|_| BROKEN)
    }
}

impl core::fmt::Debug for OpenFile {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("OpenFile(…)")
    }
}
