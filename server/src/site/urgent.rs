//! The page that a card's address opens, `/u`: one file with its script and style inside, under a policy of its own that
//! allows just these, by their hashes. Whoever scans a card needs no other file.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use serde::Deserialize;

use super::{Site, SiteError, Source, redirect};

/// Where the build leaves what is to be known of it.
pub(super) const FILE: &str = "urgent.json";

/// The address on every card, short enough to be typed.
const ADDRESS: &str = "/u";

#[derive(Deserialize)]
struct Built {
    page: String,
    /// `sha256-…`, as the policy writes them.
    scripts: Vec<String>,
    styles: Vec<String>,
}

/// The page, ready to be served.
pub(super) struct Urgent {
    page: String,
    policy: HeaderValue,
}

impl Urgent {
    /// Reads what the build left; nothing if the site has no such page.
    pub(super) fn read(source: &Source) -> Result<Option<Self>, SiteError> {
        let Ok(bytes) = source.read(FILE) else {
            return Ok(None);
        };
        let built: Built = serde_json::from_slice(&bytes).map_err(SiteError::Table)?;
        let policy = policy(&built.scripts, &built.styles);
        // A policy of base64 and fixed words is always a header; an empty one allows nothing at all.
        let policy = HeaderValue::from_str(&policy)
            .unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"));
        Ok(Some(Self {
            page: built.page,
            policy,
        }))
    }

    /// The answer, if this is the page's address, or how people may type it.
    pub(super) fn answer(&self, site: &Site, path: &str, headers: &HeaderMap) -> Option<Response> {
        if path == ADDRESS {
            let mut page = site.file(&self.page, headers)?;
            let answer = page.headers_mut();
            answer.insert(header::CONTENT_SECURITY_POLICY, self.policy.clone());
            return Some(page);
        }
        let typed = path.trim_end_matches('/').eq_ignore_ascii_case(ADDRESS);
        typed.then(|| redirect(ADDRESS))
    }
}

fn policy(scripts: &[String], styles: &[String]) -> String {
    let quoted = |hashes: &[String]| {
        let quoted = hashes
            .iter()
            .map(|hash| format!("'{}'", hash.trim_matches('\'')));
        quoted.collect::<Vec<_>>().join(" ")
    };
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data: blob:; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        quoted(scripts),
        quoted(styles)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_page_holds_may_run() {
        let policy = policy(&["sha256-a=".to_owned()], &["sha256-b=".to_owned()]);
        assert!(policy.contains("script-src 'sha256-a='; style-src 'sha256-b=';"));
        assert!(!policy.contains("unsafe"));
        assert!(!policy.contains("http"));
    }
}
