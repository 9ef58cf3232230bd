//! Where entries are shown.

use crate::site_map::Page;
use domain::Kind;

/// The page that lists entries of a kind.
pub(super) fn list_of(kind: Kind) -> Page {
    match kind {
        Kind::Identity => Page::Identity,
        Kind::Contact => Page::Contacts,
        Kind::Consent => Page::Team,
        Kind::Habit => Page::Habits,
        Kind::Step | Kind::Project | Kind::Objective => Page::Course,
        Kind::Readings | Kind::Events | Kind::OwnMeasure | Kind::Mark => Page::Curves,
        Kind::Document => Page::Documents,
        Kind::Note | Kind::Seen => Page::Notebook,
        Kind::Report => Page::Reports,
        Kind::Entitlement | Kind::Expiry | Kind::Procedure => Page::Procedures,
        Kind::MdphFile => Page::Mdph,
        Kind::Letter => Page::Letters,
        Kind::Danger | Kind::Crisis | Kind::UsualState | Kind::UrgentSheet => Page::Urgent,
        Kind::Appointment | Kind::Series | Kind::Absence | Kind::AgendaSettings => Page::Agenda,
        _ => Page::Health,
    }
}

/// The page that a single entry of a kind has to itself, if it has one.
pub(super) fn page_of(kind: Kind) -> Option<Page> {
    Some(match kind {
        Kind::Document => Page::Document,
        Kind::Report => Page::Report,
        Kind::Procedure => Page::Procedure,
        Kind::Letter => Page::Letter,
        Kind::Appointment | Kind::Series | Kind::Absence => Page::Planned,
        _ => return None,
    })
}

/// The page where an entry of a kind is shown: its own, or the list.
pub(super) fn shown_on(kind: Option<Kind>) -> Page {
    kind.map_or(Page::Today, |kind| {
        page_of(kind).unwrap_or_else(|| list_of(kind))
    })
}
