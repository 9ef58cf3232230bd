//! The words people read. One method per key of `locales/*.ftl`, made by the build step: a missing key or
//! argument does not compile, and a word that no page uses is a warning.

use crate::site_map::Lang;
use leptos::prelude::use_context;

/// All words, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub(crate) Lang);

/// One word, chosen before its language is known: the label of a field, the title of a page.
pub(crate) type Word = fn(Words) -> &'static str;

impl Words {
    /// The language of the words.
    pub fn lang(self) -> Lang {
        self.0
    }

    /// The language of the domain's own lists.
    pub(crate) fn terms(self) -> domain::Lang {
        match self.0 {
            Lang::Fr | Lang::FrSimple => domain::Lang::Fr,
            Lang::En => domain::Lang::En,
        }
    }
}

/// The words of the page that is being shown. A change of language builds the page anew.
pub(crate) fn use_words() -> Words {
    use_context().unwrap_or(Words(Lang::Fr))
}

/// A text of the domain as it is printed in the language of the page.
pub(crate) fn fine(text: &str, t: Words) -> String {
    domain::paper::typeset(text, t.terms())
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));
