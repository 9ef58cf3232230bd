//! The questions of the urgent sheet's own entries.

use crate::forms::field::{Field, contact, day, documents, long, one, terms, text, when, yes};
use crate::words::Words as W;
use domain::lists::DangerKind;

/// What must never be done.
pub(super) const DANGER: &[Field] = &[
    text("danger").first().hint(W::why_dangers),
    text("reason").first(),
    text("instead").first(),
    one("danger_kind", terms::<DangerKind>),
    when("since"),
    documents("documents"),
];

/// A known crisis.
pub(super) const CRISIS: &[Field] = &[
    text("crisis").first().hint(W::hint_crisis),
    text("signs").first(),
    long("steps").first().hint(W::why_crises),
    text("rescue")
        .first()
        .called(W::crisis_rescue)
        .hint(W::hint_dose),
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
    text("legal_note").first(),
    text("directives").first().hint(W::hint_adults),
    text("organ_donation").first().hint(W::hint_adults),
    documents("pinned").first().hint(W::hint_pinned),
    yes("show_photo").first(),
    contact("phone_contact"),
    yes("hide_weight"),
    yes("hide_allergies"),
    yes("hide_dangers"),
    yes("hide_phone"),
];
