//! What is written down: ids, routes, numbers. Never content, tokens or keys.

use std::error::Error;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use tracing_subscriber::EnvFilter;

/// Starts the log, one JSON object a line, on standard error.
pub fn start(level: &str) {
    // The database's driver repeats statements at its own discretion; only its warnings are wanted.
    let filter = EnvFilter::new(format!("{level},sqlx=warn,hyper=warn,object_store=warn"));
    let started = tracing_subscriber::fmt()
        .json()
        .with_writer(std::io::stderr)
        .with_env_filter(filter);
    // A test may have started one already.
    let _: Result<(), _> = started.try_init();
}

/// Notes how each request ended: its route with the names of its parameters, not their values.
pub async fn requests(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = route.as_ref().map_or("page", MatchedPath::as_str);
    let status = response.status().as_u16();
    let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    match status {
        ..400 => tracing::debug!(%method, route, status, took, "request"),
        _ => tracing::info!(%method, route, status, took, "request refused"),
    }
    response
}

/// An error with all its causes, for the person at the terminal.
pub fn chain(error: &dyn Error) -> String {
    let mut words = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        words.push_str(": ");
        words.push_str(&cause.to_string());
        next = cause.source();
    }
    words
}
