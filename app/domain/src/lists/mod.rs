//! The closed lists that entries are written with: headings, kinds, disciplines, professions, units.

mod agenda;
mod discipline;
mod document_kind;
mod follow;
mod habit_heading;
mod health;
mod measure;
mod office;
mod people;
mod procedures;
mod profession;
mod profile;
mod report;
mod urgent;

pub use agenda::{
    AbsenceReason, AppointmentKind, Day, PlanState, Region, SchoolZone, SessionChange, Transport,
    TransportOrder,
};
pub use discipline::Discipline;
pub use document_kind::DocumentKind;
pub use follow::{EventKind, GoalState, Licence, MarkKind, MeasureForm, MeasureGroup, Rhythm};
pub use habit_heading::{Colour, HabitHeading};
pub use health::{
    AgentKind, Certainty, DeviceKind, MedicineForm, Moment, ProblemState, Severity, Side, StayKind,
    StepKind, StepTrack,
};
pub use measure::{Measure, Position, Unit};
pub use office::{FileLanguage, FileState, LetterKind, LetterMeans};
pub use people::{ConsentBy, ConsentForm, ContactRole, GuardianRole, ProtectionKind, Sex};
pub use procedures::{
    EntitlementState, ExchangeWay, ExpiryKind, Lead, PieceKind, ProcedureState, Rate, Right,
};
pub use profession::{Profession, professions};
pub use profile::{Profile, Proposed};
pub use report::{ReportHeading, ReportKind};
pub use urgent::DangerKind;
