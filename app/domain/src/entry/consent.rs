//! What was allowed, to whom, by whom, until when and in which words (code de l'action sociale et des familles,
//! art. L. 311-3; code de la santé publique, art. L. 1110-4): the record of an agreement, kept beside the right itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::{ConsentBy, ConsentForm, Profession, Profile};
use crate::reference::EntryRef;
use crate::section::Section;
use crate::term::Term;

/// An agreement that somebody may read or write in the carnet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Consent {
    /// Who was allowed, as the family calls them.
    pub allowed_to: String,
    /// The member of the carnet, or the invitation by which they came: the text form of its id.
    pub member: String,
    /// What they are around the person.
    pub profile: Option<Profile>,
    /// The profession, by the codes of the Agence du numérique en santé.
    pub profession: Profession,
    /// What they do, in the family's words.
    pub function: String,
    /// What they may read or write.
    pub allowed: Vec<Allowed>,
    /// The day it was given.
    pub date: Option<NaiveDate>,
    /// The last day for which it was given.
    pub until: Option<NaiveDate>,
    /// Whose agreement it is.
    pub consent_by: Option<ConsentBy>,
    /// Who gave it, by name.
    pub allowed_by: String,
    /// In which form.
    pub consent_form: Option<ConsentForm>,
    /// In which words it was asked and given.
    pub consent_words: String,
    /// The day it was taken back.
    pub withdrawn: Option<NaiveDate>,
    /// Signed papers, filed as documents.
    pub documents: Vec<EntryRef>,
}

/// One section in an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Allowed {
    /// The section's code; for a compartment of one's own, the name it had then.
    pub section: String,
    /// Whether writing is allowed as well.
    pub write: bool,
}

impl Allowed {
    /// Of a section that every carnet has.
    pub fn of(section: Section, write: bool) -> Self {
        Self {
            section: section.code().to_owned(),
            write,
        }
    }

    /// The section, if it is one that every carnet has.
    pub fn known(&self) -> Option<Section> {
        Section::from_code(&self.section)
    }
}

impl Consent {
    /// What they are, in words: the profession, else the family's word, else the profile.
    pub fn what_they_are(&self, lang: crate::term::Lang) -> String {
        match (self.profession.label(), self.profile) {
            (Some(label), _) => label.to_owned(),
            (None, _) if !self.function.trim().is_empty() => self.function.clone(),
            (None, Some(profile)) => profile.label(lang).to_owned(),
            (None, None) => String::new(),
        }
    }
}
