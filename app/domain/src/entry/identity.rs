//! Who the person is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::growth::Gestation;
use crate::lists::{GuardianRole, ProtectionKind, Sex};
use crate::reference::{EntryRef, FileRef};

/// The person: the five INS identity traits as text, the names used every day, who decides. No trait is ever a key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Identity {
    /// Family name at birth (INS trait).
    pub birth_name: String,
    /// All first names at birth, in order (INS trait).
    pub first_names: String,
    /// Date of birth (INS trait).
    pub birth_date: Option<NaiveDate>,
    /// Sex (INS trait).
    pub sex: Option<Sex>,
    /// INSEE code of the place of birth, five characters (INS trait); 99xxx for a country.
    pub birth_place: String,
    /// The place of birth in words.
    pub birth_place_name: String,
    /// Family name used every day, if another.
    pub used_name: String,
    /// The first name people call.
    pub used_first_name: String,
    /// The number of social security (NIR), 15 characters, if the family wants it here. Never exported as an INS.
    pub nir: String,
    /// A photo.
    pub photo: Option<FileRef>,
    /// Who decides for the person, or with them.
    pub guardians: Vec<Guardian>,
    /// A legal protection measure.
    pub protection: Option<Protection>,
    /// How long the pregnancy lasted, in weeks since the last period: "31 SA + 4 j". Growth charts count a child born
    /// before 37 weeks from the expected day.
    pub term: String,
    /// Languages spoken or understood.
    pub languages: String,
    /// Anything else.
    pub note: String,
}

impl Identity {
    /// How long the pregnancy lasted, if it is written and can be read.
    pub fn gestation(&self) -> Option<Gestation> {
        Gestation::parse(&self.term)
    }

    /// The name to greet the person by.
    pub fn called(&self) -> &str {
        if self.used_first_name.is_empty() {
            self.first_names
                .split_whitespace()
                .next()
                .unwrap_or_default()
        } else {
            &self.used_first_name
        }
    }

    /// First name and family name as used.
    pub fn full_name(&self) -> String {
        let family = if self.used_name.is_empty() {
            &self.birth_name
        } else {
            &self.used_name
        };
        format!("{} {family}", self.called()).trim().to_owned()
    }
}

/// Somebody who decides for the person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Guardian {
    /// Their name.
    pub name: String,
    /// In which capacity.
    pub role: Option<GuardianRole>,
    /// Their contact entry.
    pub contact: Option<EntryRef>,
}

/// A legal protection measure of an adult, or of a minor in the last year before majority.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Protection {
    /// Which measure.
    pub measure: Option<ProtectionKind>,
    /// The court or judge.
    pub court: String,
    /// Who carries it out.
    pub holder: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day: the printed date, which wins over any computed one.
    pub to: Option<NaiveDate>,
    /// The judgment, as a document entry.
    pub document: Option<EntryRef>,
}
