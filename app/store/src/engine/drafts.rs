//! What was being typed, sealed: it is back after locking.

use sealing::shelf_box::BoxKind;
use zeroize::Zeroize;

use super::Engine;
use crate::shelf::{Step, names};
use crate::trouble::Trouble;

/// The longest draft, in bytes.
const DRAFT: usize = 256 * 1024;

impl Engine {
    /// Keeps a draft.
    pub(crate) async fn save_draft(
        &mut self,
        key: String,
        mut text: String,
    ) -> Result<(), Trouble> {
        let inside = self.inside()?;
        if text.len() > DRAFT {
            return Err(Trouble::TooLarge);
        }
        let name = names::draft(inside.id, &key);
        let sealed = inside
            .root
            .shelf()
            .seal(BoxKind::Draft, name.as_bytes(), text.as_bytes());
        text.zeroize();
        inside
            .shelf
            .write(vec![Step::Keep(name, sealed)])
            .await
            .map_err(|_| Trouble::Storage)
    }

    /// A draft; none if there is none that opens.
    pub(crate) async fn draft(&mut self, key: String) -> Result<Option<String>, Trouble> {
        let inside = self.inside()?;
        let name = names::draft(inside.id, &key);
        let Some(sealed) = inside
            .shelf
            .get(&name)
            .await
            .map_err(|_| Trouble::Storage)?
        else {
            return Ok(None);
        };
        let opened = inside
            .root
            .shelf()
            .open(BoxKind::Draft, name.as_bytes(), &sealed)
            .ok();
        Ok(opened.and_then(|plain| String::from_utf8(plain.to_vec()).ok()))
    }

    /// Drops a draft.
    pub(crate) async fn drop_draft(&mut self, key: String) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let name = names::draft(inside.id, &key);
        inside
            .shelf
            .write(vec![Step::Drop(name)])
            .await
            .map_err(|_| Trouble::Storage)
    }
}
