//! A server of its own: database, blobs, routes, on a free port.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use api::app::{App, Limits, Parts};
use api::body::Bodies;
use api::cache::Cache;
use api::lines::Lines;
use api::pace::Pace;
use api::post::Post;
use api::sessions::Sessions;
use auth::passkey::Passkeys;
use blobs::Blobs;
use protocol::time::Seconds;
use storage::Storage;
use tokio::net::TcpListener;

/// Where PostgreSQL is, if a story shall run on it too.
pub const POSTGRES: &str = "CARNET_TEST_POSTGRES";

/// The time of a story: the real one, and what it jumped ahead.
#[derive(Clone, Default)]
pub struct Time(Arc<AtomicU64>);

impl Time {
    #[allow(
        clippy::disallowed_methods,
        reason = "the clock at the edge of a story"
    )]
    pub fn now(&self) -> Seconds {
        let real = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap()
            .as_secs();
        Seconds(real + self.0.load(Ordering::Relaxed))
    }

    pub fn jump(&self, seconds: u64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

/// A running server.
pub struct Home {
    pub address: SocketAddr,
    pub folder: PathBuf,
    pub time: Time,
    pub storage: Arc<Storage>,
}

impl Home {
    /// On SQLite, in a folder of its own.
    pub async fn start() -> Self {
        Self::on(None, Limits::default()).await
    }

    /// With other limits.
    pub async fn with(limits: Limits) -> Self {
        Self::on(None, limits).await
    }

    /// On every database there is: SQLite always, PostgreSQL when [`POSTGRES`] says where.
    pub fn databases() -> Vec<Option<String>> {
        let postgres = std::env::var(POSTGRES).ok();
        assert!(
            postgres.is_some() || std::env::var("CI").is_err(),
            "in CI, {POSTGRES} must name a database"
        );
        std::iter::once(None).chain(postgres.map(Some)).collect()
    }

    pub async fn on(database: Option<String>, limits: Limits) -> Self {
        Self::posting(database, limits, Time::default(), Post::default())
            .await
            .0
    }

    /// With what sends mails and messages, and what its task needs.
    pub async fn posting(
        database: Option<String>,
        limits: Limits,
        time: Time,
        post: Post,
    ) -> (Self, App) {
        let mut random = [0; 8];
        getrandom::fill(&mut random).unwrap();
        let name = format!("carnet-story-{}", data_encoding::HEXLOWER.encode(&random));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let database =
            database.unwrap_or_else(|| format!("sqlite:{}", folder.join("carnet.db").display()));
        let storage = Arc::new(Storage::open(&database).await.unwrap());
        let blobs = Blobs::open(&blobs::Place::Folder(folder.join("blobs"))).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let origin = format!("http://localhost:{}", address.port());
        let clock = time.clone();
        let (lines, _writer) = Lines::start(storage.clone());
        let app = Arc::new(Parts {
            storage: storage.clone(),
            blobs,
            passkeys: Passkeys::new(&origin).unwrap(),
            limits: limits.clone(),
            origin,
            clock: Arc::new(move || clock.now()),
            bodies: Bodies::default(),
            cache: Cache::default(),
            lines,
            sessions: Sessions::default(),
            pace: Pace::new(&limits),
            post,
        });
        let routes = api::routes::routes(app.clone());
        let service = routes.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
        let home = Self {
            address,
            folder,
            time,
            storage,
        };
        (home, app)
    }

    /// Another server that knows all this one knows at this moment: what each says afterwards, the other does not know.
    pub async fn copy(&self) -> Self {
        let copy = self.folder.join("twin.db");
        let copy = copy.to_str().unwrap();
        assert!(self.storage.copy_to(copy).await.unwrap());
        Self::on(Some(format!("sqlite:{copy}")), Limits::default()).await
    }

    /// Every byte of every file below the server's folder.
    pub fn stored(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = std::fs::read(&path).unwrap();
                    files.push((path, bytes));
                }
            }
        }
        files
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // What is left over is in the system's folder for such things.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
