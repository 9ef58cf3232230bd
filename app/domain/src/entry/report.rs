//! Reports with headings: what a professional writes after a visit, an assessment, a fitting, a meeting.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::{Discipline, ReportHeading, ReportKind};
use crate::reference::{EntryRef, FileRef};

/// A report. Its author is whoever signed it: nobody types that.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// What it is.
    pub report_kind: Option<ReportKind>,
    /// The discipline that it comes from.
    pub discipline: Option<Discipline>,
    /// The day of what it reports.
    pub date: Option<NaiveDate>,
    /// Its title, if its kind and discipline do not say enough.
    pub title: String,
    /// Where it was.
    pub place: String,
    /// Who was there.
    pub people: String,
    /// What it says, heading by heading.
    pub parts: Vec<ReportPart>,
    /// What to keep of it, in a few words.
    pub summary: String,
    /// When there is to be the next one.
    pub next: Option<NaiveDate>,
    /// Values and series that it rests on.
    pub measures: Vec<EntryRef>,
    /// Photos, films, papers.
    pub media: Vec<FileRef>,
    /// Documents about it, devices that it is about.
    pub documents: Vec<EntryRef>,
}

/// What a report says under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportPart {
    /// The heading.
    pub heading: Option<ReportHeading>,
    /// A heading of one's own, if none of the list fits.
    pub title: String,
    /// What is said.
    pub text: String,
}

impl Report {
    /// A new one, with the headings that are usual for its kind and discipline.
    pub fn begun(kind: ReportKind, discipline: Option<Discipline>) -> Self {
        let part = |heading: &ReportHeading| ReportPart {
            heading: Some(*heading),
            ..ReportPart::default()
        };
        Self {
            report_kind: Some(kind),
            discipline,
            parts: kind.headings(discipline).iter().map(part).collect(),
            ..Self::default()
        }
    }
}
