//! Fetching and opening a file.

use domain::FileRef;
use protocol::ids::BlobId;
use protocol::{limits, paths};
use sealing::file::{FileFacts, FileSecret};
use sealing::file_opener::FileOpener;

use super::upload::attempt;
use super::{Means, OnProgress, Progress};
use crate::trouble::{Trouble, What};
use crate::wire::{Method, Request};

/// How much is fetched at a time.
const FETCHED: u64 = 4 * 1024 * 1024;
/// The largest file that is opened into memory.
const WHOLE: u64 = 1024 * 1024 * 1024;

/// Fetches a whole file and opens it. What is not exactly what the entry names is refused.
pub(crate) async fn read(
    means: &Means,
    file: &FileRef,
    progress: &OnProgress,
) -> Result<Vec<u8>, Trouble> {
    if file.size > WHOLE {
        return Err(Trouble::TooLarge);
    }
    let broken = Trouble::Broken(What::File);
    let blob: BlobId = file.blob.parse().map_err(|_| broken)?;
    let secret = FileSecret::read(file.identity.expose()).map_err(|_| broken)?;
    let sha256 = file.sha256.parse().map_err(|_| broken)?;
    let head = file.header.parse().map_err(|_| broken)?;
    let sealed = means.sizes.borrow().get(&blob).copied().ok_or(broken)?;
    let facts = FileFacts::from_entry(file.size, sha256, head, sealed).ok_or(broken)?;
    if sealed > limits::FILE {
        return Err(broken);
    }
    let head_length = facts.head_length as usize;
    let mut at = 0;
    let mut bytes = range(means, blob, at, sealed.min(FETCHED)).await?;
    let opener = FileOpener::new(&secret, facts, &bytes).map_err(|_| broken)?;
    let mut whole = opener.whole();
    let mut plain = Vec::with_capacity(usize::try_from(file.size).unwrap_or_default());
    let mut skip = head_length;
    loop {
        at += bytes.len() as u64;
        whole.push(&bytes[skip..], &mut plain).map_err(|_| broken)?;
        skip = 0;
        progress(Progress {
            file: 0,
            done: plain.len() as u64,
            total: file.size,
        });
        if at >= sealed {
            break;
        }
        bytes = range(means, blob, at, (sealed - at).min(FETCHED)).await?;
    }
    whole.finish(&mut plain).map_err(|_| broken)?;
    Ok(plain)
}

async fn range(means: &Means, blob: BlobId, from: u64, length: u64) -> Result<Vec<u8>, Trouble> {
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
