//! The questions of rights, of other things that end, and the details of a procedure.

use crate::forms::field::{
    Field, clock, contact, day, documents, items, long, one, terms, text, yes,
};
use crate::words::Words as W;
use domain::lists::{
    EntitlementState, ExchangeWay, ExpiryKind, Lead, PieceKind, ProcedureState, Rate, Right,
};

/// A line of a decision.
pub(super) const ENTITLEMENT: &[Field] = &[
    one("right", terms::<Right>).first(),
    text("detail").first().hint(W::hint_right_detail),
    one("state", terms::<EntitlementState>).first(),
    day("start").first(),
    day("end").first().hint(W::hint_right_end),
    yes("no_end").first(),
    day("received").first().hint(W::hint_received),
    day("decided"),
    day("appeal_by").hint(W::hint_appeal_by),
    day("prepare").hint(W::hint_prepare),
    one("rate", terms::<Rate>),
    text("authority"),
    text("number"),
    text("beneficiary").hint(W::hint_beneficiary),
    long("note"),
    documents("documents"),
];

/// Something else that ends.
pub(super) const EXPIRY: &[Field] = &[
    one("expiry_kind", terms::<ExpiryKind>).first(),
    text("name")
        .first()
        .called(W::expiry_name)
        .hint(W::hint_expiry_name),
    day("end").first(),
    one("lead", terms::<Lead>).first().hint(W::hint_lead),
    text("number").called(W::expiry_number),
    yes("over"),
    long("note"),
    documents("documents"),
];

/// The details of a procedure. Its steps are mostly taken on its own page.
pub(super) const PROCEDURE: &[Field] = &[
    text("title").first(),
    text("authority").first(),
    text("number").first(),
    contact("contact"),
    items("requests", &[one("right", terms::<Right>), text("detail")]),
    items(
        "pieces",
        &[
            one("piece", terms::<PieceKind>),
            text("name"),
            yes("ready"),
            day("date"),
        ],
    ),
    items(
        "history",
        &[
            one("state", terms::<ProcedureState>),
            day("date"),
            text("note"),
        ],
    ),
    items(
        "exchanges",
        &[
            one("way", terms::<ExchangeWay>),
            day("date"),
            clock("time"),
            text("who").called(W::exchange_who),
            long("text").called(W::exchange_text),
        ],
    ),
    long("note"),
    documents("documents"),
];
