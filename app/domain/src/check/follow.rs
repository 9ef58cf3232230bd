//! Rules for values over time, events, marks and goals.

use super::checker::Checker;
use super::{Reason, Weight, limits, record};
use crate::entry::{Amount, Event, Events, LEVELS, Mark, Objective, OwnMeasure, Readings};
use crate::lists::{EventKind, Measure, MeasureForm};

/// The longest event, in seconds: a whole day.
const DAY: u32 = 86_400;

pub(super) fn readings(c: &mut Checker, readings: &Readings) {
    c.required("what", readings.what.is_some());
    c.required("points", !readings.points.is_empty());
    c.names(&[
        ("name", &readings.name),
        ("who", &readings.who),
        ("device", &readings.device),
        ("source", &readings.source),
    ]);
    c.codes(&[("unit_text", &readings.unit_text)]);
    c.texts(&[("note", &readings.note)]);
    c.links("documents", &readings.documents);
    c.count("points", readings.points.len(), limits::READINGS);
    if readings.what == Some(Measure::Custom) {
        let named = !readings.name.trim().is_empty() || readings.own.is_some();
        c.required("name", named);
    }
    let own = readings.what == Some(Measure::Custom);
    for (item, point) in readings.points.iter().enumerate().take(limits::READINGS) {
        let item = Some(item);
        if point.date > c.today {
            c.add("points", item, Reason::InTheFuture, Weight::Blocking);
        }
        if c.birth.is_some_and(|birth| point.date < birth) {
            c.add("points", item, Reason::BeforeBirth, Weight::Warning);
        }
        c.clock("points", item, &point.time);
        c.item_at_most("points", item, &point.note, limits::LINE);
        c.item_at_most("points", item, &point.amount.code(), limits::CODE);
        match (&point.amount, readings.what) {
            (Amount::Grade(grade), _)
                if grade.is_empty() || grade.contains(char::is_whitespace) =>
            {
                c.add("points", item, Reason::UnknownGrade, Weight::Blocking);
            }
            (amount, Some(what)) if !own => {
                let measured = readings.measurement(point);
                if let Some(finding) = record::amount(what, &measured) {
                    let reason = match amount {
                        Amount::Grade(_) if what.grades().is_empty() => Reason::UnknownGrade,
                        _ => finding.0,
                    };
                    c.add("points", item, reason, finding.1);
                }
            }
            _ => {}
        }
    }
}

pub(super) fn events(c: &mut Checker, day: &Events) {
    c.required("what", day.what.is_some());
    c.required("date", day.date.is_some());
    c.required("events", !day.events.is_empty());
    c.happened("date", day.date.map(Into::into));
    c.names(&[("name", &day.name)]);
    c.texts(&[("note", &day.note)]);
    c.links("documents", &day.documents);
    if day.what == Some(EventKind::Own) {
        let named = !day.name.trim().is_empty() || day.own.is_some();
        c.required("name", named);
    }
    c.count("events", day.events.len(), limits::EVENTS);
    let films = day.events.iter().map(|event| event.media.len()).sum();
    c.count("media", films, limits::FILES);
    for (item, event) in day.events.iter().enumerate().take(limits::EVENTS) {
        one_event(c, item, event);
    }
}

fn one_event(c: &mut Checker, item: usize, event: &Event) {
    let place = Some(item);
    c.clock("events", place, &event.time);
    for line in [
        &event.sort,
        &event.trigger,
        &event.rescue,
        &event.recovery,
        &event.dose,
        &event.who,
    ] {
        c.item_at_most("events", place, line, limits::LINE);
    }
    c.item_at_most("events", place, &event.note, limits::TEXT);
    if event.seconds.is_some_and(|seconds| seconds > DAY) {
        c.add(
            "events",
            place,
            Reason::OutOfRange {
                low: 0,
                high: i64::from(DAY),
            },
            Weight::Blocking,
        );
    }
    if event.quality.is_some_and(|quality| quality > 10) {
        c.add(
            "events",
            place,
            Reason::OutOfRange { low: 0, high: 10 },
            Weight::Blocking,
        );
    }
    if event.wakings.is_some_and(|wakings| wakings > 1_000) {
        c.add(
            "events",
            place,
            Reason::OutOfRange {
                low: 0,
                high: 1_000,
            },
            Weight::Blocking,
        );
    }
    c.files("media", &event.media);
}

