//! Rules for the agenda.

use chrono::NaiveDate;

use super::checker::Checker;
use super::{Reason, Weight, limits};
use crate::agenda::{MOST_WEEKS, Zone};
use crate::entry::{Absence, AgendaSettings, Appointment, Series};
use crate::lists::SessionChange;

/// The longest appointment of one day, in minutes.
const MINUTES: u32 = 24 * 60;

pub(super) fn appointment(c: &mut Checker, it: &Appointment) {
    c.title("title", &it.title);
    c.required("day", it.day.is_some());
    c.clock("time", None, &it.time);
    c.period("until", it.day.map(Into::into), it.until.map(Into::into));
    minutes(c, it.minutes);
    zone(c, &it.zone);
    place(c, &it.with, &it.place, &it.transport_note);
    c.at_most("bring", &it.bring, limits::STEPS);
    c.count("questions", it.questions.len(), limits::REVIEWS);
    for (item, asked) in it.questions.iter().enumerate() {
        c.item_at_most("questions", Some(item), &asked.text, limits::LINE);
        c.item_at_most("questions", Some(item), &asked.answer, limits::STEPS);
    }
    c.lines(&[("reason", &it.reason), ("uid", &it.uid)]);
    c.texts(&[("outcome", &it.outcome), ("note", &it.note)]);
    c.links("documents", &it.documents);
}

pub(super) fn series(c: &mut Checker, it: &Series) {
    c.title("title", &it.title);
    c.required("from", it.from.is_some());
    c.clock("time", None, &it.time);
    c.period("until", it.from.map(Into::into), it.until.map(Into::into));
    c.count("days", it.days.len(), 7);
    range(c, "every", it.every, 1, MOST_WEEKS);
    minutes(c, it.minutes);
    zone(c, &it.zone);
    place(c, &it.with, &it.place, &it.transport_note);
    c.at_most("bring", &it.bring, limits::STEPS);
    c.count("exceptions", it.exceptions.len(), limits::EXCEPTIONS);
    for (item, said) in it.exceptions.iter().enumerate() {
        let place = Some(item);
        c.clock("exceptions", place, &said.time);
        c.item_at_most("exceptions", place, &said.reason, limits::LINE);
        let moved_nowhere =
            said.change == Some(SessionChange::Moved) && said.to.is_none() && said.time.is_empty();
        if said.on.is_none() || said.change.is_none() || moved_nowhere {
            c.add("exceptions", place, Reason::Missing, Weight::Blocking);
        }
    }
    c.lines(&[("uid", &it.uid)]);
    c.texts(&[("note", &it.note)]);
    c.links("documents", &it.documents);
}

pub(super) fn absence(c: &mut Checker, it: &Absence) {
    c.required("from", it.from.is_some());
    c.clock("from_time", None, &it.from_time);
    c.clock("until_time", None, &it.until_time);
    c.period("until", it.from.map(Into::into), it.until.map(Into::into));
    let one_day = |from: NaiveDate| it.until.is_none_or(|until| until == from);
    let backwards = !it.from_time.is_empty()
        && !it.until_time.is_empty()
        && it.until_time <= it.from_time
        && it.from.is_some_and(one_day);
    if backwards {
        c.block("until_time", Reason::EndsBeforeStart);
    }
    c.lines(&[("away_from", &it.away_from), ("told", &it.told)]);
    c.texts(&[("note", &it.note)]);
    c.links("documents", &it.documents);
}

pub(super) fn settings(c: &mut Checker, it: &AgendaSettings) {
    zone(c, &it.zone);
}

fn place(c: &mut Checker, with: &str, place: &str, journey: &str) {
    c.names(&[("with", with)]);
    c.lines(&[("place", place), ("transport_note", journey)]);
}

fn minutes(c: &mut Checker, minutes: Option<u32>) {
    range(c, "minutes", minutes, 1, MINUTES);
}

fn range(c: &mut Checker, field: &'static str, value: Option<u32>, low: u32, high: u32) {
    if value.is_some_and(|value| !(low..=high).contains(&value)) {
        let (low, high) = (low.into(), high.into());
        c.block(field, Reason::OutOfRange { low, high });
    }
}

fn zone(c: &mut Checker, name: &str) {
    if !name.is_empty() && Zone::find(name).is_none() {
        c.block("zone", Reason::UnknownZone);
    }
}
