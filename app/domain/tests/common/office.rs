//! What is written to offices.

use super::{day, file, to};
use domain::Entry;
use domain::entry::*;
use domain::lists::*;

pub(super) fn office() -> Vec<Entry> {
    vec![
        Entry::MdphFile(MdphFile {
            title: "Renouvellement".into(),
            date: Some(day(2026, 9, 1)),
            state: Some(FileState::Sent),
            sent: Some(day(2026, 10, 2)),
            language: Some(FileLanguage::French),
            edition: Some(1),
            answers: vec![Answer {
                question: "project.life".into(),
                text: "Prendre le bus seul".into(),
                choices: vec!["again".into()],
                documents: to(&["bilan"]),
                voice: vec![file("voix.webm")],
                not_concerned: true,
            }],
            previous: Some("dossier-2024".into()),
            procedure: Some("demarche".into()),
        }),
        Entry::Letter(Letter {
            letter_kind: Some(LetterKind::Appeal),
            date: Some(day(2026, 10, 3)),
            place: "Lyon".into(),
            sender: "Claire Beaupré\n1 rue".into(),
            recipient: "MDPH du Rhône".into(),
            subject: "recours".into(),
            text: "Madame, Monsieur,".into(),
            documents: to(&["decision"]),
            sent: Some(day(2026, 10, 4)),
            means: Some(LetterMeans::Registered),
            proof: vec![file("recepisse.jpg")],
            procedure: Some("demarche".into()),
            note: "note".into(),
        }),
    ]
}
