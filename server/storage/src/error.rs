//! What can go wrong in the database.

use sqlx::migrate::MigrateError;
use sqlx::sqlite::SqliteError;

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The database failed, or is not reachable.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
    /// The migrations could not be run.
    #[error("the database could not be brought up to date")]
    Migration(#[from] MigrateError),
    /// Something with this key is there already.
    #[error("is there already")]
    Exists,
    /// Belongs to something that is not there.
    #[error("belongs to something that is not there")]
    Orphan,
    /// A file that is named is not there in full.
    #[error("a file is missing")]
    Missing,
    /// There would be more of it than there may be.
    #[error("there would be too much")]
    TooMuch,
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

impl StorageError {
    /// Whether another process may have been in the way: it held the SQLite file, or ran the same migration.
    pub(crate) fn is_meeting(&self) -> bool {
        match self {
            Self::Database(error) => is_held(error),
            Self::Migration(MigrateError::Execute(error)) => is_held(error),
            // The table that it was about to make is there: the other one made it.
            Self::Migration(MigrateError::ExecuteMigration(..)) => true,
            _ => false,
        }
    }
}

/// `SQLITE_BUSY` or `SQLITE_LOCKED`, in any of their extended forms.
fn is_held(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(error) = error else {
        return false;
    };
    let code: Option<u32> = error.code().and_then(|code| code.parse().ok());
    error
        .try_downcast_ref::<SqliteError>()
        .is_some_and(|_| matches!(code.map(|code| code & 0xff), Some(5 | 6)))
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
