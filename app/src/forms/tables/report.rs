//! The questions of a report: its headings come from its template, and more can be added.

use crate::forms::field::{Field, day, documents, files, items, long, measures, one, terms, text};
use crate::words::Words as W;
use domain::lists::{Discipline, ReportHeading, ReportKind};

pub(super) const REPORT: &[Field] = &[
    day("date").first(),
    items(
        "parts",
        &[
            one("heading", terms::<ReportHeading>),
            long("text").called(W::report_text),
            text("title").called(W::report_own_heading),
        ],
    )
    .first(),
    long("summary").first().hint(W::report_summary_hint),
    text("people"),
    text("place"),
    day("next"),
    one("report_kind", terms::<ReportKind>),
    one("discipline", terms::<Discipline>),
    text("title").hint(W::report_title_hint),
    measures("measures"),
    files("media"),
    documents("documents"),
];
