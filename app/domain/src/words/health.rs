//! Health, stays, the course of life and measurements in words.

use super::lines::Lines;
use crate::entry::{
    Allergy, Device, DoseTime, Measurement, Problem, Stay, Step, Treatment, Vaccine,
};
use crate::term::{Lang, Term};

pub(super) fn problem(lines: &mut Lines, problem: &Problem) {
    lines.text("name", &problem.name);
    lines.term("state", problem.state);
    lines.date("since", problem.since);
    lines.date("until", problem.until);
    lines.texts(&[
        ("followed_by", &problem.followed_by),
        ("code", &problem.code),
        ("note", &problem.note),
    ]);
}

pub(super) fn allergy(lines: &mut Lines, allergy: &Allergy) {
    lines.text("agent", &allergy.agent);
    lines.text("reaction", &allergy.reaction);
    lines.term("severity", allergy.severity);
    lines.term("certainty", allergy.certainty);
    lines.term("agent_kind", allergy.agent_kind);
    lines.date("since", allergy.since);
    lines.text("note", &allergy.note);
}

pub(super) fn treatment(lines: &mut Lines, treatment: &Treatment) {
    let lang = lines.lang;
    lines.text("name", &treatment.name);
    lines.text("substance", &treatment.substance);
    lines.text("dose", &treatment.dose);
    lines.term("form", treatment.form);
    lines.items(
        "times",
        treatment.times.iter().map(|time| time.in_words(lang)),
    );
    lines.text("how", &treatment.how);
    lines.yes("as_needed", treatment.as_needed);
    lines.yes("rescue", treatment.rescue);
    lines.yes("alone", treatment.alone);
    lines.text("why", &treatment.why);
    lines.date("start", treatment.start);
    lines.date("stop", treatment.stop);
    lines.texts(&[
        ("stop_reason", &treatment.stop_reason),
        ("prescriber", &treatment.prescriber),
        ("note", &treatment.note),
    ]);
}

impl DoseTime {
    /// "Matin (08:00) : 5 ml".
    pub fn in_words(&self, lang: Lang) -> String {
        let when = match (self.moment, self.clock.is_empty()) {
            (Some(moment), true) => moment.label(lang).to_owned(),
            (Some(moment), false) => format!("{} ({})", moment.label(lang), self.clock),
            (None, _) => self.clock.clone(),
        };
        match self.dose.is_empty() {
            true => when,
            false => format!("{when}{} {}", lang.pick(" :", ":"), self.dose),
        }
    }
}

pub(super) fn vaccine(lines: &mut Lines, vaccine: &Vaccine) {
    lines.texts(&[
        ("name", &vaccine.name),
        ("against", &vaccine.against),
        ("dose", &vaccine.dose),
    ]);
    lines.date("date", vaccine.date);
    lines.texts(&[("given_by", &vaccine.given_by), ("lot", &vaccine.lot)]);
    lines.date("next", vaccine.next);
    lines.text("note", &vaccine.note);
}

pub(super) fn device(lines: &mut Lines, device: &Device) {
    lines.text("name", &device.name);
    lines.term("device_kind", device.device_kind);
    lines.term("side", device.side);
    lines.texts(&[
        ("model", &device.model),
        ("size", &device.size),
        ("wear", &device.wear),
        ("instructions", &device.instructions),
    ]);
    lines.date("since", device.since);
    lines.date("until", device.until);
    lines.day("next_check", device.next_check);
    lines.texts(&[("supplier", &device.supplier), ("serial", &device.serial)]);
    lines.files("media", &device.media);
}

pub(super) fn stay(lines: &mut Lines, stay: &Stay) {
    lines.text("title", &stay.title);
    lines.term("stay_kind", stay.stay_kind);
    lines.date("from", stay.from);
    lines.date("to", stay.to);
    lines.texts(&[
        ("place", &stay.place),
        ("unit", &stay.unit),
        ("doctor", &stay.doctor),
        ("done", &stay.done),
        ("anaesthesia", &stay.anaesthesia),
        ("implants", &stay.implants),
        ("note", &stay.note),
    ]);
}

pub(super) fn step(lines: &mut Lines, step: &Step) {
    lines.text("title", &step.title);
    lines.term("track", step.track);
    lines.term("step_kind", step.step_kind);
    lines.date("from", step.from);
    lines.date("to", step.to);
    lines.texts(&[
        ("structure", &step.structure),
        ("class", &step.class),
        ("follow_up", &step.follow_up),
        ("orientation", &step.orientation),
        ("note", &step.note),
    ]);
}

pub(super) fn measurement(lines: &mut Lines, measurement: &Measurement) {
    lines.term("what", measurement.what);
    lines.text("name", &measurement.name);
    lines.text("value", &measurement.reading(lines.lang));
    lines.day("date", measurement.date);
    lines.text("time", &measurement.time);
    lines.text("who", &measurement.who);
    lines.term("side", measurement.side);
    lines.term("position", measurement.position);
    lines.yes("oedema", measurement.oedema);
    lines.texts(&[("device", &measurement.device), ("note", &measurement.note)]);
}
