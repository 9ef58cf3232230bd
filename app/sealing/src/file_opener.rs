//! Opening a sealed file: any range alone, or the whole as it arrives.
//!
//! Size and head come from the entry, so that a file cut short, made longer or replaced is refused, and every chunk says by
//! its nonce where it belongs and whether it is the last.

use core::cmp::Ordering;
use core::ops::Range;

use protocol::ids::Digest;
use sha2::{Digest as _, Sha256};

use crate::file::{FileFacts, FileSecret};
use crate::file_header;
use crate::stream::{self, CHUNK, SEALED_CHUNK, Stream};

/// Why a sealed file, or a part of it, was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The beginning is not that of the file that the entry names.
    #[error("this is not the file that the entry names")]
    WrongFile,
    /// A chunk is altered, or stands in another's place.
    #[error("the file is damaged at its part {chunk}")]
    Damaged {
        /// The number of the chunk, from 0.
        chunk: u64,
    },
    /// The file ends before its end.
    #[error("the file is cut short")]
    Truncated,
    /// Something follows after the end.
    #[error("something follows after the end of the file")]
    TooLong,
    /// The range does not lie within the file.
    #[error("the range does not lie within the file")]
    Range,
    /// Every chunk was right, and the whole is not what the entry says.
    #[error("the file is not what the entry says")]
    WrongContent,
}

/// A part of a sealed file, to be fetched: enough whole chunks for a range of the plaintext.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedRange {
    /// The bytes to fetch, counted from the beginning of the sealed file.
    pub bytes: Range<u64>,
    first: u64,
    skip: usize,
    take: usize,
}

/// Opens one file whose head has been seen.
pub struct FileOpener {
    stream: Stream,
    facts: FileFacts,
}

impl FileOpener {
    /// From the first bytes of the sealed file: [`FileFacts::head_length`] of them, or more.
    pub fn new(secret: &FileSecret, facts: FileFacts, start: &[u8]) -> Result<Self, FileError> {
        let head = start
            .get(..facts.head_length as usize)
            .ok_or(FileError::Truncated)?;
        if head.len() > file_header::HEAD || file_header::digest(head) != facts.head {
            return Err(FileError::WrongFile);
        }
        let stream =
            file_header::open(secret.identity(), head).map_err(|_| FileError::WrongFile)?;
        Ok(Self { stream, facts })
    }

    /// What the entry says of the file.
    pub fn facts(&self) -> &FileFacts {
        &self.facts
    }

    /// Which sealed bytes a range of the plaintext needs.
    pub fn sealed_range(&self, plain: Range<u64>) -> Result<SealedRange, FileError> {
        if plain.start >= plain.end || plain.end > self.facts.size {
            return Err(FileError::Range);
        }
        let chunk = CHUNK as u64;
        let (first, end) = (plain.start / chunk, plain.end.div_ceil(chunk));
        let sealed = u64::from(self.facts.head_length);
        let bytes = sealed + first * SEALED_CHUNK as u64
            ..(sealed + end * SEALED_CHUNK as u64).min(self.facts.sealed_size());
        let skip = usize::try_from(plain.start % chunk).map_err(|_| FileError::Range)?;
        let take = usize::try_from(plain.end - plain.start).map_err(|_| FileError::Range)?;
        Ok(SealedRange {
            bytes,
            first,
            skip,
            take,
        })
    }

    /// Opens a range from exactly the bytes that [`FileOpener::sealed_range`] asked for.
    pub fn open_range(&self, range: &SealedRange, sealed: &[u8]) -> Result<Vec<u8>, FileError> {
        let wanted = range.bytes.end - range.bytes.start;
        match (sealed.len() as u64).cmp(&wanted) {
            Ordering::Less => return Err(FileError::Truncated),
            Ordering::Greater => return Err(FileError::TooLong),
            Ordering::Equal => {}
        }
        let mut plain = Vec::with_capacity(sealed.len());
        for (number, chunk) in (range.first..).zip(sealed.chunks(SEALED_CHUNK)) {
            self.open_chunk(number, chunk, &mut plain)?;
        }
        plain.truncate(range.skip + range.take);
        plain.drain(..range.skip);
        Ok(plain)
    }

    /// Begins to open the whole file, in order.
    pub fn whole(self) -> WholeOpener {
        WholeOpener {
            opener: self,
            number: 0,
            waiting: Vec::with_capacity(SEALED_CHUNK),
            hash: Sha256::new(),
        }
    }

    fn open_chunk(&self, number: u64, sealed: &[u8], out: &mut Vec<u8>) -> Result<(), FileError> {
        let last = number + 1 == stream::chunks(self.facts.size);
        let length = if last {
            self.facts.size - number * CHUNK as u64
        } else {
            CHUNK as u64
        };
        match (sealed.len() as u64).cmp(&(length + stream::TAG as u64)) {
            Ordering::Less => return Err(FileError::Truncated),
            Ordering::Greater => return Err(FileError::TooLong),
            Ordering::Equal => {}
        }
        self.stream
            .open(number, last, sealed, out)
            .ok_or(FileError::Damaged { chunk: number })
    }
}

/// Opens a whole file as it arrives, in constant memory.
pub struct WholeOpener {
    opener: FileOpener,
    number: u64,
    waiting: Vec<u8>,
    hash: Sha256,
}

impl WholeOpener {
    /// Takes the next sealed bytes after the head, of any number, and appends what could be opened to `out`. What comes out
    /// is authentic, and known to be complete only after [`WholeOpener::finish`].
    pub fn push(&mut self, mut sealed: &[u8], out: &mut Vec<u8>) -> Result<(), FileError> {
        let start = out.len();
        if !self.waiting.is_empty() {
            let (now, later) = sealed.split_at(sealed.len().min(SEALED_CHUNK - self.waiting.len()));
            self.waiting.extend_from_slice(now);
            sealed = later;
            if self.waiting.len() == SEALED_CHUNK {
                let chunk = core::mem::take(&mut self.waiting);
                self.open_next(&chunk, out)?;
            }
        }
        let mut chunks = sealed.chunks_exact(SEALED_CHUNK);
        for chunk in &mut chunks {
            self.open_next(chunk, out)?;
        }
        self.waiting.extend_from_slice(chunks.remainder());
        self.hash.update(&out[start..]);
        Ok(())
    }

    /// Ends the file: opens what is left, and compares the whole with the entry.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<(), FileError> {
        let start = out.len();
        let all = stream::chunks(self.opener.facts.size);
        if self.number + 1 == all {
            let rest = core::mem::take(&mut self.waiting);
            self.open_next(&rest, out)?;
        }
        if self.number < all {
            return Err(FileError::Truncated);
        }
        if !self.waiting.is_empty() {
            return Err(FileError::TooLong);
        }
        self.hash.update(&out[start..]);
        let found = Digest::from_bytes(self.hash.finalize().into());
        if found == self.opener.facts.sha256 {
            Ok(())
        } else {
            Err(FileError::WrongContent)
        }
    }

    fn open_next(&mut self, chunk: &[u8], out: &mut Vec<u8>) -> Result<(), FileError> {
        if self.number >= stream::chunks(self.opener.facts.size) {
            return Err(FileError::TooLong);
        }
        self.opener.open_chunk(self.number, chunk, out)?;
        self.number += 1;
        Ok(())
    }
}
