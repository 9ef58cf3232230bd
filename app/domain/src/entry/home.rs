//! In which section an entry is kept.

use super::Entry;
use crate::lists::StepKind;
use crate::section::Section;

impl Entry {
    /// The section where a new entry of this sort is kept. An entry stays in the section of its first writing.
    pub fn home(&self) -> Section {
        match self {
            Self::Identity(_) | Self::Contact(_) | Self::Consent(_) => Section::Team,
            Self::Problem(_)
            | Self::Allergy(_)
            | Self::Treatment(_)
            | Self::Vaccine(_)
            | Self::Device(_)
            | Self::Stay(_)
            | Self::Measurement(_)
            | Self::Readings(_)
            | Self::Events(_)
            | Self::OwnMeasure(_)
            | Self::Mark(_) => Section::Health,
            Self::Habit(_) => Section::Daily,
            Self::Step(step) if step.step_kind == Some(StepKind::School) => Section::School,
            Self::Step(step) => step
                .track
                .map_or(Section::Health, crate::lists::StepTrack::home),
            Self::Document(document) => document
                .discipline
                .map_or(Section::Health, crate::lists::Discipline::home),
            Self::Project(_) | Self::Objective(_) => Section::School,
            Self::Entitlement(_) | Self::Expiry(_) | Self::Procedure(_) => Section::Procedures,
            Self::Note(_) | Self::Seen(_) => Section::Notebook,
            Self::Report(report) => match report.report_kind {
                Some(kind) => kind.home(report.discipline),
                None => report
                    .discipline
                    .map_or(Section::Health, crate::lists::Discipline::home),
            },
            Self::MdphFile(_) | Self::Letter(_) => Section::Procedures,
            Self::Danger(_) | Self::Crisis(_) | Self::UsualState(_) | Self::UrgentSheet(_) => {
                Section::Urgent
            }
            Self::Settled(_) => Section::Agenda,
            Self::Statement(statement) => statement.list.home(),
            Self::Appointment(_) | Self::Series(_) | Self::Absence(_) | Self::AgendaSettings(_) => {
                Section::Agenda
            }
            Self::Unknown(_) => Section::Inbox,
        }
    }

    /// Whether an entry that says this may lie in a section. Rights are given section by section, and who may write in one must
    /// not be able to speak for another: an allergy in the notebook is none. What changed its subject stays where it was first
    /// written, so some kinds have several places. A kind that this version does not know means nothing yet, wherever it lies.
    pub fn may_rest_in(&self, section: Section) -> bool {
        match self {
            Self::Document(_) | Self::Report(_) => matches!(
                section,
                Section::Health | Section::School | Section::Procedures
            ),
            Self::Step(_) => matches!(section, Section::Health | Section::School),
            Self::Unknown(_) => true,
            _ => section == self.home(),
        }
    }

    /// Whether it may lie in a private corner: what says something to the whole carnet does not.
    pub fn may_rest_apart(&self) -> bool {
        matches!(self, Self::Note(_) | Self::Document(_) | Self::Unknown(_))
    }
}
