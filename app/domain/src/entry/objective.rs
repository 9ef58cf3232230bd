//! A goal that can be looked at again: five levels in words, what is done for it, how it went (goal attainment scaling,
//! Kiresuk and Sherman 1968).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::GoalState;
use crate::reference::EntryRef;

/// The lowest and the highest level of attainment; 0 is what is expected.
pub const LEVELS: (i8, i8) = (-2, 2);

/// A goal of the personal project.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Objective {
    /// What is aimed at, in the person's words.
    pub title: String,
    /// The project that it belongs to.
    pub project: Option<EntryRef>,
    /// What each level looks like.
    pub levels: Levels,
    /// The level at the start.
    pub start_level: Option<i8>,
    /// The day on which it was agreed.
    pub date: Option<NaiveDate>,
    /// The day by which it should be reached.
    pub due: Option<NaiveDate>,
    /// When it is to be looked at again.
    pub review: Option<NaiveDate>,
    /// Where it stands.
    pub state: Option<GoalState>,
    /// Who helps.
    pub who: String,
    /// What is done for it.
    pub actions: Vec<Action>,
    /// How it went, each time somebody looked.
    pub reviews: Vec<Review>,
    /// What to know.
    pub note: String,
    /// Films and reports.
    pub documents: Vec<EntryRef>,
}

/// What each level of attainment looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Levels {
    /// −2: much less than expected.
    pub much_less: String,
    /// −1: less than expected.
    pub less: String,
    /// 0: as expected.
    pub expected: String,
    /// +1: more than expected.
    pub more: String,
    /// +2: much more than expected.
    pub much_more: String,
}

/// Something done towards a goal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Action {
    /// What.
    pub text: String,
    /// Who does it.
    pub who: String,
    /// Until when.
    pub until: Option<NaiveDate>,
    /// Whether it was done.
    pub done: bool,
}

/// A look at how far a goal was reached.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    /// The day.
    pub date: Option<NaiveDate>,
    /// The level, −2 to +2.
    pub level: Option<i8>,
    /// Who looked.
    pub who: String,
    /// What was seen.
    pub note: String,
}

impl Levels {
    /// The words for a level from −2 to +2; empty if none were written.
    pub fn at(&self, level: i8) -> &str {
        match level {
            -2 => &self.much_less,
            -1 => &self.less,
            0 => &self.expected,
            1 => &self.more,
            2 => &self.much_more,
            _ => "",
        }
    }
}
