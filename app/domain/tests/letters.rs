//! Letters and the file of a procedure: what is known is put in, what was said stays, a letter that went is a proof once.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use domain::entry::{
    Answer, Contact, Entitlement, Exchange, Letter, MdphFile, Piece, Procedure, ProcedureStep,
    Request,
};
use domain::letters::{self, Blank};
use domain::lists::{
    EntitlementState, ExchangeWay, LetterKind, LetterMeans, PieceKind, ProcedureState as State,
    Right,
};
use domain::view::HasEntry;
use domain::{Entry, EntryRef, mdph};

struct Row(&'static str, Entry);

impl HasEntry for Row {
    fn entry(&self) -> &Entry {
        &self.1
    }

    fn reference(&self) -> Option<EntryRef> {
        Some(self.0.into())
    }
}

fn on(month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, day)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn procedure(states: &[(State, u32)]) -> Procedure {
    Procedure {
        title: "Demande de PCH".into(),
        authority: "MDPH du Rhône".into(),
        contact: Some("mdph".into()),
        number: "69-4711".into(),
        requests: vec![
            Request {
                right: Some(Right::Pch),
                detail: "douche".into(),
                renews: None,
            },
            Request {
                right: Some(Right::Cmi),
                detail: "stationnement".into(),
                renews: Some("carte".into()),
            },
        ],
        pieces: vec![Piece {
            piece: Some(PieceKind::Quotes),
            document: Some("devis".into()),
            ..Piece::default()
        }],
        history: states
            .iter()
            .map(|(state, month)| ProcedureStep {
                state: Some(*state),
                date: on(*month, 2),
                note: String::new(),
            })
            .collect(),
        exchanges: vec![
            Exchange {
                way: Some(ExchangeWay::Call),
                date: on(5, 9),
                time: "14:30".into(),
                who: "Mme Petit".into(),
                text: "Il manque un devis.".into(),
                document: None,
            },
            Exchange {
                way: Some(ExchangeWay::RegisteredLetter),
                date: on(3, 1),
                text: "Le dossier.".into(),
                ..Exchange::default()
            },
        ],
        ..Procedure::default()
    }
}

fn rows() -> Vec<Row> {
    let line = |right, state, detail: &str| {
        Entry::Entitlement(Entitlement {
            right: Some(right),
            state: Some(state),
            detail: detail.into(),
            decided: on(9, 3),
            received: on(9, 11),
            procedure: Some("demarche".into()),
            documents: vec!["notification".into()],
            ..Entitlement::default()
        })
    };
    vec![
        Row(
            "mdph",
            Entry::Contact(Contact {
                organisation: "MDPH du Rhône".into(),
                address: "8 rue Jonas-Salk\n69007 Lyon".into(),
                ..Contact::default()
            }),
        ),
        Row("a", line(Right::Esms, EntitlementState::Granted, "SESSAD")),
        Row("b", line(Right::Pch, EntitlementState::Refused, "douche")),
        Row(
            "c",
            line(Right::Cmi, EntitlementState::Refused, "stationnement"),
        ),
    ]
}

fn known(kind: LetterKind, procedure: &Procedure) -> Vec<(String, String)> {
    let template = letters::template(kind).unwrap();
    let blanks = letters::known(
        template,
        Some((&"demarche".into(), procedure)),
        &rows(),
        today(),
    );
    let pair = |blank: Blank| (blank.name, blank.text);
    blanks.into_iter().map(pair).collect()
}

fn said<'a>(blanks: &'a [(String, String)], name: &str) -> &'a str {
    let found = blanks.iter().find(|(there, _)| there == name);
    found.map_or("", |(_, text)| text)
}

#[test]
fn a_letter_about_a_procedure_knows_its_office_its_dates_and_its_rights() {
    let appeal = known(LetterKind::Appeal, &procedure(&[(State::Notified, 9)]));
    assert_eq!(said(&appeal, "decided"), "2026-09-03");
    assert_eq!(said(&appeal, "received"), "2026-09-11");
    assert_eq!(said(&appeal, "file_number"), "69-4711");
    assert_eq!(
        said(&appeal, "about"),
        "PCH, douche",
        "what was refused, without the card"
    );
    assert!(said(&appeal, "wanted").contains("douche"));
    assert_eq!(said(&appeal, "why"), "", "the reasons are the person's");
    assert_eq!(
        said(&appeal, "recipient"),
        "MDPH (maison départementale des personnes handicapées)\nÀ l'attention de la CDAPH\nMDPH du Rhône\n8 rue Jonas-Salk\n69007 Lyon"
    );
    let card = known(LetterKind::CardAppeal, &procedure(&[(State::Notified, 9)]));
    assert_eq!(said(&card, "mention"), "stationnement");
    assert_eq!(
        said(&card, "recipient"),
        "Monsieur le Président ou Madame la Présidente\ndu conseil départemental",
        "the card's appeal goes to the département"
    );
    let joined = letters::joined(LetterKind::Appeal, &"demarche".into(), &rows());
    assert_eq!(joined, [EntryRef::from("notification")]);
    let complaint = known(LetterKind::Complaint, &procedure(&[(State::Filed, 3)]));
    assert_eq!(said(&complaint, "filed"), "2026-03-02");
    assert_eq!(
        said(&complaint, "what"),
        "Le 1er mars 2026, lettre recommandée : Le dossier.\nLe 9 mai 2026, appel, 14:30, Mme Petit : Il manque un devis."
    );
    let call = known(LetterKind::CallSummary, &procedure(&[(State::Filed, 3)]));
    assert_eq!(said(&call, "when"), "2026-05-09");
    assert_eq!(
        (said(&call, "hour"), said(&call, "who")),
        ("14:30", "Mme Petit")
    );
    let other = letters::known(
        letters::template(LetterKind::Appeal).unwrap(),
        Some((&"another".into(), &Procedure::default())),
        &rows(),
        today(),
    );
    assert_eq!(other.len(), 1, "only the template's own address: {other:?}");
}

