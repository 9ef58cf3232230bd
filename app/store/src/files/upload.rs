//! Sealing a file while it is sent, by the tus 1.0 wire format. A large one goes on where it stood: see
//! [`super::states`].

use futures::future::try_join;
use protocol::ids::{BlobId, Digest};
use protocol::limits;
use sealing::file::{CHUNK, FileFacts, FileSealer, FileSecret, resume_at};
use sha2::{Digest as _, Sha256};

use super::states::{Hold, Kept, Record, is_large};
use super::tus::{SENT, create, send, stands};
use super::{Means, Source};
use crate::trouble::Trouble;
use crate::wire::Body;

/// How much is read from the device at a time.
pub(super) const PIECE: usize = 512 * 1024;
/// Room for a part: it grows by pieces until it is long enough.
const ROOM: usize = SENT + PIECE + CHUNK;

/// Seals and sends; gives what an entry needs to name the file. While one part is on its way the next is sealed, and no more
/// than these two are in memory.
pub(super) async fn upload(
    means: &Means,
    source: &dyn Source,
    mut tell: impl FnMut(Step),
) -> Result<(BlobId, FileSecret, FileFacts), Trouble> {
    let first = first_chunk(source).await?;
    let (mut way, mut sealing) = match take_up(means, source, first, &mut tell).await? {
        Some(taken) => taken,
        None => Way::begin(means, source, first).await?,
    };
    let mut ready = sealing.next().await?;
    while let Some(part) = ready {
        let (next, ()) = try_join(sealing.next(), way.send(means, &part)).await?;
        tell(Step::Sent(part.read));
        sealing.room = part.bytes.into_room();
        ready = next;
    }
    let (secret, facts) = sealing.done.ok_or(Trouble::FileUnreadable)?;
    means.note_size(way.blob, facts.sealed_size());
    if let Some(hold) = way.hold.take() {
        hold.done();
    }
    Ok((way.blob, secret, facts))
}

/// How far an upload is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The file is read again up to this byte, to see that it is the one that was begun.
    Looked(u64),
    /// The server has it up to this byte.
    Sent(u64),
}

/// Some of a sealed file.
struct Part {
    bytes: Body,
    /// Where in the sealed file it begins.
    at: u64,
    /// Up to where the plaintext is in it, or before it.
    read: u64,
    /// The hash of the plaintext up to there.
    passed: Digest,
}

/// A file that is being sealed.
struct Sealing<'a> {
    source: &'a dyn Source,
    /// None once the last part was sealed.
    sealer: Option<FileSealer>,
    done: Option<(FileSecret, FileFacts)>,
    read: u64,
    /// Where in the sealed file the next part begins.
    at: u64,
    /// What the next part is written into: it may begin with the head.
    room: Vec<u8>,
}

impl<'a> Sealing<'a> {
    fn new(
        source: &'a dyn Source,
        sealer: FileSealer,
        (read, at): (u64, u64),
        head: Vec<u8>,
    ) -> Self {
        Self {
            source,
            sealer: Some(sealer),
            done: None,
            read,
            at,
            room: head,
        }
    }

    /// The next part; none after the last.
    async fn next(&mut self) -> Result<Option<Part>, Trouble> {
        let Some(mut sealer) = self.sealer.take() else {
            return Ok(None);
        };
        let size = self.source.size();
        let mut bytes = core::mem::take(&mut self.room);
        let left = usize::try_from(size - self.read).unwrap_or(ROOM);
        bytes.reserve_exact(ROOM.min(left + left / CHUNK * 16 + CHUNK));
        while bytes.len() < SENT && self.read < size {
            let piece = piece(self.source, self.read, size).await?;
            sealer.push(&piece, &mut bytes);
            self.read += piece.len() as u64;
        }
        let passed = if self.read < size {
            let passed = sealer.passed().digest();
            self.sealer = Some(sealer);
            passed
        } else {
            let (secret, facts) = sealer.finish(&mut bytes);
            self.done = Some((secret, facts));
            facts.sha256
        };
        let part = Part {
            at: self.at,
            read: self.read,
            passed,
            bytes: bytes.into(),
        };
        self.at += part.bytes.len() as u64;
        Ok(Some(part))
    }
}

/// An upload under way.
struct Way {
    blob: BlobId,
    address: String,
    /// Up to where the server has the sealed file.
    stands: u64,
    /// For a large one, and while it can be kept.
    record: Option<Record>,
    hold: Option<Hold>,
}

