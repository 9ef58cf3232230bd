//! Rules for health, measurements, stays and the course of life.

use core::cmp::Ordering;

use super::checker::Checker;
use super::{Reason, Weight, limits};
use crate::decimal::Decimal;
use crate::entry::{Allergy, Device, Measurement, Problem, Stay, Step, Treatment, Vaccine};
use crate::lists::Measure;

pub(super) fn problem(c: &mut Checker, problem: &Problem) {
    c.title("name", &problem.name);
    c.names(&[("followed_by", &problem.followed_by)]);
    c.codes(&[("code", &problem.code)]);
    c.texts(&[("note", &problem.note)]);
    c.happened("since", problem.since);
    c.period("until", problem.since, problem.until);
    c.links("documents", &problem.documents);
}

pub(super) fn allergy(c: &mut Checker, allergy: &Allergy) {
    c.title("agent", &allergy.agent);
    c.lines(&[("reaction", &allergy.reaction)]);
    c.texts(&[("note", &allergy.note)]);
    c.happened("since", allergy.since);
    c.links("documents", &allergy.documents);
}

pub(super) fn treatment(c: &mut Checker, treatment: &Treatment) {
    c.title("name", &treatment.name);
    c.names(&[
        ("substance", &treatment.substance),
        ("prescriber", &treatment.prescriber),
    ]);
    c.lines(&[
        ("dose", &treatment.dose),
        ("how", &treatment.how),
        ("why", &treatment.why),
        ("stop_reason", &treatment.stop_reason),
    ]);
    c.texts(&[("note", &treatment.note)]);
    c.count("times", treatment.times.len(), limits::ITEMS);
    for (item, time) in treatment.times.iter().enumerate() {
        c.item_at_most("times", Some(item), &time.dose, limits::LINE);
        c.clock("times", Some(item), &time.clock);
        if time.moment.is_none() && time.clock.is_empty() {
            c.add("times", Some(item), Reason::Missing, Weight::Blocking);
        }
    }
    c.not_before_birth("start", treatment.start);
    c.period("stop", treatment.start, treatment.stop);
    c.links("documents", &treatment.documents);
}

pub(super) fn vaccine(c: &mut Checker, vaccine: &Vaccine) {
    c.required(
        "name",
        ![&vaccine.name, &vaccine.against]
            .iter()
            .all(|text| text.trim().is_empty()),
    );
    c.names(&[
        ("name", &vaccine.name),
        ("against", &vaccine.against),
        ("given_by", &vaccine.given_by),
    ]);
    c.codes(&[("dose", &vaccine.dose), ("lot", &vaccine.lot)]);
    c.texts(&[("note", &vaccine.note)]);
    c.happened("date", vaccine.date);
    c.period("next", vaccine.date, vaccine.next);
    c.links("documents", &vaccine.documents);
}

pub(super) fn device(c: &mut Checker, device: &Device) {
    c.title("name", &device.name);
    c.names(&[
        ("model", &device.model),
        ("size", &device.size),
        ("supplier", &device.supplier),
    ]);
    c.codes(&[("serial", &device.serial)]);
    c.lines(&[("wear", &device.wear)]);
    c.texts(&[("instructions", &device.instructions)]);
    c.not_before_birth("since", device.since);
    c.period("until", device.since, device.until);
    c.files("media", &device.media);
    c.links("documents", &device.documents);
}

pub(super) fn stay(c: &mut Checker, stay: &Stay) {
    c.title("title", &stay.title);
    c.names(&[
        ("place", &stay.place),
        ("unit", &stay.unit),
        ("doctor", &stay.doctor),
    ]);
    c.texts(&[
        ("done", &stay.done),
        ("anaesthesia", &stay.anaesthesia),
        ("implants", &stay.implants),
        ("note", &stay.note),
    ]);
    c.not_before_birth("from", stay.from);
    c.period("to", stay.from, stay.to);
    c.links("documents", &stay.documents);
}

pub(super) fn step(c: &mut Checker, step: &Step) {
    c.required(
        "title",
        ![&step.title, &step.structure]
            .iter()
            .all(|text| text.trim().is_empty()),
    );
    c.required("track", step.track.is_some());
    c.names(&[
        ("title", &step.title),
        ("structure", &step.structure),
        ("class", &step.class),
    ]);
    c.texts(&[
        ("follow_up", &step.follow_up),
        ("orientation", &step.orientation),
        ("note", &step.note),
    ]);
    c.not_before_birth("from", step.from);
    c.period("to", step.from, step.to);
    c.links("documents", &step.documents);
}

pub(super) fn measurement(c: &mut Checker, measurement: &Measurement) {
    c.required("what", measurement.what.is_some());
    c.required("date", measurement.date.is_some());
    c.happened("date", measurement.date.map(Into::into));
    c.clock("time", None, &measurement.time);
    c.names(&[
        ("name", &measurement.name),
        ("who", &measurement.who),
        ("device", &measurement.device),
    ]);
    c.codes(&[
        ("grade", &measurement.grade),
        ("unit_text", &measurement.unit_text),
    ]);
    c.texts(&[("note", &measurement.note)]);
    c.links("documents", &measurement.documents);
    let Some(what) = measurement.what else { return };
    if what == Measure::Custom {
        c.required("name", !measurement.name.trim().is_empty());
        c.required(
            "value",
            measurement.value.is_some() || !measurement.grade.is_empty(),
        );
    } else if let Some((field, reason, weight)) = findings(what, measurement) {
        c.add(field, None, reason, weight);
    }
}

/// What is the matter with the number or grade of an instrument's measurement, if anything.
pub(super) fn amount(what: Measure, measurement: &Measurement) -> Option<(Reason, Weight)> {
    findings(what, measurement).map(|(_, reason, weight)| (reason, weight))
}

fn findings(what: Measure, measurement: &Measurement) -> Option<(&'static str, Reason, Weight)> {
    let block = |field, reason| Some((field, reason, Weight::Blocking));
    if !what.grades().is_empty() {
        return if measurement.grade.is_empty() {
            block("grade", Reason::Missing)
        } else if !what.grades().contains(&measurement.grade.as_str()) {
            block("grade", Reason::UnknownGrade)
        } else {
            None
        };
    }
    let Some(value) = measurement.value else {
        return block("value", Reason::Missing);
    };
    let Some(unit) = measurement.unit else {
        return block("unit", Reason::Missing);
    };
    if !what.units().contains(&unit) {
        return block("unit", Reason::UnitDoesNotFit);
    }
    let (low, high) = what.bounds(unit)?;
    let beyond = |bound: i64, side: Ordering| {
        Decimal::new(bound, 0).is_some_and(|bound| value.cmp_value(bound) == side)
    };
    let mistyped = beyond(low, Ordering::Less) || beyond(high, Ordering::Greater);
    mistyped.then_some((
        "value",
        Reason::LooksMistyped { low, high },
        Weight::Warning,
    ))
}
