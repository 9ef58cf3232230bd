//! What a device shows.

use chrono::NaiveDate;

use crate::due::{What, When};
use crate::term::{Lang, Term};
use crate::words::day_in_words;

/// What a device shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The line in bold.
    pub title: String,
    /// The line below.
    pub body: String,
}

/// The words of a reminder that is shown on `shown_on`. `person` is whose carnet it is, `title` what the entry is called;
/// discreetly, neither is said.
pub fn notice(
    what: What,
    when: When,
    shown_on: NaiveDate,
    (person, title): (&str, &str),
    discreet: bool,
    lang: Lang,
) -> Notice {
    let far = far(when, shown_on, lang);
    if discreet {
        let title = lang.pick("Un rappel de votre carnet", "A reminder from your carnet");
        let body = lang.pick("Ouvrez-le pour voir lequel.", "Open it to see which.");
        return Notice {
            title: title.to_owned(),
            body: body.to_owned(),
        };
    }
    let colon = lang.pick("\u{a0}: ", ": ");
    let what = what.label(lang);
    let about = if title.is_empty() {
        what.to_owned()
    } else {
        format!("{what}{colon}{title}")
    };
    Notice {
        title: about,
        body: if person.is_empty() {
            far
        } else {
            format!("{person}, {far}")
        },
    }
}

/// "demain à 14:30 (mardi 3 mars 2026)".
fn far(when: When, from: NaiveDate, lang: Lang) -> String {
    let day = when.day();
    let days = (day - from).num_days();
    let far = match days {
        ..=0 => lang.pick("aujourd'hui", "today").to_owned(),
        1 => lang.pick("demain", "tomorrow").to_owned(),
        days => match lang {
            Lang::Fr => format!("dans {days} jours"),
            Lang::En => format!("in {days} days"),
        },
    };
    let hour = when.hour().map_or_else(String::new, |hour| {
        format!("{}{}", lang.pick(" à ", " at "), hour.format("%H:%M"))
    });
    let on = match days {
        ..=0 => String::new(),
        _ => format!(" ({})", day_in_words(day, lang)),
    };
    format!("{far}{hour}{on}")
}
