//! The pages are one text for drawing and for the browser.

use crate::tree::{files, none};

#[test]
fn no_feature_switches_code_in_app() {
    let mut places = Vec::new();
    for file in files(&["rs"]).iter().filter(|file| file.within("app")) {
        let lines = file.lines_with(&["cfg"]);
        places.extend(lines.into_iter().filter(|line| line.contains("feature =")));
    }
    none(
        &places,
        "Features only forward to Leptos; ask at run time, or split the crate:",
    );
}
