//! Answers, until it is told to stop.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use api::app::{App, Clock, Parts};
use api::body::Bodies;
use api::cache::Cache;
use api::lines::Lines;
use api::pace::Pace;
use api::post::worker;
use api::refuse::No;
use api::sessions::Sessions;
use api::{routes, sweeper};
use auth::passkey::{PasskeyError, Passkeys};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use protocol::refusal::Refusal;
use tokio::net::TcpListener;

use crate::parts::{self, PartsError};
use crate::settings::Settings;
use crate::site::{self, Site, Source};
use crate::{clock, headers, log};

/// How long requests under way may take once we are told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Why the server does not run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address is taken, or not ours.
    #[error("{address} cannot be listened on")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
    /// A part is missing.
    #[error(transparent)]
    Parts(#[from] PartsError),
    /// The origin cannot have passkeys.
    #[error("the setting `origin` cannot be used")]
    Origin(#[source] PasskeyError),
    /// The network failed.
    #[error("the network failed")]
    Network(#[from] std::io::Error),
}

/// Listens where the settings say, prints the address, and answers until the process is told to end.
#[allow(
    clippy::print_stdout,
    reason = "the address is what the person at the terminal waits for"
)]
pub async fn until_told(settings: &Settings) -> Result<(), ServeError> {
    log::start(&settings.log);
    let address = settings.listen;
    let listener = TcpListener::bind(address)
        .await
        .map_err(|source| ServeError::Listen { address, source })?;
    let origin = origin(settings, &listener)?;
    serve(settings, listener, clock::system(), async move {
        println!("Carnet: {origin}");
        told_to_end().await;
    })
    .await
}

/// Answers on this listener until `shutdown` is done; then finishes what is under way and closes the database.
pub async fn serve(
    settings: &Settings,
    listener: TcpListener,
    clock: Clock,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let (storage, blobs) = parts::open(settings).await?;
    let (lines, writer) = Lines::start(Arc::clone(&storage));
    let origin = origin(settings, &listener)?;
    let limits = parts::limits(settings)?;
    let app: App = Arc::new(Parts {
        storage: Arc::clone(&storage),
        blobs,
        passkeys: Passkeys::new(&origin).map_err(ServeError::Origin)?,
        pace: Pace::new(&limits),
        limits,
        post: parts::post(settings, &storage, &origin).await?,
        origin,
        clock,
        bodies: Bodies::default(),
        cache: Cache::default(),
        sessions: Sessions::default(),
        lines,
    });
    let postman = tokio::spawn(worker::run(Arc::clone(&app)));
    let sweeper = tokio::spawn(sweeper::run(Arc::clone(&app)));
    let router = router(settings, app);
    let (told, mut hears) = tokio::sync::watch::channel(());
    let shutdown = async move {
        shutdown.await;
        drop(told);
    };
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service)
        .with_graceful_shutdown(shutdown)
        .into_future();
    let overdue = async move {
        // Ends when `told` is dropped: nothing is ever sent.
        while hears.changed().await.is_ok() {}
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        ended = server => ended?,
        () = overdue => tracing::warn!("requests were broken off"),
    }
    sweeper.abort();
    postman.abort();
    // The last lines of the journal are written once nobody can bring another.
    if tokio::time::timeout(GRACE, writer).await.is_err() {
        tracing::warn!("the access journal was not finished");
    }
    storage.close().await;
    Ok(())
}

fn router(settings: &Settings, app: App) -> Router {
    let site = match Site::open(Source::of_binary_or(&settings.site)) {
        Ok(site) => Some(Arc::new(site)),
        Err(error) => {
            let why = log::chain(&error);
            tracing::warn!(why, "no pages: only /api answers");
            None
        }
    };
    let hashes = site.as_ref().map_or(&[][..], |site| site.script_hashes());
    let headers = headers::make(hashes, app.origin.starts_with("https://"));
    let pages = Router::new().fallback(elsewhere).with_state(site);
    pages
        .merge(routes::routes(app))
        .layer(from_fn(log::requests))
        .layer(from_fn_with_state(headers, headers::put))
}

/// What no route answers: an address under `/api`, `/shl` or `/calendar` that is none, or a page.
async fn elsewhere(
    State(site): State<Option<Arc<Site>>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let asked = |place: &str| {
        let rest = uri.path().strip_prefix(place);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if asked("/api") || asked("/shl") || asked("/calendar") {
        return No(Refusal::NotFound).into_response();
    }
    match site {
        Some(site) => site::serve(State(site), uri, headers).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The address that browsers see.
fn origin(settings: &Settings, listener: &TcpListener) -> std::io::Result<String> {
    if settings.origin.is_empty() {
        Ok(format!(
            "http://localhost:{}",
            listener.local_addr()?.port()
        ))
    } else {
        Ok(settings.origin.clone())
    }
}

async fn told_to_end() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! { () = interrupted => {}, () = terminated => {} }
}
