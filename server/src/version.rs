//! What `carnet --version` prints: which program this is, and exactly which pages it serves.

use crate::settings::Settings;
use crate::site::{Site, SiteError, Source};

/// The version, then a line for each file of the site, as `sha256sum` writes them.
pub fn text(settings: &Settings) -> Result<String, SiteError> {
    let mut text = format!("carnet {}\n", env!("CARGO_PKG_VERSION"));
    let site = match Site::open(Source::of_binary_or(&settings.site)) {
        Ok(site) => site,
        Err(_) => {
            return Ok(text + "no pages: none are built in, and the setting `site` names none\n");
        }
    };
    for (path, digest) in site.hashes()? {
        text.push_str(&format!("{digest}  {path}\n"));
    }
    Ok(text)
}
