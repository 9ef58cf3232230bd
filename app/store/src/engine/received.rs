//! What this device remembers of deposits, sealed on its shelf.

use protocol::ids::CarnetId;

use super::{Engine, records};
use crate::shelf::names;
use crate::trouble::{Trouble, What};

impl Engine {
    /// Takes what this device remembers off the shelf, once.
    pub(super) async fn recall_received(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside()?;
        if inside.carnet(id)?.watch.received.is_some() {
            return Ok(());
        }
        let name = names::received(inside.id, id);
        let record = records::open(&*inside.shelf, inside.root.shelf(), &name).await;
        let received = record.and_then(|bytes| minicbor::decode(&bytes).ok());
        self.inside_mut()?.carnet_mut(id)?.watch.received = Some(received.unwrap_or_default());
        Ok(())
    }

    /// Keeps it there.
    pub(super) async fn keep_received(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let Some(received) = &inside.carnet(id)?.watch.received else {
            return Ok(());
        };
        let name = names::received(inside.id, id);
        let plain = protocol::cbor::encode(received);
        let step = records::seal(inside.root.shelf(), name, &plain);
        let written = inside.shelf.write(vec![step]).await;
        written.map_err(|_| Trouble::Storage)
    }
}

/// A deposit that is not where its chain has it.
pub(super) const MISPLACED: Trouble = Trouble::Forged(What::Tray);
