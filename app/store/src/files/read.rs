//! Fetching and opening a file.

use domain::FileRef;
use futures::stream::LocalBoxStream;
use futures::{StreamExt, TryStreamExt};
use protocol::ids::BlobId;
use protocol::{limits, paths};
use sealing::file::{FileFacts, FileSecret};
use sealing::file_opener::{FileOpener, WholeOpener};

use super::tus::attempt;
use super::{Means, OnProgress, Progress};
use crate::trouble::{Trouble, What};
use crate::wire::{Method, Request};

/// How much is fetched at a time.
pub(super) const FETCHED: u64 = 4 * 1024 * 1024;
/// The largest file that is opened into memory.
const WHOLE: u64 = 1024 * 1024 * 1024;
pub(super) const BROKEN: Trouble = Trouble::Broken(What::File);

/// Fetches a whole file and opens it. What is not exactly what the entry names is refused.
pub(crate) async fn read(
    means: &Means,
    file: &FileRef,
    progress: &OnProgress,
) -> Result<Vec<u8>, Trouble> {
    if file.size > WHOLE {
        return Err(Trouble::TooLarge);
    }
    // The size is what somebody wrote; whether it is true shows only as the bytes come.
    let mut plain = Vec::with_capacity(usize::try_from(file.size.min(FETCHED)).unwrap_or_default());
    let mut pieces = stream(means, file);
    while let Some(piece) = pieces.try_next().await? {
        plain.extend(piece);
        progress(Progress {
            file: 0,
            done: plain.len() as u64,
            total: file.size,
            looking: false,
        });
    }
    Ok(plain)
}

/// Fetches a file and opens it as it comes, in constant memory. Every piece is authentic; only after the last one is it
/// known that nothing is missing.
pub(crate) fn stream<'a>(
    means: &'a Means,
    file: &'a FileRef,
) -> LocalBoxStream<'a, Result<Vec<u8>, Trouble>> {
    let next = move |reading: Option<Reading>| async move {
        match reading {
            None => Ok(None),
            Some(Reading::Start) => start(means, file).await.map(Some),
            Some(Reading::At(at)) => at.next(means).await.map(Some),
        }
    };
    futures::stream::try_unfold(Some(Reading::Start), next).boxed_local()
}

enum Reading {
    Start,
    At(Box<Place>),
}

/// Where reading stands.
struct Place {
    blob: BlobId,
    opener: WholeOpener,
    fetched: u64,
    sealed: u64,
}

/// A piece, and how it goes on.
type Piece = (Vec<u8>, Option<Reading>);

async fn start(means: &Means, file: &FileRef) -> Result<Piece, Trouble> {
    let (blob, opener, bytes) = begin(means, file, FETCHED).await?;
    let head_length = opener.facts().head_length as usize;
    let sealed = opener.facts().sealed_size();
    Box::new(Place {
        blob,
        opener: opener.whole(),
        fetched: 0,
        sealed,
    })
    .take(&bytes, head_length)
}

/// Fetches the beginning of a file, at most so many bytes of it, and whatever opens the rest.
pub(super) async fn begin(
    means: &Means,
    file: &FileRef,
    most: u64,
) -> Result<(BlobId, FileOpener, Vec<u8>), Trouble> {
    let blob: BlobId = file.blob.parse().map_err(|_| BROKEN)?;
    let secret = FileSecret::read(file.identity.expose()).map_err(|_| BROKEN)?;
    let sha256 = file.sha256.parse().map_err(|_| BROKEN)?;
    let head = file.header.parse().map_err(|_| BROKEN)?;
    let sealed = means.size(blob).ok_or(BROKEN)?;
    let facts = FileFacts::from_entry(file.size, sha256, head, sealed).ok_or(BROKEN)?;
    if sealed > limits::FILE {
        return Err(BROKEN);
    }
    let bytes = range(means, blob, 0, sealed.min(most)).await?;
    let opener = FileOpener::new(&secret, facts, &bytes).map_err(|_| BROKEN)?;
    Ok((blob, opener, bytes))
}

impl Place {
    async fn next(self: Box<Self>, means: &Means) -> Result<Piece, Trouble> {
        let bytes = range(
            means,
            self.blob,
            self.fetched,
            (self.sealed - self.fetched).min(FETCHED),
        )
        .await?;
        self.take(&bytes, 0)
    }

    /// Opens what came, but for the head.
    fn take(mut self: Box<Self>, bytes: &[u8], head: usize) -> Result<Piece, Trouble> {
        self.fetched += bytes.len() as u64;
        let mut plain = Vec::with_capacity(bytes.len());
        self.opener
            .push(bytes.get(head..).ok_or(BROKEN)?, &mut plain)
            .map_err(|_| BROKEN)?;
        if self.fetched < self.sealed {
            return Ok((plain, Some(Reading::At(self))));
        }
        self.opener.finish(&mut plain).map_err(|_| BROKEN)?;
        Ok((plain, None))
    }
}

pub(super) async fn range(
    means: &Means,
    blob: BlobId,
    from: u64,
    length: u64,
) -> Result<Vec<u8>, Trouble> {
    let headers = vec![("range", format!("bytes={from}-{}", from + length - 1))];
    let request = Request {
        method: Method::Get,
        path: paths::file(means.carnet, blob),
        headers,
        body: None,
    };
    let answer = attempt(means, request)
        .await
        .map_err(|failed| match Trouble::from(failed) {
            Trouble::NotFound => Trouble::Withheld(What::File),
            other => other,
        })?;
    let exact = answer.body.len() as u64 == length;
    if exact {
        Ok(answer.body)
    } else {
        Err(Trouble::Broken(What::File))
    }
}
