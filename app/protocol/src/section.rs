//! The parts of a carnet that can be granted apart.
//!
//! The ten that every carnet has are known by name; a private compartment has a random id. The server sees which section
//! an entry lies in, never what the entry is.

use crate::ids::SectionId;

const fn named(name: &[u8]) -> SectionId {
    let mut id = [0; SectionId::LEN];
    let mut i = 0;
    while i < name.len() {
        id[i] = name[i];
        i += 1;
    }
    SectionId::from_bytes(id)
}

impl SectionId {
    /// What an emergency physician must know.
    pub const URGENT: Self = named(b"urgent");
    /// Problems, allergies, treatments, vaccines, devices, stays, measurements, medical documents.
    pub const HEALTH: Self = named(b"health");
    /// Habits of life.
    pub const DAILY: Self = named(b"daily");
    /// School and learning.
    pub const SCHOOL: Self = named(b"school");
    /// Requests, rights, decisions.
    pub const PROCEDURES: Self = named(b"procedures");
    /// Appointments.
    pub const AGENDA: Self = named(b"agenda");
    /// Notes between those who take care.
    pub const NOTEBOOK: Self = named(b"notebook");
    /// Identity, contacts, who does what.
    pub const TEAM: Self = named(b"team");
    /// What was deposited and is not sorted yet.
    pub const INBOX: Self = named(b"inbox");
    /// The secrets of links and of the urgent card; guardians only.
    pub const KEYS: Self = named(b"keys");

    /// The ten sections that a genesis must name, in the order of their ids.
    pub const STANDARD: [Self; 10] = [
        Self::AGENDA,
        Self::DAILY,
        Self::HEALTH,
        Self::INBOX,
        Self::KEYS,
        Self::NOTEBOOK,
        Self::PROCEDURES,
        Self::SCHOOL,
        Self::TEAM,
        Self::URGENT,
    ];

    /// The id of a private compartment from 15 random bytes; can never be one of the standard ones.
    pub const fn private(random: [u8; 15]) -> Self {
        let mut id = [0xff; Self::LEN];
        let mut i = 0;
        while i < random.len() {
            id[i + 1] = random[i];
            i += 1;
        }
        Self::from_bytes(id)
    }

    /// Whether it is a compartment that somebody added.
    pub const fn is_private(&self) -> bool {
        self.as_bytes()[0] == 0xff
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_sections_are_sorted_and_distinct() {
        assert!(SectionId::STANDARD.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(SectionId::STANDARD.iter().all(|id| !id.is_private()));
        assert!(SectionId::private([7; 15]).is_private());
    }
}
