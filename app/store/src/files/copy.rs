//! A sealed file taken along into another carnet as it is: the entry that names it says how to open it, there as here.

use domain::FileRef;
use protocol::ids::BlobId;
use sealing::file::{FileFacts, FileSecret};
use sealing::file_opener::FileOpener;

use super::Means;
use super::read::{FETCHED, range};
use super::tus::{create, send};
use crate::trouble::{Trouble, What};

const BROKEN: Trouble = Trouble::Broken(What::File);

/// Copies one file, in constant memory. It is opened on the way, so that nothing broken is taken along as if it were whole.
pub(crate) async fn copy(
    from: &Means,
    to: &Means,
    file: &FileRef,
    mut done: impl FnMut(u64),
) -> Result<(), Trouble> {
    let blob: BlobId = file.blob.parse().map_err(|_| BROKEN)?;
    if to.size(blob).is_some() {
        return Ok(());
    }
    let sealed = from.size(blob).ok_or(BROKEN)?;
    let secret = FileSecret::read(file.identity.expose()).map_err(|_| BROKEN)?;
    let sha256 = file.sha256.parse().map_err(|_| BROKEN)?;
    let head = file.header.parse().map_err(|_| BROKEN)?;
    let facts = FileFacts::from_entry(file.size, sha256, head, sealed).ok_or(BROKEN)?;
    let mut skip = facts.head_length as usize;
    let mut bytes = range(from, blob, 0, sealed.min(FETCHED)).await?;
    let mut opener = FileOpener::new(&secret, facts, &bytes)
        .map_err(|_| BROKEN)?
        .whole();
    let address = create(to, blob, sealed).await?;
    let mut at = 0;
    let mut plain = Vec::new();
    loop {
        let body = bytes.get(skip..).ok_or(BROKEN)?;
        opener.push(body, &mut plain).map_err(|_| BROKEN)?;
        plain.clear();
        at = send(to, &address, at, &bytes.into()).await?;
        done(at);
        if at >= sealed {
            break;
        }
        skip = 0;
        bytes = range(from, blob, at, (sealed - at).min(FETCHED)).await?;
    }
    opener.finish(&mut plain).map_err(|_| BROKEN)?;
    to.note_size(blob, sealed);
    Ok(())
}
