//! Every page that exists, once: the router, the menus, the drawing and the tests all read this list.

use crate::words::Words;

/// A language that pages are drawn in. It is the first part of every address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

    /// Its own name, in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::FrSimple => "Langage simplifié",
        }
    }
}

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// What a stranger sees first.
    Welcome,
    /// Making an account, to its recovery sheet.
    Create,
    /// Coming back.
    SignIn,
    /// Coming back with the recovery code.
    Recover,
    /// The carnets of the account.
    Carnets,
    /// Opening a new one.
    NewCarnet,
    /// Ways in, language, locking.
    Settings,
    /// What matters now in one carnet.
    Today,
    /// Who the person is.
    Identity,
    /// Problems, allergies, treatments, vaccines, devices, stays, measurements.
    Health,
    /// The course of life, and the individual projects.
    Course,
    /// All documents.
    Documents,
    /// Adding files.
    AddDocuments,
    /// One document with its pages.
    Document,
    /// Contacts and team.
    Contacts,
    /// Habits of life.
    Habits,
    /// Notes people leave each other.
    Notebook,
    /// Taking everything away.
    TakeAway,
    /// Adding one entry of a kind.
    Add,
    /// Changing one entry.
    Edit,
    /// What an entry was before.
    History,
    /// Choosing between two versions of one entry.
    Choose,
}

impl Page {
    /// Every page.
    pub const ALL: &[Self] = &[
        Self::Welcome,
        Self::Create,
        Self::SignIn,
        Self::Recover,
        Self::Carnets,
        Self::NewCarnet,
        Self::Settings,
        Self::Today,
        Self::Identity,
        Self::Health,
        Self::Course,
        Self::Documents,
        Self::AddDocuments,
        Self::Document,
        Self::Contacts,
        Self::Habits,
        Self::Notebook,
        Self::TakeAway,
        Self::Add,
        Self::Edit,
        Self::History,
        Self::Choose,
    ];

    /// Every page: the drawing walks this list.
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// The address of the page, parameters as `:name`.
    pub fn pattern(self, lang: Lang) -> String {
        match self.slug(lang) {
            "" => format!("/{}", lang.code()),
            slug => format!("/{}/{slug}", lang.code()),
        }
    }

    /// What the tab and the window list show: never a name.
    pub fn title(self, lang: Lang) -> String {
        let own = self.heading(Words(lang));
        if self == Self::Welcome {
            own.to_owned()
        } else {
            format!("{own} – Carnet")
        }
    }

    /// What the page is called in menus and in its heading.
    pub(crate) fn heading(self, t: Words) -> &'static str {
        match self {
            Self::Welcome => t.title_welcome(),
            Self::Create => t.title_create(),
            Self::SignIn => t.title_sign_in(),
            Self::Recover => t.title_recover(),
            Self::Carnets => t.title_carnets(),
            Self::NewCarnet => t.title_new_carnet(),
            Self::Settings => t.title_settings(),
            Self::Today => t.title_today(),
            Self::Identity => t.title_identity(),
            Self::Health => t.title_health(),
            Self::Course => t.title_course(),
            Self::Documents => t.title_documents(),
            Self::AddDocuments => t.title_add_documents(),
            Self::Document => t.title_document(),
            Self::Contacts => t.title_contacts(),
            Self::Habits => t.title_habits(),
            Self::Notebook => t.title_notebook(),
            Self::TakeAway => t.title_take_away(),
            Self::Add => t.title_add(),
            Self::Edit => t.title_edit(),
            Self::History => t.title_history(),
            Self::Choose => t.title_choose(),
        }
    }

    /// The address without its language.
    fn slug(self, lang: Lang) -> &'static str {
        let (french, english) = match self {
            Self::Welcome => ("", ""),
            Self::Create => ("ouvrir", "open"),
            Self::SignIn => ("entrer", "enter"),
            Self::Recover => ("retrouver", "recover"),
            Self::Carnets => ("carnets", "carnets"),
            Self::NewCarnet => ("nouveau-carnet", "new-carnet"),
            Self::Settings => ("reglages", "settings"),
            Self::Today => ("carnets/:carnet", "carnets/:carnet"),
            Self::Identity => ("carnets/:carnet/identite", "carnets/:carnet/identity"),
            Self::Health => ("carnets/:carnet/sante", "carnets/:carnet/health"),
            Self::Course => ("carnets/:carnet/parcours", "carnets/:carnet/course"),
            Self::Documents => ("carnets/:carnet/documents", "carnets/:carnet/documents"),
            Self::AddDocuments => (
                "carnets/:carnet/ajouter-documents",
                "carnets/:carnet/add-documents",
            ),
            Self::Document => (
                "carnets/:carnet/documents/:entry",
                "carnets/:carnet/documents/:entry",
            ),
            Self::Contacts => ("carnets/:carnet/contacts", "carnets/:carnet/contacts"),
            Self::Habits => ("carnets/:carnet/habitudes", "carnets/:carnet/habits"),
            Self::Notebook => ("carnets/:carnet/cahier", "carnets/:carnet/notebook"),
            Self::TakeAway => ("carnets/:carnet/emporter", "carnets/:carnet/take-away"),
            Self::Add => ("carnets/:carnet/ajouter/:kind", "carnets/:carnet/add/:kind"),
            Self::Edit => (
                "carnets/:carnet/modifier/:entry",
                "carnets/:carnet/edit/:entry",
            ),
            Self::History => (
                "carnets/:carnet/historique/:entry",
                "carnets/:carnet/history/:entry",
            ),
            Self::Choose => (
                "carnets/:carnet/choisir/:entry",
                "carnets/:carnet/choose/:entry",
            ),
        };
        match lang {
            Lang::Fr | Lang::FrSimple => french,
            Lang::En => english,
        }
    }
}

