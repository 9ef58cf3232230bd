//! Letters to offices: templates in our own words, as data, filled from the carnet, then the person's to change.
//!
//! Each template says to whom, by which means with a certain date, what to join, and the time there is, in words: dates are
//! computed elsewhere, from the notification. French offices read French, so the letters themselves are in French.

mod about;
mod fill;
mod known;
mod paper;
mod templates;

pub use about::{offered, prove, proven};
pub use fill::{Blank, fill, people};
pub use known::{joined, known};
pub use paper::paper;
pub use templates::{TEMPLATES, VERSION, template};

use crate::lists::LetterKind;
use crate::term::Lang;

/// A template of a letter.
#[derive(Debug)]
pub struct Template {
    /// Which letter.
    pub kind: LetterKind,
    /// When it serves, in French and English.
    when: (&'static str, &'static str),
    /// To whom it goes.
    to: (&'static str, &'static str),
    /// By which means, so that the date is certain.
    means: (&'static str, &'static str),
    /// What is joined.
    join: &'static [(&'static str, &'static str)],
    /// How much time there is.
    time: (&'static str, &'static str),
    /// Where its rules come from.
    pub source: &'static str,
    /// The day on which the source was last looked at, as `2026-11-21`.
    pub verified: &'static str,
    /// The first line of the address, in French.
    pub recipient: &'static str,
    /// What it is about, in French. Gaps as in the text.
    pub subject: &'static str,
    /// The letter in French, its gaps as `{name}`.
    pub text: &'static str,
    /// What is asked to fill the gaps.
    pub gaps: &'static [Gap],
}

/// Something that is asked to fill a gap.
#[derive(Debug)]
pub struct Gap {
    /// Its name in the text.
    pub name: &'static str,
    /// What is asked.
    ask: (&'static str, &'static str),
    /// How it is answered.
    pub sort: GapSort,
}

/// How a gap is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GapSort {
    /// A line.
    Line,
    /// Several lines.
    Text,
    /// A day.
    Day,
}

impl Gap {
    /// What is asked.
    pub fn ask(&self, lang: Lang) -> &'static str {
        lang.pick(self.ask.0, self.ask.1)
    }
}

impl Template {
    /// When it serves.
    pub fn when(&self, lang: Lang) -> &'static str {
        lang.pick(self.when.0, self.when.1)
    }

    /// To whom it goes.
    pub fn to(&self, lang: Lang) -> &'static str {
        lang.pick(self.to.0, self.to.1)
    }

    /// By which means, so that the date is certain.
    pub fn means(&self, lang: Lang) -> &'static str {
        lang.pick(self.means.0, self.means.1)
    }

    /// What is joined.
    pub fn join(&self, lang: Lang) -> impl Iterator<Item = &'static str> {
        self.join.iter().map(move |(fr, en)| lang.pick(fr, en))
    }

    /// How much time there is; empty if nothing presses.
    pub fn time(&self, lang: Lang) -> &'static str {
        lang.pick(self.time.0, self.time.1)
    }
}
