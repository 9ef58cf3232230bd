//! Rights, things that end and procedures in words.

use chrono::NaiveDate;

use super::day_in_words;
use super::lines::Lines;
use crate::entry::{Entitlement, Exchange, Expiry, Piece, Procedure, ProcedureStep, Request};
use crate::lists::Right;
use crate::term::{Lang, Term};

/// "AEEH", "École : AESH…, AESH individuelle 12 heures".
pub(super) fn entitlement_title(right: &Entitlement, lang: Lang) -> String {
    named(right.right, &right.detail, lang)
}

/// "Carte d'identité…, passeport de Théo".
pub(super) fn expiry_title(expiry: &Expiry, lang: Lang) -> String {
    match expiry.expiry_kind {
        Some(what) if expiry.name.is_empty() => what.label(lang).to_owned(),
        _ => expiry.name.clone(),
    }
}

fn named(right: Option<Right>, detail: &str, lang: Lang) -> String {
    match right {
        Some(Right::Other) | None => detail.to_owned(),
        Some(right) if detail.is_empty() => right.short(lang).to_owned(),
        Some(right) => format!("{}, {detail}", right.short(lang)),
    }
}

pub(super) fn entitlement(lines: &mut Lines, right: &Entitlement) {
    lines.term("right", right.right);
    lines.text("detail", &right.detail);
    lines.term("state", right.state);
    lines.term("rate", right.rate);
    lines.day("start", right.start);
    lines.day("end", right.end);
    lines.yes("no_end", right.no_end);
    lines.day("decided", right.decided);
    lines.day("received", right.received);
    lines.day("appeal_by", right.appeal_by);
    lines.day("prepare", right.prepare);
    lines.texts(&[
        ("authority", &right.authority),
        ("number", &right.number),
        ("beneficiary", &right.beneficiary),
        ("note", &right.note),
    ]);
}

pub(super) fn expiry(lines: &mut Lines, expiry: &Expiry) {
    lines.term("expiry_kind", expiry.expiry_kind);
    lines.text("name", &expiry.name);
    lines.day("end", expiry.end);
    lines.term("lead", expiry.lead);
    lines.text("number", &expiry.number);
    lines.yes("over", expiry.over);
    lines.text("note", &expiry.note);
}

pub(super) fn procedure(lines: &mut Lines, procedure: &Procedure) {
    let lang = lines.lang;
    lines.text("title", &procedure.title);
    lines.texts(&[
        ("authority", &procedure.authority),
        ("number", &procedure.number),
    ]);
    lines.items(
        "requests",
        procedure.requests.iter().map(|one| one.in_words(lang)),
    );
    lines.items(
        "history",
        procedure.history.iter().map(|one| one.in_words(lang)),
    );
    lines.items(
        "pieces",
        procedure.pieces.iter().map(|one| one.in_words(lang)),
    );
    lines.items(
        "exchanges",
        procedure.exchanges.iter().map(|one| one.in_words(lang)),
    );
    lines.text("note", &procedure.note);
}

impl Request {
    /// "AEEH", "Aide à l'école, AESH 12 heures".
    pub fn in_words(&self, lang: Lang) -> String {
        named(self.right, &self.detail, lang)
    }
}

impl Piece {
    /// What it is called.
    pub fn called(&self, lang: Lang) -> String {
        match self.piece {
            Some(piece) if self.name.is_empty() => piece.label(lang).to_owned(),
            _ => self.name.clone(),
        }
    }

    /// "Certificat médical, 3 mars 2026 : elle est là".
    pub fn in_words(&self, lang: Lang) -> String {
        let date = self.date.map(|date| day_in_words(date, lang));
        let ready = self.ready.then(|| lang.pick("prête", "ready").to_owned());
        joined([Some(self.called(lang)), date, ready])
    }
}

impl ProcedureStep {
    /// "Déposé, 3 mars 2026".
    pub fn in_words(&self, lang: Lang) -> String {
        let state = self.state.map(|state| state.label(lang).to_owned());
        joined([state, words(self.date, lang), Some(self.note.clone())])
    }
}

impl Exchange {
    /// "Appel, 3 mars 2026, 14:30, Mme Petit, le dossier est complet".
    pub fn in_words(&self, lang: Lang) -> String {
        let way = self.way.map(|way| way.label(lang).to_owned());
        let rest = joined([
            way,
            words(self.date, lang),
            Some(self.time.clone()),
            Some(self.who.clone()),
        ]);
        if self.text.is_empty() {
            rest
        } else {
            format!("{rest}{} {}", lang.pick(" :", ":"), self.text)
        }
    }
}

fn words(day: Option<NaiveDate>, lang: Lang) -> Option<String> {
    day.map(|day| day_in_words(day, lang))
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}
