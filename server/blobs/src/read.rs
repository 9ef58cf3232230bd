//! Reading a file, or any range of it, from its parts.

use std::ops::Range;

use bytes::Bytes;
use futures::{Stream, StreamExt, TryStreamExt, stream};
use object_store::path::Path;
use object_store::{GetOptions, ObjectStore, ObjectStoreExt};
use protocol::ids::{BlobId, CarnetId, Digest};
use sha2::{Digest as _, Sha256};

use crate::{BlobError, Blobs, Part, folder};

impl Blobs {
    /// The bytes of a range of a file, exactly, as they are fetched. The parts must follow each other and cover it.
    pub fn read(
        &self,
        carnet: CarnetId,
        blob: BlobId,
        parts: &[Part],
        range: &Range<u64>,
    ) -> Result<impl Stream<Item = Result<Bytes, BlobError>> + Send + 'static + use<>, BlobError>
    {
        let wanted = pieces(parts, range).ok_or(BlobError::Range)?;
        let folder = folder(carnet, blob);
        let store = std::sync::Arc::clone(&self.store);
        let fetch = move |(name, range): (String, Range<u64>)| {
            let (store, path) = (std::sync::Arc::clone(&store), folder.clone().join(name));
            async move {
                let options = GetOptions {
                    range: Some(range.into()),
                    ..GetOptions::default()
                };
                let found = store.get_opts(&path, options).await?;
                Ok::<_, BlobError>(found.into_stream().map_err(BlobError::from))
            }
        };
        Ok(stream::iter(wanted).then(fetch).try_flatten())
    }
}

/// Which range of which part, in order. None if the parts do not cover the range without a gap.
fn pieces(parts: &[Part], range: &Range<u64>) -> Option<Vec<(String, Range<u64>)>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for part in parts {
        let end = part.start.checked_add(part.size)?;
        if end <= at || at >= range.end {
            continue;
        }
        if part.start > at {
            return None;
        }
        let until = end.min(range.end);
        found.push((part.name.clone(), at - part.start..until - part.start));
        at = until;
    }
    (at == range.end).then_some(found)
}

/// SHA-256 and size of one object; none if it is not there.
pub(crate) async fn examine(
    store: &dyn ObjectStore,
    path: &Path,
) -> Result<Option<(Digest, u64)>, BlobError> {
    let found = match store.get(path).await {
        Ok(found) => found,
        Err(object_store::Error::NotFound { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut hash = Sha256::new();
    let mut size = 0;
    let mut bytes = found.into_stream();
    while let Some(piece) = bytes.try_next().await? {
        size += piece.len() as u64;
        hash.update(&piece);
    }
    Ok(Some((Digest::from_bytes(hash.finalize().into()), size)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, start: u64, size: u64) -> Part {
        Part {
            name: name.to_owned(),
            start,
            size,
        }
    }

    #[test]
    fn a_range_is_cut_out_of_its_parts() {
        let parts = [part("a", 0, 10), part("b", 10, 5), part("c", 15, 10)];
        let all = pieces(&parts, &(8..17)).unwrap();
        assert_eq!(
            all,
            [("a".into(), 8..10), ("b".into(), 0..5), ("c".into(), 0..2)]
        );
        assert_eq!(pieces(&parts, &(10..11)).unwrap(), [("b".into(), 0..1)]);
        assert!(pieces(&parts, &(20..26)).is_none());
        assert!(pieces(&[part("a", 0, 3), part("c", 5, 3)], &(0..6)).is_none());
    }
}
