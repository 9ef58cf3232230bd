//! The moments of a procedure, by the step that it has reached.

use super::anchor::Anchor;
use super::entitlement::received;
use super::moments::{Moment, Moments, rule};
use super::table::known;
use crate::due::What;
use crate::entry::Procedure;
use crate::lists::{PieceKind, ProcedureState as State, Right};

/// What can come after a step.
pub fn next_steps(state: State) -> &'static [State] {
    match state {
        State::Draft => &[State::Filed],
        State::Filed => &[State::Admissible, State::Incomplete, State::Notified],
        State::Incomplete => &[State::Admissible, State::Filed],
        State::Admissible => &[State::Plan, State::Commission, State::Notified],
        State::Plan => &[State::Commission, State::Notified],
        State::Commission => &[State::Notified],
        State::Notified => &[State::Closed, State::Appealed],
        State::Appealed => &[State::AppealAnswered],
        State::AppealAnswered => &[State::Closed, State::Court],
        State::Court => &[State::Closed],
        State::Closed => &[],
    }
}

/// The moments. `decided`: rights of this carnet came of it, and count their own time to appeal.
pub(super) fn moments(procedure: &Procedure, decided: bool) -> Vec<Moment> {
    let rights: Vec<Right> = procedure
        .requests
        .iter()
        .filter_map(|one| one.right)
        .collect();
    let by_mdph = rights
        .iter()
        .any(|right| known(*right).is_some_and(super::table::Known::by_mdph));
    let mut moments = Moments::default();
    match procedure.state() {
        State::Draft => certificate(&mut moments, procedure, by_mdph),
        State::Incomplete => {
            certificate(&mut moments, procedure, by_mdph);
            waiting(&mut moments, procedure, &rights, by_mdph);
        }
        State::Filed | State::Admissible | State::Commission => {
            waiting(&mut moments, procedure, &rights, by_mdph);
        }
        State::Plan => {
            waiting(&mut moments, procedure, &rights, by_mdph);
            from_step(
                &mut moments,
                procedure,
                ("plan-reply", State::Plan, Anchor::Plan),
                by_mdph,
            );
        }
        State::Notified if !decided => {
            if let Some(day) = procedure.reached(State::Notified) {
                for right in &rights {
                    received(&mut moments, *right, Anchor::Received, day);
                }
            }
        }
        State::Appealed => {
            from_step(
                &mut moments,
                procedure,
                ("rapo-silence", State::Appealed, Anchor::Appealed),
                by_mdph,
            );
            if let Some((silence, rule)) = moments.day(What::Silence).zip(rule("court")) {
                moments.count(rule, Anchor::RapoSilence, silence);
            }
        }
        State::AppealAnswered => {
            from_step(
                &mut moments,
                procedure,
                ("court", State::AppealAnswered, Anchor::RapoAnswer),
                by_mdph,
            );
        }
        State::Notified | State::Court | State::Closed => {}
    }
    moments.done()
}

fn from_step(
    moments: &mut Moments,
    procedure: &Procedure,
    (id, state, anchor): (&str, State, Anchor),
    by_mdph: bool,
) {
    let found = procedure.reached(state).zip(rule(id)).filter(|_| by_mdph);
    if let Some((day, rule)) = found {
        moments.count(rule, anchor, day);
    }
}

/// Until the decision: silence, and what is expected meanwhile.
fn waiting(moments: &mut Moments, procedure: &Procedure, rights: &[Right], by_mdph: bool) {
    let filed = procedure.reached(State::Filed);
    let admissible = procedure.reached(State::Admissible);
    let from = match (admissible, filed) {
        (Some(day), _) => Some((Anchor::Admissible, day)),
        (None, Some(day)) => Some((Anchor::FiledOnly, day)),
        (None, None) => None,
    };
    if let Some(((anchor, day), rule)) = from.zip(rule("silence")).filter(|_| by_mdph) {
        moments.count(rule, anchor, day);
    }
    if let Some((silence, rule)) = moments.day(What::Silence).zip(rule("silence-appeal")) {
        moments.count(rule, Anchor::Silence, silence);
    }
    for right in rights {
        for (anchor, day) in [(Anchor::Filed, filed), (Anchor::Complete, admissible)] {
            if let Some(day) = day {
                moments.count_all(*right, anchor, day, |_| true);
            }
        }
    }
}

/// How long the certificate that is there can be handed in.
fn certificate(moments: &mut Moments, procedure: &Procedure, by_mdph: bool) {
    let Some(rule) = rule("certificate").filter(|_| by_mdph) else {
        return;
    };
    let dated = procedure.pieces.iter().filter_map(|piece| {
        let is_one = piece.piece == Some(PieceKind::MedicalCertificate) && piece.ready;
        piece.date.filter(|_| is_one)
    });
    for day in dated {
        moments.count(rule, Anchor::Certificate, day);
    }
}
