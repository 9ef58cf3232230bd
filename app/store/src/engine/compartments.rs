//! Private compartments: sections that one person adds, and lets others into or not.

use protocol::carnet::Envelope;
use protocol::change::{Change, Sealed};
use protocol::ids::{EntryId, SectionId};
use sealing::member_label::{LONGEST, Subject};

use super::push::Draft;
use super::{Engine, make_random};
use crate::keeper::Edit;
use crate::trouble::Trouble;

impl Engine {
    /// Adds a compartment to the open carnet. Nobody else holds its key.
    pub(crate) async fn add_compartment(&mut self, name: String) -> Result<SectionId, Trouble> {
        let name = name.trim();
        if name.is_empty() || name.len() > LONGEST {
            return Err(Trouble::TooLarge);
        }
        let section = SectionId::private(make_random()?);
        self.decide(&mut |inside, carnet| {
            let mut ring = carnet.ring.copy_for_draft();
            let commitment = ring.make_key(section, 0).map_err(|_| Trouble::Storage)?;
            let label = ring
                .seal_label(section, Subject::Section(section), name)
                .map_err(|_| Trouble::TooLarge)?;
            let envelope = ring
                .seal_keys(inside.root.public(), &[(section, 0)])
                .map_err(|_| Trouble::Storage)?;
            Ok(Draft {
                changes: vec![Change::Compartment {
                    section,
                    commitment,
                    label: Sealed(label),
                    envelope: envelope.digest,
                }],
                envelopes: vec![Envelope {
                    member: inside.id,
                    file: Sealed(envelope.sealed),
                }],
                ring: Some(ring),
                ..Draft::default()
            })
        })
        .await?;
        Ok(section)
    }

    /// Writes new entries into a compartment of the open carnet.
    pub(crate) async fn put_private(
        &mut self,
        section: SectionId,
        edits: Vec<Edit>,
    ) -> Result<Vec<EntryId>, Trouble> {
        let now = self.now();
        let inside = self.inside()?;
        let id = inside.open_id()?;
        let carnet = inside.carnet(id)?;
        let at = carnet.date(now);
        if !section.is_private() || !carnet.may_write(section, at) {
            return Err(Trouble::NotAllowed);
        }
        let mut items = Vec::with_capacity(edits.len());
        for edit in edits {
            // Only what is new has no place yet: an entry stays for ever where it was first put.
            if edit.entry.is_some() {
                return Err(Trouble::NotAllowed);
            }
            items.push(inside.blank_item(id, edit, section, at)?);
        }
        self.take_items(id, items).await
    }
}
