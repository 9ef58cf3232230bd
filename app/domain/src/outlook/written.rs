//! Days that stand in entries as they are: the next check of a device, the next dose of a vaccine, the review of a project, the
//! next report, the end of a protection measure and of an agreement.

use crate::due::{Due, What, When};
use crate::entry::Entry;
use crate::view::HasEntry;

/// All of them, in the order of the rows. Of a month that is known alone: its first day.
pub(super) fn due<T: HasEntry>(rows: &[T]) -> Vec<Due<'_, T>> {
    let dated = rows.iter().filter_map(|row| {
        let (what, day) = match row.entry() {
            Entry::Device(device) if device.until.is_none() => (What::Check, device.next_check?),
            Entry::Vaccine(vaccine) => (What::NextDose, vaccine.next?.first_day()),
            Entry::Project(project) => (What::Review, project.review?),
            Entry::Objective(objective) => (What::Review, objective.review?),
            Entry::Report(report) => (What::Review, report.next?),
            Entry::Consent(consent) if consent.withdrawn.is_none() => (What::End, consent.until?),
            Entry::Identity(identity) => (What::End, identity.protection.as_ref()?.to?),
            _ => return None,
        };
        Some(Due {
            row,
            what,
            occurrence: None,
            when: When::Day(day),
        })
    });
    dated.collect()
}
