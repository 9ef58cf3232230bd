//! Documents, and the individual project.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::{Discipline, DocumentKind, GoalState};
use crate::partial_date::PartialDate;
use crate::reference::{EntryRef, FileRef};

/// A document with its pages, filed so that it can be found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What it is.
    pub document_kind: Option<DocumentKind>,
    /// The discipline it comes from.
    pub discipline: Option<Discipline>,
    /// The date of the act it reports, not of the scan.
    pub date: Option<PartialDate>,
    /// Who wrote it.
    pub author: String,
    /// Who wrote it, as a contact entry.
    pub author_contact: Option<EntryRef>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Its pages or files, in order.
    pub pages: Vec<FileRef>,
    /// The name of the file as it came.
    pub original_name: String,
    /// Entries it belongs to: a stay, a step, a problem.
    pub linked: Vec<EntryRef>,
    /// What it says, in a few words.
    pub summary: String,
}

/// The individual project: what the person wants, what is tried, until when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Project {
    /// Its title.
    pub title: String,
    /// The day it was written or agreed.
    pub date: Option<NaiveDate>,
    /// When it is to be looked at again.
    pub review: Option<NaiveDate>,
    /// With which structure.
    pub structure: String,
    /// Who wrote it.
    pub author: String,
    /// What the person wants, in their own words.
    pub wishes: String,
    /// What is agreed.
    pub text: String,
    /// Where it stands.
    pub state: Option<GoalState>,
    /// Who took part.
    pub people: String,
    /// The project that it takes over from: the versions of a project are entries that follow each other.
    pub previous: Option<EntryRef>,
    /// Small steps. Goals with levels and reviews are entries of their own: see [`super::Objective`].
    pub goals: Vec<Goal>,
    /// The signed paper.
    pub pages: Vec<FileRef>,
    /// Documents about it.
    pub documents: Vec<EntryRef>,
}

/// One goal of a project.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Goal {
    /// What is aimed at.
    pub text: String,
    /// Who helps, and how.
    pub means: String,
    /// Whether it was reached.
    pub reached: bool,
}
