//! Walks the site map, writes one file per page and language, and the table that the server reads.

use crate::{body, shell};
use app::site_map::{Lang, Page};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why the site could not be drawn.
#[derive(Debug, Error)]
pub enum DrawError {
    /// A file could not be written.
    #[error("{} cannot be written: {source}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A page holds what the content policy forbids.
    #[error("{pattern} holds {what}, which the content policy forbids")]
    Forbidden {
        /// The page.
        pattern: String,
        /// What was found.
        what: &'static str,
    },
}

/// What the server needs to know of the drawn site: `pages.json`.
#[derive(Serialize)]
struct Site<'a> {
    /// Folder of the files named by their hash, as seen from the site.
    assets: &'a str,
    pages: Vec<Drawn>,
    /// The page for an address that leads nowhere, by language.
    not_found: BTreeMap<&'static str, String>,
    /// Hashes of scripts inside pages. Always empty: `forbidden` refuses such pages.
    script_hashes: [&'static str; 0],
}

/// One drawn page.
#[derive(Serialize)]
struct Drawn {
    pattern: String,
    file: String,
    lang: &'static str,
}

/// Draws every page in every language into the folder `site`.
pub fn draw(site: &Path, assets: &str) -> Result<(), DrawError> {
    body::prepare();
    let mut pages = Vec::new();
    let mut not_found = BTreeMap::new();
    for lang in Lang::ALL.iter().copied() {
        for page in Page::all().iter().copied() {
            let pattern = page.pattern(lang);
            let place = placeholder(&pattern);
            let file = format!("{}.html", place.trim_start_matches('/'));
            write_page(site, &file, lang, page.title(lang), assets, &place)?;
            let lang = lang.code();
            pages.push(Drawn {
                pattern,
                file,
                lang,
            });
        }
        let file = format!("{}/404.html", lang.code());
        let nowhere = format!("/{}/404", lang.code());
        write_page(site, &file, lang, "Carnet", assets, &nowhere)?;
        not_found.insert(lang.code(), file);
    }
    let table = Site {
        assets,
        pages,
        not_found,
        script_hashes: [],
    };
    let path = site.join("pages.json");
    let text = serde_json::to_string_pretty(&table).map_err(|error| DrawError::Write {
        path: path.clone(),
        source: error.into(),
    })?;
    write(&path, &text)
}

fn write_page(
    site: &Path,
    file: &str,
    lang: Lang,
    title: impl AsRef<str>,
    assets: &str,
    place: &str,
) -> Result<(), DrawError> {
    let html = shell::document(lang, title.as_ref(), assets, &body::draw(place));
    if let Some(what) = forbidden(&html) {
        return Err(DrawError::Forbidden {
            pattern: place.to_owned(),
            what,
        });
    }
    write(&site.join(file), &html)
}

/// The address that a pattern is drawn at: every parameter becomes `_`, for what is drawn must not
/// depend on it.
fn placeholder(pattern: &str) -> String {
    let parts = pattern
        .split('/')
        .map(|part| if part.starts_with(':') { "_" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// What a page must not hold, because the content policy would stop it in the browser.
fn forbidden(html: &str) -> Option<&'static str> {
    let found = |what: &str| html.contains(what);
    if html.matches("<script").count() != 1 {
        return Some("a script inside the page");
    }
    if found(" style=\"") || found("<style") {
        return Some("a style inside the page");
    }
    let foreign = ["src=\"http", "href=\"//", "src=\"//", "action=\"http"];
    foreign.into_iter().any(found).then_some("a foreign origin")
}

fn write(path: &Path, text: &str) -> Result<(), DrawError> {
    let fold = |source| DrawError::Write {
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(fold)?;
    }
    // A page that did not change keeps its date, so that nothing downstream is made anew.
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::write(path, text).map_err(fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_leave_no_trace() {
        assert_eq!(
            placeholder("/fr/carnets/:carnet/sante"),
            "/fr/carnets/_/sante"
        );
    }

    #[test]
    fn every_page_of_the_site_map_is_drawn_in_every_language() {
        let site = std::env::temp_dir().join(format!("carnet-drawn-{}", std::process::id()));
        draw(&site, "pkg/0").unwrap();
        for lang in Lang::ALL.iter().copied() {
            for page in Page::all().iter().copied() {
                let place = placeholder(&page.pattern(lang));
                let html =
                    std::fs::read_to_string(site.join(format!("{}.html", &place[1..]))).unwrap();
                assert_eq!(html.matches("<h1").count(), 1, "{place} has one heading");
                assert!(html.contains(&format!("<html lang=\"{}\">", lang.tag())));
            }
        }
        std::fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn drawing_twice_gives_the_same_bytes() {
        body::prepare();
        for page in Page::all().iter().copied() {
            for lang in Lang::ALL.iter().copied() {
                let place = placeholder(&page.pattern(lang));
                assert_eq!(body::draw(&place), body::draw(&place), "{place}");
            }
        }
    }

    #[test]
    fn what_is_drawn_does_not_depend_on_whose_carnet_it_is() {
        body::prepare();
        for page in Page::all().iter().copied() {
            let pattern = page.pattern(Lang::ALL[0]);
            let whose = |name: &str| {
                let parts = pattern.split('/');
                let parts = parts.map(|part| if part.starts_with(':') { name } else { part });
                body::draw(&parts.collect::<Vec<_>>().join("/"))
            };
            assert_eq!(whose("theo"), whose("lea"), "{pattern}");
        }
    }

    #[test]
    fn a_script_inside_a_page_is_refused() {
        assert_eq!(
            forbidden("<script></script><script>x</script>"),
            Some("a script inside the page")
        );
    }
}
