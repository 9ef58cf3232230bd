//! A mark on the time axis of curves.

use serde::{Deserialize, Serialize};

use crate::lists::MarkKind;
use crate::partial_date::PartialDate;
use crate::reference::EntryRef;

/// Something to see beside the curves: a growth spurt, an injection, a change of school.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Mark {
    /// What it says.
    pub title: String,
    /// What it is.
    pub mark_kind: Option<MarkKind>,
    /// When, or from when.
    pub from: Option<PartialDate>,
    /// Until when, if it lasted.
    pub to: Option<PartialDate>,
    /// What to know.
    pub note: String,
    /// Reports.
    pub documents: Vec<EntryRef>,
}
