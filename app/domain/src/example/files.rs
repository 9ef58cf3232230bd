//! The files of the example: one page papers and two pictures, made when asked for.

use super::ExampleFile;
use super::paint::{self, Picture};
use super::pdf::one_page;
use super::png::to_png;
use crate::reference::FileRef;

/// References to the files of one entry.
pub(super) type ExampleFiles = Vec<FileRef>;

/// A paper of one page.
pub(super) fn paper(name: &str, title: &str, lines: &[&str]) -> Vec<ExampleFile> {
    vec![ExampleFile {
        name: name.to_owned(),
        mime: "application/pdf",
        bytes: one_page(title, lines),
    }]
}

/// Théo's picture.
pub(super) fn portrait() -> Vec<ExampleFile> {
    picture("theo.png", &paint::portrait())
}

/// What Théo drew with his left hand.
pub(super) fn drawing() -> Vec<ExampleFile> {
    picture("dessin-maison.png", &paint::house())
}

fn picture(name: &str, picture: &Picture) -> Vec<ExampleFile> {
    vec![ExampleFile {
        name: name.to_owned(),
        mime: "image/png",
        bytes: to_png(picture),
    }]
}
