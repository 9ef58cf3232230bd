//! What happened beside what was measured, in groups that are shown or not.

use crate::curves::plot::Flag;
use crate::lists::rows::Row;
use crate::words::Words;
use domain::chart::{MarkSort, TimeMark, marks};
use domain::{Term, date_in_words};
use std::collections::BTreeSet;

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// Stays and operations.
    Stays,
    /// Injections, growth spurts, marks of one's own.
    Marks,
    /// Treatments, their beginnings and ends.
    Treatments,
    /// Devices, from the day they came.
    Devices,
}

impl Group {
    /// All of them, in the order of the page.
    pub(crate) const ALL: [Self; 4] = [Self::Stays, Self::Marks, Self::Treatments, Self::Devices];

    /// What it is called.
    pub(crate) fn label(self, t: Words) -> &'static str {
        match self {
            Self::Stays => t.curves_stays(),
            Self::Marks => t.curves_own_marks(),
            Self::Treatments => t.curves_treatments(),
            Self::Devices => t.curves_devices(),
        }
    }

    fn of(sort: MarkSort) -> Self {
        match sort {
            MarkSort::Operation | MarkSort::Stay => Self::Stays,
            MarkSort::Injection | MarkSort::GrowthSpurt | MarkSort::Own => Self::Marks,
            MarkSort::TreatmentStart | MarkSort::TreatmentStop => Self::Treatments,
            MarkSort::Device => Self::Devices,
        }
    }
}

/// Everything of these groups, in order of time.
pub(crate) fn happened(rows: &[Row], groups: &BTreeSet<Group>, t: Words) -> Vec<TimeMark> {
    let mut all = marks(rows, t.terms());
    all.retain(|mark| groups.contains(&Group::of(mark.sort)));
    all
}

/// One of them in a line: "12 mars 2022 · Opération : allongement".
pub(crate) fn line(mark: &TimeMark, t: Words) -> String {
    let when = date_in_words(mark.date, t.terms());
    t.curves_mark(mark.sort.label(t.terms()), &mark.title, when)
}

/// The same as flags of a chart, numbered from one.
pub(crate) fn flags(marks: &[TimeMark]) -> Vec<Flag> {
    let flag = |(place, mark): (usize, &TimeMark)| Flag {
        number: place + 1,
        from: mark.from,
        to: mark.to.filter(|to| *to > mark.from),
    };
    marks.iter().enumerate().map(flag).collect()
}
