//! What SQLite alone can do, beside which the server's pushes are measured (`cargo bench -p storage -p server`): the rows of
//! one push with one entry of one KiB, in one durable transaction, from eight tasks that queue as the server's do.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use tokio::sync::Mutex;

const TASKS: u8 = 8;
const LONG: Duration = Duration::from_secs(5);

const TABLES: &str = "CREATE TABLE heads (id BYTEA PRIMARY KEY, seq BIGINT, head BYTEA);
    CREATE TABLE commits (carnet BYTEA, seq BIGINT, digest BYTEA, body BYTEA, signature BYTEA,
        author BYTEA, received BIGINT, PRIMARY KEY (carnet, seq));
    CREATE TABLE payloads (carnet BYTEA, digest BYTEA, section BYTEA, entry BYTEA, seq BIGINT,
        size BIGINT, sealed BYTEA, PRIMARY KEY (carnet, digest));";

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteConnectOptions::new()
        .filename(folder.path().join("bare.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePoolOptions::new()
        .max_connections(8)
        .connect_with(options)
        .await
        .unwrap();
    sqlx::raw_sql(TABLES).execute(&pool).await.unwrap();
    let gate = Arc::new(Mutex::new(()));
    let start = Instant::now();
    let tasks = (0..TASKS).map(|task| {
        let (pool, gate) = (pool.clone(), Arc::clone(&gate));
        tokio::spawn(async move {
            let mut seq = 0;
            while start.elapsed() < LONG {
                let _turn = gate.lock().await;
                commit(&pool, task, seq).await;
                seq += 1;
            }
            seq
        })
    });
    let mut commits = 0;
    for task in tasks.collect::<Vec<_>>() {
        commits += task.await.unwrap();
    }
    let each = f64::from(commits) / start.elapsed().as_secs_f64();
    println!("bare SQLite: {each:.0} commits a second");
}

async fn commit(pool: &SqlitePool, task: u8, seq: i32) {
    let mut digest = [task; 32];
    digest[..4].copy_from_slice(&seq.to_be_bytes());
    let carnet = [task; 32];
    let mut tx = pool.begin_with("BEGIN IMMEDIATE").await.unwrap();
    sqlx::query(
        "INSERT INTO heads VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET seq = $2, head = $3",
    )
    .bind(&carnet[..])
    .bind(seq)
    .bind(&digest[..])
    .execute(&mut *tx)
    .await
    .unwrap();
    sqlx::query("INSERT INTO commits VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(&carnet[..])
        .bind(seq)
        .bind(&digest[..])
        .bind(&[1; 220][..])
        .bind(&[2; 64][..])
        .bind(&[3; 16][..])
        .bind(0)
        .execute(&mut *tx)
        .await
        .unwrap();
    sqlx::query("INSERT INTO payloads VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(&carnet[..])
        .bind(&digest[..])
        .bind(&[4; 16][..])
        .bind(&digest[..16])
        .bind(seq)
        .bind(1024)
        .bind(&[5; 1024][..])
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}
