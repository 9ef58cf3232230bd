//! A document to be read, printed and joined to a letter: headings, questions, texts, lists. The page shows it, the PDF says
//! the same: one writing, two readers.

use serde::{Deserialize, Serialize};

use crate::entry::Entry;
use crate::reference::FileRef;
use crate::term::Lang;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Paper {
    /// The language of its text, as a tag: `fr`, `en`.
    pub lang: String,
    /// What it is; stands on top, and in the window of whoever reads the file.
    pub title: String,
    /// Whether the title is written on the paper: a letter has none.
    pub titled: bool,
    /// At the foot of every page: who, what, when.
    pub foot: String,
    /// What stands between the number of a page and that of the last: "Page 2 sur 5".
    pub page_of: (String, String),
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A paper that goes with a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub title: String,
    /// Its pages, as they came.
    pub files: Vec<FileRef>,
}

impl Piece {
    /// A document of the carnet; none for another entry.
    pub fn of(entry: &Entry, lang: Lang) -> Option<Self> {
        let Entry::Document(document) = entry else {
            return None;
        };
        Some(Self {
            title: entry.title(lang),
            files: document.pages.clone(),
        })
    }
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading: a part of the document.
    Heading(String),
    /// A smaller heading: a question.
    Question(String),
    /// A text; an empty line parts its paragraphs, a line end stays one.
    Text(String),
    /// Several things.
    Items(Vec<String>),
    /// A remark in small letters.
    Small(String),
    /// Lines in the right half of the page: an address, a date.
    Right(String),
    /// A line in strong letters: the subject of a letter.
    Strong(String),
    /// Who signs, in the right half of the page, below room for a hand.
    Signature(String),
}

impl Block {
    /// Its texts, to be changed.
    fn texts(&mut self) -> &mut [String] {
        match self {
            Self::Items(items) => items,
            Self::Heading(text)
            | Self::Question(text)
            | Self::Text(text)
            | Self::Small(text)
            | Self::Right(text)
            | Self::Strong(text)
            | Self::Signature(text) => core::slice::from_mut(text),
        }
    }
}

/// A text as it is printed in French: no line begins with a colon, a question mark or a closing quote. Other languages put no
/// space there.
pub fn typeset(text: &str, lang: Lang) -> String {
    if lang != Lang::Fr {
        return text.to_owned();
    }
    let mut text = text.replace("« ", "«\u{a0}").replace("n° ", "n°\u{a0}");
    for mark in [":", ";", "?", "!", "»", "€", "%"] {
        text = text.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    text
}

impl Paper {
    /// An empty document in a language.
    pub fn new(lang: Lang, title: String) -> Self {
        Self {
            lang: lang.pick("fr", "en").to_owned(),
            title,
            titled: true,
            page_of: (
                lang.pick("Page", "Page").to_owned(),
                lang.pick("sur", "of").to_owned(),
            ),
            ..Self::default()
        }
    }

    /// The whole as it is printed: see [`typeset`].
    pub(crate) fn typeset(mut self, lang: Lang) -> Self {
        for text in self.blocks.iter_mut().flat_map(Block::texts) {
            *text = typeset(text, lang);
        }
        self
    }

    /// Adds a text, unless there is none.
    pub fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.blocks.push(Block::Text(text.trim().to_owned()));
        }
    }
}
