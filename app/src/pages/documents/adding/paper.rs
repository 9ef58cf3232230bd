//! A document that is being made: what is asked about it, and its pages.

use super::leaf::Leaf;
use crate::forms::findings::Findings;
use crate::pages::documents::guess;
use chrono::NaiveDate;
use domain::lists::DocumentKind;
use domain::{Entry, Plain, Term};
use leptos::prelude::*;
use serde_json::{Map, Value, json};
use store::{EntryId, Trouble};

/// How far a document is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stage {
    /// It is being described.
    Writing,
    /// It is to be kept as soon as its pages have been sent.
    Wanted,
    /// It is being kept.
    Keeping,
    /// It is in the carnet.
    Kept(EntryId),
    /// It could not be kept.
    Failed(Trouble),
}

/// A document that is being made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paper {
    /// Tells it from the others.
    pub(crate) key: usize,
    /// What was filled in, by the names of the written form.
    pub(crate) values: RwSignal<Map<String, Value>>,
    /// Its pages, or its one file.
    pub(crate) leaves: RwSignal<Vec<Leaf>>,
    /// What must be looked at again.
    pub(crate) findings: Findings,
    /// How far it is.
    pub(crate) stage: RwSignal<Stage>,
    /// What a camera wrote into a picture could not be taken out.
    pub(crate) location_stays: RwSignal<bool>,
    /// Its files were sent a second time, which is tried once.
    pub(crate) sent_again: StoredValue<bool>,
}

impl Paper {
    /// A new one, with what the names of its files tell.
    pub(crate) fn new(key: usize, leaves: Vec<Leaf>, today: NaiveDate) -> Self {
        let first = leaves
            .first()
            .map(|leaf| leaf.name.clone())
            .unwrap_or_default();
        let mime = if leaves.iter().any(|leaf| is_film("", &leaf.name)) {
            "video/"
        } else {
            ""
        };
        Self {
            key,
            values: RwSignal::new(guesses(&first, mime, today)),
            leaves: RwSignal::new(leaves),
            findings: Findings::new(),
            stage: RwSignal::new(Stage::Writing),
            location_stays: RwSignal::new(false),
            sent_again: StoredValue::new(false),
        }
    }

    /// What stands before the names of its fields in the page.
    pub(crate) fn prefix(self) -> String {
        format!("paper-{}", self.key)
    }

    /// Whether all its pages are pictures.
    pub(crate) fn pictures(self) -> bool {
        self.leaves
            .with(|leaves| leaves.iter().all(|leaf| leaf.picture))
    }

    /// Gives it a title if it has none.
    pub(crate) fn entitle(self, title: &str) {
        let named =
            |values: &Map<String, Value>| values.get("title").and_then(Value::as_str).is_some();
        if !self.values.with_untracked(named) {
            self.values
                .update(|values| drop(values.insert("title".to_owned(), Value::from(title))));
        }
    }

    /// The document as it would be kept now.
    pub(crate) fn plain(self) -> Option<Plain> {
        plain(self.values.get_untracked(), &self.leaves.get_untracked())
    }
}

/// Whether a file is a film, by what it is said to be or by its name.
pub(crate) fn is_film(mime: &str, name: &str) -> bool {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    mime.starts_with("video/")
        || matches!(
            ending.as_deref(),
            Some("mp4" | "mov" | "webm" | "m4v" | "avi" | "mkv" | "3gp")
        )
}

/// What the name of a file tells, and what it is said to be, by the names of the written form.
pub(crate) fn guesses(name: &str, mime: &str, today: NaiveDate) -> Map<String, Value> {
    let mut values = Map::new();
    let mut fill = |field: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            values.insert(field.to_owned(), Value::String(value));
        }
    };
    let kind = if is_film(mime, name) {
        Some(DocumentKind::Film)
    } else {
        guess::kind(name)
    };
    fill("title", Some(guess::title(name)));
    fill(
        "date",
        guess::date(name, today).map(|date| date.to_string()),
    );
    fill("document_kind", kind.map(|kind| kind.code().to_owned()));
    fill(
        "discipline",
        guess::discipline(name).map(|discipline| discipline.code().to_owned()),
    );
    values
}

fn plain(mut values: Map<String, Value>, leaves: &[Leaf]) -> Option<Plain> {
    for (name, value) in [
        ("v", json!(domain::VERSION)),
        ("min_edit", json!(1)),
        ("kind", json!("document")),
    ] {
        values.insert(name.to_owned(), value);
    }
    let read = Plain::from_fields(values).ok()?;
    let Entry::Document(mut document) = read.entry else {
        return None;
    };
    document.pages = leaves.iter().filter_map(Leaf::sent).collect();
    if let [only] = leaves {
        document.original_name.clone_from(&only.name);
    }
    Some(Plain::new(Entry::Document(document)))
}

#[cfg(test)]
mod tests {
    use super::super::leaf::Way;
    use super::*;
    use store::PickedFile;

    fn leaf(name: &str) -> Leaf {
        let mut leaf = Leaf::new(0, &PickedFile::from_bytes(name, "", vec![1]));
        leaf.way = Way::Sent(Box::default());
        leaf
    }

    #[test]
    fn what_the_name_tells_is_filled_in() {
        let today = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        let values = guesses("2024-03-12 Bilan ergothérapie.pdf", "", today);
        let made = plain(values, &[leaf("2024-03-12 Bilan ergothérapie.pdf")]).unwrap();
        let Entry::Document(document) = made.entry else {
            panic!("no document")
        };
        assert_eq!(document.title, "Bilan ergothérapie");
        assert_eq!(document.document_kind, Some(DocumentKind::Assessment));
        assert_eq!(
            document.discipline,
            Some(domain::lists::Discipline::OccupationalTherapy)
        );
        assert_eq!(
            document.date.map(|date| date.to_string()).as_deref(),
            Some("2024-03-12")
        );
        assert_eq!(document.original_name, "2024-03-12 Bilan ergothérapie.pdf");
        assert_eq!(document.pages.len(), 1);
    }

    #[test]
    fn several_pages_have_no_file_name() {
        let made = plain(Map::new(), &[leaf("a.jpg"), leaf("b.jpg")]).unwrap();
        let Entry::Document(document) = made.entry else {
            panic!("no document")
        };
        assert_eq!(
            (document.pages.len(), document.original_name.as_str()),
            (2, "")
        );
    }
}
