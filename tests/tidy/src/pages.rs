//! What the browser is handed names no other origin: nobody learns who opens a carnet.

use crate::tree::{files, none};

/// Names of vocabularies, never fetched.
const NAMES: &[&str] = &["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"];

#[test]
fn nothing_served_names_a_foreign_origin() {
    let mut places = Vec::new();
    for file in files(&["js", "css", "svg", "html", "webmanifest"]) {
        if file.within("public") || file.within("app/browser/js") {
            let lines = file.lines_with(&["http://", "https://", "@import", "url(//"]);
            places.extend(
                lines
                    .into_iter()
                    .filter(|line| !NAMES.iter().any(|name| line.contains(name))),
            );
        }
    }
    none(
        &places,
        "Everything comes from our own origin; keep a copy in public/ instead:",
    );
}

/// Draws pictures that are constants of the program.
const SIGNS: &str = "app/src/parts/sign.rs";

#[test]
fn no_view_carries_a_style_of_its_own() {
    let mut places = Vec::new();
    for file in files(&["rs"]) {
        if file.within("app/src") && file.path != SIGNS {
            places.extend(file.lines_with(&[" style=", "style:", "inner_html", "<style"]));
        }
    }
    none(
        &places,
        "The content policy stops styles and markup inside pages; use a class, and text:",
    );
}
