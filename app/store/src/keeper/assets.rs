//! Files of the site that are fetched only when they are needed. They are the same for everybody and hold nothing of a
//! person.

use super::Keeper;
use crate::trouble::Trouble;
use crate::wire::{Method, Request};

/// The growth references of the World Health Organization, as `domain::growth::Tables` reads them.
const GROWTH: &str = "/growth/who.bin";

impl Keeper {
    /// Fetches the tables of growth: when a chart opens that shows them, not before.
    pub async fn growth_tables(&self) -> Result<Vec<u8>, Trouble> {
        let request = Request {
            method: Method::Get,
            path: GROWTH.to_owned(),
            headers: Vec::new(),
            body: None,
        };
        let answer = self.ports.wire.call(request).await;
        let answer = answer.map_err(|_| Trouble::Offline)?;
        if answer.status == 200 {
            Ok(answer.body)
        } else {
            Err(Trouble::Server)
        }
    }
}
