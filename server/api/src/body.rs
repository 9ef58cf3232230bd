//! What was sent: read only up to its limit, and strictly.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use minicbor::{Decode, Encode};
use protocol::limits;
use protocol::refusal::Refusal;
use serde::de::DeserializeOwned;

use crate::refuse::No;

/// The media type of what carries sealed bytes.
pub const CBOR: &str = "application/cbor";
/// The longest JSON body if nothing else is said: an account's list, in base64, with room around it.
const JSON: usize = limits::LIST * 2;
/// How long a body may take to come: a slow phone gets there, a sender that only holds the line does not.
const PATIENCE: Duration = Duration::from_secs(5 * 60);
/// The longest CBOR body.
const LONGEST: usize = limits::SNAPSHOT + 64 * 1024;

/// A CBOR body of at most `MAX` bytes.
pub struct Cbor<T, const MAX: usize = { limits::PUSH }>(pub T);

impl<S, T, const MAX: usize> FromRequest<S> for Cbor<T, MAX>
where
    S: Send + Sync,
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    type Rejection = No;

    async fn from_request(request: Request, _: &S) -> Result<Self, No> {
        const { assert!(MAX <= LONGEST) };
        if media_type(request.headers()) != Some(CBOR) {
            return Err(No(Refusal::Malformed));
        }
        let bytes = read(request.into_body(), MAX).await?;
        Ok(Self(protocol::cbor::decode(&bytes)?))
    }
}

impl<T: Encode<()>, const MAX: usize> IntoResponse for Cbor<T, MAX> {
    fn into_response(self) -> Response {
        (
            [(header::CONTENT_TYPE, CBOR)],
            protocol::cbor::encode(&self.0),
        )
            .into_response()
    }
}

/// A JSON body of at most `MAX` bytes.
pub struct Json<T, const MAX: usize = JSON>(pub T);

impl<S: Send + Sync, T: DeserializeOwned, const MAX: usize> FromRequest<S> for Json<T, MAX> {
    type Rejection = No;

    async fn from_request(request: Request, _: &S) -> Result<Self, No> {
        if media_type(request.headers()) != Some("application/json") {
            return Err(No(Refusal::Malformed));
        }
        let bytes = read(request.into_body(), MAX).await?;
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|_| No(Refusal::Malformed))
    }
}

impl<T: serde::Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// What stands in the path. What is no id names nothing.
pub struct At<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for At<T> {
    type Rejection = No;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, No> {
        Path::from_request_parts(parts, state)
            .await
            .map(|Path(value)| Self(value))
            .map_err(|_| No(Refusal::NotFound))
    }
}

/// What stands behind the question mark.
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = No;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, No> {
        Query::from_request_parts(parts, state)
            .await
            .map(|Query(value)| Self(value))
            .map_err(|_| No(Refusal::Malformed))
    }
}

async fn read(body: Body, max: usize) -> Result<axum::body::Bytes, No> {
    let read = tokio::time::timeout(PATIENCE, to_bytes(body, max)).await;
    let read = read.map_err(|_| No(Refusal::Malformed))?;
    read.map_err(|error| {
        let too_large = std::error::Error::source(&error)
            .is_some_and(|source| source.to_string().contains("length limit"));
        No(if too_large {
            Refusal::TooLarge
        } else {
            Refusal::Malformed
        })
    })
}

fn media_type(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    value.split(';').next().map(str::trim)
}
