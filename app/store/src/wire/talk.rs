//! Requests in the protocol's words: JSON or CBOR bodies, refusals, sizes.

use std::cell::Cell;
use std::rc::Rc;

use minicbor::{Decode, Encode};
use protocol::permission::HEADER;
use protocol::refusal::Refusal;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Method, Request, Response, Wire};
use crate::scene::Network;
use crate::trouble::{Trouble, What};

/// Talks to the server in the protocol's words, and remembers whether it was there.
#[derive(Clone)]
pub(crate) struct Talk {
    wire: Rc<dyn Wire>,
    network: Rc<Cell<Network>>,
}

/// A "no", or what else went wrong with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failed {
    /// The server said no.
    Refused(Refusal),
    /// Anything else.
    Trouble(Trouble),
}

impl From<Failed> for Trouble {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Refused(refusal) => refusal.into(),
            Failed::Trouble(trouble) => trouble,
        }
    }
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// The refusal in an answer, if it is one.
pub(crate) fn code_of(response: &Response) -> Option<Refusal> {
    if (200..300).contains(&response.status) {
        return None;
    }
    let said = serde_json::from_slice::<Refusal>(&response.body).ok();
    Some(said.unwrap_or(match response.status {
        401 => Refusal::SignedOut,
        404 => Refusal::NotFound,
        413 => Refusal::TooLarge,
        429 => Refusal::TooMany,
        _ => Refusal::Server,
    }))
}

impl Talk {
    pub(crate) fn new(wire: Rc<dyn Wire>) -> Self {
        Self {
            wire,
            network: Rc::new(Cell::new(Network::Unknown)),
        }
    }

    pub(crate) fn network(&self) -> Network {
        self.network.get()
    }

    /// Sends a request as it is; a refusal is an error.
    pub(crate) async fn call(&self, request: Request) -> Result<Response, Failed> {
        let response = match self.wire.call(request).await {
            Ok(response) => response,
            Err(_) => {
                self.network.set(Network::Offline);
                return Err(Failed::Trouble(Trouble::Offline));
            }
        };
        // A gateway in between that speaks for a server that is away.
        if matches!(response.status, 502..=504) {
            self.network.set(Network::Offline);
            return Err(Failed::Trouble(Trouble::Offline));
        }
        self.network.set(Network::Online);
        match code_of(&response) {
            Some(refusal) => Err(Failed::Refused(refusal)),
            None => Ok(response),
        }
    }

    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failed> {
        let response = self.call(plain(Method::Get, path)).await?;
        from_json(&response)
    }

    pub(crate) async fn send<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<T, Failed> {
        let response = self.call(json(method, path, body)).await?;
        from_json(&response)
    }

    /// Sends JSON with what the account's own key permits.
    pub(crate) async fn send_permitted<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
        permission: String,
    ) -> Result<T, Failed> {
        let mut request = json(method, path, body);
        request.headers.push((HEADER, permission));
        from_json(&self.call(request).await?)
    }

    /// Removes what the account's own key permits to remove.
    pub(crate) async fn delete_permitted(
        &self,
        path: &str,
        permission: String,
    ) -> Result<(), Failed> {
        let mut request = plain(Method::Delete, path);
        request.headers.push((HEADER, permission));
        self.call(request).await.map(drop)
    }

    /// Sends JSON and wants nothing back.
    pub(crate) async fn tell(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<(), Failed> {
        self.call(json(method, path, body)).await.map(drop)
    }

    pub(crate) async fn delete(&self, path: &str) -> Result<(), Failed> {
        self.call(plain(Method::Delete, path)).await.map(drop)
    }

    pub(crate) async fn get_cbor<T>(&self, path: &str) -> Result<T, Failed>
    where
        T: Encode<()> + for<'b> Decode<'b, ()>,
    {
        let response = self.call(plain(Method::Get, path)).await?;
        from_cbor(&response)
    }

    pub(crate) async fn send_cbor<T>(
        &self,
        method: Method,
        path: &str,
        body: &impl Encode<()>,
    ) -> Result<T, Failed>
    where
        T: Encode<()> + for<'b> Decode<'b, ()>,
    {
        let response = self.call(cbor(method, path, body)).await?;
        from_cbor(&response)
    }

    /// Sends CBOR and wants nothing back.
    pub(crate) async fn tell_cbor(
        &self,
        method: Method,
        path: &str,
        body: &impl Encode<()>,
    ) -> Result<(), Failed> {
        self.call(cbor(method, path, body)).await.map(drop)
    }
}

fn plain(method: Method, path: &str) -> Request {
    Request {
        method,
        path: path.to_owned(),
        headers: Vec::new(),
        body: None,
    }
}

fn json(method: Method, path: &str, body: &impl Serialize) -> Request {
    Request {
        method,
        path: path.to_owned(),
        headers: vec![("content-type", "application/json".to_owned())],
        // Messages of ours are plain structs; they always have a JSON form.
        body: Some(serde_json::to_vec(body).unwrap_or_default().into()),
    }
}

fn cbor(method: Method, path: &str, body: &impl Encode<()>) -> Request {
    Request {
        method,
        path: path.to_owned(),
        headers: vec![("content-type", "application/cbor".to_owned())],
        body: Some(protocol::cbor::encode(body).into()),
    }
}

fn from_json<T: DeserializeOwned>(response: &Response) -> Result<T, Failed> {
    serde_json::from_slice(&response.body).map_err(|_| Trouble::Broken(What::Answer).into())
}

fn from_cbor<T>(response: &Response) -> Result<T, Failed>
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    protocol::cbor::decode(&response.body).map_err(|error| match error {
        protocol::cbor::CborError::Newer => Trouble::Newer.into(),
        _ => Trouble::Broken(What::Answer).into(),
    })
}
