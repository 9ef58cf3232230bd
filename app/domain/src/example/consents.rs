//! What Théo and his parents agreed to.

use super::book::Book;
use crate::entry::{Allowed, Consent, Entry};
use crate::lists::{ConsentBy, ConsentForm, Profile};

pub(super) fn write(book: &mut Book) {
    let mut agreed = |id: &str, days: u64, consent: Consent| {
        let consent = Consent {
            date: Some(book.ago(days)),
            until: Some(book.soon(365 - days)),
            allowed_by: "Claire Beaupré".into(),
            ..consent
        };
        book.add(id, Entry::Consent(consent));
    };
    agreed(
        "accord-kine",
        122,
        Consent {
            allowed_to: "Marc Olivier".into(),
            profile: Some(Profile::Therapist),
            profession: "70".into(),
            allowed: allowed(Profile::Therapist),
            consent_by: Some(ConsentBy::Both),
            consent_form: Some(ConsentForm::Spoken),
            consent_words: "On a demandé à Théo si Marc pouvait lire ses bilans et y écrire ses séances. Il a dit : \
                « Oui, mais pas mes mots à Maman. »"
                .into(),
            ..Consent::default()
        },
    );
    agreed(
        "accord-aesh",
        61,
        Consent {
            allowed_to: "Mme Haddad".into(),
            profile: Some(Profile::SchoolAide),
            function: "AESH".into(),
            allowed: allowed(Profile::SchoolAide),
            consent_by: Some(ConsentBy::Representative),
            consent_form: Some(ConsentForm::Written),
            consent_words: "Accord donné à la réunion de rentrée : les habitudes et le cahier, rien de la santé.".into(),
            ..Consent::default()
        },
    );
}

fn allowed(profile: Profile) -> Vec<Allowed> {
    let proposed = profile.proposed().into_iter();
    proposed
        .map(|proposed| Allowed::of(proposed.section, proposed.write))
        .collect()
}
