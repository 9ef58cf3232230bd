//! The way to the server, behind a trait: a browser fetches, a test talks over a socket.

pub(crate) mod bearer;
mod body;
pub(crate) mod talk;

use futures::future::LocalBoxFuture;

pub use body::Body;
pub(crate) use talk::{Failed, Talk};

/// How a request is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Reads the head only.
    Head,
    /// Makes.
    Post,
    /// Puts in place.
    Put,
    /// Adds to.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// As HTTP spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// A request to our own server.
#[derive(Debug, Clone)]
pub struct Request {
    /// How.
    pub method: Method,
    /// Path and query, beginning with `/`.
    pub path: String,
    /// Names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// None for no body.
    pub body: Option<Body>,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Names in lower case; at least `location` and `upload-offset` if the server sent them.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The server was not reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the server cannot be reached")]
pub struct UnreachableError;

/// The way to the server. Keeps cookies by itself.
pub trait Wire {
    /// Sends a request and waits for the whole answer.
    fn call(&self, request: Request) -> LocalBoxFuture<'_, Result<Response, UnreachableError>>;
}
