//! The entries that a decision makes: its rights, what they take the place of, and the procedure that they answer.

use super::super::save::changed;
use crate::desk::Desk;
use crate::lists::rows::Row;
use domain::entry::{Entitlement, Procedure, ProcedureStep};
use domain::lists::{ProcedureState, Right};
use domain::view::HasEntry;
use domain::{Entry, EntryRef, rights};
use store::Edit;

/// Everything that is to be kept at once.
pub(super) fn keep(desk: Desk, entitlements: Vec<Entitlement>, rows: &[Row]) -> Vec<Edit> {
    let answered = rows.iter().find_map(|row| match &row.entry {
        Entry::Procedure(procedure) if answers(procedure, &entitlements) => Some((row, procedure)),
        _ => None,
    });
    let reached = entitlements
        .iter()
        .find_map(|right| right.received.or(right.decided));
    let mut edits: Vec<Edit> = entitlements
        .into_iter()
        .map(|right| {
            let previous = right.is_held().then(|| renewed(&right, rows)).flatten();
            let whole = Entitlement {
                previous,
                procedure: answered.and_then(|(row, _)| row.reference()),
                ..right
            };
            Edit::new(Entry::Entitlement(whole))
        })
        .collect();
    if let Some((row, procedure)) = answered
        && procedure.state() < ProcedureState::Notified
        && let Some(reached) = reached
    {
        let step = ProcedureStep {
            state: Some(ProcedureState::Notified),
            date: Some(reached),
            ..ProcedureStep::default()
        };
        edits.extend(changed(desk, row.id, |one| one.history.push(step)));
    }
    edits
}

/// Whether a decision answers a procedure: it was filed, is not finished, and asked for one of these rights.
fn answers(procedure: &Procedure, entitlements: &[Entitlement]) -> bool {
    let open = procedure.is_filed() && procedure.state() <= ProcedureState::Notified;
    let decided = |right: Option<Right>| {
        entitlements
            .iter()
            .any(|one| right.is_some() && one.right == right)
    };
    open && procedure.requests.iter().any(|one| decided(one.right))
}

/// The right that a new one takes the place of: the only one of its sort that began before it and was not replaced.
fn renewed(right: &Entitlement, rows: &[Row]) -> Option<EntryRef> {
    let mut older = rows.iter().filter_map(|row| {
        let Entry::Entitlement(old) = &row.entry else {
            return None;
        };
        // A card in paper is replaced by the new one.
        let card = right.right == Some(Right::Cmi) && old.right == Some(Right::PaperCard);
        let same = (old.right == right.right
            && (old.detail == right.detail || old.detail.is_empty() || right.detail.is_empty()))
            || card;
        let before = match (old.start, right.start) {
            (Some(old), Some(new)) => old < new,
            _ => card,
        };
        let id = row.reference()?;
        (same && before && old.is_held() && !rights::is_replaced(rows, &id)).then_some(id)
    });
    let only = older.next()?;
    older.next().is_none().then_some(only)
}
