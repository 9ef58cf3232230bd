//! What a person should look at again before an entry is kept: which field, why, and whether it must be put right.
//!
//! No rule here says anything about health: a number is questioned only where it looks like a slip of the finger.

mod agenda;
mod checker;
mod follow;
pub mod limits;
mod office;
mod papers;
mod people;
mod procedures;
mod record;
mod urgent;

use chrono::NaiveDate;

use crate::bounds::beyond;
use crate::entry::Entry;
use crate::identifiers::IdentifierTrouble;
use crate::plain::{MAX_PLAIN, Plain};
use checker::Checker;

/// Something to look at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The field, by its name in the written form.
    pub field: &'static str,
    /// Which item, when the field is a list.
    pub item: Option<usize>,
    /// What is the matter.
    pub reason: Reason,
    /// Whether it must be put right first.
    pub weight: Weight,
}

/// Whether a finding can be passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The entry would make no sense, or cannot be kept.
    Blocking,
    /// Perhaps a mistake; the person decides.
    Warning,
}

/// What is the matter with a field. The page makes the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nothing stands there, and without it the entry says nothing.
    Missing,
    /// More characters than this.
    TooLong(usize),
    /// More items than this.
    TooMany(usize),
    /// The whole entry is larger than this many bytes.
    TooLarge(usize),
    /// A date that has not come yet.
    InTheFuture,
    /// A date before the person was born.
    BeforeBirth,
    /// It ends before it starts.
    EndsBeforeStart,
    /// A number with a key that does not hold.
    Identifier(IdentifierTrouble),
    /// The number of social security does not fit the sex or the birth date given.
    NirDisagrees,
    /// Not an INSEE code of five characters.
    InseeForm,
    /// Not a length of pregnancy in weeks, 20 to 44, and days.
    TermForm,
    /// Not an e-mail address.
    EmailForm,
    /// Not a telephone number.
    PhoneForm,
    /// Not an hour of the form `08:30`.
    ClockForm,
    /// A trusted person can be named from 18 only (code de la santé publique, art. L. 1111-6).
    NotOfAge,
    /// A profession that is not in the table.
    UnknownProfession,
    /// A unit in which this is not measured.
    UnitDoesNotFit,
    /// A grade that this scale does not have.
    UnknownGrade,
    /// Outside these bounds: perhaps mistyped.
    LooksMistyped {
        /// Lowest number that needs no second look.
        low: i64,
        /// Highest number that needs no second look.
        high: i64,
    },
    /// The lowest value is not below the highest.
    UpsideDown,
    /// A time zone that this version does not know.
    UnknownZone,
    /// Not between these bounds.
    OutOfRange {
        /// Lowest number that can be kept.
        low: i64,
        /// Highest number that can be kept.
        high: i64,
    },
    /// A last day, and the words "without an end".
    EndAndNoEnd,
    /// It lasts longer, in years, than this right is known to be given for: perhaps mistyped. The printed date stands.
    LongerThanKnown(u32),
    /// A turn that is not 0, 90, 180 or 270 degrees.
    NotAQuarterTurn,
    /// A day outside the years that can be written.
    ImpossibleYear,
    /// This version cannot write it.
    ReadOnly,
}

impl Entry {
    /// Everything to look at again, as of today, for a person born on `birth` if that is known.
    pub fn check(&self, today: NaiveDate, birth: Option<NaiveDate>) -> Vec<Finding> {
        let mut checker = Checker::new(today, birth);
        match self {
            Self::Identity(identity) => people::identity(&mut checker, identity),
            Self::Contact(contact) => people::contact(&mut checker, contact),
            Self::Consent(consent) => people::consent(&mut checker, consent),
            Self::Habit(habit) => papers::habit(&mut checker, habit),
            Self::Problem(problem) => record::problem(&mut checker, problem),
            Self::Allergy(allergy) => record::allergy(&mut checker, allergy),
            Self::Treatment(treatment) => record::treatment(&mut checker, treatment),
            Self::Vaccine(vaccine) => record::vaccine(&mut checker, vaccine),
            Self::Device(device) => record::device(&mut checker, device),
            Self::Stay(stay) => record::stay(&mut checker, stay),
            Self::Step(step) => record::step(&mut checker, step),
            Self::Measurement(measurement) => record::measurement(&mut checker, measurement),
            Self::Readings(readings) => follow::readings(&mut checker, readings),
            Self::Events(day) => follow::events(&mut checker, day),
            Self::OwnMeasure(own) => follow::own_measure(&mut checker, own),
            Self::Mark(mark) => follow::mark(&mut checker, mark),
            Self::Objective(objective) => follow::objective(&mut checker, objective),
            Self::Document(document) => papers::document(&mut checker, document),
            Self::Project(project) => papers::project(&mut checker, project),
            Self::Entitlement(right) => procedures::entitlement(&mut checker, right),
            Self::Expiry(expiry) => procedures::expiry(&mut checker, expiry),
            Self::Procedure(procedure) => procedures::procedure(&mut checker, procedure),
            Self::MdphFile(file) => office::mdph_file(&mut checker, file),
            Self::Letter(letter) => office::letter(&mut checker, letter),
            Self::Note(note) => papers::note(&mut checker, note),
            Self::Seen(seen) => papers::seen(&mut checker, seen),
            Self::Report(report) => papers::report(&mut checker, report),
            Self::Danger(danger) => urgent::danger(&mut checker, danger),
            Self::Crisis(crisis) => urgent::crisis(&mut checker, crisis),
            Self::UsualState(usual) => urgent::usual_state(&mut checker, usual),
            Self::UrgentSheet(sheet) => urgent::urgent_sheet(&mut checker, sheet),
            Self::Appointment(it) => agenda::appointment(&mut checker, it),
            Self::Series(it) => agenda::series(&mut checker, it),
            Self::Absence(it) => agenda::absence(&mut checker, it),
            Self::AgendaSettings(it) => agenda::settings(&mut checker, it),
            Self::Settled(settled) => {
                checker.links("of", std::slice::from_ref(&settled.of));
                checker.required("moment", settled.moment.is_some());
                checker.required("outcome", settled.outcome.is_some());
                checker.not_future("on", settled.on.map(Into::into), Weight::Blocking);
            }
            Self::Statement(statement) => {
                checker.not_future("on", statement.on.map(Into::into), Weight::Blocking);
            }
            Self::Unknown(_) => checker.block("kind", Reason::ReadOnly),
        }
        let written = Plain::new(self.clone());
        if !matches!(self, Self::Unknown(_)) && written.to_fields().values().any(beyond) {
            checker.block("kind", Reason::ImpossibleYear);
        }
        if written.write().len() > MAX_PLAIN {
            checker.block("kind", Reason::TooLarge(MAX_PLAIN));
        }
        checker.found
    }
}

/// Whether nothing stands in the way of keeping the entry.
pub fn can_be_kept(findings: &[Finding]) -> bool {
    findings
        .iter()
        .all(|finding| finding.weight == Weight::Warning)
}
