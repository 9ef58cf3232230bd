//! A file with some of its bytes overwritten as they are read.

use std::ops::Range;
use std::rc::Rc;

use futures::future::LocalBoxFuture;

use super::Patch;
use crate::files::{Pixels, Source};
use crate::trouble::Trouble;

/// The file.
pub(super) struct Patched {
    inner: Rc<dyn Source>,
    /// In order of place.
    patches: Vec<Patch>,
}

impl Patched {
    pub(super) fn new(inner: Rc<dyn Source>, mut patches: Vec<Patch>) -> Self {
        patches.sort_by_key(|patch| patch.at);
        Self { inner, patches }
    }

    /// Overwrites what of the patches lies within `bytes`, which begin at `offset`.
    fn overwrite(&self, offset: u64, bytes: &mut [u8]) {
        let end = offset + bytes.len() as u64;
        // They do not overlap, so that their ends are in order as well.
        let over = |patch: &Patch| patch.at + patch.bytes.len() as u64 + patch.zeros;
        let first = self.patches.partition_point(|patch| over(patch) <= offset);
        let patches = self.patches.get(first..).unwrap_or_default();
        for patch in patches.iter().take_while(|patch| patch.at < end) {
            let written = patch.at + patch.bytes.len() as u64;
            if let Some(to) = within(bytes, offset, written.max(offset)..over(patch).min(end)) {
                to.fill(0);
            }
            let range = patch.at.max(offset)..written.min(end);
            let skip = usize::try_from(range.start.saturating_sub(patch.at)).unwrap_or(usize::MAX);
            if let Some(to) = within(bytes, offset, range)
                && let Some(from) = patch.bytes.get(skip..skip.saturating_add(to.len()))
            {
                to.copy_from_slice(from);
            }
        }
    }
}

/// The bytes of a range of the file, of some that begin at `offset`. None for an empty range.
fn within(bytes: &mut [u8], offset: u64, range: Range<u64>) -> Option<&mut [u8]> {
    let start = usize::try_from(range.start.checked_sub(offset)?).ok()?;
    let end = usize::try_from(range.end.checked_sub(offset)?).ok()?;
    bytes.get_mut(start..end)
}

impl Source for Patched {
    fn size(&self) -> u64 {
        self.inner.size()
    }

    fn read(&self, offset: u64, length: usize) -> LocalBoxFuture<'_, Result<Vec<u8>, Trouble>> {
        Box::pin(async move {
            let mut bytes = self.inner.read(offset, length).await?;
            self.overwrite(offset, &mut bytes);
            Ok(bytes)
        })
    }

    fn still(&self) -> LocalBoxFuture<'_, Option<Pixels>> {
        self.inner.still()
    }
}
