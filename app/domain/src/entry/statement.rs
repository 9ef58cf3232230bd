//! "None known" and "not filled in" are two things: an empty list of allergies may mean either, and at an emergency
//! desk the difference counts (HL7 IPS asks for it too).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Entry, Kind};
use crate::section::Section;
use crate::term::terms;
use crate::view::HasEntry;

terms! {
    /// A list of which one can say that there is nothing in it.
    ListKind {
        Problems "problems" "Problèmes de santé" "Health problems";
        Allergies "allergies" "Allergies" "Allergies";
        Treatments "treatments" "Traitements" "Treatments";
        Vaccines "vaccines" "Vaccins" "Vaccines";
        Devices "devices" "Appareillage" "Devices";
        Stays "stays" "Séjours et opérations" "Stays and operations";
        Steps "steps" "Parcours de vie" "Course of life";
        Measurements "measurements" "Mesures" "Measurements";
        Habits "habits" "Habitudes de vie" "Habits of life";
        Contacts "contacts" "Contacts" "Contacts";
        Documents "documents" "Documents" "Documents";
        Projects "projects" "Projets individuels" "Individual projects";
        Notes "notes" "Notes" "Notes";
        Dangers "dangers" "Dangers" "Dangers";
        Crises "crises" "Crises connues" "Known crises";
    }
}

/// What a statement says. So far there is one thing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoneKnown {
    /// There is nothing in this list, as far as is known.
    #[serde(rename = "none_known")]
    NoneKnown,
}

/// "There is none", said of a whole list, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Of which list.
    pub list: ListKind,
    /// What is said.
    pub state: NoneKnown,
    /// The day it was said.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// What a list amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListState {
    /// Nobody has said anything.
    NotFilledIn,
    /// Somebody said that there is nothing, perhaps with the day.
    NoneKnown(Option<NaiveDate>),
    /// There are this many entries. They win over a statement.
    Some(usize),
}

impl ListKind {
    /// The kind of entries that the list holds.
    pub fn kind(self) -> Kind {
        match self {
            Self::Problems => Kind::Problem,
            Self::Allergies => Kind::Allergy,
            Self::Treatments => Kind::Treatment,
            Self::Vaccines => Kind::Vaccine,
            Self::Devices => Kind::Device,
            Self::Stays => Kind::Stay,
            Self::Steps => Kind::Step,
            Self::Measurements => Kind::Measurement,
            Self::Habits => Kind::Habit,
            Self::Contacts => Kind::Contact,
            Self::Documents => Kind::Document,
            Self::Projects => Kind::Project,
            Self::Notes => Kind::Note,
            Self::Dangers => Kind::Danger,
            Self::Crises => Kind::Crisis,
        }
    }

    /// The section where a statement about the list is kept.
    pub fn home(self) -> Section {
        match self {
            Self::Contacts => Section::Team,
            Self::Habits => Section::Daily,
            Self::Projects => Section::School,
            Self::Notes => Section::Notebook,
            Self::Dangers | Self::Crises => Section::Urgent,
            _ => Section::Health,
        }
    }

    /// Whether it is none, unknown, or how many.
    pub fn state<T: HasEntry>(self, entries: &[T]) -> ListState {
        let kind = self.kind();
        let count = entries
            .iter()
            .filter(|row| row.entry().kind() == Some(kind))
            .count();
        if count > 0 {
            return ListState::Some(count);
        }
        let said = entries.iter().filter_map(|row| match row.entry() {
            Entry::Statement(statement) if statement.list == self => Some(statement.on),
            _ => None,
        });
        said.max()
            .map_or(ListState::NotFilledIn, ListState::NoneKnown)
    }
}
