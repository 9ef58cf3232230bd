//! The page of a card, `/u`: one file that holds its scripts and style, so that a slow network is asked once. The same
//! script and style lie beside it for the app's preview, which draws with them.
//!
//! `public/urgent/first` runs while the page is still arriving: it takes the link out of the address bar and asks for the
//! sheet. `public/urgent/then` does the rest.

use crate::run::Trouble;
use crate::tree;
use data_encoding::BASE64;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::path::Path;

/// What the server must know to serve it: `urgent.json`.
#[derive(Serialize)]
struct Built {
    page: &'static str,
    scripts: [String; 2],
    styles: [String; 1],
}

/// Writes the page, its script and its style into the site.
pub fn build(site: &Path) -> Result<(), Trouble> {
    let folder = tree::root().join("public/urgent");
    let first = script(&folder.join("first"))?;
    let then = script(&folder.join("then"))?;
    let style = joined(&folder, "css")?;
    let page = text(&folder.join("page.html"))?
        .replace("__FIRST__", &first)
        .replace("__THEN__", &then)
        .replace("__STYLE__", &style);
    let built = Built {
        page: "u.html",
        scripts: [hash(&first), hash(&then)],
        styles: [hash(&style)],
    };
    let table =
        serde_json::to_vec_pretty(&built).map_err(|error| Trouble::with("urgent.json", error))?;
    tree::write(&site.join(built.page), page.as_bytes())?;
    tree::write(&site.join("urgent.json"), &table)?;
    tree::write(
        &site.join("urgent/sheet.js"),
        format!("{first}{then}").as_bytes(),
    )?;
    tree::write(&site.join("urgent/sheet.css"), style.as_bytes())
}

/// The scripts of a folder as one, whose names nobody else sees.
fn script(folder: &Path) -> Result<String, Trouble> {
    let whole = joined(folder, "js")?;
    Ok(format!("(function () {{\n\"use strict\";\n{whole}}})();\n"))
}

/// The files of one kind that lie right in a folder, in order of name, without comments and indentation.
fn joined(folder: &Path, kind: &str) -> Result<String, Trouble> {
    let mut whole = String::new();
    for file in tree::files(folder)? {
        if file.components().count() == 1 && file.extension().is_some_and(|found| found == kind) {
            whole += &lean(&text(&folder.join(file))?);
        }
    }
    Ok(whole)
}

/// Leaves out what only people read: indentation, empty lines, and lines that are a comment.
fn lean(source: &str) -> String {
    let lines = source.lines().map(str::trim);
    let told = |line: &&str| {
        let comment = line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"));
        !line.is_empty() && !comment
    };
    lines.filter(told).flat_map(|line| [line, "\n"]).collect()
}

fn text(path: &Path) -> Result<String, Trouble> {
    String::from_utf8(tree::read(path)?).map_err(|error| Trouble::with(path.display(), error))
}

/// As a content policy names what stands between two tags.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_people_read_is_left_out() {
        let source =
            "// why\nconst a = \"//\"; // stays\n\n  a();\n/* how */\np { a: b } /* x */\n";
        assert_eq!(
            lean(source),
            "const a = \"//\"; // stays\na();\np { a: b } /* x */\n"
        );
    }

    #[test]
    fn the_scripts_hold_nothing_that_would_end_them() {
        for folder in ["first", "then"] {
            let script = script(&tree::root().join("public/urgent").join(folder)).unwrap();
            assert!(!script.is_empty() && !script.contains("</script") && !script.contains("<!--"));
        }
    }
}
