//! A term: one word of a closed list, with the code that is written in entries and the words that people read.
//!
//! The code is for ever; the labels may be bettered at any time. A code that this version does not know makes the
//! entry unreadable here but never lost: see [`crate::Plain`].

/// A language that the domain's own words exist in. Other locales fall back to one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// French, the first language.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Picks the text in this language.
    pub const fn pick<'a>(self, fr: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }
}

/// One word of a closed list.
pub trait Term: Copy + Eq + 'static {
    /// All words, in the order in which a person is offered them.
    const ALL: &'static [Self];

    /// The stable code, as written in entries.
    fn code(self) -> &'static str;

    /// The word to show.
    fn label(self, lang: Lang) -> &'static str;

    /// The word with this code, if this version knows it.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|term| term.code() == code)
    }
}

/// Makes a list of terms: `Variant "code" "français" "English";` a line.
macro_rules! terms {
    ($(#[$doc:meta])* $name:ident { $( $variant:ident $code:literal $fr:literal $en:literal; )+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $( #[doc = $en] #[serde(rename = $code)] $variant, )+
        }

        impl $crate::term::Term for $name {
            const ALL: &'static [Self] = &[$( Self::$variant, )+];

            fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            fn label(self, lang: $crate::term::Lang) -> &'static str {
                match self { $( Self::$variant => lang.pick($fr, $en), )+ }
            }
        }
    };
}

pub(crate) use terms;
