//! Rules for the urgent sheet's own entries.

use super::checker::Checker;
use super::limits;
use crate::entry::{Crisis, Danger, UrgentSheet, UsualState};

pub(super) fn danger(c: &mut Checker, danger: &Danger) {
    c.title("danger", &danger.danger);
    c.lines(&[("reason", &danger.reason), ("instead", &danger.instead)]);
    c.happened("since", danger.since);
    c.links("documents", &danger.documents);
}

pub(super) fn crisis(c: &mut Checker, crisis: &Crisis) {
    c.title("crisis", &crisis.crisis);
    // A crisis without what to do tells a stranger nothing that helps.
    c.required("steps", !crisis.steps.trim().is_empty());
    c.names(&[("prescriber", &crisis.prescriber)]);
    c.lines(&[
        ("signs", &crisis.signs),
        ("rescue", &crisis.rescue),
        ("call_when", &crisis.call_when),
    ]);
    c.at_most("steps", &crisis.steps, limits::STEPS);
    c.happened("date", crisis.date);
    c.links("documents", &crisis.documents);
}

pub(super) fn usual_state(c: &mut Checker, usual: &UsualState) {
    c.lines(&[
        ("consciousness", &usual.consciousness),
        ("tone", &usual.tone),
        ("movement", &usual.movement),
        ("speech", &usual.speech),
        ("breathing", &usual.breathing),
        ("heart", &usual.heart),
        ("skin", &usual.skin),
        ("pain_signs", &usual.pain_signs),
    ]);
    c.at_most("note", &usual.note, limits::STEPS);
    c.happened("date", usual.date.map(Into::into));
}

pub(super) fn urgent_sheet(c: &mut Checker, sheet: &UrgentSheet) {
    c.lines(&[
        ("yes_no", &sheet.yes_no),
        ("communication", &sheet.communication),
        ("pain_scale", &sheet.pain_scale),
        ("calms", &sheet.calms),
        ("hospital", &sheet.hospital),
        ("directives", &sheet.directives),
        ("organ_donation", &sheet.organ_donation),
        ("legal_note", &sheet.legal_note),
    ]);
    c.count("pinned", sheet.pinned.len(), limits::PINNED);
    c.links("pinned", &sheet.pinned);
}
