//! Letters about a procedure: which ones may serve, and the proof that one went.

use crate::entry::{Exchange, Letter, Procedure, ProcedureStep};
use crate::lists::{ExchangeWay, LetterKind, LetterMeans, ProcedureState, Right};
use crate::reference::EntryRef;

/// The longest name of a person or service in a list of proofs, in letters.
const LONGEST_NAME: usize = 150;

/// The letters that may serve a procedure where it stands, the likeliest first.
pub fn offered(procedure: &Procedure) -> Vec<LetterKind> {
    let asks = |right: Right| {
        procedure
            .requests
            .iter()
            .any(|one| one.right == Some(right))
    };
    let state = procedure.state();
    let mut kinds = Vec::new();
    if state <= ProcedureState::Incomplete && asks(Right::School) {
        kinds.push(LetterKind::SchoolReport);
    }
    if matches!(
        state,
        ProcedureState::Notified | ProcedureState::Appealed | ProcedureState::AppealAnswered
    ) {
        let others = procedure
            .requests
            .iter()
            .any(|one| one.right != Some(Right::Cmi));
        if others || !asks(Right::Cmi) {
            kinds.push(LetterKind::Appeal);
        }
        if asks(Right::Cmi) {
            kinds.push(LetterKind::CardAppeal);
        }
    }
    if (ProcedureState::Filed..=ProcedureState::Commission).contains(&state) {
        kinds.push(LetterKind::Complaint);
    }
    if state < ProcedureState::Closed {
        kinds.push(LetterKind::CallSummary);
    }
    kinds
}

/// Keeps a letter that went among the proofs of its procedure, once. An appeal that answers a decision, or a silence, is also
/// the procedure's next step.
pub fn prove(procedure: &mut Procedure, id: &EntryRef, letter: &Letter) {
    let proof = Exchange {
        way: Some(way(letter.means)),
        date: letter.sent,
        time: String::new(),
        who: letter
            .recipient
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(LONGEST_NAME)
            .collect(),
        text: letter.subject.clone(),
        document: Some(id.clone()),
    };
    match procedure
        .exchanges
        .iter_mut()
        .find(|there| there.document.as_ref() == Some(id))
    {
        Some(there) => {
            there.way = proof.way;
            there.date = proof.date;
        }
        None => procedure.exchanges.push(proof),
    }
    let appeal = matches!(
        letter.letter_kind,
        Some(LetterKind::Appeal | LetterKind::CardAppeal)
    );
    let waited = (ProcedureState::Filed..=ProcedureState::Notified).contains(&procedure.state());
    if appeal && waited {
        procedure.history.push(ProcedureStep {
            state: Some(ProcedureState::Appealed),
            date: letter.sent,
            note: String::new(),
        });
    }
}

/// Whether a letter is among the proofs of a procedure.
pub fn proven(procedure: &Procedure, id: &EntryRef) -> bool {
    let mut proofs = procedure.exchanges.iter();
    proofs.any(|there| there.document.as_ref() == Some(id))
}

fn way(means: Option<LetterMeans>) -> ExchangeWay {
    match means {
        Some(LetterMeans::Registered) => ExchangeWay::RegisteredLetter,
        Some(LetterMeans::Handed) => ExchangeWay::Visit,
        Some(LetterMeans::Online | LetterMeans::Mail) => ExchangeWay::Email,
        Some(LetterMeans::Post) | None => ExchangeWay::Letter,
    }
}
