//! A file with some of its bytes overwritten as they are read.

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
            for at in patch.at.max(offset)..over(patch).min(end) {
                let place = usize::try_from(at - offset).unwrap_or(usize::MAX);
                let within = usize::try_from(at - patch.at).unwrap_or(usize::MAX);
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = patch.bytes.get(within).copied().unwrap_or_default();
                }
            }
        }
    }
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
