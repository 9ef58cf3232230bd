//! What matters now: everything due around today, sorted into what was missed, what is for today, what comes soon, and what
//! was settled a short time ago.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::all;
use crate::due::{Cause, Due, Said, Standing, What};
use crate::reference::EntryRef;
use crate::view::HasEntry;

/// How far ahead procedures are shown, in days: they need time. Everything else: see [`SOON`].
pub const PROCEDURES_AHEAD: u64 = 90;
/// How far ahead is shown what can be done in a moment, in days.
pub const SOON: u64 = 30;
/// For how long something missed that can still be done is shown, in days.
const STAYS: u64 = 400;
/// For how long something missed is shown that nobody can do any more, but that should be known, in days.
const KNOWN: u64 = 30;
/// For how long what was settled can be looked back at, in days after it was due.
const BACK: u64 = 60;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a, T> {
    /// What is due.
    pub due: Due<'a, T>,
    /// Its cause.
    pub cause: Cause,
    /// Where it stands.
    pub standing: Standing,
}

/// All lines, each list with the nearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board<'a, T> {
    /// Its day is past; what is lost by waiting longer comes first.
    pub overdue: Vec<Line<'a, T>>,
    /// For today; after what has its hour or day, what could be begun already.
    pub today: Vec<Line<'a, T>>,
    /// To come.
    pub soon: Vec<Line<'a, T>>,
    /// Done, put off or not shown any more; the latest due first.
    pub settled: Vec<Line<'a, T>>,
}

/// Sorts what is due. `id` names a row.
pub fn board<T: HasEntry>(
    rows: &[T],
    today: NaiveDate,
    id: impl Fn(&T) -> EntryRef,
) -> Board<'_, T> {
    let said = Said::of(rows);
    let (from, to) = (
        today.checked_sub_days(Days::new(STAYS)).unwrap_or(today),
        today
            .checked_add_days(Days::new(PROCEDURES_AHEAD))
            .unwrap_or(today),
    );
    let mut board = Board {
        overdue: Vec::new(),
        today: Vec::new(),
        soon: Vec::new(),
        settled: Vec::new(),
    };
    for due in all(rows, from, to) {
        let cause = due.cause(id(due.row));
        let day = due.when.day();
        let standing = said.standing(&cause, day);
        let days = (day - today).num_days();
        let shown = if days < 0 {
            days.unsigned_abs() <= due.what.shown_after()
        } else {
            days.unsigned_abs() <= due.what.shown_before()
        };
        let list = if standing.is_open(today) {
            match days {
                _ if !shown => continue,
                // Nothing is missed yet: it is time to begin.
                ..0 if due.what.begins() => &mut board.today,
                ..0 => &mut board.overdue,
                0 => &mut board.today,
                _ => &mut board.soon,
            }
        } else if days.unsigned_abs() <= BACK {
            &mut board.settled
        } else {
            continue;
        };
        list.push(Line {
            due,
            cause,
            standing,
        });
    }
    board.settled.reverse();
    overtaken(&mut board);
    board.today.sort_by_key(|line| line.due.what.begins());
    board.overdue.sort_by_key(|line| line.due.what.presses());
    board
}

/// Takes out what a later step of the same entry has overtaken: whose filing day is past is not told to begin to prepare.
fn overtaken<T>(board: &mut Board<'_, T>) {
    let there: BTreeSet<(EntryRef, What)> = board
        .overdue
        .iter()
        .map(|line| (line.cause.entry.clone(), line.due.what))
        .collect();
    let stays = |line: &Line<'_, T>| {
        let later: &[What] = match line.due.what {
            What::Prepare => &[What::File, What::End],
            What::File => &[What::End],
            _ => &[],
        };
        let entry = &line.cause.entry;
        !later
            .iter()
            .any(|what| there.contains(&(entry.clone(), *what)))
    };
    board.overdue.retain(stays);
    board.today.retain(stays);
}

impl What {
    /// Whether its day opens a time in which something can be done, rather than ending it.
    pub fn begins(self) -> bool {
        self == Self::Prepare
    }

    /// How much something missed presses: the lowest first. What nobody can do any more comes last.
    fn presses(self) -> u8 {
        match self {
            // A refusal that can still be contested.
            Self::Silence => 0,
            Self::End | Self::File => 1,
            Self::NextDose | Self::Check => 2,
            Self::Prepare | Self::Review => 3,
            Self::Appointment | Self::Session | Self::Late | Self::Appeal | Self::Age => 4,
        }
    }

    /// For how many days after its day it is still shown as missed.
    fn shown_after(self) -> u64 {
        match self {
            // Whoever was not there cannot go there any more.
            Self::Appointment | Self::Session => 0,
            Self::Late | Self::Silence | Self::Appeal | Self::Age => KNOWN,
            Self::Prepare
            | Self::File
            | Self::End
            | Self::Check
            | Self::NextDose
            | Self::Review => STAYS,
        }
    }

    /// From how many days before its day it is shown.
    fn shown_before(self) -> u64 {
        match self {
            Self::Session => 1,
            Self::Appointment | Self::Check | Self::NextDose | Self::Review => SOON,
            Self::Prepare
            | Self::File
            | Self::Late
            | Self::Silence
            | Self::Appeal
            | Self::End
            | Self::Age => PROCEDURES_AHEAD,
        }
    }
}
