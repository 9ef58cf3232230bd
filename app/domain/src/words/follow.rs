//! Values over time, events, marks and goals in words.

use super::lines::Lines;
use super::{day_in_words, measured};
use crate::entry::{Event, Events, Mark, Objective, OwnMeasure, Reading, Readings};
use crate::lists::{EventKind, Measure};
use crate::term::{Lang, Term};

/// "Sommeil : 31 valeurs".
pub(super) fn readings_title(readings: &Readings, lang: Lang) -> String {
    let what = match readings.what {
        Some(Measure::Custom) | None => readings.name.clone(),
        Some(what) if readings.name.is_empty() => what.label(lang).to_owned(),
        Some(what) => format!("{}, {}", what.label(lang), readings.name),
    };
    let side = readings
        .side
        .map(|side| format!(", {}", side.label(lang).to_lowercase()))
        .unwrap_or_default();
    match readings.points.as_slice() {
        [only] => measured(&readings.measurement(only), lang),
        points => {
            let values = lang.pick("valeurs", "values");
            format!(
                "{what}{side}{} {} {values}",
                lang.pick(" :", ":"),
                points.len()
            )
        }
    }
}

pub(super) fn readings(lines: &mut Lines, readings: &Readings) {
    let lang = lines.lang;
    lines.term("what", readings.what);
    lines.text("name", &readings.name);
    lines.term("side", readings.side);
    lines.term("position", readings.position);
    let mut points: Vec<&Reading> = readings.points.iter().collect();
    points.sort_by(|a, b| (a.date, &a.time).cmp(&(b.date, &b.time)));
    let said = points.into_iter().map(|point| {
        let when = match point.time.as_str() {
            "" => day_in_words(point.date, lang),
            time => format!("{} {time}", day_in_words(point.date, lang)),
        };
        let reading = readings.measurement(point).reading(lang);
        let note = match point.note.as_str() {
            "" => String::new(),
            note => format!(" ({note})"),
        };
        format!("{when}{} {reading}{note}", lang.pick(" :", ":"))
    });
    lines.items("points", said);
    lines.texts(&[
        ("who", &readings.who),
        ("device", &readings.device),
        ("source", &readings.source),
        ("note", &readings.note),
    ]);
}

/// "Crise : 2 fois".
pub(super) fn events_title(day: &Events, lang: Lang) -> String {
    let what = match day.what {
        Some(EventKind::Own) | None => day.name.clone(),
        Some(what) => what.label(lang).to_owned(),
    };
    match day.events.len() {
        0 | 1 => what,
        count => format!(
            "{what}{} {count} {}",
            lang.pick(" :", ":"),
            lang.pick("fois", "times")
        ),
    }
}

pub(super) fn events(lines: &mut Lines, day: &Events) {
    let lang = lines.lang;
    lines.term("what", day.what);
    lines.text("name", &day.name);
    lines.day("date", day.date);
    lines.items(
        "events",
        day.events.iter().map(|event| event.in_words(lang)),
    );
    let media = day.events.iter().flat_map(|event| &event.media);
    lines.items("media", media.map(|file| file.name.clone()));
    lines.text("note", &day.note);
}

impl Event {
    /// "07:30 : 2 min 10 s, tonico-clonique, midazolam 5 mg".
    pub fn in_words(&self, lang: Lang) -> String {
        let lasted = self
            .seconds
            .map(|seconds| duration_in_words(seconds.into()));
        let amount = self.amount.map(|amount| amount.to_text(lang));
        let wakings = self
            .wakings
            .map(|times| format!("{times} {}", lang.pick("réveils", "times awake")));
        let quality = self
            .quality
            .map(|quality| format!("{} {quality}/10", lang.pick("qualité", "quality")));
        let words = [
            lasted.as_deref().unwrap_or_default(),
            &self.sort,
            &self.dose,
            amount.as_deref().unwrap_or_default(),
            wakings.as_deref().unwrap_or_default(),
            quality.as_deref().unwrap_or_default(),
            &self.trigger,
            &self.rescue,
            &self.recovery,
            &self.note,
            &self.who,
        ];
        let said: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        match (self.time.as_str(), said.is_empty()) {
            ("", true) => lang.pick("une fois", "once").to_owned(),
            ("", false) => said.join(", "),
            (time, true) => time.to_owned(),
            (time, false) => format!("{time}{} {}", lang.pick(" :", ":"), said.join(", ")),
        }
    }
}

/// "45 s", "2 min 10 s", "9 h 30 min": the same in both languages.
pub fn duration_in_words(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let parts = [(hours, "h"), (minutes, "min"), (rest, "s")];
    let said: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count}\u{a0}{unit}"))
        .collect();
    if said.is_empty() {
        "0\u{a0}s".to_owned()
    } else {
        said.join(" ")
    }
}

pub(super) fn own_measure(lines: &mut Lines, own: &OwnMeasure) {
    let lang = lines.lang;
    lines.text("name", &own.name);
    lines.term("form", own.form);
    match own.unit {
        Some(unit) if own.unit_text.is_empty() => lines.text("unit_text", unit.label(lang)),
        _ => lines.text("unit_text", &own.unit_text),
    }
    let end = |value: Option<crate::Decimal>, means: &str| {
        let value = value.map(|value| value.to_text(lang)).unwrap_or_default();
        match means {
            "" => value,
            means => format!("{value} ({means})").trim().to_owned(),
        }
    };
    lines.text("lowest", &end(own.lowest, &own.lowest_means));
    lines.text("highest", &end(own.highest, &own.highest_means));
    lines.yes("sided", own.sided);
    lines.term("rhythm", own.rhythm);
    lines.text("note", &own.note);
    lines.day("until", own.until);
}

pub(super) fn mark(lines: &mut Lines, mark: &Mark) {
    lines.text("title", &mark.title);
    lines.term("mark_kind", mark.mark_kind);
    lines.date("from", mark.from);
    lines.date("to", mark.to);
    lines.text("note", &mark.note);
}

pub(super) fn objective(lines: &mut Lines, objective: &Objective) {
    let lang = lines.lang;
    lines.text("title", &objective.title);
    lines.term("state", objective.state);
    let levels = [2, 1, 0, -1, -2].map(|level| match objective.levels.at(level) {
        "" => String::new(),
        words => format!("{}{} {words}", level_in_words(level), lang.pick(" :", ":")),
    });
    lines.items("levels", levels);
    lines.text(
        "start_level",
        &objective
            .start_level
            .map(level_in_words)
            .unwrap_or_default(),
    );
    lines.day("date", objective.date);
    lines.day("due", objective.due);
    lines.day("review", objective.review);
    lines.text("who", &objective.who);
    let actions = objective.actions.iter().map(|action| {
        let done = if action.done { "✓ " } else { "" };
        let until = action
            .until
            .map(|day| day_in_words(day, lang))
            .unwrap_or_default();
        joined(&[&format!("{done}{}", action.text), &action.who, &until])
    });
    lines.items("actions", actions);
    let reviews = objective.reviews.iter().map(|review| {
        let day = review
            .date
            .map(|day| day_in_words(day, lang))
            .unwrap_or_default();
        let level = review.level.map(level_in_words).unwrap_or_default();
        joined(&[&day, &level, &review.note, &review.who])
    });
    lines.items("reviews", reviews);
    lines.text("note", &objective.note);
}

/// "+1", "0", "−2".
pub fn level_in_words(level: i8) -> String {
    match level {
        0 => "0".to_owned(),
        1.. => format!("+{level}"),
        _ => format!("−{}", level.unsigned_abs()),
    }
}

fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    said.join(", ")
}
