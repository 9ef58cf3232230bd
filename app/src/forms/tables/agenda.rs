//! The questions of the agenda.

use crate::forms::field::{
    Field, clock, contact, day, documents, items, long, many, one, terms, text, whole, yes,
};
use crate::words::Words as W;
use domain::agenda::zones;
use domain::lists::{
    AbsenceReason, AppointmentKind, Day, PlanState, Region, SchoolZone, SessionChange, Transport,
    TransportOrder,
};

/// An appointment.
pub(super) const APPOINTMENT: &[Field] = &[
    text("title")
        .first()
        .called(W::agenda_what_for)
        .hint(W::agenda_hint_title),
    day("day").first(),
    clock("time").first().hint(W::agenda_hint_time),
    text("with").first(),
    text("place").first(),
    long("bring").first().hint(W::agenda_hint_lines),
    one("appointment_kind", terms::<AppointmentKind>),
    contact("contact"),
    whole("minutes"),
    items(
        "questions",
        &[
            text("text").called(W::agenda_question),
            text("answer").called(W::agenda_answer),
        ],
    ),
    one("transport", terms::<Transport>),
    one("transport_order", terms::<TransportOrder>).hint(W::agenda_hint_order),
    text("transport_note").hint(W::agenda_hint_journey),
    day("until").hint(W::agenda_hint_until),
    one("zone", zone_choices),
    one("state", terms::<PlanState>),
    text("reason").called(W::agenda_why_cancelled),
    long("outcome"),
    long("note"),
    documents("documents"),
];

/// Sessions that repeat.
pub(super) const SERIES: &[Field] = &[
    text("title")
        .first()
        .called(W::agenda_what_for)
        .hint(W::agenda_hint_series),
    many("days", terms::<Day>).first(),
    clock("time").first(),
    day("from").first().called(W::agenda_from),
    day("until").first().called(W::agenda_until),
    text("with").first(),
    text("place").first(),
    yes("pause_public").first(),
    yes("pause_school").first().hint(W::agenda_hint_school),
    one("appointment_kind", terms::<AppointmentKind>),
    contact("contact"),
    whole("minutes"),
    whole("every").hint(W::agenda_hint_every),
    long("bring").hint(W::agenda_hint_lines),
    one("transport", terms::<Transport>),
    one("transport_order", terms::<TransportOrder>).hint(W::agenda_hint_order),
    text("transport_note").hint(W::agenda_hint_journey),
    one("school_zone", terms::<SchoolZone>).hint(W::agenda_hint_school_zone),
    items(
        "exceptions",
        &[
            day("on").called(W::agenda_exception_on),
            one("change", terms::<SessionChange>).called(W::agenda_exception_change),
            day("to").called(W::agenda_exception_to),
            clock("time"),
            text("reason"),
        ],
    ),
    one("zone", zone_choices),
    long("note"),
    documents("documents"),
];

/// A time in which the person did not come.
pub(super) const ABSENCE: &[Field] = &[
    text("away_from").first().hint(W::agenda_hint_away),
    one("absence_reason", terms::<AbsenceReason>).first(),
    day("from").first().called(W::agenda_from),
    day("until").first().called(W::agenda_until_included),
    text("told").first().hint(W::agenda_hint_told),
    clock("from_time"),
    clock("until_time"),
    long("note"),
    documents("documents"),
];

/// Time zone and holidays.
pub(super) const AGENDA_SETTINGS: &[Field] = &[
    one("school_zone", terms::<SchoolZone>)
        .first()
        .hint(W::agenda_hint_zones),
    one("region", terms::<Region>).first(),
    one("zone", zone_choices).first().hint(W::agenda_hint_zone),
];

/// The time zones, by their names.
fn zone_choices(_: domain::Lang) -> Vec<(&'static str, &'static str)> {
    zones().map(|zone| (zone.name(), zone.name())).collect()
}