impl Way {
    /// A file that nothing was sent of.
    async fn begin<'a>(
        means: &Means,
        source: &'a dyn Source,
        first: Digest,
    ) -> Result<(Self, Sealing<'a>), Trouble> {
        let (blob, size) = (
            BlobId::from_bytes(crate::engine::make_random()?),
            source.size(),
        );
        let mut head = Vec::new();
        let sealer = FileSealer::start(&mut head);
        let total = sealed_size(head.len(), size)?;
        let (mut record, mut hold) = (None, None);
        if let Some(states) = means.states.as_ref().filter(|_| is_large(size)) {
            let mut new = Record::new(blob, sealer.secret(), &head, (size, first));
            // Where nothing can be kept it goes in one go, or not at all.
            record = states.take(&mut new).await.is_ok().then_some(new);
            hold = Some(states.hold(blob));
        }
        let address = create(means, blob, total).await?;
        let way = Self {
            blob,
            address,
            stands: 0,
            record,
            hold,
        };
        Ok((way, Sealing::new(source, sealer, (0, 0), head)))
    }

    /// Sends a part; before that, writes down how far the file is sealed, with the hash of the plaintext up to there. What was
    /// sealed after it has not left the page.
    async fn send(&mut self, means: &Means, part: &Part) -> Result<(), Trouble> {
        if let (Some(record), Some(states)) = (&mut self.record, &means.states) {
            record.sealed_to = part.read;
            record.passed = part.passed;
            match states.keep(record).await {
                Kept::Yes => {}
                Kept::Taken => return Err(Trouble::LostRace),
                Kept::Failed => {
                    // Without a record that reaches this far it must never be taken up again.
                    states.forget(self.blob).await?;
                    self.record = None;
                }
            }
        }
        // What the server has already need not be sent again.
        let known = usize::try_from(self.stands.saturating_sub(part.at)).unwrap_or(usize::MAX);
        let rest = match known {
            0 => part.bytes.clone(),
            _ => part.bytes.get(known..).unwrap_or_default().to_vec().into(),
        };
        if !rest.is_empty() {
            let from = part.at + known as u64;
            self.stands = send(means, &self.address, from, &rest).await?;
        }
        Ok(())
    }
}

/// The same file, begun before: compared as far as it was ever sealed, then taken up where the server stands. None if there
/// is none, if it is another file after all, or if the server does not have it any more.
async fn take_up<'a>(
    means: &Means,
    source: &'a dyn Source,
    first: Digest,
    tell: &mut impl FnMut(Step),
) -> Result<Option<(Way, Sealing<'a>)>, Trouble> {
    let size = source.size();
    let Some(states) = means.states.as_ref().filter(|_| is_large(size)) else {
        return Ok(None);
    };
    for mut record in states.free().await {
        if (record.size, record.first) != (size, first) || record.sealed_to > size {
            continue;
        }
        let address = means.upload(record.blob);
        let Some(stands) = stands(means, &address).await? else {
            states.forget(record.blob).await?;
            continue;
        };
        let resumed = record
            .secret()
            .and_then(|secret| FileSealer::resume(secret, &record.head));
        let Some(mut sealer) = resumed else {
            states.forget(record.blob).await?;
            continue;
        };
        let hold = states.hold(record.blob);
        let head = u32::try_from(record.head.len()).map_err(|_| Trouble::FileUnreadable)?;
        let (from, at) = resume_at(head, size, stands);
        if from > record.sealed_to {
            // The server claims more than was ever sealed.
            states.forget(record.blob).await?;
            continue;
        }
        let mut read = 0;
        while read < from {
            let piece = piece(source, read, from).await?;
            if !sealer.pass(&piece) {
                return Err(Trouble::FileUnreadable);
            }
            read += piece.len() as u64;
            tell(Step::Looked(read));
        }
        let (mut ahead, mut to) = (sealer.passed(), read);
        while to < record.sealed_to {
            let piece = piece(source, to, record.sealed_to).await?;
            ahead.push(&piece);
            to += piece.len() as u64;
        }
        if ahead.digest() != record.passed {
            continue;
        }
        if states.take(&mut record).await.is_err() {
            continue;
        }
        let begins = if at == 0 {
            record.head.clone()
        } else {
            Vec::new()
        };
        let way = Way {
            blob: record.blob,
            address,
            stands,
            record: Some(record),
            hold: Some(hold),
        };
        let sealing = Sealing::new(source, sealer, (read, at), begins);
        return Ok(Some((way, sealing)));
    }
    Ok(None)
}

async fn first_chunk(source: &dyn Source) -> Result<Digest, Trouble> {
    let length = usize::try_from(source.size().min(CHUNK as u64)).unwrap_or(CHUNK);
    let bytes = source.read(0, length).await?;
    Ok(Digest::from_bytes(Sha256::digest(&bytes).into()))
}

/// The next bytes of a file, up to `end` at most.
async fn piece(source: &dyn Source, from: u64, end: u64) -> Result<Vec<u8>, Trouble> {
    let length = usize::try_from((end - from).min(PIECE as u64)).unwrap_or(PIECE);
    let piece = source.read(from, length).await?;
    if piece.len() == length {
        Ok(piece)
    } else {
        Err(Trouble::FileUnreadable)
    }
}

/// Sends bytes that are sealed already, in some other way than files of the record.
pub(crate) async fn send_sealed(means: &Means, sealed: &[u8]) -> Result<BlobId, Trouble> {
    let blob = BlobId::from_bytes(crate::engine::make_random()?);
    let address = create(means, blob, sealed.len() as u64).await?;
    let mut sent = 0;
    for piece in sealed.chunks(SENT) {
        sent = send(means, &address, sent, &piece.to_vec().into()).await?;
    }
    Ok(blob)
}

fn sealed_size(head: usize, size: u64) -> Result<u64, Trouble> {
    const TAG: u64 = 16;
    let total = head as u64 + size + TAG * size.div_ceil(CHUNK as u64).max(1);
    if total > limits::FILE {
        Err(Trouble::TooLarge)
    } else {
        Ok(total)
    }
}
