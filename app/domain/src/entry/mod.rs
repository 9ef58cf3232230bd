//! What a carnet holds: one enum, one variant for each kind of entry.
//!
//! Text that is empty means "not filled in"; so do an empty list and `None`. Every text is kept as typed; rules live in
//! [`crate::check`].

mod agenda;
mod consent;
mod contact;
mod course;
mod daily;
mod events;
mod health;
mod home;
mod identity;
mod kind;
mod mark;
mod measurement;
mod objective;
mod office;
mod own_measure;
mod papers;
mod parts;
mod procedures;
mod readings;
mod report;
mod seen;
mod settled;
mod statement;
mod unknown;
mod urgent;

pub use agenda::{Absence, AgendaSettings, Appointment, Exception, Question, Series};
pub use consent::{Allowed, Consent};
pub use contact::{Contact, Phone};
pub use course::{Stay, Step};
pub use daily::{Habit, Note};
pub use events::{Event, Events};
pub use health::{Allergy, Device, DoseTime, Problem, Treatment, Vaccine};
pub use identity::{Guardian, Identity, Protection};
pub use kind::Kind;
pub use mark::Mark;
pub use measurement::{Centimetres, Kilograms, Measurement};
pub use objective::{Action, LEVELS, Levels, Objective, Review};
pub use office::{Answer, Letter, MdphFile};
pub use own_measure::OwnMeasure;
pub use papers::{Document, Goal, Project};
pub use procedures::{Entitlement, Exchange, Expiry, Piece, Procedure, ProcedureStep, Request};
pub use readings::{Amount, Reading, ReadingError, Readings};
pub use report::{Report, ReportPart};
pub use seen::Seen;
pub use settled::{Outcome, Settled};
pub use statement::{ListKind, ListState, NoneKnown, Statement};
pub use unknown::{Unknown, WhyUnknown};
pub use urgent::{Confirmation, Crisis, Danger, UrgentSheet, UsualState};

/// One entry of a carnet.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant)]
pub enum Entry {
    /// Who the person is. A carnet has one.
    Identity(Identity),
    /// Somebody around the person, or a structure.
    Contact(Contact),
    /// What was allowed to somebody.
    Consent(Consent),
    /// A habit of life.
    Habit(Habit),
    /// A diagnosis or health problem.
    Problem(Problem),
    /// An allergy or intolerance.
    Allergy(Allergy),
    /// A medicine or other regular treatment.
    Treatment(Treatment),
    /// A vaccine that was given.
    Vaccine(Vaccine),
    /// A device the person wears or uses.
    Device(Device),
    /// A stay or an operation.
    Stay(Stay),
    /// A step of the course of life.
    Step(Step),
    /// Something measured.
    Measurement(Measurement),
    /// Many values of one thing.
    Readings(Readings),
    /// What happened in a day: seizures, doses, sleep.
    Events(Events),
    /// A measure that the family defines for itself.
    OwnMeasure(OwnMeasure),
    /// A mark on the time axis of curves.
    Mark(Mark),
    /// A document with its pages.
    Document(Document),
    /// The individual project.
    Project(Project),
    /// A goal with levels and reviews.
    Objective(Objective),
    /// A right that was decided.
    Entitlement(Entitlement),
    /// Something else that ends.
    Expiry(Expiry),
    /// A request for rights.
    Procedure(Procedure),
    /// A file for the MDPH: one request.
    MdphFile(MdphFile),
    /// A letter to an office.
    Letter(Letter),
    /// A note in the liaison notebook.
    Note(Note),
    /// What somebody has read of the notebook.
    Seen(Seen),
    /// A report with headings.
    Report(Report),
    /// Something that must never be done, or must be watched.
    Danger(Danger),
    /// A known crisis and what to do then.
    Crisis(Crisis),
    /// How the person is when all is well. A carnet has one.
    UsualState(UsualState),
    /// The urgent sheet's own page. A carnet has one.
    UrgentSheet(UrgentSheet),
    /// An appointment.
    Appointment(Appointment),
    /// Sessions that repeat.
    Series(Series),
    /// A time in which the person did not come.
    Absence(Absence),
    /// Time zone and holidays of the agenda. A carnet has one.
    AgendaSettings(AgendaSettings),
    /// What became of something that was due.
    Settled(Settled),
    /// "There is none": said of a whole list.
    Statement(Statement),
    /// Something that this version cannot read. Shown as such, kept whole, never written.
    Unknown(Unknown),
}
