//! Where the site's files come from: a folder, or the binary itself.

use std::path::{Component, Path, PathBuf};

use axum::body::Bytes;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// Why the site cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file is missing or cannot be read. `cargo run` builds the site before it starts the server.
    #[error("the site's file {path} cannot be read")]
    File {
        /// Which.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The table of pages is not what it must be.
    #[error("the site's table of pages cannot be read")]
    Table(#[source] serde_json::Error),
}

/// The files of the site.
pub enum Source {
    /// In a folder.
    Folder(PathBuf),
    /// In the binary.
    #[cfg(feature = "embedded")]
    Embedded,
}

#[cfg(feature = "embedded")]
static EMBEDDED: include_dir::Dir<'static> = include_dir::include_dir!("$CARNET_SITE_DIR");

impl Source {
    /// The files of a folder.
    pub fn folder(path: &Path) -> Self {
        Self::Folder(path.to_owned())
    }

    /// The files that the binary carries, or else those of a folder.
    pub fn of_binary_or(folder: &Path) -> Self {
        #[cfg(feature = "embedded")]
        {
            let _ = folder;
            Self::Embedded
        }
        #[cfg(not(feature = "embedded"))]
        Self::folder(folder)
    }

    /// A file by its path in the site. Nothing outside the site can be named.
    pub(super) fn read(&self, path: &str) -> Result<Bytes, SiteError> {
        let inside = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !inside || path.is_empty() {
            return Err(missing(path));
        }
        match self {
            Self::Folder(folder) => {
                let failed = |source| SiteError::File {
                    path: path.to_owned(),
                    source,
                };
                std::fs::read(folder.join(path))
                    .map(Bytes::from)
                    .map_err(failed)
            }
            #[cfg(feature = "embedded")]
            Self::Embedded => {
                let file = EMBEDDED.get_file(path).ok_or_else(|| missing(path))?;
                Ok(Bytes::from_static(file.contents()))
            }
        }
    }

    /// Every file with its SHA-256 in hexadecimal, sorted by path.
    pub(super) fn hashes(&self) -> Result<Vec<(String, String)>, SiteError> {
        let mut names = match self {
            Self::Folder(folder) => names_in(folder, Path::new(""))?,
            #[cfg(feature = "embedded")]
            Self::Embedded => embedded_names(&EMBEDDED),
        };
        names.sort();
        let hash = |name: String| {
            let digest = HEXLOWER.encode(&Sha256::digest(self.read(&name)?));
            Ok((name, digest))
        };
        names.into_iter().map(hash).collect()
    }
}

fn missing(path: &str) -> SiteError {
    SiteError::File {
        path: path.to_owned(),
        source: std::io::ErrorKind::NotFound.into(),
    }
}

fn names_in(root: &Path, under: &Path) -> Result<Vec<String>, SiteError> {
    let failed = |source| SiteError::File {
        path: under.display().to_string(),
        source,
    };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root.join(under)).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = under.join(entry.file_name());
        if entry.path().is_dir() {
            names.extend(names_in(root, &name)?);
        } else {
            names.push(name.display().to_string());
        }
    }
    Ok(names)
}

#[cfg(feature = "embedded")]
fn embedded_names(folder: &include_dir::Dir<'_>) -> Vec<String> {
    let own = folder.files().map(|file| file.path().display().to_string());
    own.chain(folder.dirs().flat_map(embedded_names)).collect()
}
