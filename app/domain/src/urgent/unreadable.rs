//! What this version cannot read stands on the sheet as such: never left out without a word.

use super::{Item, PartKind};
use crate::entry::{Allergy, Entry, Kind, Problem, Treatment, Unknown};
use crate::reference::EntryRef;
use crate::term::Term;
use crate::view::HasEntry;

/// Where an entry that this version cannot read would stand.
pub(super) fn part_of_unknown(unknown: &Unknown) -> Option<PartKind> {
    match Kind::from_code(&unknown.kind)? {
        Kind::Allergy => Some(PartKind::Allergies),
        Kind::Danger => Some(PartKind::Dangers),
        Kind::Problem => Some(PartKind::Problems),
        Kind::Crisis => Some(PartKind::Crises),
        Kind::Treatment => Some(PartKind::Treatments),
        Kind::Device => Some(PartKind::Devices),
        _ => None,
    }
}

/// An item for each entry of this part that cannot be read.
pub(super) fn unreadable<E: HasEntry>(rows: &[(EntryRef, E)], part: PartKind) -> Vec<Item> {
    let unknown = rows.iter().filter(|row| {
        matches!(row.entry(), Entry::Unknown(unknown) if part_of_unknown(unknown) == Some(part))
    });
    unknown
        .map(|row| {
            let title = "Une information que cette version du carnet ne sait pas lire".to_owned();
            let line = "Demandez-la à la famille.".to_owned();
            Item {
                source: stand_in(part, &title).map(Box::new),
                ..Item::of_texts(part, Some(row.0.clone()), title, vec![line])
            }
        })
        .collect()
}

/// What stands for an unreadable entry where the standard wants a coded one.
fn stand_in(part: PartKind, title: &str) -> Option<Entry> {
    let name = title.to_owned();
    match part {
        PartKind::Allergies => Some(Entry::Allergy(Allergy {
            agent: name,
            ..Allergy::default()
        })),
        PartKind::Problems => Some(Entry::Problem(Problem {
            name,
            ..Problem::default()
        })),
        PartKind::Treatments => Some(Entry::Treatment(Treatment {
            name,
            ..Treatment::default()
        })),
        _ => None,
    }
}
