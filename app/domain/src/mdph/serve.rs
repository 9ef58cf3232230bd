//! The file that serves a procedure: what is asked for there, and the papers gathered there, are answers here as well.

use super::file::{current, files};
use crate::entry::{Answer, Entry, MdphFile, Piece, Procedure, Request};
use crate::lists::{PieceKind, Right};
use crate::reference::EntryRef;
use crate::view::HasEntry;

/// Ties a file to a procedure. What the procedure asks for and its papers become answers where there is none yet; nothing that
/// was answered is touched.
pub fn serve(file: &mut MdphFile, id: &EntryRef, procedure: &Procedure) {
    file.procedure = Some(id.clone());
    if file.title.trim().is_empty() {
        file.title.clone_from(&procedure.title);
    }
    let answered: Vec<String> = file
        .answers
        .iter()
        .map(|answer| answer.question.clone())
        .collect();
    let open = |question: &str| !answered.iter().any(|there| there == question);
    for request in &procedure.requests {
        let again = request.renews.is_some();
        for question in requested(request).into_iter().filter(|id| open(id)) {
            let mut answer = file
                .answer(question)
                .cloned()
                .unwrap_or_else(|| Answer::to(question));
            answer.choices = vec![if again { "again" } else { "first" }.to_owned()];
            let detail = request.detail.trim();
            if !detail.is_empty() && !answer.text.contains(detail) {
                if !answer.text.is_empty() {
                    answer.text.push('\n');
                }
                answer.text.push_str(detail);
            }
            file.put(answer);
        }
    }
    for piece in &procedure.pieces {
        if let (Some(question), Some(document)) = (gathered(piece), &piece.document)
            && open(question)
        {
            let mut answer = file
                .answer(question)
                .cloned()
                .unwrap_or_else(|| Answer::to(question));
            if !answer.documents.contains(document) {
                answer.documents.push(document.clone());
            }
            file.put(answer);
        }
    }
}

/// The file of a procedure: the newest that serves it.
pub fn serving<'a, T: HasEntry>(rows: &'a [T], id: &EntryRef) -> Option<&'a T> {
    let serves = |row: &&T| matches!(row.entry(), Entry::MdphFile(file) if file.procedure.as_ref() == Some(id));
    files(rows).into_iter().find(serves)
}

/// The file that is being written, if it serves no procedure yet.
pub fn unclaimed<T: HasEntry>(rows: &[T]) -> Option<&T> {
    let free = |row: &&T| matches!(row.entry(), Entry::MdphFile(file) if file.procedure.is_none());
    current(rows).filter(free)
}

/// The questions about what is asked for. A card whose sort is not said is left to the person.
fn requested(request: &Request) -> Vec<&'static str> {
    let Some(right) = request.right else {
        return Vec::new();
    };
    match right {
        Right::Aeeh => vec!["requests.aeeh"],
        Right::AeehSupplement => vec!["requests.aeeh_more"],
        Right::Pch => vec!["requests.pch"],
        Right::Aah => vec!["requests.aah"],
        Right::School => vec!["requests.school"],
        Right::Esms => vec!["requests.structure"],
        Right::Rqth => vec!["requests.worker"],
        Right::OrientationWork => vec!["requests.career"],
        Right::Cmi => {
            let detail = request.detail.to_lowercase();
            let parking = detail.contains("stationnement") || detail.contains("parking");
            let other = ["invalidité", "priorité", "disability", "priority"]
                .iter()
                .any(|word| detail.contains(word));
            [
                parking.then_some("requests.card_parking"),
                other.then_some("requests.card_disability"),
            ]
            .into_iter()
            .flatten()
            .collect()
        }
        _ => Vec::new(),
    }
}

/// The question that a paper answers.
fn gathered(piece: &Piece) -> Option<&'static str> {
    Some(match piece.piece? {
        PieceKind::MedicalCertificate => "pieces.certificate",
        PieceKind::Identity => "pieces.identity",
        PieceKind::Address => "pieces.address",
        PieceKind::Judgment => "pieces.judgment",
        PieceKind::GevaSco => "pieces.school",
        PieceKind::Assessments => "pieces.reports",
        PieceKind::Quotes => "pieces.costs",
        // The form is filled in from this file.
        PieceKind::Form => return None,
        PieceKind::Photo
        | PieceKind::LifeProject
        | PieceKind::Decision
        | PieceKind::Letter
        | PieceKind::Other => "pieces.other",
    })
}
