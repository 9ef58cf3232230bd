//! The agenda in words.

use super::day_in_words;
use super::lines::Lines;
use crate::entry::{Absence, AgendaSettings, Appointment, Exception, Series};
use crate::term::{Lang, Term};

pub(super) fn appointment(lines: &mut Lines, it: &Appointment) {
    lines.text("title", &it.title);
    lines.term("appointment_kind", it.appointment_kind);
    lines.day("day", it.day);
    lines.text("time", &it.time);
    lines.day("until", it.until);
    minutes(lines, it.minutes);
    lines.text("zone", &it.zone);
    lines.texts(&[("with", &it.with), ("place", &it.place)]);
    lines.text("bring", &it.bring);
    let questions = it
        .questions
        .iter()
        .map(|asked| match asked.answer.as_str() {
            "" => asked.text.clone(),
            answer => format!("{}\u{a0}→ {answer}", asked.text),
        });
    lines.items("questions", questions);
    lines.term("transport", it.transport);
    lines.term("transport_order", it.transport_order);
    lines.text("transport_note", &it.transport_note);
    lines.term("state", it.state);
    lines.texts(&[
        ("reason", &it.reason),
        ("outcome", &it.outcome),
        ("note", &it.note),
    ]);
}

pub(super) fn series(lines: &mut Lines, it: &Series) {
    let lang = lines.lang;
    lines.text("title", &it.title);
    lines.term("appointment_kind", it.appointment_kind);
    lines.text("days", &weekdays(it, lang));
    lines.text("every", &rhythm(it, lang));
    lines.text("time", &it.time);
    minutes(lines, it.minutes);
    lines.day("from", it.from);
    lines.day("until", it.until);
    lines.text("zone", &it.zone);
    lines.texts(&[("with", &it.with), ("place", &it.place)]);
    lines.text("bring", &it.bring);
    lines.term("transport", it.transport);
    lines.term("transport_order", it.transport_order);
    lines.text("transport_note", &it.transport_note);
    lines.yes("pause_public", it.pause_public);
    lines.yes("pause_school", it.pause_school);
    lines.term("school_zone", it.school_zone);
    lines.items(
        "exceptions",
        it.exceptions.iter().map(|said| exception(said, lang)),
    );
    lines.text("note", &it.note);
}

pub(super) fn absence(lines: &mut Lines, it: &Absence) {
    lines.text("away_from", &it.away_from);
    lines.term("absence_reason", it.absence_reason);
    lines.day("from", it.from);
    lines.text("from_time", &it.from_time);
    lines.day("until", it.until);
    lines.texts(&[
        ("until_time", &it.until_time),
        ("told", &it.told),
        ("note", &it.note),
    ]);
}

pub(super) fn settings(lines: &mut Lines, it: &AgendaSettings) {
    lines.text("zone", &it.zone);
    lines.term("region", it.region);
    lines.term("school_zone", it.school_zone);
}

/// "Absence : école".
pub(super) fn absence_title(it: &Absence, lang: Lang) -> String {
    let absence = lang.pick("Absence", "Absence");
    match (it.away_from.trim(), it.absence_reason) {
        ("", None) => absence.to_owned(),
        ("", Some(reason)) => format!("{absence}{} {}", lang.pick(" :", ":"), reason.label(lang)),
        (from, _) => format!("{absence}{} {from}", lang.pick(" :", ":")),
    }
}

/// "lundi, jeudi".
fn weekdays(it: &Series, lang: Lang) -> String {
    let days: Vec<&str> = it.days.iter().map(|day| day.label(lang)).collect();
    days.join(", ")
}

/// "une semaine sur 2".
fn rhythm(it: &Series, lang: Lang) -> String {
    match (it.every, lang) {
        (None, _) => String::new(),
        (Some(1), _) => lang.pick("chaque semaine", "every week").to_owned(),
        (Some(every), Lang::Fr) => format!("une semaine sur {every}"),
        (Some(every), Lang::En) => format!("every {every} weeks"),
    }
}

fn minutes(lines: &mut Lines, minutes: Option<u32>) {
    lines.text(
        "minutes",
        &minutes.map(|it| it.to_string()).unwrap_or_default(),
    );
}

fn exception(said: &Exception, lang: Lang) -> String {
    let day = |day| day_in_words(day, lang);
    let on = said.on.map(day).unwrap_or_default();
    let change = said.change.map_or("", |change| change.label(lang));
    let to = said
        .to
        .map(|to| format!("→ {}", day(to)))
        .unwrap_or_default();
    let parts = [on.as_str(), change, &to, &said.time, &said.reason];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
