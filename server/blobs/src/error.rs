//! What can go wrong with files.

/// Why the store of blobs did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// The store failed, or is not reachable.
    #[error("the store of blobs failed")]
    Store(#[from] object_store::Error),
    /// The folder cannot be made or used.
    #[error("the folder of blobs cannot be used")]
    Folder(#[source] std::io::Error),
    /// More bytes came than were announced.
    #[error("more bytes came than were announced")]
    TooLarge,
    /// The sender broke off before enough had come to be worth keeping.
    #[error("the sender broke off")]
    Broken,
    /// Another place was asked for than the file has.
    #[error("outside of the file")]
    Range,
    /// The system has no randomness to give.
    #[error("the system gives no random bytes")]
    Random,
    /// No connection could be prepared.
    #[error("no connection to the store of blobs can be prepared")]
    Connector,
}
