//! Writing parts as they come, in constant memory.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use data_encoding::HEXLOWER;
use futures::{Stream, StreamExt, TryStreamExt};
use object_store::path::Path;
use object_store::{MultipartUpload, ObjectStoreExt, PutPayload};
use protocol::ids::{BlobId, CarnetId, Digest};
use sha2::{Digest as _, Sha256};

use crate::{BlobError, Blobs, SMALLEST, folder};

/// How long a sender may be silent.
const SILENCE: Duration = Duration::from_secs(2 * 60);

/// A part that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its object's name within its file.
    pub name: String,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 of them.
    pub digest: Digest,
    /// Whether the sender came to its end; if not, this is what had come until it broke off.
    pub whole: bool,
}

impl Blobs {
    /// Writes what comes as one part of a file, under a new name. More than `room` bytes are refused. If the sender breaks
    /// off, what has come is kept unless it is hardly anything; `ends` says whether `room` bytes end the file, for
    /// then a small part is kept as well.
    pub async fn write<S, E>(
        &self,
        carnet: CarnetId,
        blob: BlobId,
        mut incoming: S,
        room: u64,
        ends: bool,
    ) -> Result<Written, BlobError>
    where
        S: Stream<Item = Result<Bytes, E>> + Unpin,
    {
        let name = make_name()?;
        let mut object = Object::new(self, folder(carnet, blob).join(name.as_str()));
        let mut size: u64 = 0;
        let mut whole = true;
        while let Some(piece) = next(&mut incoming).await {
            let Ok(piece) = piece else {
                whole = false;
                break;
            };
            size += piece.len() as u64;
            if size > room {
                object.give_up().await;
                return Err(BlobError::TooLarge);
            }
            object.take(&piece).await?;
        }
        if size < SMALLEST && !(ends && size == room) {
            object.give_up().await;
            return Err(BlobError::Broken);
        }
        let digest = object.finish().await?;
        Ok(Written {
            name,
            size,
            digest,
            whole,
        })
    }
}

/// What comes next; a sender that falls silent has broken off.
async fn next<S, E>(incoming: &mut S) -> Option<Result<Bytes, Broken>>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    match tokio::time::timeout(SILENCE, incoming.next()).await {
        Ok(piece) => piece.map(|piece| piece.map_err(|_| Broken)),
        Err(_) => Some(Err(Broken)),
    }
}

/// The sender broke off.
struct Broken;

/// Copies one object. False if it went away meanwhile.
pub(crate) async fn copy(from: &Blobs, to: &Blobs, path: &Path) -> Result<bool, BlobError> {
    let found = match from.store.get(path).await {
        Ok(found) => found,
        Err(object_store::Error::NotFound { .. }) => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    let mut object = Object::new(to, path.clone());
    let mut pieces = found.into_stream();
    while let Some(piece) = pieces.try_next().await? {
        object.take(&piece).await?;
    }
    object.finish().await?;
    Ok(true)
}

/// An object that is being written: small ones at once, larger ones piece by piece. It appears when it is finished.
struct Object<'a> {
    blobs: &'a Blobs,
    path: Path,
    gathered: BytesMut,
    hash: Sha256,
    pieces: Option<Box<dyn MultipartUpload>>,
}

impl<'a> Object<'a> {
    fn new(blobs: &'a Blobs, path: Path) -> Self {
        Self {
            blobs,
            path,
            gathered: BytesMut::new(),
            hash: Sha256::new(),
            pieces: None,
        }
    }

    async fn take(&mut self, bytes: &[u8]) -> Result<(), BlobError> {
        self.hash.update(bytes);
        self.gathered.extend_from_slice(bytes);
        while self.gathered.len() >= self.blobs.gather {
            let piece = self.gathered.split_to(self.blobs.gather).freeze();
            self.send(piece).await?;
        }
        Ok(())
    }

    async fn send(&mut self, piece: Bytes) -> Result<(), BlobError> {
        let pieces = match &mut self.pieces {
            Some(pieces) => pieces,
            none => none.insert(self.blobs.store.put_multipart(&self.path).await?),
        };
        pieces.put_part(PutPayload::from_bytes(piece)).await?;
        Ok(())
    }

    async fn finish(mut self) -> Result<Digest, BlobError> {
        let rest = self.gathered.split().freeze();
        if self.pieces.is_none() {
            self.blobs
                .store
                .put(&self.path, PutPayload::from_bytes(rest))
                .await?;
        } else if !rest.is_empty() {
            self.send(rest).await?;
        }
        if let Some(pieces) = &mut self.pieces {
            pieces.complete().await?;
        }
        Ok(Digest::from_bytes(self.hash.finalize().into()))
    }

    async fn give_up(mut self) {
        if let Some(pieces) = &mut self.pieces
            && let Err(error) = pieces.abort().await
        {
            tracing::warn!(%error, "an unfinished object stays behind");
        }
    }
}

fn make_name() -> Result<String, BlobError> {
    let mut bytes = [0; 12];
    getrandom::fill(&mut bytes).map_err(|_| BlobError::Random)?;
    Ok(HEXLOWER.encode(&bytes))
}
