//! What a card serves to whoever scans it: the manifest and files of a SMART Health Link (HL7 SMART Health Cards and Links,
//! STU 1). Open to pages of every origin, and to nobody's cookie.

pub mod file;
pub mod manifest;

use axum::extract::{Request, State};
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use protocol::refusal::Refusal;
use std::time::{Duration, Instant};
use tower_http::compression::CompressionLayer;
use tower_http::cors::{Any, CorsLayer};

use crate::app::App;
use crate::refuse::No;
use crate::signed_in::{Address, address};

/// How long a browser may remember that it may ask.
const REMEMBERED: Duration = Duration::from_secs(24 * 60 * 60);

/// Lets pages of every origin ask, without credentials.
pub fn open_to_all() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::POST, Method::GET])
        .allow_headers([header::CONTENT_TYPE])
        .max_age(REMEMBERED)
}

/// Packs what is served for who can unpack it: the letters of a JWE carry three quarters of what bytes do, and a phone in an
/// emergency department has little to spare.
pub fn packed() -> CompressionLayer {
    CompressionLayer::new()
}

/// Finds out from where somebody asks, and keeps the pace. No cookie is looked at.
pub async fn attach(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let address = address(&request, app.limits.address_header.as_ref());
    request.extensions_mut().insert(Address(address));
    if !app.pace.lets_address(address, Instant::now()) {
        return No(Refusal::TooMany).into_response();
    }
    next.run(request).await
}
