//! Rights and their dates: when to prepare, when to file, what silence means, until when one can contest, what ends when.
//!
//! The rules are data with a source (`data/rights`); what is printed on a decision always wins. Nothing here is legal
//! advice: each day says how it was counted and who says so.

mod anchor;
mod count;
mod entitlement;
mod late;
mod moments;
mod other;
mod pieces;
mod procedure;
mod reason;
mod said;
mod table;

use chrono::NaiveDate;

use crate::due::{Due, What, When};
use crate::entry::{Entitlement, Entry, Procedure};
use crate::lists::{ProcedureState, Right};
use crate::reference::EntryRef;
use crate::view::{self, HasEntry};

pub use anchor::Anchor;
pub(crate) use entitlement::longer_than_known;
pub use late::{Restart, restart};
pub use pieces::{form_number, is_required, pieces_for};
pub use procedure::next_steps;
pub use reason::{Counted, Reason};
pub use table::{
    AgeRule, Appeal, How, Known, Needed, Rule, Source, Status, Unit, age_rules, all_known, known,
    needed, rules, sources,
};

/// A moment that follows from an entry by a rule, with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed<'a, T> {
    /// The entry.
    pub row: &'a T,
    /// Which of its moments.
    pub what: What,
    /// Of ages, of which one person has several: the day.
    pub occurrence: Option<NaiveDate>,
    /// The day.
    pub day: NaiveDate,
    /// Why.
    pub reason: Reason,
}

/// Everything that rights, procedures, other end dates and ages ask for, the nearest first. Whatever was left behind by a
/// newer decision or a renewal that was handed in is not in it.
pub fn computed<T: HasEntry>(rows: &[T]) -> Vec<Computed<'_, T>> {
    let around = Around::of(rows);
    let mut all = Vec::new();
    for row in rows {
        let moments = match row.entry() {
            Entry::Entitlement(right) => {
                entitlement::moments(right, around.progress(right, row.reference().as_ref()))
            }
            Entry::Procedure(one) => {
                let decided = around.decided(row.reference().as_ref());
                procedure::moments(one, decided)
            }
            Entry::Expiry(expiry) => other::expiry(expiry),
            Entry::Identity(identity) => {
                all.extend(around.ages(row));
                let measure = identity.protection.as_ref();
                let measure = measure.filter(|_| !around.measure_entered());
                measure.map(other::protection).unwrap_or_default()
            }
            _ => continue,
        };
        all.extend(moments.into_iter().map(|moment| Computed {
            row,
            what: moment.what,
            occurrence: None,
            day: moment.counted.day,
            reason: Reason::Counted(moment.counted),
        }));
    }
    all.sort_by_key(|one| (one.day, one.what));
    all
}

/// The same without reasons, as one of the things that are due.
pub(crate) fn due<T: HasEntry>(rows: &[T]) -> Vec<Due<'_, T>> {
    let plain = computed(rows).into_iter().map(|one| Due {
        row: one.row,
        what: one.what,
        occurrence: one.occurrence,
        when: When::Day(one.day),
    });
    plain.collect()
}

/// Whether an entry's moments come from here, so that [`computed`] can tell why.
pub fn explains(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::Entitlement(_) | Entry::Expiry(_) | Entry::Procedure(_) | Entry::Identity(_)
    )
}

/// The last day of a right, as far as it is known.
pub fn end_of(right: &Entitlement) -> Option<NaiveDate> {
    entitlement::end_of(right)
}

/// Whether a newer decision among these took the place of a right.
pub fn is_replaced<T: HasEntry>(rows: &[T], id: &EntryRef) -> bool {
    Around::of(rows).replaced(Some(id))
}

/// What the moments of one entry take from the others.
struct Around<'a> {
    rights: Vec<&'a Entitlement>,
    procedures: Vec<(Option<EntryRef>, &'a Procedure)>,
    birth: Option<NaiveDate>,
}

impl<'a> Around<'a> {
    fn of<T: HasEntry>(rows: &'a [T]) -> Self {
        let rights = rows.iter().filter_map(|row| match row.entry() {
            Entry::Entitlement(right) => Some(right),
            _ => None,
        });
        let procedures = rows.iter().filter_map(|row| match row.entry() {
            Entry::Procedure(procedure) => Some((row.reference(), procedure)),
            _ => None,
        });
        Self {
            rights: rights.collect(),
            procedures: procedures.collect(),
            birth: view::identity(rows).and_then(|(_, identity)| identity.birth_date),
        }
    }

    fn progress(&self, right: &Entitlement, id: Option<&EntryRef>) -> entitlement::Progress {
        let renewing = self.procedures.iter().any(|(_, procedure)| {
            let asked = procedure
                .requests
                .iter()
                .any(|one| id.is_some() && one.renews.as_ref() == id);
            asked && procedure.is_filed()
        });
        let appealed = self.procedures.iter().any(|(of, procedure)| {
            let its = of.is_some() && right.procedure == *of;
            its && procedure.state() >= ProcedureState::Appealed
        });
        let sixty = self.birth.zip(entitlement::end_of(right));
        let sixty = sixty.and_then(|(birth, end)| crate::Age::on(end, birth));
        entitlement::Progress {
            renewing,
            replaced: self.replaced(id),
            appealed,
            sixty_at_end: sixty.is_some_and(|age| age.years >= 60),
        }
    }

    fn replaced(&self, id: Option<&EntryRef>) -> bool {
        id.is_some()
            && self
                .rights
                .iter()
                .any(|right| right.previous.as_ref() == id)
    }

    fn decided(&self, id: Option<&EntryRef>) -> bool {
        id.is_some()
            && self
                .rights
                .iter()
                .any(|right| right.procedure.as_ref() == id)
    }

    fn measure_entered(&self) -> bool {
        let measure = |right: &&Entitlement| {
            matches!(
                right.right,
                Some(Right::Guardianship | Right::FamilyHabilitation)
            )
        };
        self.rights.iter().any(measure)
    }

    fn ages<'b, T: HasEntry>(&self, row: &'b T) -> Vec<Computed<'b, T>> {
        let Entry::Identity(identity) = row.entry() else {
            return Vec::new();
        };
        // A carnet has one identity; the birth of another would be somebody else's.
        let birth = identity
            .birth_date
            .filter(|birth| Some(*birth) == self.birth);
        let held: Vec<Right> = self
            .rights
            .iter()
            .filter(|right| right.is_held())
            .filter_map(|right| right.right)
            .collect();
        let Some(birth) = birth else {
            return Vec::new();
        };
        let reached = other::ages(birth, &held).into_iter();
        let computed = reached.map(|(day, reason)| Computed {
            row,
            what: What::Age,
            occurrence: Some(day),
            day,
            reason,
        });
        computed.collect()
    }
}
