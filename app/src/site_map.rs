//! Every page that exists, once: the router, the drawing and the tests all read this list.

/// A language that pages are drawn in. It is the first part of every address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// French, the first language.
    Fr,
    /// English.
    En,
    /// French in short sentences.
    FrSimple,
}

impl Lang {
    /// Every language, the first one first.
    pub const ALL: &[Self] = &[Self::Fr, Self::En, Self::FrSimple];

    /// The first part of the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::FrSimple => "fr-simple",
        }
    }

    /// The value of `<html lang>`: a BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::FrSimple => "fr-x-simple",
        }
    }
}

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What a stranger sees first.
    Welcome,
}

impl Page {
    /// Every page.
    pub const ALL: &[Self] = &[Self::Welcome];

    /// Every page: the drawing walks this list.
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// The address of the page, parameters as `:name`.
    pub fn pattern(self, lang: Lang) -> String {
        match self {
            Self::Welcome => format!("/{}", lang.code()),
        }
    }

    /// What the tab and the window list show before anything is unlocked.
    pub fn title(self, _lang: Lang) -> &'static str {
        match self {
            Self::Welcome => "Carnet",
        }
    }
}