/// Where somebody is: a page, in a language, of a carnet and an item of it where the page has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page; none for an address that leads nowhere.
    pub page: Option<Page>,
    /// The language.
    pub lang: Lang,
    /// The carnet's id, as text; empty where the page has none.
    pub carnet: String,
    /// The entry's id or kind, as text; empty where the page has none.
    pub item: String,
}

impl Place {
    /// A page that needs no carnet.
    pub fn of(lang: Lang, page: Page) -> Self {
        Self {
            page: Some(page),
            lang,
            carnet: String::new(),
            item: String::new(),
        }
    }

    /// A page of a carnet.
    pub fn inside(lang: Lang, page: Page, carnet: &str) -> Self {
        Self {
            carnet: carnet.to_owned(),
            ..Self::of(lang, page)
        }
    }

    /// A page of one entry, or of one kind of entries.
    pub fn item(lang: Lang, page: Page, carnet: &str, item: &str) -> Self {
        Self {
            item: item.to_owned(),
            ..Self::inside(lang, page, carnet)
        }
    }

    /// The same place in another language.
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self {
            lang,
            ..self.clone()
        }
    }

    /// The address.
    pub fn href(&self) -> String {
        let pattern = self.page.unwrap_or(Page::Welcome).pattern(self.lang);
        let parts = pattern.split('/').map(|part| match part {
            ":carnet" => self.carnet.as_str(),
            ":entry" | ":kind" => self.item.as_str(),
            part => part,
        });
        parts.collect::<Vec<_>>().join("/")
    }

    /// What stands at an address.
    pub fn find(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let lang = Lang::ALL
            .iter()
            .copied()
            .find(|lang| parts.first() == Some(&lang.code()));
        let Some(lang) = lang else {
            let page = parts.is_empty().then_some(Page::Welcome);
            return Self {
                page,
                ..Self::of(Lang::Fr, Page::Welcome)
            };
        };
        let found = Page::ALL
            .iter()
            .find_map(|page| Self::matched(lang, *page, &parts));
        found.unwrap_or(Self {
            page: None,
            ..Self::of(lang, Page::Welcome)
        })
    }

    fn matched(lang: Lang, page: Page, parts: &[&str]) -> Option<Self> {
        let pattern = page.pattern(lang);
        let wanted: Vec<&str> = pattern.split('/').filter(|part| !part.is_empty()).collect();
        if wanted.len() != parts.len() {
            return None;
        }
        let mut place = Self::of(lang, page);
        for (wanted, part) in wanted.iter().zip(parts) {
            match *wanted {
                ":carnet" => (*part).clone_into(&mut place.carnet),
                ":entry" | ":kind" => (*part).clone_into(&mut place.item),
                literal if literal == *part => {}
                _ => return None,
            }
        }
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_page() {
        for lang in Lang::ALL.iter().copied() {
            for page in Page::ALL.iter().copied() {
                let path = page
                    .pattern(lang)
                    .replace(":carnet", "c1")
                    .replace(":entry", "e1")
                    .replace(":kind", "e1");
                let place = Place::find(&path);
                assert_eq!((place.page, place.lang), (Some(page), lang), "{path}");
                assert_eq!(place.href(), path);
            }
        }
    }

    #[test]
    fn an_unknown_address_keeps_its_language() {
        let place = Place::find("/en/nothing/here");
        assert_eq!((place.page, place.lang), (None, Lang::En));
    }
}
