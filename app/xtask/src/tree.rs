//! Where things lie: the checkout and the folder of what is built.

use crate::run::Trouble;
use std::path::{Path, PathBuf};

/// The top of the checkout.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// The folder of what is built: `CARGO_TARGET_DIR`, or `target` in the checkout.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder of the drawn pages and the files beside them.
pub fn site() -> PathBuf {
    target().join("site")
}

/// A program of ours as `cargo build` leaves it in the folder of a profile.
pub fn program(profile_folder: &str, name: &str) -> PathBuf {
    target()
        .join(profile_folder)
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Every file below `folder`, as paths from it, in order of name. A missing folder has none.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let mut found = Vec::new();
    collect(folder, Path::new(""), &mut found)
        .map_err(|error| Trouble::with(folder.display(), error))?;
    found.sort();
    Ok(found)
}

fn collect(top: &Path, below: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let folder = top.join(below);
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect(top, &path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

/// A file's bytes.
pub fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    std::fs::read(path).map_err(|error| Trouble::with(path.display(), error))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let written = match path.parent() {
        Some(folder) => std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, bytes)),
        None => std::fs::write(path, bytes),
    };
    written.map_err(|error| Trouble::with(path.display(), error))
}

/// Removes a folder and all below; one that is not there is as good.
pub fn remove(folder: &Path) -> Result<(), Trouble> {
    match std::fs::remove_dir_all(folder) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Trouble::with(folder.display(), error)),
    }
}
