//! What became of something that was due.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::due::What;
use crate::reference::EntryRef;
use crate::term::terms;

terms! {
    /// What became of it. In the order in which one wins over another, the last over all: two people may answer apart.
    Outcome {
        Open "open" "De nouveau à faire" "To be done again";
        Postponed "postponed" "Remis à plus tard" "Put off";
        Dismissed "dismissed" "N'est plus montré" "Not shown any more";
        Done "done" "Fait" "Done";
    }
}

/// What somebody said of one thing that was due: done, later, not any more. Its cause is the entry, its moment and the
/// occurrence; it counts for the day that was due then, so that a date that is moved is open again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settled {
    /// The entry that it follows from.
    pub of: EntryRef,
    /// Which of that entry's moments.
    pub moment: Option<What>,
    /// Of something that repeats: which occurrence.
    pub occurrence: Option<NaiveDate>,
    /// The day on which it was due.
    pub day: Option<NaiveDate>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// Put off until that day.
    pub until: Option<NaiveDate>,
    /// The day on which it was said.
    pub on: Option<NaiveDate>,
}
