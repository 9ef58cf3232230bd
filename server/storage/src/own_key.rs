//! Keys of this installation itself.

use crate::db::{Storage, transaction};
use crate::error::StorageError;

impl Storage {
    /// The key for a purpose; `fresh` if there is none yet. Instances that start at the same time get the same one.
    pub async fn own_key(&self, purpose: &str, fresh: &[u8]) -> Result<Vec<u8>, StorageError> {
        const MAKE: &str = "INSERT INTO own_keys (purpose, secret) VALUES ($1, $2) \
            ON CONFLICT (purpose) DO NOTHING";
        const SQL: &str = "SELECT secret FROM own_keys WHERE purpose = $1";
        transaction!(self, tx => {
            sqlx::query(MAKE).bind(purpose).bind(fresh).execute(&mut *tx).await?;
            let (secret,): (Vec<u8>,) =
                sqlx::query_as(SQL).bind(purpose).fetch_one(&mut *tx).await?;
            Ok(secret)
        })
    }
}
