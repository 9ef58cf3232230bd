//! Sealed files, on disk or in an S3-compatible store. What lies here can be read by nobody but the people.
//!
//! A file is its *parts*, one object for each upload request that arrived: an object is there whole or not at all, nothing
//! is copied together afterwards, and memory stays the same however large a file is. Which parts make a file is kept in
//! the database.
#![forbid(unsafe_code)]

mod error;
mod open;
mod read;
mod unfinished;
mod write;

use std::path::PathBuf;
use std::sync::Arc;

use futures::TryStreamExt;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use protocol::ids::{BlobId, CarnetId, Digest};

pub use error::BlobError;
pub use open::{Place, S3};
pub use write::Written;

/// The store of blobs.
#[derive(Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    /// How many bytes are gathered before they are sent on.
    gather: usize,
    /// Where it lies, if in a folder.
    folder: Option<PathBuf>,
}

/// A part of a file, as the database knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its object's name within its file.
    pub name: String,
    /// Where in the file it begins.
    pub start: u64,
    /// How many bytes.
    pub size: u64,
}

/// A part less than this is not worth an object, unless it ends the file.
pub const SMALLEST: u64 = 64 * 1024;

impl Blobs {
    /// Deletes every part of a file; parts that are not there are as good.
    pub async fn delete(&self, carnet: CarnetId, blob: BlobId) -> Result<(), BlobError> {
        let objects: Vec<_> = self
            .store
            .list(Some(&folder(carnet, blob)))
            .try_collect()
            .await?;
        for object in objects {
            self.delete_object(&object.location).await?;
        }
        Ok(())
    }

    /// Deletes one part that was written and is not wanted.
    pub async fn delete_part(
        &self,
        carnet: CarnetId,
        blob: BlobId,
        name: &str,
    ) -> Result<(), BlobError> {
        self.delete_object(&folder(carnet, blob).join(name)).await
    }

    /// SHA-256 and size of a part as it lies there; none if it is not there.
    pub async fn examine(
        &self,
        carnet: CarnetId,
        blob: BlobId,
        name: &str,
    ) -> Result<Option<(Digest, u64)>, BlobError> {
        read::examine(self.store.as_ref(), &folder(carnet, blob).join(name)).await
    }

    /// Copies every object that `other` does not have yet. Objects never change, so a copy can be carried on any time.
    pub async fn copy_to(&self, other: &Self) -> Result<u64, BlobError> {
        let mut copied = 0;
        let mut objects = self.store.list(Some(&Path::from(FILES)));
        while let Some(object) = objects.try_next().await? {
            let there = match other.store.head(&object.location).await {
                Ok(there) => there.size == object.size,
                Err(object_store::Error::NotFound { .. }) => false,
                Err(error) => return Err(error.into()),
            };
            if !there && write::copy(self, other, &object.location).await? {
                copied += 1;
            }
        }
        Ok(copied)
    }

    async fn delete_object(&self, path: &Path) -> Result<(), BlobError> {
        match self.store.delete(path).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// Under which everything lies.
const FILES: &str = "files";

fn folder(carnet: CarnetId, blob: BlobId) -> Path {
    Path::from(FILES)
        .join(carnet.to_string())
        .join(blob.to_string())
}
