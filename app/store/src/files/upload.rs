//! Sealing a file while it is sent, by the tus 1.0 wire format.

use data_encoding::BASE64;
use protocol::ids::BlobId;
use protocol::refusal::Refusal;
use protocol::{file as words, limits};
use sealing::file::{FileFacts, FileSealer, FileSecret};

use super::{Means, Source};
use crate::trouble::{Trouble, What};
use crate::wire::{Failed, Method, Request, Response};

/// How much is read from the device at a time.
const PIECE: usize = 1024 * 1024;
/// How much is sent at a time.
const SENT: usize = 4 * 1024 * 1024;
/// How often a broken transfer is taken up again.
const TRIES: u32 = 5;

/// Seals and sends; gives what an entry needs to name the file.
pub(super) async fn upload(
    means: &Means,
    source: &dyn Source,
    mut done: impl FnMut(u64),
) -> Result<(BlobId, FileSecret, FileFacts), Trouble> {
    let blob = BlobId::from_bytes(crate::engine::make_random()?);
    let size = source.size();
    let mut waiting = Vec::with_capacity(SENT + PIECE * 2);
    let mut sealer = FileSealer::start(&mut waiting);
    let total = sealed_size(waiting.len(), size)?;
    let address = create(means, blob, total).await?;
    let (mut read, mut sent) = (0, 0);
    while read < size {
        let length =
            usize::try_from((size - read).min(PIECE as u64)).map_err(|_| Trouble::TooLarge)?;
        let piece = source.read(read, length).await?;
        if piece.len() != length {
            return Err(Trouble::FileUnreadable);
        }
        sealer.push(&piece, &mut waiting);
        read += length as u64;
        if waiting.len() >= SENT {
            sent = send(means, &address, sent, &waiting).await?;
            waiting.clear();
            done(read);
        }
    }
    let (secret, facts) = sealer.finish(&mut waiting);
    send(means, &address, sent, &waiting).await?;
    done(size);
    means.note_size(blob, facts.sealed_size());
    Ok((blob, secret, facts))
}

/// Sends bytes that are sealed already, in some other way than files of the record.
pub(crate) async fn send_sealed(means: &Means, sealed: &[u8]) -> Result<BlobId, Trouble> {
    let blob = BlobId::from_bytes(crate::engine::make_random()?);
    let address = create(means, blob, sealed.len() as u64).await?;
    let mut sent = 0;
    for piece in sealed.chunks(SENT) {
        sent = send(means, &address, sent, piece).await?;
    }
    Ok(blob)
}

fn sealed_size(head: usize, size: u64) -> Result<u64, Trouble> {
    const CHUNK: u64 = 64 * 1024;
    const TAG: u64 = 16;
    let total = head as u64 + size + TAG * size.div_ceil(CHUNK).max(1);
    if total > limits::FILE {
        Err(Trouble::TooLarge)
    } else {
        Ok(total)
    }
}

pub(super) async fn create(means: &Means, blob: BlobId, total: u64) -> Result<String, Trouble> {
    let metadata = format!(
        "{} {}",
        words::BLOB_KEY,
        BASE64.encode(blob.to_string().as_bytes())
    );
    let mut headers = means.headers();
    headers.push(("upload-length", total.to_string()));
    headers.push(("upload-metadata", metadata));
    let path = means.uploads();
    let request = Request {
        method: Method::Post,
        path,
        headers,
        body: None,
    };
    let answer = call(means, request).await?;
    // Where the server puts it is its own affair, as long as it is on the same server.
    let address = answer
        .header("location")
        .filter(|path| path.starts_with("/api/"));
    Ok(address.map_or_else(|| means.upload(blob), str::to_owned))
}

/// Sends these bytes, which begin at `offset`; takes up where the server stands when the line breaks.
pub(super) async fn send(
    means: &Means,
    address: &str,
    offset: u64,
    bytes: &[u8],
) -> Result<u64, Trouble> {
    let end = offset + bytes.len() as u64;
    let (mut at, mut tries) = (offset, 0);
    while at < end {
        let from = usize::try_from(at - offset).map_err(|_| Trouble::Broken(What::File))?;
        let mut headers = means.headers();
        headers.push(("upload-offset", at.to_string()));
        headers.push(("content-type", "application/offset+octet-stream".to_owned()));
        let request = Request {
            method: Method::Patch,
            path: address.to_owned(),
            headers,
            body: Some(bytes[from..].to_vec()),
        };
        let answer = match attempt(means, request).await {
            Ok(answer) => answer,
            Err(Failed::Trouble(Trouble::Offline) | Failed::Refused(Refusal::WrongOffset))
                if tries < TRIES =>
            {
                tries += 1;
                means.pause(tries).await;
                let head = Request {
                    method: Method::Head,
                    path: address.to_owned(),
                    headers: means.headers(),
                    body: None,
                };
                match attempt(means, head).await {
                    Ok(answer) => answer,
                    Err(Failed::Trouble(Trouble::Offline)) => continue,
                    Err(failed) => return Err(failed.into()),
                }
            }
            Err(failed) => return Err(failed.into()),
        };
        let stands = answer
            .header("upload-offset")
            .and_then(|text| text.parse::<u64>().ok());
        at = stands
            .filter(|stands| (at..=end).contains(stands))
            .ok_or(Trouble::Broken(What::Answer))?;
    }
    Ok(end)
}

async fn call(means: &Means, request: Request) -> Result<Response, Trouble> {
    Ok(attempt(means, request).await?)
}

/// Sends a request; once more if the session had ended.
pub(super) async fn attempt(means: &Means, request: Request) -> Result<Response, Failed> {
    match means.talk.call(request.clone()).await {
        Err(Failed::Refused(Refusal::SignedOut)) => {
            let keeper = means.keeper.as_ref().ok_or(Trouble::Locked)?;
            keeper.renew_session().await?;
            means.talk.call(request).await
        }
        answer => answer,
    }
}
