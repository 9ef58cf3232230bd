//! Where somebody is, as an address and back.

use super::{Lang, Page};

/// What stands between a kind and the entry that the new one follows, or is about.
const AFTER: char = '~';

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

    /// Where the version that follows an entry is written.
    pub fn next_version(lang: Lang, carnet: &str, kind: &str, entry: &str) -> Self {
        Self::item(lang, Page::Add, carnet, &format!("{kind}{AFTER}{entry}"))
    }

    /// Where a letter of a kind about a procedure is written.
    pub fn letter_about(lang: Lang, carnet: &str, kind: &str, procedure: &str) -> Self {
        let item = format!("{kind}{AFTER}{procedure}");
        Self::item(lang, Page::NewLetter, carnet, &item)
    }

    /// What is added here: the code of its kind, and the entry that it follows if it is a next version, or that it is about.
    pub fn added(&self) -> (&str, Option<&str>) {
        match self.item.split_once(AFTER) {
            Some((kind, entry)) => (kind, Some(entry)),
            None => (&self.item, None),
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