#[test]
fn letters_are_offered_where_they_serve() {
    use LetterKind as L;
    let at = |state| letters::offered(&procedure(&[(state, 3)]));
    assert_eq!(at(State::Draft), [L::CallSummary]);
    assert_eq!(at(State::Admissible), [L::Complaint, L::CallSummary]);
    assert_eq!(
        at(State::Notified),
        [L::Appeal, L::CardAppeal, L::CallSummary]
    );
    assert!(at(State::Closed).is_empty());
    let mut school = procedure(&[]);
    school.requests = vec![Request {
        right: Some(Right::School),
        ..Request::default()
    }];
    assert_eq!(letters::offered(&school), [L::SchoolReport, L::CallSummary]);
}

#[test]
fn a_letter_that_went_is_a_proof_once_and_an_appeal_is_a_step() {
    let mut procedure = procedure(&[(State::Filed, 3), (State::Notified, 9)]);
    let id: EntryRef = "lettre".into();
    let mut letter = Letter {
        letter_kind: Some(LetterKind::Appeal),
        recipient: "MDPH du Rhône\nrue".into(),
        subject: "recours".into(),
        sent: on(10, 4),
        means: Some(LetterMeans::Registered),
        ..Letter::default()
    };
    assert!(!letters::proven(&procedure, &id));
    letters::prove(&mut procedure, &id, &letter);
    letter.sent = on(10, 5);
    letters::prove(&mut procedure, &id, &letter);
    let proofs: Vec<_> = procedure
        .exchanges
        .iter()
        .filter(|one| one.document.as_ref() == Some(&id))
        .collect();
    assert_eq!(proofs.len(), 1);
    assert_eq!(proofs[0].way, Some(ExchangeWay::RegisteredLetter));
    assert_eq!(
        (proofs[0].date, proofs[0].who.as_str()),
        (on(10, 5), "MDPH du Rhône")
    );
    assert_eq!(procedure.state(), State::Appealed);
    assert_eq!(procedure.reached(State::Appealed), on(10, 4));
    assert_eq!(procedure.history.len(), 3);
}

#[test]
fn a_file_takes_what_the_procedure_says_and_touches_no_answer() {
    let id: EntryRef = "demarche".into();
    let mut file = MdphFile::default();
    file.put(Answer {
        choices: vec!["no".into()],
        ..Answer::to("requests.card_parking")
    });
    mdph::serve(&mut file, &id, &procedure(&[]));
    assert_eq!(file.procedure, Some(id.clone()));
    assert_eq!(file.title, "Demande de PCH");
    let pch = file.answer("requests.pch").unwrap();
    assert_eq!(
        (pch.choices.as_slice(), pch.text.as_str()),
        (["first".to_owned()].as_slice(), "douche")
    );
    assert_eq!(
        file.answer("requests.card_parking").unwrap().choices,
        ["no"]
    );
    assert_eq!(
        file.answer("pieces.costs").unwrap().documents,
        [EntryRef::from("devis")]
    );
    let rows = [Row("dossier", Entry::MdphFile(file))];
    assert!(mdph::serving(&rows, &id).is_some());
    assert!(mdph::serving(&rows, &"another".into()).is_none());
    assert!(mdph::unclaimed(&rows).is_none());
}

#[test]
fn filing_is_noted_once() {
    let mut draft = procedure(&[(State::Draft, 1)]);
    let day = on(3, 4).unwrap();
    draft.file_on(day);
    draft.file_on(on(3, 9).unwrap());
    assert_eq!(
        (draft.state(), draft.reached(State::Filed)),
        (State::Filed, Some(day))
    );
    let mut decided = procedure(&[(State::Notified, 9)]);
    decided.file_on(day);
    assert_eq!(decided.state(), State::Notified);
}
