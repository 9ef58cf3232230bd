//! The urgent sheet: what an emergency team needs, in its order, assembled from what is recorded all over the carnet.
//!
//! [`Sheet::assemble`] gathers it, [`Sheet::confirmed_by`] keeps what a guardian confirmed, [`fhir::bundle`] writes it in the
//! form that the card's link serves. Pages, preview and link show the same parts: one walk, three readers.
//!
//! Three things are always told apart: what is there, "none known", and "nobody said". What was added or changed since the
//! last confirmation is marked, item by item.

mod assemble;
mod digest;
pub mod fhir;
mod lines;
mod people;
mod unreadable;

use chrono::{Months, NaiveDate};

use crate::entry::{Confirmation, Entry, Identity, Kilograms, Kind, Phone, UrgentSheet};
use crate::lists::{Measure, Sex};
use crate::reference::EntryRef;
use crate::term::terms;

terms! {
    /// A part of the sheet, in the order in which it is read.
    PartKind {
        Identity "identity" "Identité" "Identity";
        Allergies "allergies" "Allergies" "Allergies";
        Dangers "dangers" "À ne pas faire, à surveiller" "Dangers";
        Problems "problems" "Diagnostics" "Diagnoses";
        Crises "crises" "Crises connues : que faire" "Known crises: what to do";
        Treatments "treatments" "Traitements en cours" "Current treatments";
        Devices "devices" "Appareillage" "Devices";
        UsualState "usual_state" "État habituel" "Usual state";
        Communication "communication" "Communication et douleur" "Communication and pain";
        Contacts "contacts" "Qui appeler" "Whom to call";
        Legal "legal" "Qui décide" "Who decides";
        History "history" "Antécédents, opérations, vaccins" "History, operations, vaccines";
        Documents "documents" "Documents à consulter" "Documents to open";
    }
}

/// The urgent sheet of one person, as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Every part, in order.
    pub parts: Vec<Part>,
    /// The last confirmation.
    pub confirmed: Option<Confirmation>,
    /// The person's name, empty if it is not filled in.
    pub name: String,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// Sex.
    pub sex: Option<Sex>,
    /// The last weight with its day, unless it is hidden.
    pub weight: Option<(Kilograms, NaiveDate)>,
    /// Whose number may be printed on the card, and the number.
    pub phone: Option<(String, Phone)>,
    person: Option<Box<Identity>>,
    pinned: Vec<EntryRef>,
    show_photo: bool,
    /// How many confirmed items are no longer there.
    gone: usize,
}

/// A part of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub kind: PartKind,
    /// What stands there.
    pub state: PartState,
}

/// What stands in a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartState {
    /// These items, the gravest first.
    Filled(Vec<Item>),
    /// Somebody said that there is nothing, perhaps with the day.
    NoneKnown(Option<NaiveDate>),
    /// Nobody has said anything.
    NotFilledIn,
}

/// One thing on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The entry it comes from.
    pub entry: Option<EntryRef>,
    /// What it is, in a few words.
    pub title: String,
    /// What else to know, a sentence or a labelled fact each.
    pub lines: Vec<String>,
    /// Numbers to call, the best first.
    pub phones: Vec<Phone>,
    /// Whether it stood on the sheet, just so, when the sheet was last confirmed.
    pub confirmed: bool,
    /// What it amounts to.
    digest: String,
    /// What it was made of, for its coded form.
    source: Option<Box<Entry>>,
}

/// How old a sheet's confirmation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// Confirmed in the last six months.
    Fresh,
    /// Confirmed six months ago or more: to be read again.
    Reread,
    /// Confirmed a year ago or more, or never.
    Old,
}

/// After how many months a sheet is to be read again; hospital passports of the NHS say six.
const REREAD: Months = Months::new(6);
/// After how many months it counts as old; the HAS asks for its liaison file to be made anew once a year.
const OLD: Months = Months::new(12);

impl Sheet {
    /// How old the confirmation is.
    pub fn age(&self, today: NaiveDate) -> Age {
        let Some(confirmed) = &self.confirmed else {
            return Age::Old;
        };
        let past = |months| {
            confirmed
                .on
                .checked_add_months(months)
                .is_some_and(|then| then <= today)
        };
        match (past(REREAD), past(OLD)) {
            (_, true) => Age::Old,
            (true, false) => Age::Reread,
            (false, false) => Age::Fresh,
        }
    }

    /// Whether something was added, changed or taken away since the last confirmation.
    pub fn anything_new(&self) -> bool {
        self.gone > 0 || self.items().any(|item| !item.confirmed)
    }

    /// Every item, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.parts.iter().flat_map(Part::items)
    }

    /// A part.
    pub fn part(&self, kind: PartKind) -> Option<&Part> {
        self.parts.iter().find(|part| part.kind == kind)
    }

    /// The documents that readers of the card may open.
    pub fn pinned(&self) -> &[EntryRef] {
        &self.pinned
    }

    /// Whether the photo is shown.
    pub fn show_photo(&self) -> bool {
        self.show_photo
    }

    /// The sheet's own entry with this sheet confirmed: by whom, on which day, and a digest of everything shown.
    #[must_use]
    pub fn confirmed_by(&self, present: &UrgentSheet, on: NaiveDate, by: &str) -> UrgentSheet {
        let mut shown: Vec<String> = self.items().map(|item| item.digest.clone()).collect();
        shown.sort();
        shown.dedup();
        UrgentSheet {
            confirmed: Some(Confirmation {
                on,
                by: by.to_owned(),
                shown,
            }),
            ..present.clone()
        }
    }
}

impl Part {
    /// Its items, none if there are none.
    pub fn items(&self) -> &[Item] {
        match &self.state {
            PartState::Filled(items) => items,
            PartState::NoneKnown(_) | PartState::NotFilledIn => &[],
        }
    }
}

/// Whether an entry of this kind can appear on a sheet, so that a change of it may change the sheet. Documents do not: those
/// that are pinned are named by the sheet's own entry.
pub fn shows(entry: &Entry) -> bool {
    match entry {
        Entry::Unknown(unknown) => unreadable::part_of_unknown(unknown).is_some(),
        Entry::Measurement(measurement) => measurement.weight().is_some(),
        Entry::Readings(readings) => readings.what == Some(Measure::Weight),
        entry => matches!(
            entry.kind(),
            Some(
                Kind::Identity
                    | Kind::Contact
                    | Kind::Problem
                    | Kind::Allergy
                    | Kind::Treatment
                    | Kind::Vaccine
                    | Kind::Device
                    | Kind::Stay
                    | Kind::Danger
                    | Kind::Crisis
                    | Kind::UsualState
                    | Kind::UrgentSheet
                    | Kind::Statement
            )
        ),
    }
}
