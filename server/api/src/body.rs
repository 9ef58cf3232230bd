//! What was sent: read only up to its limit, and strictly.
//!
//! A short body is read before its handler runs. A long one is handed over unread ([`Sent`]), so that the handler first looks
//! at who sends it; and while long ones are read, all of them together have a bounded room in memory ([`Bodies`]).

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use futures::StreamExt;
use minicbor::{Decode, Encode};
use protocol::limits;
use protocol::refusal::Refusal;
use serde::de::DeserializeOwned;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::app::App;
use crate::refuse::No;

/// The media type of what carries sealed bytes.
pub const CBOR: &str = "application/cbor";
/// The longest JSON body if nothing else is said: an account's list, in base64, with room around it.
const JSON: usize = limits::LIST * 2;
/// How long a body may take to come: a slow phone gets there, a sender that only holds the line does not.
const PATIENCE: Duration = Duration::from_secs(5 * 60);
/// What a body may take before it counts as a long one.
const SHORT: usize = limits::PAYLOAD + 64 * 1024;
/// Room for all long bodies together, in steps of [`STEP`] bytes.
const ROOM: usize = 256;
/// In which steps a long body takes room.
const STEP: usize = 1024 * 1024;
/// How long a body waits for room.
const QUEUE: Duration = Duration::from_secs(10);

/// Room in memory for long bodies, over all requests.
pub struct Bodies {
    room: Arc<Semaphore>,
    patience: Duration,
}

impl Default for Bodies {
    fn default() -> Self {
        Self {
            room: Arc::new(Semaphore::new(ROOM)),
            patience: QUEUE,
        }
    }
}

/// A CBOR body that is still on its way.
pub struct Sent(Body);

/// A body that was read, and the room that it takes until it is dropped.
pub struct Held<T> {
    /// What it says.
    pub said: T,
    _room: Option<OwnedSemaphorePermit>,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = No;

    async fn from_request(request: Request, _: &S) -> Result<Self, No> {
        if media_type(request.headers()) != Some(CBOR) {
            return Err(No(Refusal::Malformed));
        }
        Ok(Self(request.into_body()))
    }
}

impl Sent {
    /// Reads it, up to `max` bytes.
    pub async fn read<T>(self, app: &App, max: usize) -> Result<Held<T>, No>
    where
        T: Encode<()> + for<'b> Decode<'b, ()>,
    {
        let (bytes, room) = read(self.0, max, Some(&app.bodies)).await?;
        Ok(Held {
            said: protocol::cbor::decode(&bytes)?,
            _room: room,
        })
    }
}

/// A JSON body that is still on its way.
pub struct SentJson(Body);

impl<S: Send + Sync> FromRequest<S> for SentJson {
    type Rejection = No;

    async fn from_request(request: Request, _: &S) -> Result<Self, No> {
        if media_type(request.headers()) != Some("application/json") {
            return Err(No(Refusal::Malformed));
        }
        Ok(Self(request.into_body()))
    }
}

impl SentJson {
    /// Reads it, up to `max` bytes.
    pub async fn read<T: DeserializeOwned>(self, max: usize) -> Result<T, No> {
        let (bytes, _) = read(self.0, max, None).await?;
        serde_json::from_slice(&bytes).map_err(|_| No(Refusal::Malformed))
    }
}

/// A CBOR body of at most `MAX` bytes.
pub struct Cbor<T, const MAX: usize = SHORT>(pub T);

impl<S, T, const MAX: usize> FromRequest<S> for Cbor<T, MAX>
where
    S: Send + Sync,
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    type Rejection = No;

    async fn from_request(request: Request, state: &S) -> Result<Self, No> {
        const { assert!(MAX <= SHORT) };
        let Sent(body) = Sent::from_request(request, state).await?;
        let (bytes, _) = read(body, MAX, None).await?;
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

    async fn from_request(request: Request, state: &S) -> Result<Self, No> {
        let sent = SentJson::from_request(request, state).await?;
        sent.read(MAX).await.map(Self)
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

/// All bytes of a body, if they are at most `max` and come in time; with the room that they take, where it is counted.
async fn read(
    body: Body,
    max: usize,
    bodies: Option<&Bodies>,
) -> Result<(Vec<u8>, Option<OwnedSemaphorePermit>), No> {
    let gather = async {
        let mut pieces = body.into_data_stream();
        let (mut bytes, mut room) = (Vec::new(), None);
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(|_| No(Refusal::Malformed))?;
            let size = bytes.len() + piece.len();
            if size > max {
                return Err(No(Refusal::TooLarge));
            }
            if let Some(bodies) = bodies {
                bodies.make_room(&mut room, size).await?;
            }
            bytes.extend_from_slice(&piece);
        }
        Ok((bytes, room))
    };
    let read = tokio::time::timeout(PATIENCE, gather).await;
    read.map_err(|_| No(Refusal::Malformed))?
}

impl Bodies {
    /// Takes as much room as `size` bytes need beyond what is held. Taken as bytes come, not as a sender announces: whoever
    /// sends slowly holds no more than it sent. Whoever finds none for a while comes again later.
    async fn make_room(
        &self,
        held: &mut Option<OwnedSemaphorePermit>,
        size: usize,
    ) -> Result<(), No> {
        let needed = size.saturating_sub(SHORT).div_ceil(STEP);
        let has = held.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
        let more = u32::try_from(needed.saturating_sub(has)).unwrap_or(u32::MAX);
        if more == 0 {
            return Ok(());
        }
        let room = Arc::clone(&self.room).acquire_many_owned(more);
        let room = tokio::time::timeout(self.patience, room).await;
        let room = room.ok().and_then(Result::ok).ok_or(No(Refusal::TooMany))?;
        match held {
            Some(held) => held.merge(room),
            None => *held = Some(room),
        }
        Ok(())
    }
}

fn media_type(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    value.split(';').next().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn long_bodies_wait_for_each_other_and_short_ones_for_nobody() {
        let bodies = Bodies {
            room: Arc::new(Semaphore::new(2)),
            patience: Duration::from_millis(20),
        };
        let (mut first, mut second, mut short) = (None, None, None);
        bodies
            .make_room(&mut first, SHORT + 2 * STEP)
            .await
            .unwrap();
        bodies.make_room(&mut short, SHORT).await.unwrap();
        assert_eq!(
            bodies.make_room(&mut second, SHORT + 1).await,
            Err(No(Refusal::TooMany))
        );
        drop(first);
        bodies.make_room(&mut second, SHORT + 1).await.unwrap();
        // It grows by what it needs, not by what it has already.
        bodies
            .make_room(&mut second, SHORT + 2 * STEP)
            .await
            .unwrap();
    }

    #[tokio::test]
    async fn a_body_is_read_up_to_its_limit() {
        let body = || Body::from(vec![1; 100]);
        assert_eq!(read(body(), 100, None).await.unwrap().0.len(), 100);
        let refused = read(body(), 99, None).await.map(|(bytes, _)| bytes);
        assert_eq!(refused, Err(No(Refusal::TooLarge)));
    }
}
