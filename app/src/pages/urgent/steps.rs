//! What each part of the sheet asks while it is empty, and where it is filled in.

use crate::parts::sign::Sign;
use crate::site_map::Page;
use crate::words::{Word, Words};
use domain::Kind;
use domain::entry::ListKind;
use domain::urgent::PartKind;

/// The next step of a part.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// Its icon.
    pub(super) sign: Sign,
    /// What is asked.
    pub(super) ask: Word,
    /// The kind of entry that is added.
    pub(super) kind: Option<Kind>,
    /// There is only one of that kind.
    pub(super) single: bool,
    /// On the button that adds.
    pub(super) add: Option<Word>,
    /// The page where its entries live; none for what lives here.
    pub(super) home: Option<Page>,
    /// How to say that there is none, and of which list.
    pub(super) none: Option<(ListKind, Word)>,
}

impl Step {
    const fn new(sign: Sign, ask: Word) -> Self {
        Self {
            sign,
            ask,
            kind: None,
            single: false,
            add: None,
            home: None,
            none: None,
        }
    }

    const fn adds(self, kind: Kind, add: Word) -> Self {
        Self {
            kind: Some(kind),
            add: Some(add),
            ..self
        }
    }

    const fn one(self, kind: Kind) -> Self {
        Self {
            kind: Some(kind),
            single: true,
            ..self
        }
    }

    const fn lives(self, home: Page) -> Self {
        Self {
            home: Some(home),
            ..self
        }
    }

    const fn or_none(self, list: ListKind, word: Word) -> Self {
        Self {
            none: Some((list, word)),
            ..self
        }
    }
}

/// The step of a part.
pub(super) fn step(kind: PartKind) -> Step {
    use ListKind as L;
    use Words as W;
    match kind {
        PartKind::Identity => Step::new(Sign::Person, W::urgent_ask_identity).one(Kind::Identity),
        PartKind::Allergies => Step::new(Sign::Danger, W::urgent_ask_allergies)
            .adds(Kind::Allergy, W::add_allergy)
            .lives(Page::Health)
            .or_none(L::Allergies, W::none_allergies),
        PartKind::Dangers => Step::new(Sign::Caution, W::urgent_ask_dangers)
            .adds(Kind::Danger, W::add_danger)
            .or_none(L::Dangers, W::none_dangers),
        PartKind::Problems => Step::new(Sign::Health, W::urgent_ask_problems)
            .adds(Kind::Problem, W::add_problem)
            .lives(Page::Health)
            .or_none(L::Problems, W::none_problems),
        PartKind::Crises => Step::new(Sign::Urgent, W::urgent_ask_crises)
            .adds(Kind::Crisis, W::add_crisis)
            .or_none(L::Crises, W::none_crises),
        PartKind::Treatments => Step::new(Sign::Pill, W::urgent_ask_treatments)
            .adds(Kind::Treatment, W::add_treatment)
            .lives(Page::Health)
            .or_none(L::Treatments, W::none_treatments),
        PartKind::Devices => Step::new(Sign::Wheelchair, W::urgent_ask_devices)
            .adds(Kind::Device, W::add_device)
            .lives(Page::Health)
            .or_none(L::Devices, W::none_devices),
        PartKind::UsualState => Step::new(Sign::Sun, W::urgent_ask_usual).one(Kind::UsualState),
        PartKind::Communication => {
            Step::new(Sign::Notebook, W::urgent_ask_communication).one(Kind::UrgentSheet)
        }
        PartKind::Contacts => Step::new(Sign::Phone, W::urgent_ask_contacts)
            .adds(Kind::Contact, W::add_contact)
            .lives(Page::Contacts),
        PartKind::Legal => Step::new(Sign::Contacts, W::urgent_ask_legal).one(Kind::UrgentSheet),
        PartKind::History => Step::new(Sign::Syringe, W::urgent_ask_history)
            .adds(Kind::Vaccine, W::add_vaccine)
            .lives(Page::Health),
        PartKind::Documents => {
            Step::new(Sign::Document, W::urgent_ask_documents).one(Kind::UrgentSheet)
        }
    }
}
