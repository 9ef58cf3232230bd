//! Théo's rights, what else ends, and two procedures: a renewal that is being prepared, a request that waits for an answer.

use chrono::{Days, Months, NaiveDate};

use super::book::{Book, to};
use crate::entry::{
    Entitlement, Entry, Exchange, Expiry, Piece, Procedure, ProcedureStep, Request,
};
use crate::lists::{
    EntitlementState, ExchangeWay, ExpiryKind, Lead, PieceKind, ProcedureState, Rate, Right,
};

pub(super) fn write(book: &mut Book) {
    rights(book);
    other_ends(book);
    renewal(book);
    request(book);
}

/// The last day of the month of a day.
fn month_end(day: NaiveDate) -> NaiveDate {
    let next = day.checked_add_months(Months::new(1)).unwrap_or(day);
    let first = chrono::Datelike::with_day(&next, 1).unwrap_or(next);
    first.pred_opt().unwrap_or(day)
}

fn rights(book: &mut Book) {
    let decided = book.in_year(8, 4, 10);
    let notified = Entitlement {
        state: Some(EntitlementState::Granted),
        decided: Some(decided),
        received: decided.checked_add_days(Days::new(8)),
        start: Some(book.in_year(8, 5, 1)),
        authority: "MDPH du Rhône".into(),
        number: "69-2019-4711".into(),
        documents: to(&["notification"]),
        ..Entitlement::default()
    };
    let soon = month_end(book.soon(190));
    let summer = NaiveDate::from_ymd_opt(book.school_year() + 1, 8, 31);
    let allowance = Entitlement {
        rate: Some(Rate::From50),
        end: Some(soon),
        beneficiary: "Maman".into(),
        ..notified.clone()
    };
    add(book, "droit-aeeh", Right::Aeeh, "", allowance.clone());
    add(
        book,
        "droit-complement",
        Right::AeehSupplement,
        "complément 3",
        allowance,
    );
    let school = Entitlement {
        end: summer,
        ..notified.clone()
    };
    add(
        book,
        "droit-aesh",
        Right::School,
        "AESH individuelle, 12 heures",
        school.clone(),
    );
    add(
        book,
        "droit-ordinateur",
        Right::School,
        "ordinateur",
        school,
    );
    let service = Entitlement {
        end: summer.and_then(|day| day.checked_add_months(Months::new(12))),
        ..notified.clone()
    };
    add(book, "droit-sessad", Right::Esms, "SESSAD du Val", service);
    let card = Entitlement {
        end: Some(
            month_end(decided)
                .checked_add_months(Months::new(60))
                .unwrap_or(decided),
        ),
        authority: "Département du Rhône".into(),
        ..notified
    };
    add(
        book,
        "droit-cmi",
        Right::Cmi,
        "stationnement et priorité",
        card,
    );
    let care = Entitlement {
        state: Some(EntitlementState::Granted),
        start: Some(book.in_year(7, 1, 15)),
        end: Some(month_end(book.soon(500))),
        authority: "Caisse primaire d'assurance maladie".into(),
        note: "Protocole de soins signé par le Dr Lambert.".into(),
        ..Entitlement::default()
    };
    let plan = Entitlement {
        state: Some(EntitlementState::Granted),
        start: NaiveDate::from_ymd_opt(book.school_year(), 9, 1),
        end: NaiveDate::from_ymd_opt(book.school_year() + 1, 7, 5),
        authority: "École Jules-Verne".into(),
        documents: to(&["pai"]),
        note: "À refaire pour l'entrée au collège.".into(),
        ..Entitlement::default()
    };
    add(book, "droit-ald", Right::Ald, "", care);
    add(book, "droit-pai", Right::Pai, "", plan);
}

fn add(book: &mut Book, id: &str, right: Right, detail: &str, more: Entitlement) {
    let entitlement = Entitlement {
        right: Some(right),
        detail: detail.into(),
        ..more
    };
    book.add(id, Entry::Entitlement(entitlement));
}

fn other_ends(book: &mut Book) {
    let ends = [
        (
            "fin-passeport",
            ExpiryKind::IdentityPaper,
            "Passeport de Théo",
            300,
            Lead::ThreeMonths,
        ),
        (
            "fin-midazolam",
            ExpiryKind::RescueMedicine,
            "Midazolam de la trousse de l'école",
            95,
            Lead::OneMonth,
        ),
        (
            "fin-assurance",
            ExpiryKind::Insurance,
            "Assurance scolaire",
            160,
            Lead::TwoWeeks,
        ),
    ];
    for (id, what, name, days, lead) in ends {
        let expiry = Expiry {
            expiry_kind: Some(what),
            name: name.into(),
            end: Some(book.soon(days)),
            lead: Some(lead),
            ..Expiry::default()
        };
        book.add(id, Entry::Expiry(expiry));
    }
}

