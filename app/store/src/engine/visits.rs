//! What was new since the last visit: up to which commit somebody has looked into a carnet on this device.

use protocol::ids::CarnetId;

use super::{Engine, records};
use crate::shelf::names;
use crate::trouble::Trouble;

impl Engine {
    /// Remembers, while a carnet is shown, that everything in it was seen; while it is not, up to where it was.
    pub(super) async fn note_visit(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let Some(carnet) = inside.carnets.get(&id) else {
            return Ok(());
        };
        let (name, shown) = (names::visited(inside.id, id), inside.open == Some(id));
        let (mut visited, seq) = (carnet.visited, carnet.log.state.seq);
        if visited.is_none() {
            let record = records::open(&*inside.shelf, inside.root.shelf(), &name).await;
            visited = record.and_then(|bytes| Some(u64::from_be_bytes((**bytes).try_into().ok()?)));
        }
        if shown && visited != Some(seq) {
            visited = Some(seq);
            let step = records::seal(inside.root.shelf(), name, &seq.to_be_bytes());
            inside
                .shelf
                .write(vec![step])
                .await
                .map_err(|_| Trouble::Storage)?;
        }
        let carnet = self.inside_mut()?.carnet_mut(id)?;
        carnet.visited = visited;
        Ok(())
    }
}
