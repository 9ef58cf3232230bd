//! The example carnet: a fictional child, rich in every section, made like any other carnet.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::EntryRef;
use protocol::ids::{CarnetId, EntryId};

use super::{Engine, make_random};
use crate::keeper::Edit;
use crate::scene::Busy;
use crate::trouble::Trouble;

impl Engine {
    /// Makes the example carnet and shows it.
    pub(crate) async fn create_example(&mut self, today: NaiveDate) -> Result<CarnetId, Trouble> {
        self.breathe(Busy::Sending).await;
        let id = self.found("Moi (exemple)").await?;
        self.inside_mut()?.open = Some(id);
        let means = self.means(None, self.ports.heavy.clone(), Some(id))?;
        let mut names = BTreeMap::new();
        let example = self.ports.heavy.clone().example(today).await?;
        for entry in &example {
            names.insert(entry.id.clone(), EntryId::from_bytes(make_random()?));
        }
        let mut edits = Vec::with_capacity(example.len());
        for row in example {
            let mut entry = row.plain.entry.clone();
            for link in entry.links_mut() {
                if let Some(name) = names.get(link) {
                    *link = EntryRef(name.to_string());
                }
            }
            for (file, bytes) in entry.files_mut().into_iter().zip(row.files) {
                *file =
                    crate::files::add_bytes(&means, &bytes.bytes, &bytes.name, &bytes.mime).await?;
            }
            let entry_id = names.get(&row.id).copied();
            edits.push(Edit {
                entry: entry_id,
                seen: Vec::new(),
                plain: row.plain.with(entry),
            });
        }
        self.put_in(id, edits).await?;
        Ok(id)
    }
}
