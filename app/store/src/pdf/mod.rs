//! Papers as PDF files: real text, tagged for screen readers (PDF/UA-1), with bookmarks and numbered pages.
//!
//! It runs where pictures are prepared: in the worker's module, which the page's own does not carry.

mod face;
mod flow;
mod ink;
mod lines;

use chrono::NaiveDate;
use domain::paper::Paper;

use face::Faces;

/// The two fonts, as files.
#[derive(Debug, Clone)]
pub struct Fonts {
    /// For texts.
    pub regular: Vec<u8>,
    /// For headings.
    pub strong: Vec<u8>,
}

/// A PDF file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Signs that the fonts do not have; a question mark stands in their place.
    pub missing: String,
}

/// Writes a paper as a PDF file made on `day`. None for fonts that cannot be read.
pub fn write(paper: &Paper, fonts: &Fonts, day: NaiveDate) -> Option<Pdf> {
    let mut faces = Faces::read(fonts)?;
    let lines = lines::of(paper, &mut faces);
    let pages = flow::pages(&lines);
    let bytes = ink::write(paper, &lines, &pages, &mut faces, day)?;
    Some(Pdf {
        bytes,
        missing: faces.missing(),
    })
}

#[cfg(test)]
mod tests;
