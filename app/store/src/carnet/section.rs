//! Sections: the domain's names and the protocol's ids.

use domain::{Section, Term};
use protocol::ids::SectionId;

/// Where entries of a section lie.
pub fn section_id(section: Section) -> SectionId {
    match section {
        Section::Urgent => SectionId::URGENT,
        Section::Health => SectionId::HEALTH,
        Section::Daily => SectionId::DAILY,
        Section::School => SectionId::SCHOOL,
        Section::Procedures => SectionId::PROCEDURES,
        Section::Agenda => SectionId::AGENDA,
        Section::Notebook => SectionId::NOTEBOOK,
        Section::Team => SectionId::TEAM,
        Section::Inbox => SectionId::INBOX,
    }
}

/// The domain's name of a section, if it has one.
pub fn section_of(id: SectionId) -> Option<Section> {
    Section::ALL
        .iter()
        .copied()
        .find(|section| section_id(*section) == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_domain_is_a_standard_one() {
        for section in Section::ALL {
            assert!(SectionId::STANDARD.contains(&section_id(*section)));
            assert_eq!(section_of(section_id(*section)), Some(*section));
        }
        assert_eq!(section_of(SectionId::KEYS), None);
    }
}
