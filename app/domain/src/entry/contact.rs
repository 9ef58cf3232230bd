//! The people and structures around the person.

use serde::{Deserialize, Serialize};

use crate::lists::{ContactRole, Profession};
use crate::partial_date::PartialDate;
use crate::reference::{EntryRef, FileRef};

/// Somebody around the person, or a structure. Several roles at once are usual: a mother is parent, carer, first call.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Family name.
    pub name: String,
    /// First name.
    pub first_name: String,
    /// The structure: alone for a structure, else where the person works.
    pub organisation: String,
    /// What they are to the person.
    pub roles: Vec<ContactRole>,
    /// The profession, by the codes of the Agence du numérique en santé.
    pub profession: Profession,
    /// What they do, in the family's words: "AESH", "tante", "secrétariat".
    pub function: String,
    /// Telephone numbers, the best first.
    pub phones: Vec<Phone>,
    /// E-mail address.
    pub email: String,
    /// Postal address, several lines.
    pub address: String,
    /// RPPS number of a professional, 11 digits.
    pub rpps: String,
    /// FINESS number of a structure, 9 characters.
    pub finess: String,
    /// When they are to be reached, on which days they come.
    pub availability: String,
    /// Since when they accompany the person.
    pub since: Option<PartialDate>,
    /// Until when they did.
    pub until: Option<PartialDate>,
    /// Where this contact works, as another contact entry.
    pub structure: Option<EntryRef>,
    /// A photo, so that the person recognises them.
    pub photo: Option<FileRef>,
    /// Anything else.
    pub note: String,
}

impl Contact {
    /// The name to show: the person's, else the structure's.
    pub fn shown_name(&self) -> String {
        let person = format!("{} {}", self.first_name, self.name)
            .trim()
            .to_owned();
        if person.is_empty() {
            self.organisation.clone()
        } else {
            person
        }
    }

    /// Whether they have this role.
    pub fn is(&self, role: ContactRole) -> bool {
        self.roles.contains(&role)
    }
}

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Phone {
    /// Which one: "portable", "travail", "secrétariat".
    pub label: String,
    /// The number as typed.
    pub number: String,
}