fn piece(piece: PieceKind, date: Option<NaiveDate>, document: Option<&str>) -> Piece {
    Piece {
        piece: Some(piece),
        ready: date.is_some() || document.is_some(),
        date,
        document: document.map(Into::into),
        ..Piece::default()
    }
}

fn step(state: ProcedureState, date: NaiveDate, note: &str) -> ProcedureStep {
    ProcedureStep {
        state: Some(state),
        date: Some(date),
        note: note.into(),
    }
}

fn renewal(book: &mut Book) {
    let asked = |right, detail: &str, renews: &str| Request {
        right: Some(right),
        detail: detail.into(),
        renews: Some(renews.into()),
    };
    let procedure = Procedure {
        title: "Renouvellement à la MDPH".into(),
        authority: "MDPH du Rhône".into(),
        contact: Some("mdph".into()),
        number: "69-2019-4711".into(),
        requests: vec![
            asked(Right::Aeeh, "", "droit-aeeh"),
            asked(Right::AeehSupplement, "complément 3", "droit-complement"),
            asked(Right::School, "AESH pour le collège", "droit-aesh"),
        ],
        pieces: vec![
            piece(PieceKind::Form, None, None),
            piece(PieceKind::MedicalCertificate, Some(book.ago(20)), None),
            piece(PieceKind::Identity, None, None),
            piece(PieceKind::Address, None, None),
            piece(
                PieceKind::GevaSco,
                Some(book.in_year(9, 6, 20)),
                Some("geva-sco"),
            ),
            piece(
                PieceKind::Assessments,
                Some(book.ago(60)),
                Some("bilan-kine"),
            ),
        ],
        history: vec![step(ProcedureState::Draft, book.ago(25), "")],
        exchanges: vec![Exchange {
            way: Some(ExchangeWay::Call),
            date: Some(book.ago(12)),
            time: "10:15".into(),
            who: "Accueil de la MDPH".into(),
            text: "Le dossier peut être déposé au guichet, sans rendez-vous. Garder le reçu."
                .into(),
            document: None,
        }, Exchange {
            way: Some(ExchangeWay::Visit),
            date: Some(book.ago(9)),
            who: "École Jules-Verne".into(),
            text: "Réunion de l'équipe de suivi et GEVA-Sco demandés. La directrice a signé la copie.".into(),
            document: Some("courrier-geva-sco".into()),
            ..Exchange::default()
        }],
        ..Procedure::default()
    };
    book.add("demarche-mdph", Entry::Procedure(procedure));
}

fn request(book: &mut Book) {
    let procedure = Procedure {
        title: "Demande de PCH : barre et siège de douche".into(),
        authority: "MDPH du Rhône".into(),
        contact: Some("mdph".into()),
        requests: vec![Request {
            right: Some(Right::Pch),
            detail: "aménagement de la salle de bains".into(),
            renews: None,
        }],
        pieces: vec![
            piece(PieceKind::Form, Some(book.ago(75)), None),
            piece(PieceKind::MedicalCertificate, Some(book.ago(80)), None),
            piece(PieceKind::Identity, Some(book.ago(75)), None),
            piece(PieceKind::Address, Some(book.ago(75)), None),
            piece(PieceKind::Quotes, Some(book.ago(78)), None),
        ],
        history: vec![
            step(ProcedureState::Draft, book.ago(90), ""),
            step(ProcedureState::Filed, book.ago(70), "En recommandé"),
            step(
                ProcedureState::Admissible,
                book.ago(55),
                "Lettre de la MDPH",
            ),
        ],
        exchanges: vec![
            Exchange {
                way: Some(ExchangeWay::RegisteredLetter),
                date: Some(book.ago(70)),
                text: "Dossier complet, avec deux devis.".into(),
                ..Exchange::default()
            },
            Exchange {
                way: Some(ExchangeWay::Call),
                date: Some(book.ago(15)),
                time: "14:30".into(),
                who: "Mme Petit".into(),
                text: "L'ergothérapeute de la MDPH appellera pour une visite.".into(),
                ..Exchange::default()
            },
        ],
        ..Procedure::default()
    };
    book.add("demarche-pch", Entry::Procedure(procedure));
}
