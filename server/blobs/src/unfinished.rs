//! What a killed process leaves behind in a folder: files that were being written and never became objects.
//!
//! A bucket has a rule of its own for that (abort incomplete multipart uploads after a day).

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::{BlobError, Blobs};

/// The library writes beside the object, under its name with this sign and a number behind, and renames at the end.
const SIGN: char = '#';

impl Blobs {
    /// Removes what has not been written to for so long; how many there were.
    pub async fn forget_unfinished(&self, idle: Duration) -> Result<u64, BlobError> {
        let Some(folder) = self.folder.clone() else {
            return Ok(0);
        };
        let walked = tokio::task::spawn_blocking(move || walk(&folder, idle)).await;
        walked
            .map_err(|_| BlobError::Broken)?
            .map_err(BlobError::Folder)
    }
}

fn walk(folder: &Path, idle: Duration) -> std::io::Result<u64> {
    let mut removed = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            removed += walk(&entry.path(), idle)?;
            continue;
        }
        let unfinished = entry.file_name().to_string_lossy().contains(SIGN);
        let modified = entry.metadata()?.modified()?;
        if unfinished && modified.elapsed().is_ok_and(|since| since >= idle) {
            fs::remove_file(entry.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;

    #[tokio::test]
    async fn only_what_was_never_finished_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("files/a/b");
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("object"), "kept").unwrap();
        fs::write(deep.join("object2#1"), "half").unwrap();
        let blobs = Blobs::open(&Place::Folder(folder.path().to_owned())).unwrap();
        assert_eq!(
            blobs
                .forget_unfinished(Duration::from_secs(60))
                .await
                .unwrap(),
            0
        );
        assert_eq!(blobs.forget_unfinished(Duration::ZERO).await.unwrap(), 1);
        assert!(deep.join("object").exists());
    }
}
