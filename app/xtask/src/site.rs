//! The site folder: the hashed files, what lies at the root, and the drawn pages.
//!
//! `public/` is copied to the root but for three folders: `public/pkg` goes to the hashed folder, the sheets of
//! `public/css` become its `carnet.css`, and `public/urgent` becomes the page `/u`. In scripts at the root (the service worker) three marks
//! are filled in: `__ASSETS__` (the hashed folder), `"__FILES__"` and `"__PAGES__"` (lists of addresses).

use crate::bundle;
use crate::fingerprint::Fingerprint;
use crate::module::Purpose;
use crate::run::{Trouble, run};
use crate::{install, tree, urgent};
use serde::Deserialize;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// Builds the whole site into the folder `site`; `drawing` is the program that draws its pages. Gives back the
/// folder of the hashed files, as seen from the site.
pub fn build(purpose: Purpose, site: &Path, drawing: &Path) -> Result<String, Trouble> {
    install::wasm_target()?;
    let bundle = bundle::build(purpose)?;
    let mut print = Fingerprint::new();
    bundle
        .iter()
        .for_each(|(name, bytes)| print.take(name, bytes));
    let assets = format!("pkg/{}", print.short());
    clear_but(site, &assets)?;
    for (name, bytes) in &bundle {
        let path = site.join(&assets).join(name);
        if !path.exists() {
            tree::write(&path, bytes)?;
        }
    }
    run(Command::new(drawing).arg(site).arg(&assets))?;
    let files: Vec<String> = bundle
        .keys()
        .map(|name| format!("/{assets}/{name}"))
        .collect();
    copy_public(site, &assets, &files)?;
    urgent::build(site)?;
    Ok(assets)
}

/// Removes the folders of other builds, every page (it may no longer exist), and what was compressed.
fn clear_but(site: &Path, assets: &str) -> Result<(), Trouble> {
    let kept = Path::new(assets);
    for file in tree::files(site)? {
        let stale = file.starts_with("pkg") && !file.starts_with(kept);
        let made = |kind: &OsStr| kind == "html" || kind == "br" || kind == "gz";
        let path = site.join(&file);
        if let (true, Some(folder)) = (stale, path.parent()) {
            tree::remove(folder)?;
        } else if file.extension().is_some_and(made) {
            std::fs::remove_file(&path).map_err(|error| Trouble::with(path.display(), error))?;
        }
    }
    Ok(())
}

fn copy_public(site: &Path, assets: &str, files: &[String]) -> Result<(), Trouble> {
    let public = tree::root().join("public");
    let pages = pages(site)?;
    for file in tree::files(&public)? {
        if ["pkg", "css", "urgent"]
            .iter()
            .any(|made| file.starts_with(made))
        {
            continue;
        }
        let mut bytes = tree::read(&public.join(&file))?;
        if file.extension().is_some_and(|kind| kind == "js") {
            bytes = fill(&bytes, assets, files, &pages).into_bytes();
        }
        tree::write(&site.join(&file), &bytes)?;
    }
    Ok(())
}

/// Fills in the marks of a script at the root.
fn fill(script: &[u8], assets: &str, files: &[String], pages: &[String]) -> String {
    let list = |addresses: &[String]| serde_json::Value::from(addresses.to_vec()).to_string();
    String::from_utf8_lossy(script)
        .replace("__ASSETS__", assets)
        .replace("\"__FILES__\"", &list(files))
        .replace("\"__PAGES__\"", &list(pages))
}

/// The patterns of all drawn pages.
fn pages(site: &Path) -> Result<Vec<String>, Trouble> {
    #[derive(Deserialize)]
    struct Table {
        pages: Vec<Page>,
    }
    #[derive(Deserialize)]
    struct Page {
        pattern: String,
    }
    let path = site.join("pages.json");
    let table: Table = serde_json::from_slice(&tree::read(&path)?)
        .map_err(|error| Trouble::with(path.display(), error))?;
    Ok(table.pages.into_iter().map(|page| page.pattern).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_filled_in() {
        let script = br#"const A = "/__ASSETS__/app.js", P = "__PAGES__", F = "__FILES__";"#;
        let filled = fill(script, "pkg/0", &["/pkg/0/app.js".into()], &["/fr".into()]);
        assert_eq!(
            filled,
            r#"const A = "/pkg/0/app.js", P = ["/fr"], F = ["/pkg/0/app.js"];"#
        );
    }
}
