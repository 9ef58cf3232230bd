//! The questions of the urgent sheet's own entries.

use crate::forms::field::{Field, contact, day, documents, long, one, terms, text, when, yes};
use domain::lists::DangerKind;

/// What must never be done.
pub(super) const DANGER: &[Field] = &[
    text("danger").first(),
    text("reason").first(),
    text("instead").first(),
    one("danger_kind", terms::<DangerKind>),
    when("since"),
    documents("documents"),
];

/// A known crisis.
pub(super) const CRISIS: &[Field] = &[
    text("crisis").first(),
    text("signs").first(),
    long("steps").first(),
    text("rescue").first(),
    text("call_when").first(),
    text("prescriber"),
    contact("prescriber_contact"),
    when("date"),
    documents("documents"),
];

/// How they are when all is well.
pub(super) const USUAL_STATE: &[Field] = &[
    text("consciousness").first(),
    text("speech").first(),
    text("tone").first(),
    text("movement").first(),
    text("breathing").first(),
    text("heart").first(),
    text("pain_signs").first(),
    text("skin"),
    long("note"),
    day("date"),
];

/// The sheet's own page.
pub(super) const URGENT_SHEET: &[Field] = &[
    text("yes_no").first(),
    text("communication").first(),
    text("pain_scale").first(),
    text("calms").first(),
    text("hospital").first(),
    documents("pinned").first(),
    yes("show_photo").first(),
    text("legal_note"),
    text("directives"),
    text("organ_donation"),
    contact("phone_contact"),
    yes("hide_weight"),
    yes("hide_allergies"),
    yes("hide_dangers"),
    yes("hide_phone"),
];
