//! Controls that are typed into.

use super::slot::{Slot, text_value};
use leptos::prelude::*;
use serde_json::Value;

/// What a typed text becomes, and back.
#[derive(Clone, Copy)]
pub(super) struct Typing {
    /// The `type` of the input.
    pub(super) kind: &'static str,
    /// The keyboard that a phone shows.
    pub(super) keyboard: &'static str,
    /// Whether the input stays short.
    pub(super) brief: bool,
    /// How a kept value is shown.
    pub(super) show: fn(&str) -> String,
    /// How a typed text is read; none if it cannot be.
    pub(super) read: fn(&str) -> Option<Value>,
}

fn same(text: &str) -> String {
    text.to_owned()
}

fn as_text(text: &str) -> Option<Value> {
    Some(text_value(text.to_owned()))
}

/// A line of text.
pub(super) const TEXT: Typing = Typing {
    kind: "text",
    keyboard: "text",
    brief: false,
    show: same,
    read: as_text,
};
/// A telephone number.
pub(super) const PHONE: Typing = Typing {
    kind: "tel",
    keyboard: "tel",
    brief: true,
    ..TEXT
};
/// An e-mail address.
pub(super) const EMAIL: Typing = Typing {
    keyboard: "email",
    ..TEXT
};
/// An hour.
pub(super) const CLOCK: Typing = Typing {
    kind: "time",
    brief: true,
    ..TEXT
};
/// A day.
pub(super) const DAY: Typing = Typing {
    kind: "date",
    brief: true,
    ..TEXT
};
/// A number, with a comma or a point.
pub(super) const NUMBER: Typing = Typing {
    keyboard: "decimal",
    brief: true,
    show: show_number,
    read: read_number,
    ..TEXT
};
/// A whole number.
pub(super) const WHOLE: Typing = Typing {
    keyboard: "numeric",
    brief: true,
    read: read_whole,
    ..TEXT
};
/// How long something lasted, kept in seconds.
pub(super) const LASTING: Typing = Typing {
    brief: true,
    show: show_lasting,
    read: read_lasting,
    ..TEXT
};
/// A day, a month or a year.
pub(super) const WHEN: Typing = Typing {
    brief: true,
    show: show_when,
    read: read_when,
    ..TEXT
};
/// Words separated by commas.
pub(super) const WORDS: Typing = Typing {
    read: read_words,
    ..TEXT
};

fn show_number(text: &str) -> String {
    text.replace('.', ",")
}

fn read_number(text: &str) -> Option<Value> {
    if text.trim().is_empty() {
        return Some(Value::Null);
    }
    let number: domain::Decimal = text.parse().ok()?;
    Some(Value::String(number.to_string()))
}

fn read_whole(text: &str) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Value::Null);
    }
    let number: u32 = text.parse().ok()?;
    Some(Value::from(number))
}

/// "8 h 30 min", "2 min 30 s".
fn show_lasting(text: &str) -> String {
    let Ok(seconds) = text.parse::<u32>() else {
        return text.to_owned();
    };
    let parts = [
        (seconds / 3600, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let said = parts.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = said
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    if said.is_empty() {
        "0 s".to_owned()
    } else {
        said.join(" ")
    }
}

/// Reads "2 min 30 s", "45 s", "1h30", "8 h"; a number alone is minutes, after hours or minutes it is the next unit.
fn read_lasting(text: &str) -> Option<Value> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Some(Value::Null);
    }
    let mut rest = text.as_str();
    let mut all: u32 = 0;
    let mut next = 60;
    while !rest.is_empty() {
        let digits = rest.len()
            - rest
                .trim_start_matches(|letter: char| letter.is_ascii_digit())
                .len();
        let count: u32 = rest[..digits].parse().ok()?;
        rest = rest[digits..].trim_start();
        let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
        let unit = match &rest[..letters] {
            "h" | "heure" | "heures" => 3600,
            "min" | "mn" | "m" | "minute" | "minutes" => 60,
            "s" | "sec" | "seconde" | "secondes" | "second" | "seconds" => 1,
            "" => next,
            _ => return None,
        };
        if unit == 0 {
            return None;
        }
        next = unit / 60;
        all = all.checked_add(count.checked_mul(unit)?)?;
        rest = rest[letters..].trim_start();
    }
    Some(Value::from(all))
}

