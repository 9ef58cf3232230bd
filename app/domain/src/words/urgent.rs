//! The urgent sheet's own entries in words.

use super::lines::Lines;
use crate::entry::{Crisis, Danger, UrgentSheet, UsualState};

pub(super) fn danger(lines: &mut Lines, danger: &Danger) {
    lines.text("danger", &danger.danger);
    lines.term("danger_kind", danger.danger_kind);
    lines.texts(&[("reason", &danger.reason), ("instead", &danger.instead)]);
    lines.date("since", danger.since);
}

pub(super) fn crisis(lines: &mut Lines, crisis: &Crisis) {
    lines.texts(&[
        ("crisis", &crisis.crisis),
        ("signs", &crisis.signs),
        ("steps", &crisis.steps),
        ("rescue", &crisis.rescue),
        ("call_when", &crisis.call_when),
        ("prescriber", &crisis.prescriber),
    ]);
    lines.date("date", crisis.date);
}

pub(super) fn usual_state(lines: &mut Lines, usual: &UsualState) {
    lines.texts(&[
        ("consciousness", &usual.consciousness),
        ("tone", &usual.tone),
        ("movement", &usual.movement),
        ("speech", &usual.speech),
        ("breathing", &usual.breathing),
        ("heart", &usual.heart),
        ("skin", &usual.skin),
        ("pain_signs", &usual.pain_signs),
        ("note", &usual.note),
    ]);
    lines.day("date", usual.date);
}

pub(super) fn urgent_sheet(lines: &mut Lines, sheet: &UrgentSheet) {
    lines.texts(&[
        ("yes_no", &sheet.yes_no),
        ("communication", &sheet.communication),
        ("pain_scale", &sheet.pain_scale),
        ("calms", &sheet.calms),
        ("hospital", &sheet.hospital),
        ("directives", &sheet.directives),
        ("organ_donation", &sheet.organ_donation),
        ("legal_note", &sheet.legal_note),
    ]);
    lines.yes("show_photo", sheet.show_photo);
    lines.yes("hide_weight", sheet.hide_weight);
    lines.yes("hide_allergies", sheet.hide_allergies);
    lines.yes("hide_dangers", sheet.hide_dangers);
    lines.yes("hide_phone", sheet.hide_phone);
    lines.day(
        "confirmed",
        sheet.confirmed.as_ref().map(|confirmed| confirmed.on),
    );
}
