//! The sections of the document: which part goes where, under which code.

use crate::entry::Entry;
use crate::term::{Lang, Term};
use crate::urgent::{Item, Part, PartKind};

/// A section, by LOINC.
pub(super) struct Section {
    /// The part it shows.
    pub(super) part: PartKind,
    /// Its LOINC code: those of IPS 2.0.1 where there is one.
    pub(super) code: &'static str,
    /// What LOINC calls it.
    pub(super) display: &'static str,
    /// Its title, if it is not the part's own.
    title: Option<&'static str>,
    /// Whether it is there even if nothing stands in it.
    pub(super) always: bool,
    /// Which items of the part it takes.
    takes: fn(&Item) -> bool,
}

const fn section(part: PartKind, code: &'static str, display: &'static str) -> Section {
    Section {
        part,
        code,
        display,
        title: None,
        always: true,
        takes: |_| true,
    }
}

const fn of_history(
    code: &'static str,
    display: &'static str,
    title: &'static str,
    takes: fn(&Item) -> bool,
) -> Section {
    Section {
        title: Some(title),
        always: false,
        takes,
        ..section(PartKind::History, code, display)
    }
}

/// In the order of the sheet.
pub(super) const SECTIONS: &[Section] = &[
    section(
        PartKind::Allergies,
        "48765-2",
        "Allergies and adverse reactions Document",
    ),
    section(PartKind::Dangers, "104605-1", "Alert"),
    section(PartKind::Problems, "11450-4", "Problem list - Reported"),
    section(PartKind::Crises, "18776-5", "Plan of care note"),
    section(
        PartKind::Treatments,
        "10160-0",
        "History of Medication use Narrative",
    ),
    section(
        PartKind::Devices,
        "46264-8",
        "History of medical device use",
    ),
    section(
        PartKind::UsualState,
        "47420-5",
        "Functional status assessment note",
    ),
    section(
        PartKind::Communication,
        "81338-6",
        "Patient Goals, preferences, and priorities for care experience",
    ),
    section(
        PartKind::Contacts,
        "85847-2",
        "Patient Care team information",
    ),
    Section {
        always: false,
        ..section(PartKind::Legal, "42348-3", "Advance healthcare directives")
    },
    of_history(
        "11348-0",
        "History of Past illness note",
        "Antécédents · Past problems",
        |item| matches!(item.source.as_deref(), Some(Entry::Problem(_))),
    ),
    of_history(
        "47519-4",
        "History of Procedures Document",
        "Opérations, anesthésies · Operations, anaesthesia",
        |item| matches!(item.source.as_deref(), Some(Entry::Stay(_))),
    ),
    of_history(
        "11369-6",
        "History of Immunization note",
        "Vaccins · Vaccines",
        |item| matches!(item.source.as_deref(), Some(Entry::Vaccine(_))),
    ),
    Section {
        title: Some("Poids · Weight"),
        always: false,
        takes: |item| item.title == crate::urgent::people::WEIGHT,
        ..section(PartKind::Identity, "8716-3", "Vital signs note")
    },
];

/// Where the pinned documents are named; filled from the files, not from the part.
pub(super) const fn documents() -> Section {
    section(PartKind::Documents, "55107-7", "Addendum Document")
}

impl Section {
    /// Its title, in both languages.
    pub(super) fn title(&self) -> String {
        let (fr, en) = (self.part.label(Lang::Fr), self.part.label(Lang::En));
        match self.title {
            Some(title) => title.to_owned(),
            None if fr == en => fr.to_owned(),
            None => format!("{fr} · {en}"),
        }
    }

    /// The items that it shows.
    pub(super) fn items<'a>(&self, part: &'a Part) -> Vec<&'a Item> {
        part.items()
            .iter()
            .filter(|item| (self.takes)(item))
            .collect()
    }
}
