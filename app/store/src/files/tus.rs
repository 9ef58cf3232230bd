//! The tus 1.0 wire format: room for a file, its bytes, and where it stands.

use data_encoding::BASE64;
use protocol::file as words;
use protocol::ids::BlobId;
use protocol::refusal::Refusal;

use super::Means;
use crate::trouble::{Trouble, What};
use crate::wire::{Body, Failed, Method, Request, Response};

/// How much is sent at a time.
pub(super) const SENT: usize = 4 * 1024 * 1024;
/// How often a broken transfer is taken up again before the person is told; a large one goes on later where it stood.
const TRIES: u32 = 3;

/// Up to where the server has an upload. None if it does not know it any more.
pub(super) async fn stands(means: &Means, address: &str) -> Result<Option<u64>, Trouble> {
    match attempt(means, head(means, address)).await {
        Ok(answer) => {
            let stands = answer
                .header("upload-offset")
                .and_then(|text| text.parse().ok());
            stands.map(Some).ok_or(Trouble::Broken(What::Answer))
        }
        Err(failed) => match Trouble::from(failed) {
            Trouble::NotFound => Ok(None),
            other => Err(other),
        },
    }
}

/// Gives an upload up: the server need not keep what it has of it.
pub(crate) async fn give_up(means: &Means, blob: BlobId) -> Result<(), Trouble> {
    let request = Request {
        method: Method::Delete,
        path: means.upload(blob),
        headers: means.headers(),
        body: None,
    };
    call(means, request).await.map(drop)
}

fn head(means: &Means, address: &str) -> Request {
    Request {
        method: Method::Head,
        path: address.to_owned(),
        headers: means.headers(),
        body: None,
    }
}

/// Makes room for a file; says where.
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

/// Sends these bytes, which begin at `offset`; takes up where the server stands when the line breaks, and waits a little when it
/// was asked too often.
pub(super) async fn send(
    means: &Means,
    address: &str,
    offset: u64,
    bytes: &Body,
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
            body: Some(if from == 0 {
                bytes.clone()
            } else {
                bytes[from..].to_vec().into()
            }),
        };
        let answer = match attempt(means, request).await {
            Ok(answer) => answer,
            Err(
                Failed::Trouble(Trouble::Offline)
                | Failed::Refused(Refusal::WrongOffset | Refusal::TooMany),
            ) if tries < TRIES => {
                tries += 1;
                means.pause(tries).await;
                match attempt(means, head(means, address)).await {
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
