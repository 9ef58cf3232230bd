//! Who asks: the session of the cookie. A route without [`Session`] among its arguments is public at a glance.

use std::net::{IpAddr, SocketAddr};
use std::time::Instant;

use auth::cookie;
use auth::token::SESSION;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use protocol::ids::MemberId;
use protocol::refusal::Refusal;
use protocol::time::{DAY, Seconds};

use crate::app::{App, household};
use crate::origin;
use crate::refuse::No;

/// Somebody is signed in.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    /// Whose account it is.
    pub account: MemberId,
    /// Hash of the session's token.
    pub token_hash: [u8; 32],
}

impl<S: Send + Sync> FromRequestParts<S> for Session {
    type Rejection = No;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, No> {
        parts
            .extensions
            .get::<Self>()
            .copied()
            .ok_or(No(Refusal::SignedOut))
    }
}

/// Perhaps somebody is.
pub struct MaybeSession(pub Option<Session>);

impl<S: Send + Sync> FromRequestParts<S> for MaybeSession {
    type Rejection = No;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, No> {
        Ok(Self(parts.extensions.get::<Session>().copied()))
    }
}

/// From where a request came.
#[derive(Debug, Clone, Copy)]
pub struct Address(pub IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for Address {
    type Rejection = No;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, No> {
        parts
            .extensions
            .get::<Self>()
            .copied()
            .ok_or(No(Refusal::Server))
    }
}

/// Finds out who asks and from where, keeps the pace, and lets a used session last longer.
pub async fn attach(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let address = address(&request, app.limits.address_header.as_ref());
    request.extensions_mut().insert(Address(address));
    if !app.pace.lets_address(address, Instant::now()) {
        return No(Refusal::TooMany).into_response();
    }
    let Some(token) = token(request.headers()) else {
        return stranger(&app, address, request, next).await;
    };
    let token_hash = token.hash();
    let now = app.now();
    let found = match app.sessions.find(&app.storage, &token_hash, now).await {
        Ok(found) => found,
        Err(error) => return No::from(error).into_response(),
    };
    let Some(row) = found else {
        return stranger(&app, address, request, next).await;
    };
    if !app.pace.lets_session(&token_hash, Instant::now()) {
        return No(Refusal::TooMany).into_response();
    }
    request.extensions_mut().insert(Session {
        account: row.account,
        token_hash,
    });
    let renewed = row.expires < Seconds(now.0 + SESSION - DAY)
        && app
            .storage
            .extend_session(&token_hash, now.plus(SESSION))
            .await
            .is_ok();
    if renewed {
        app.sessions.forget(&token_hash);
    }
    let mut response = next.run(request).await;
    if renewed && !response.headers().contains_key(header::SET_COOKIE) {
        give_cookie(&mut response, &cookie::set(&token));
    }
    response
}

/// Goes on without a session. What changes something has its own pace.
async fn stranger(app: &App, address: IpAddr, request: Request, next: Next) -> Response {
    if origin::reads(request.method()) || app.pace.lets_stranger(address, Instant::now()) {
        next.run(request).await
    } else {
        No(Refusal::TooMany).into_response()
    }
}

/// Adds a `Set-Cookie` header.
pub fn give_cookie(response: &mut Response, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
}

fn token(headers: &HeaderMap) -> Option<auth::token::SessionToken> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(cookie::read)
}

/// From where a request came, as far as limits go.
pub(crate) fn address(request: &Request, header: Option<&HeaderName>) -> IpAddr {
    let forwarded = |header: &HeaderName| {
        let value = request.headers().get_all(header).iter().next_back()?;
        value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
    };
    let direct = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::from([0, 0, 0, 0]), |ConnectInfo(address)| {
            address.ip()
        });
    household(header.and_then(forwarded).unwrap_or(direct))
}
