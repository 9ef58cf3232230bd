//! What can go wrong in the database.

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The database failed, or is not reachable.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
    /// The migrations could not be run.
    #[error("the database could not be brought up to date")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Something with this key is there already.
    #[error("is there already")]
    Exists,
    /// Belongs to something that is not there.
    #[error("belongs to something that is not there")]
    Orphan,
    /// A file that is named is not there in full.
    #[error("a file is missing")]
    Missing,
    /// A row does not have the shape it was written in.
    #[error("a row of {table} is damaged")]
    Damaged {
        /// Of which table.
        table: &'static str,
    },
    /// The address of the database is not one we know.
    #[error("a database address starts with sqlite: or postgres:")]
    Address,
    /// A file of the database could not be made.
    #[error("the database's folder cannot be used")]
    Folder(#[source] std::io::Error),
}

impl From<sqlx::Error> for StorageError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(inner) if inner.is_unique_violation() => Self::Exists,
            sqlx::Error::Database(inner) if inner.is_foreign_key_violation() => Self::Orphan,
            _ => Self::Database(error),
        }
    }
}
