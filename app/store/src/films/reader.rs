//! Small reads all over a file, a few thousand bytes at a time from the device.

use super::Odd;
use crate::files::Source;

/// How much is read from the device at once.
const WINDOW: usize = 8 * 1024;
/// How often the device is read at most. A film of hours, cut into the smallest pieces, needs fewer.
const READS: u32 = 60_000;

/// Reads here and there.
pub(super) struct Reader<'a> {
    source: &'a dyn Source,
    at: u64,
    window: Vec<u8>,
    left: u32,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a dyn Source) -> Self {
        Self {
            source,
            at: 0,
            window: Vec::new(),
            left: READS,
        }
    }

    /// Bytes of the whole file.
    pub(super) fn size(&self) -> u64 {
        self.source.size()
    }

    /// Exactly `N` bytes.
    pub(super) async fn array<const N: usize>(&mut self, at: u64) -> Result<[u8; N], Odd> {
        let bytes = self.bytes(at, N).await?;
        bytes.first_chunk().copied().ok_or(Odd::Form)
    }

    /// Exactly `length` bytes, a few thousand at most.
    pub(super) async fn bytes(&mut self, at: u64, length: usize) -> Result<&[u8], Odd> {
        let end = at.checked_add(length as u64).ok_or(Odd::Form)?;
        if end > self.size() {
            return Err(Odd::Form);
        }
        if at < self.at || end > self.at + self.window.len() as u64 {
            self.left = self.left.checked_sub(1).ok_or(Odd::Form)?;
            let wanted = (self.size() - at).min(WINDOW.max(length) as u64);
            let wanted = usize::try_from(wanted).map_err(|_| Odd::Form)?;
            self.window = self.source.read(at, wanted).await?;
            self.at = at;
        }
        let from = usize::try_from(at - self.at).map_err(|_| Odd::Form)?;
        self.window.get(from..from + length).ok_or(Odd::Form)
    }
}
