//! The two databases, and the tongue that both understand.
//!
//! The common tongue, in which every statement of this crate is written:
//! - types: `BYTEA` (ids, digests, sealed bytes; SQLite takes the word and stores a blob), `BIGINT` (numbers, and times in
//!   seconds), `TEXT`, `BOOLEAN`. No JSON, arrays, enums, `TIMESTAMP`, `SERIAL`: ids are made outside;
//! - placeholders `$1`, `$2`, each of which may be used again; `ON CONFLICT (…) DO UPDATE SET x = excluded.x`; `RETURNING`;
//!   `LIMIT $n`; `TRUE` and `FALSE`; sums through `CAST(SUM(n) AS BIGINT)`;
//! - no `now()` (times are arguments), no `FOR UPDATE`: a transaction that must be alone with a carnet begins by updating
//!   that carnet's row, which takes the lock on both;
//! - what belongs to something goes with it by `ON DELETE CASCADE`.
//!
//! Only the beginning of a transaction differs: on SQLite it takes the write lock at once (a read that later wants to
//! write would be refused), and writers of this process queue at a gate instead of polling each other.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};
use tokio::sync::Mutex;

use crate::error::StorageError;
use crate::migrations;

/// Connections to one database. More would wait for each other on the small machines this runs on.
const CONNECTIONS: u32 = 8;
/// How long to wait for another process that writes, or for a free connection.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often, and how long apart, opening and migrating are tried again.
const MEETINGS: u32 = 20;
/// See [`MEETINGS`].
const MEETING: Duration = Duration::from_millis(100);

/// The server's database.
pub struct Storage {
    pub(crate) db: Db,
}

/// One of the two databases.
pub(crate) enum Db {
    /// A file beside the server.
    Sqlite {
        /// Connections.
        pool: SqlitePool,
        /// Writers of this process, one after another.
        gate: Mutex<()>,
    },
    /// A server of its own.
    Postgres(PgPool),
}

/// Runs one expression on whichever database it is: `on!(storage, pool => …)`.
macro_rules! on {
    ($storage:expr, $pool:ident => $body:expr) => {
        match &$storage.db {
            $crate::db::Db::Sqlite { pool: $pool, .. } => $body,
            $crate::db::Db::Postgres($pool) => $body,
        }
    };
}

/// Runs a block inside one transaction: kept if it ends in `Ok`, undone if it ends in `Err` or is given up.
macro_rules! transaction {
    ($storage:expr, $tx:ident => $body:block) => {
        match &$storage.db {
            $crate::db::Db::Sqlite { pool, gate } => {
                let _turn = gate.lock().await;
                let mut $tx = pool.begin_with("BEGIN IMMEDIATE").await?;
                let result: Result<_, $crate::StorageError> = async { $body }.await;
                match result {
                    Ok(value) => $tx.commit().await.map(|()| value).map_err(Into::into),
                    Err(error) => $tx.rollback().await.map_err(Into::into).and(Err(error)),
                }
            }
            $crate::db::Db::Postgres(pool) => {
                let mut $tx = pool.begin().await?;
                let result: Result<_, $crate::StorageError> = async { $body }.await;
                match result {
                    Ok(value) => $tx.commit().await.map(|()| value).map_err(Into::into),
                    Err(error) => $tx.rollback().await.map_err(Into::into).and(Err(error)),
                }
            }
        }
    };
}

pub(crate) use {on, transaction};

impl Storage {
    /// Opens the database at `address` (`sqlite:PATH` or `postgres://…`), making an SQLite file if there is none, and
    /// brings it up to date.
    pub async fn open(address: &str) -> Result<Self, StorageError> {
        let db = if let Some(path) = address.strip_prefix("sqlite:") {
            Db::Sqlite {
                pool: open_sqlite(path.trim_start_matches("//")).await?,
                gate: Mutex::new(()),
            }
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(address)?;
            let pool = PgPoolOptions::new()
                .max_connections(CONNECTIONS)
                .acquire_timeout(PATIENCE)
                .connect_with(options)
                .await?;
            Db::Postgres(pool)
        } else {
            return Err(StorageError::Address);
        };
        let storage = Self { db };
        storage.bring_up_to_date().await?;
        Ok(storage)
    }

    /// PostgreSQL lets one process migrate while others wait; on SQLite two that start together meet, and the one that
    /// came too late looks again.
    async fn bring_up_to_date(&self) -> Result<(), StorageError> {
        let migrations = migrations::all();
        met(|| async { Ok(on!(self, pool => migrations.run(pool).await)?) }).await
    }

    /// Whether the database answers.
    pub async fn is_there(&self) -> Result<(), StorageError> {
        on!(self, pool => sqlx::query("SELECT 1").execute(pool).await.map(|_| ()))?;
        Ok(())
    }

    /// Finishes what is under way and closes every connection.
    pub async fn close(&self) {
        on!(self, pool => pool.close().await);
    }

    /// Writes a consistent copy of an SQLite database to a new file while the server runs. Says whether it did: on
    /// PostgreSQL that is the work of its own tools.
    pub async fn copy_to(&self, path: &str) -> Result<bool, StorageError> {
        match &self.db {
            Db::Sqlite { pool, .. } => {
                sqlx::query("VACUUM INTO $1")
                    .bind(path)
                    .execute(pool)
                    .await?;
                Ok(true)
            }
            Db::Postgres(_) => Ok(false),
        }
    }
}

async fn open_sqlite(path: &str) -> Result<SqlitePool, StorageError> {
    if let Some(folder) = std::path::Path::new(path).parent() {
        std::fs::create_dir_all(folder).map_err(StorageError::Folder)?;
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // What was acknowledged must survive a power cut, not only the end of the process.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE);
    // Whoever makes the file turns its journal on, and SQLite lets nobody wait for that: who comes at that moment comes again.
    met(|| async {
        let pool = SqlitePoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone());
        Ok(pool.await?)
    })
    .await
}

/// Does something that another process may be doing at this moment: as long as that is what stands in the way, it is tried
/// again. Anything else that is wrong is said at once.
async fn met<T, Tried>(attempt: impl Fn() -> Tried) -> Result<T, StorageError>
where
    Tried: Future<Output = Result<T, StorageError>>,
{
    for _ in 0..MEETINGS {
        match attempt().await {
            Err(error) if error.is_meeting() => tokio::time::sleep(MEETING).await,
            done => return done,
        }
    }
    attempt().await
}
