//! `carnet backup FOLDER`: a consistent copy, while the server may run.
//!
//! The database is copied first, in one moment; then the sealed files. A file never changes, so every one that the copied
//! database names is there afterwards, unless it was erased thirty days ago in just this moment; and a copy can be made
//! again into the same folder, which only brings what is new.

use std::fmt;
use std::path::Path;

use blobs::{BlobError, Blobs, Place};
use storage::StorageError;

use crate::parts::{self, PartsError};
use crate::settings::Settings;

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// What is to be copied cannot be opened.
    #[error(transparent)]
    Parts(#[from] PartsError),
    /// The folder cannot be made.
    #[error("the folder cannot be made")]
    Folder(#[source] std::io::Error),
    /// A path that the database does not understand.
    #[error("the folder's name must be plain text")]
    Name,
    /// The database could not be copied.
    #[error("the database could not be copied")]
    Database(#[from] StorageError),
    /// A sealed file could not be copied.
    #[error("the sealed files could not be copied")]
    Files(#[from] BlobError),
}

/// What was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// Whether the database was; PostgreSQL has its own tools for that.
    pub database: bool,
    /// How many objects were new.
    pub objects: u64,
}

impl fmt::Display for Copied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.database {
            write!(
                f,
                "The database and {} new objects were copied.",
                self.objects
            )
        } else {
            write!(
                f,
                "{} new objects were copied. The database is PostgreSQL: copy it with pg_dump, before this command.",
                self.objects
            )
        }
    }
}

/// Copies database and sealed files into a folder that has the shape of a data folder.
pub async fn run(settings: &Settings, folder: &Path) -> Result<Copied, BackupError> {
    std::fs::create_dir_all(folder).map_err(BackupError::Folder)?;
    let (storage, blobs) = parts::open(settings).await?;
    // The new copy is finished before it takes the place of an older one.
    let (fresh, kept) = (folder.join("carnet.db.new"), folder.join("carnet.db"));
    if fresh.exists() {
        std::fs::remove_file(&fresh).map_err(BackupError::Folder)?;
    }
    let database = storage
        .copy_to(fresh.to_str().ok_or(BackupError::Name)?)
        .await?;
    if database {
        std::fs::rename(&fresh, &kept).map_err(BackupError::Folder)?;
    }
    let other = Blobs::open(&Place::Folder(folder.join("blobs")))?;
    let objects = blobs.copy_to(&other).await?;
    storage.close().await;
    Ok(Copied { database, objects })
}