pub(super) fn own_measure(c: &mut Checker, own: &OwnMeasure) {
    c.title("name", &own.name);
    c.required("form", own.form.is_some());
    c.codes(&[("unit_text", &own.unit_text)]);
    c.names(&[
        ("lowest_means", &own.lowest_means),
        ("highest_means", &own.highest_means),
    ]);
    c.texts(&[("note", &own.note)]);
    let upside_down = own
        .lowest
        .zip(own.highest)
        .is_some_and(|(low, high)| low.cmp_value(high).is_ge());
    if upside_down {
        c.block("highest", Reason::UpsideDown);
    }
    if own.form == Some(MeasureForm::Scale) {
        c.required("lowest", own.lowest.is_some());
        c.required("highest", own.highest.is_some());
    }
}

pub(super) fn mark(c: &mut Checker, mark: &Mark) {
    let said = !mark.title.trim().is_empty() || mark.mark_kind.is_some();
    c.required("title", said);
    c.required("from", mark.from.is_some());
    c.names(&[("title", &mark.title)]);
    c.texts(&[("note", &mark.note)]);
    c.not_before_birth("from", mark.from);
    c.period("to", mark.from, mark.to);
    c.links("documents", &mark.documents);
}

pub(super) fn objective(c: &mut Checker, objective: &Objective) {
    c.title("title", &objective.title);
    c.names(&[("who", &objective.who)]);
    let levels = &objective.levels;
    for text in [
        &levels.much_less,
        &levels.less,
        &levels.expected,
        &levels.more,
        &levels.much_more,
    ] {
        c.at_most("levels", text, limits::LINE);
    }
    c.texts(&[("note", &objective.note)]);
    c.not_before_birth("date", objective.date.map(Into::into));
    for (field, end) in [("due", objective.due), ("review", objective.review)] {
        c.period(field, objective.date.map(Into::into), end.map(Into::into));
    }
    level(c, "start_level", None, objective.start_level);
    c.count("actions", objective.actions.len(), limits::ITEMS);
    for (item, action) in objective.actions.iter().enumerate() {
        c.item_at_most("actions", Some(item), &action.text, limits::LINE);
        c.item_at_most("actions", Some(item), &action.who, limits::NAME);
        if action.text.trim().is_empty() {
            c.add("actions", Some(item), Reason::Missing, Weight::Blocking);
        }
    }
    c.count("reviews", objective.reviews.len(), limits::REVIEWS);
    for (item, review) in objective.reviews.iter().enumerate() {
        let place = Some(item);
        c.item_at_most("reviews", place, &review.who, limits::NAME);
        c.item_at_most("reviews", place, &review.note, limits::TEXT);
        level(c, "reviews", place, review.level);
        match review.date {
            None => c.add("reviews", place, Reason::Missing, Weight::Blocking),
            Some(day) if day > c.today => {
                c.add("reviews", place, Reason::InTheFuture, Weight::Blocking);
            }
            Some(_) => {}
        }
    }
    c.links("documents", &objective.documents);
}

fn level(c: &mut Checker, field: &'static str, item: Option<usize>, level: Option<i8>) {
    let (low, high) = LEVELS;
    if level.is_some_and(|level| !(low..=high).contains(&level)) {
        let reason = Reason::OutOfRange {
            low: low.into(),
            high: high.into(),
        };
        c.add(field, item, reason, Weight::Blocking);
    }
}
