//! What devices show, sealed for them.

use chrono::NaiveDate;
use domain::reminders::{Notice, Open, Preferences, notice};
use domain::{Entry, Lang};
use protocol::ids::CarnetId;
use serde::Serialize;

use super::super::Inside;
use crate::trouble::Trouble;

/// The longest line on a device, in characters.
const LINE: usize = 100;

/// What a device is told, as its service worker reads it.
#[derive(Serialize)]
struct Told<'a> {
    title: &'a str,
    body: &'a str,
    /// In which language the app opens.
    lang: &'a str,
    /// Which carnet it opens.
    #[serde(skip_serializing_if = "Option::is_none")]
    carnet: Option<CarnetId>,
}

/// The language of a reminder.
pub(super) fn language(wanted: &Preferences) -> (Lang, &'static str) {
    match wanted.lang.as_str() {
        "en" => (Lang::En, "en"),
        _ => (Lang::Fr, "fr"),
    }
}

/// The words for one thing that is due, on the day that they are shown.
pub(super) fn words(
    open: &Open<'_, (domain::EntryRef, &Entry)>,
    shown_on: NaiveDate,
    person: &str,
    wanted: &Preferences,
) -> Notice {
    let (lang, _) = language(wanted);
    let title = open.due.row.1.title(lang);
    // An age is the person's, who is named already.
    let title = match open.due.row.1 {
        Entry::Identity(_) => "",
        _ => title.as_str(),
    };
    let words = notice(
        open.due.what,
        open.due.when,
        shown_on,
        (person, title),
        wanted.discreet,
        lang,
    );
    Notice {
        title: short(&words.title),
        body: short(&words.body),
    }
}

/// The same in one line, for a mail that may say it: whose carnet it is, is not in it.
pub(super) fn line(
    open: &Open<'_, (domain::EntryRef, &Entry)>,
    shown_on: NaiveDate,
    wanted: &Preferences,
) -> Option<String> {
    let wanted = Preferences {
        discreet: false,
        ..wanted.clone()
    };
    let words = words(open, shown_on, "", &wanted);
    protocol::line::plain(&format!("{}, {}", words.title, words.body))
}

/// The line below those that have no room.
pub(super) fn more(count: usize, wanted: &Preferences) -> String {
    match language(wanted).0 {
        Lang::En => format!("and {count} more"),
        _ => format!("et {count} de plus"),
    }
}

impl Inside {
    /// Seals words for this account's devices.
    pub(super) fn sealed_notice(
        &self,
        words: &Notice,
        carnet: Option<CarnetId>,
    ) -> Result<Vec<u8>, Trouble> {
        let wanted = self.list.reminders.clone().unwrap_or_default();
        let told = Told {
            title: &words.title,
            body: &words.body,
            lang: language(&wanted).1,
            carnet,
        };
        let text = serde_json::to_string(&told).map_err(|_| Trouble::TooLarge)?;
        let key = self.root.own().notices(self.id, wanted.generation);
        let sealed = key.seal(&text).map_err(|_| Trouble::TooLarge)?;
        Ok(sealed.into_bytes())
    }

    /// Words to try with.
    pub(super) fn sealed_try(&self) -> Result<Vec<u8>, Trouble> {
        let wanted = self.list.reminders.clone().unwrap_or_default();
        let (lang, _) = language(&wanted);
        let title = lang.pick("Un rappel d'essai", "A reminder to try");
        let body = lang.pick(
            "Les rappels de votre carnet arrivent bien ici.",
            "Reminders from your carnet do arrive here.",
        );
        let words = Notice {
            title: title.to_owned(),
            body: body.to_owned(),
        };
        self.sealed_notice(&words, None)
    }
}

fn short(line: &str) -> String {
    if line.chars().count() <= LINE {
        return line.to_owned();
    }
    let start: String = line.chars().take(LINE - 1).collect();
    format!("{start}…")
}
