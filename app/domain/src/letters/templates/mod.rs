//! The letters, as data.

mod appeal;
mod others;

use super::{Gap, GapSort, Template};
use crate::lists::LetterKind;

/// The version of the templates.
pub const VERSION: u32 = 1;

/// The day on which all sources were looked at.
const VERIFIED: &str = "2026-11-21";

/// Every template, in the order in which they are offered.
pub static TEMPLATES: &[Template] = &[
    appeal::APPEAL,
    appeal::CARD,
    others::COMPLAINT,
    others::SCHOOL,
    others::REFUSED_CARE,
    others::CALL,
    others::FREE,
];

/// The template of a kind.
pub fn template(kind: LetterKind) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.kind == kind)
}

const fn line(name: &'static str, fr: &'static str, en: &'static str) -> Gap {
    Gap {
        name,
        ask: (fr, en),
        sort: GapSort::Line,
    }
}

const fn text(name: &'static str, fr: &'static str, en: &'static str) -> Gap {
    Gap {
        name,
        ask: (fr, en),
        sort: GapSort::Text,
    }
}

const fn day(name: &'static str, fr: &'static str, en: &'static str) -> Gap {
    Gap {
        name,
        ask: (fr, en),
        sort: GapSort::Day,
    }
}
