//! The table of pages that the drawing leaves behind: `pages.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Where it lies in the site.
pub(super) const FILE: &str = "pages.json";

/// What the server must know of the drawn site.
#[derive(Debug, Deserialize)]
pub(super) struct Table {
    /// Folder of the files named by their hash.
    pub(super) assets: String,
    pages: Vec<Page>,
    not_found: BTreeMap<String, String>,
    /// Hashes of the scripts inside pages, as the content policy writes them.
    pub(super) script_hashes: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Page {
    /// `/fr/carnets/:carnet`: a segment that begins with a colon stands for any.
    pattern: String,
    file: String,
    lang: String,
}

/// The language of those who ask for none that we have.
const FIRST: &str = "fr";

impl Table {
    /// The file of the page at an address. Words win over parameters.
    pub(super) fn page(&self, path: &str) -> Option<&str> {
        let fitting = self.pages.iter().filter(|page| fits(&page.pattern, path));
        fitting
            .min_by_key(|page| page.pattern.matches(':').count())
            .map(|page| page.file.as_str())
    }

    /// The file of the page that says there is none, in the language that the address begins with.
    pub(super) fn not_found(&self, path: &str) -> Option<&str> {
        let lang = path.split('/').nth(1).unwrap_or_default();
        self.not_found
            .get(lang)
            .or_else(|| self.not_found.get(FIRST))
            .map(String::as_str)
    }

    /// The address of the first page in the language that a reader likes best (the `Accept-Language` header).
    pub(super) fn first_page(&self, liked: &str) -> &str {
        let mut liked: Vec<(u16, &str)> = liked.split(',').take(20).filter_map(weight).collect();
        liked.sort_by_key(|(weight, _)| core::cmp::Reverse(*weight));
        let first = |lang: &str| {
            self.pages
                .iter()
                .find(|page| page.lang == lang)
                .map(|page| page.pattern.as_str())
        };
        liked
            .iter()
            .find_map(|(_, lang)| first(lang))
            .or_else(|| first(FIRST))
            .unwrap_or("/fr")
    }
}

/// `en-GB;q=0.8` → (800, `en`).
fn weight(one: &str) -> Option<(u16, &str)> {
    let mut parts = one.split(';').map(str::trim);
    let lang = parts.next()?.split('-').next()?;
    let weight = parts
        .find_map(|part| part.strip_prefix("q="))
        .map_or("1", |text| text);
    let mut digits = weight.split('.');
    let whole: u16 = digits.next()?.parse().ok()?;
    let rest: String = digits
        .next()
        .unwrap_or("")
        .chars()
        .chain("000".chars())
        .take(3)
        .collect();
    (whole <= 1).then_some((whole * 1000 + rest.parse::<u16>().ok()?, lang))
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted == given => {}
            (Some(wanted), Some(given)) if wanted.starts_with(':') && !given.is_empty() => {}
            _ => return false,
        }
    }
}
