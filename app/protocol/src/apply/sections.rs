//! Sections: compartments and rotations.

use super::Judge;
use crate::change::{Access, Role, Rotate, Sealed};
use crate::ids::{Digest, SectionId};
use crate::limits;
use crate::refusal::Refusal;
use crate::state::{Right, Section, Standing};

impl Judge {
    pub(super) fn rotate(&mut self, rotate: &Rotate) -> Result<(), Refusal> {
        let section = self
            .next
            .sections
            .get(&rotate.section)
            .ok_or(Refusal::Unknown)?;
        let may =
            self.manages(rotate.section) || section.due && self.writes_when_due(rotate.section);
        if !may {
            return Err(Refusal::NotAllowed);
        }
        if section.epoch.checked_add(1) != Some(rotate.epoch) {
            return Err(Refusal::OldEpoch);
        }
        if rotate
            .back
            .as_ref()
            .is_some_and(|back| back.0.len() > limits::LABEL)
        {
            return Err(Refusal::TooLarge);
        }
        let readers = self.next.readers(rotate.section, self.at);
        if !rotate
            .readers
            .iter()
            .map(|reader| reader.member)
            .eq(readers)
        {
            return Err(Refusal::WrongReaders);
        }
        if let Some(section) = self.next.sections.get_mut(&rotate.section) {
            section.epoch = rotate.epoch;
            section.commitment = rotate.commitment;
            section.due = false;
        }
        Ok(())
    }

    pub(super) fn compartment(
        &mut self,
        id: SectionId,
        commitment: Digest,
        label: &Sealed,
    ) -> Result<(), Refusal> {
        let may = match self.author.standing {
            Standing::Account {
                role: Role::Guardian | Role::Person,
                confirmed,
            } => confirmed,
            _ => false,
        };
        if !may {
            return Err(Refusal::NotAllowed);
        }
        if !id.is_private() {
            return Err(Refusal::Malformed);
        }
        if self.next.sections.contains_key(&id) {
            return Err(Refusal::Exists);
        }
        if label.0.len() > limits::LABEL || self.next.sections.len() >= limits::SECTIONS {
            return Err(Refusal::TooLarge);
        }
        let section = Section {
            epoch: 0,
            commitment,
            due: false,
            label: Some(label.clone()),
            maker: Some(self.author_id),
        };
        self.next.sections.insert(id, section);
        let author = self.author_id;
        let right = Right {
            access: Access::Write,
            until: None,
        };
        self.next
            .members
            .get_mut(&author)
            .ok_or(Refusal::NotAllowed)?
            .grants
            .insert(id, right);
        Ok(())
    }

    /// A section must not stay closed because the one who made it due cannot read it: whoever writes there may rotate it.
    fn writes_when_due(&self, section: SectionId) -> bool {
        self.author.writes(section, self.at) && self.writes(section)
    }
}