fn show_when(text: &str) -> String {
    let parts: Vec<&str> = text.split('-').rev().collect();
    parts.join("/")
}

/// Reads 2019, 03/2019, 12/03/2019, and the same as 2019-03-12.
fn read_when(text: &str) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Value::Null);
    }
    let separated = |letter: char| matches!(letter, '/' | '-' | '.' | ' ');
    let mut parts: Vec<&str> = text
        .split(separated)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.last()?.len() == 4 {
        parts.reverse();
    }
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| part.parse().ok()).collect();
    let year_first = parts.first()?.len() == 4;
    let written = match (year_first, numbers?.as_slice()) {
        (true, [year]) => format!("{year:04}"),
        (true, [year, month]) => format!("{year:04}-{month:02}"),
        (true, [year, month, day]) => format!("{year:04}-{month:02}-{day:02}"),
        _ => return None,
    };
    let date: domain::PartialDate = serde_json::from_value(Value::String(written)).ok()?;
    serde_json::to_value(date).ok()
}

fn read_words(text: &str) -> Option<Value> {
    let words = text
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty());
    Some(super::slot::list_value(
        words.map(|word| Value::String(word.to_owned())).collect(),
    ))
}

/// A line that is typed into.
pub(super) fn line(slot: Slot, typing: Typing, described: String, wrong: Signal<bool>) -> AnyView {
    let shown = if slot.initial.is_array() {
        slot.texts().join(", ")
    } else {
        (typing.show)(&slot.text())
    };
    let class = if typing.brief { "brief" } else { "" };
    let id = slot.id.clone();
    let slot_unread = slot.unread;
    let take = move |text: String| {
        let read = (typing.read)(&text);
        slot.unread.run(read.is_none());
        // Kept as it was typed if it cannot be read, so that a draft loses nothing; saved it cannot be.
        slot.set.run(read.unwrap_or_else(|| text_value(text)));
    };
    if (typing.read)(&shown).is_none() {
        slot_unread.run(true);
    }
    let typed = move |event| take(event_target_value(&event));
    view! {
        <input id=id class=class type=typing.kind inputmode=typing.keyboard autocomplete="off" prop:value=shown
            aria-describedby=described aria-invalid=move || wrong.get().then_some("true") on:input=typed/>
    }
    .into_any()
}

/// Several lines that are typed into.
pub(super) fn lines(slot: Slot, described: String, wrong: Signal<bool>) -> AnyView {
    let shown = slot.text();
    let id = slot.id.clone();
    let typed = move |event| slot.set.run(text_value(event_target_value(&event)));
    view! {
        <textarea id=id rows="5" prop:value=shown aria-describedby=described
            aria-invalid=move || wrong.get().then_some("true") on:input=typed></textarea>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (typed, kept) in [
            ("2019", "2019"),
            ("03/2019", "2019-03"),
            ("3/2019", "2019-03"),
            ("12/03/2019", "2019-03-12"),
            ("12.3.2019", "2019-03-12"),
            ("2019-03-12", "2019-03-12"),
        ] {
            assert_eq!(read_when(typed), Some(json!(kept)), "{typed}");
        }
        for wrong in ["hier", "31/02/2019", "13/2019", "19", "1/2/3/2019"] {
            assert_eq!(read_when(wrong), None, "{wrong}");
        }
        assert_eq!(read_when(" "), Some(Value::Null));
    }

    #[test]
    fn a_kept_date_is_shown_as_it_is_typed() {
        assert_eq!(show_when("2019-03-12"), "12/03/2019");
        assert_eq!(show_when("2019"), "2019");
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(read_number("31,40"), Some(json!("31.40")));
        assert_eq!(read_number("lourd"), None);
    }

    #[test]
    fn how_long_it_lasted_is_read_as_people_write_it() {
        let seconds = |text| read_lasting(text).and_then(|value| value.as_u64());
        for (text, expected) in [
            ("2 min 30 s", 150),
            ("45 s", 45),
            ("1h30", 5400),
            ("8 h", 28_800),
            ("3", 180),
            ("2 min 15", 135),
        ] {
            assert_eq!(seconds(text), Some(expected), "{text}");
        }
        for wrong in ["long", "3 jours", "1 s 2 3", "min", "99999999 h"] {
            assert_eq!(read_lasting(wrong), None, "{wrong}");
        }
        assert_eq!(show_lasting("150"), "2 min 30 s");
    }
}
