//! The questions of what is followed over the years: events of a day, a measure of one's own, a mark, a goal.

use super::field::{
    Field, clock, day, documents, files, group, items, lasting, level, long, number, one, terms,
    text, when, whole, yes,
};
use crate::words::Words as W;
use domain::lists::{EventKind, GoalState, MarkKind, MeasureForm, Rhythm, Unit};

pub(super) const EVENTS: &[Field] = &[
    one("what", terms::<EventKind>)
        .first()
        .called(W::events_what),
    day("date").first(),
    items(
        "events",
        &[
            clock("time"),
            lasting("seconds")
                .called(W::event_lasted)
                .hint(W::hint_lasting),
            text("sort").called(W::event_sort),
            text("rescue").called(W::event_rescue),
            text("trigger").called(W::event_trigger),
            text("recovery").called(W::event_recovery),
            text("dose").called(W::event_dose),
            number("amount").called(W::event_amount),
            whole("wakings").called(W::event_wakings),
            whole("quality").called(W::event_quality),
            text("who"),
            long("note"),
            files("media"),
        ],
    )
    .first(),
    text("name").called(W::events_name),
    long("note"),
    documents("documents"),
];

pub(super) const OWN_MEASURE: &[Field] = &[
    text("name").first().called(W::own_name),
    one("form", terms::<MeasureForm>)
        .first()
        .called(W::own_form),
    one("unit", terms::<Unit>).first(),
    text("unit_text"),
    number("lowest"),
    number("highest").called(W::own_highest),
    text("lowest_means").called(W::own_lowest_means),
    text("highest_means").called(W::own_highest_means),
    yes("sided"),
    one("rhythm", terms::<Rhythm>),
    long("note"),
    day("until"),
];

pub(super) const MARK: &[Field] = &[
    one("mark_kind", terms::<MarkKind>).first(),
    text("title").first(),
    when("from").first(),
    when("to"),
    long("note"),
    documents("documents"),
];

pub(super) const OBJECTIVE: &[Field] = &[
    text("title").first().called(W::goal_title),
    day("date").first(),
    group(
        "levels",
        &[
            text("much_less").called(W::goal_much_less),
            text("less").called(W::goal_less),
            text("expected").called(W::goal_expected),
            text("more").called(W::goal_more),
            text("much_more").called(W::goal_much_more),
        ],
    )
    .first()
    .hint(W::hint_levels),
    level("start_level").first().called(W::goal_start),
    items(
        "reviews",
        &[
            day("date"),
            level("level").called(W::goal_level),
            text("who"),
            long("note"),
        ],
    )
    .first(),
    items(
        "actions",
        &[
            text("text").called(W::goal_action),
            text("who"),
            day("until"),
            yes("done").called(W::goal_done),
        ],
    ),
    one("state", terms::<GoalState>),
    day("due"),
    day("review"),
    text("who"),
    long("note"),
    documents("documents"),
];
