//! Where the blobs lie: a folder, or a bucket.

use core::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;

use crate::{BlobError, Blobs};

/// On disk, pieces of this size are passed on.
const GATHER_DISK: usize = 256 * 1024;
/// S3 takes no smaller piece than this, but for the last.
const GATHER_S3: usize = 5 * 1024 * 1024;

/// Where the blobs lie.
#[derive(Debug, Clone)]
pub enum Place {
    /// In a folder of this machine.
    Folder(PathBuf),
    /// In an S3-compatible store.
    S3(S3),
}

/// An S3-compatible store.
#[derive(Clone)]
pub struct S3 {
    /// Its address (`https://s3.example.org`).
    pub endpoint: String,
    /// The bucket, which must be there.
    pub bucket: String,
    /// Its region; many stores take any word.
    pub region: String,
    /// Who we are there.
    pub access_key: String,
    /// Proves it.
    pub secret_key: String,
}

impl fmt::Debug for S3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S3({} {})", self.endpoint, self.bucket)
    }
}

impl Blobs {
    /// Opens the store; a folder is made if it is not there.
    pub fn open(place: &Place) -> Result<Self, BlobError> {
        match place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(BlobError::Folder)?;
                let store = LocalFileSystem::new_with_prefix(folder)?
                    // What was acknowledged must survive a power cut.
                    .with_fsync(true)
                    .with_automatic_cleanup(true);
                Ok(Self {
                    store: Arc::new(store),
                    gather: GATHER_DISK,
                    folder: Some(folder.clone()),
                })
            }
            Place::S3(s3) => {
                prepare_tls()?;
                let store = AmazonS3Builder::new()
                    .with_endpoint(&s3.endpoint)
                    .with_bucket_name(&s3.bucket)
                    .with_region(&s3.region)
                    .with_access_key_id(&s3.access_key)
                    .with_secret_access_key(&s3.secret_key)
                    .with_allow_http(s3.endpoint.starts_with("http://"))
                    .with_virtual_hosted_style_request(false)
                    .build()?;
                Ok(Self {
                    store: Arc::new(store),
                    gather: GATHER_S3,
                    folder: None,
                })
            }
        }
    }
}

/// Names the one implementation of TLS that this program carries. Doing it twice is as good.
pub(crate) fn prepare_tls() -> Result<(), BlobError> {
    use rustls::crypto::{CryptoProvider, ring};
    if CryptoProvider::get_default().is_none()
        && ring::default_provider().install_default().is_err()
        && CryptoProvider::get_default().is_none()
    {
        return Err(BlobError::Connector);
    }
    Ok(())
}
