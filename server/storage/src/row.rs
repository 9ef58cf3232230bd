//! Between rows and words: numbers that the database knows only signed, ids that it knows only as bytes.

use protocol::ids;

use crate::error::StorageError;

/// A number for the database. Nothing we count comes near the end of `i64`.
pub(crate) fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number from the database.
pub(crate) fn nat(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// A length for the database.
pub(crate) fn len(bytes: &[u8]) -> i64 {
    i64::try_from(bytes.len()).unwrap_or(i64::MAX)
}

/// What can be read back from the bytes of a column.
pub(crate) trait Column: Sized {
    /// From the bytes, if there are as many as there must be.
    fn read(bytes: &[u8]) -> Option<Self>;
}

macro_rules! column {
    ($($name:ident),*) => {
        $(impl Column for ids::$name {
            fn read(bytes: &[u8]) -> Option<Self> {
                Self::from_slice(bytes).ok()
            }
        })*
    };
}

column!(
    MemberId, CarnetId, EntryId, BlobId, WayId, SectionId, Digest, Signature, SigningKey
);

/// An id from a column of `table`.
pub(crate) fn id<T: Column>(bytes: &[u8], table: &'static str) -> Result<T, StorageError> {
    T::read(bytes).ok_or(StorageError::Damaged { table })
}
