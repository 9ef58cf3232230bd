//! The way to the server of whoever has a link and no account: what a member asks of its carnet is asked as the link's
//! bearer, and nothing else is asked at all.

use std::rc::Rc;

use futures::future::LocalBoxFuture;
use protocol::ids::{CarnetId, MemberId};
use protocol::paths;
use protocol::refusal::Refusal;
use zeroize::Zeroizing;

use super::{Request, Response, UnreachableError, Wire};

/// A wire that shows a link's access token.
pub(crate) struct BearerWire {
    inner: Rc<dyn Wire>,
    carnet: CarnetId,
    link: MemberId,
    bearer: Zeroizing<String>,
}

impl BearerWire {
    /// Around the wire of an account. `token`: what the link shows to the server.
    pub(crate) fn new(
        inner: Rc<dyn Wire>,
        carnet: CarnetId,
        link: MemberId,
        token: &protocol::ids::LoginToken,
    ) -> Self {
        Self {
            inner,
            carnet,
            link,
            bearer: Zeroizing::new(format!("Bearer {token}")),
        }
    }

    /// Where a bearer asks for what a member asks for there; none for what a bearer never asks.
    fn path(&self, path: &str) -> Option<String> {
        let own = paths::link(self.link);
        if path == own {
            return Some(own);
        }
        let rest = path.strip_prefix(&paths::log(self.carnet));
        if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('?')) {
            return Some(format!("{}{rest}", paths::bearer_log(self.link)));
        }
        if path == paths::payloads(self.carnet) {
            return Some(paths::bearer_payloads(self.link));
        }
        let files = format!("/api/carnets/{}/files/", self.carnet);
        let blob = path.strip_prefix(&files)?.parse().ok()?;
        Some(paths::bearer_file(self.link, blob))
    }
}

impl Wire for BearerWire {
    fn call(&self, mut request: Request) -> LocalBoxFuture<'_, Result<Response, UnreachableError>> {
        let Some(path) = self.path(&request.path) else {
            let body = serde_json::to_vec(&Refusal::NotFound).unwrap_or_default();
            let response = Response {
                status: Refusal::NotFound.status(),
                headers: Vec::new(),
                body,
            };
            return Box::pin(async { Ok(response) });
        };
        request.path = path;
        request
            .headers
            .push(("authorization", self.bearer.as_str().to_owned()));
        self.inner.call(request)
    }
}

#[cfg(test)]
mod tests {
    use protocol::ids::{BlobId, LoginToken};

    use super::*;

    struct Silent;

    impl Wire for Silent {
        fn call(&self, _: Request) -> LocalBoxFuture<'_, Result<Response, UnreachableError>> {
            Box::pin(async { Err(UnreachableError) })
        }
    }

    #[test]
    fn a_bearer_asks_for_its_carnet_and_for_nothing_else() {
        let (carnet, link) = (CarnetId::from_bytes([1; 32]), MemberId::from_bytes([2; 16]));
        let token = LoginToken::from_bytes([3; 32]);
        let wire = BearerWire::new(Rc::new(Silent), carnet, link, &token);
        let blob = BlobId::from_bytes([4; 16]);
        let log = format!("{}?from=7", paths::log(carnet));
        assert_eq!(
            wire.path(&log),
            Some(format!("{}?from=7", paths::bearer_log(link)))
        );
        assert_eq!(
            wire.path(&paths::file(carnet, blob)),
            Some(paths::bearer_file(link, blob))
        );
        let other = CarnetId::from_bytes([9; 32]);
        for never in [
            paths::log(other),
            paths::file(other, blob),
            paths::snapshot(carnet),
            paths::journal(carnet),
            paths::ACCOUNT.to_owned(),
            paths::ACCOUNT_LIST.to_owned(),
            paths::SESSIONS.to_owned(),
        ] {
            assert_eq!(wire.path(&never), None, "{never}");
        }
    }
}
