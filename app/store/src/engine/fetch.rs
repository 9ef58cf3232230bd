//! Fetching sealed entries. Each is compared with what a signed commit names; what is kept back is reported.

use std::collections::BTreeMap;

use protocol::carnet::{Fetch, Fetched};
use protocol::ids::{CarnetId, Digest, EntryId};
use protocol::{limits, paths};

use super::Engine;
use crate::shelf::{Step, names};
use crate::trouble::Trouble;
use crate::wire::Method;

impl Engine {
    /// Fetches the newest versions that this member may read and that are not here yet.
    pub(super) async fn fetch(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let at = self.now();
        let inside = self.inside()?;
        let carnet = inside.carnet(id)?;
        let wanted = carnet.wanted(carnet.date(at));
        self.fetch_these(id, wanted).await
    }

    /// Fetches versions by their payload; opens what is the named thing, reports what is kept back.
    pub(super) async fn fetch_these(
        &mut self,
        id: CarnetId,
        mut wanted: Vec<(EntryId, Digest)>,
    ) -> Result<(), Trouble> {
        while !wanted.is_empty() {
            let asked: Vec<_> = wanted.iter().take(limits::FETCH).copied().collect();
            let fetch = Fetch {
                digests: asked.iter().map(|(_, digest)| *digest).collect(),
            };
            let answer: Fetched = self
                .signed(|talk| {
                    let (path, fetch) = (paths::payloads(id), fetch.clone());
                    async move { talk.send_cbor(Method::Post, &path, &fetch).await }
                })
                .await?;
            // An answer that gives nothing at all keeps everything back.
            let answered = answer.payloads.len().min(asked.len());
            let answered = if answered == 0 { asked.len() } else { answered };
            let mut steps = Vec::new();
            let inside = self.inside_mut()?;
            let account = inside.id;
            let carnet = inside.carnet_mut(id)?;
            let mut payloads = answer.payloads.into_iter();
            for (entry, digest) in asked.into_iter().take(answered) {
                match payloads.next().flatten() {
                    Some(sealed) => {
                        if carnet.take_payload(entry, digest, &sealed.0) {
                            steps.push(Step::Keep(names::payload(account, id, digest), sealed.0));
                        }
                    }
                    None => carnet.withhold(entry, digest),
                }
            }
            wanted.drain(..answered);
            inside
                .shelf
                .write(steps)
                .await
                .map_err(|_| Trouble::Storage)?;
        }
        Ok(())
    }

    /// Opens what the shelf has of the versions that are wanted.
    pub(super) async fn fetch_from_shelf(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let at = self.now();
        let inside = self.inside_mut()?;
        let rows = inside
            .shelf
            .list(&names::payloads(inside.id, id))
            .await
            .map_err(|_| Trouble::Storage)?;
        let of_name = |name: &str| {
            name.rsplit('/')
                .next()
                .and_then(|text| text.parse::<Digest>().ok())
        };
        let rows: BTreeMap<Digest, Vec<u8>> = rows
            .into_iter()
            .filter_map(|(name, sealed)| Some((of_name(&name)?, sealed)))
            .collect();
        let carnet = inside.carnet_mut(id)?;
        for (entry, digest) in carnet.wanted(carnet.date(at)) {
            if let Some(sealed) = rows.get(&digest)
                && !carnet.take_payload(entry, digest, sealed)
            {
                // Damaged on this device: the server still has it.
                continue;
            }
        }
        Ok(())
    }
}
