//! The person, the people around, habits, papers and notes, in the order of their pages.

use super::{HasEntry, newest_first, of_kind};
use crate::entry::{Contact, Entry, Identity, Kind};
use crate::lists::{ContactRole, HabitHeading};
use crate::term::{Term, terms};

/// The identity entry. Should there be two, the first one given.
pub fn identity<T: HasEntry>(rows: &[T]) -> Option<(&T, &Identity)> {
    rows.iter().find_map(|row| match row.entry() {
        Entry::Identity(identity) => Some((row, identity)),
        _ => None,
    })
}

/// All eighteen headings in order, each with its habits: red before orange before green, newest first.
pub fn habits<T: HasEntry>(rows: &[T]) -> Vec<(HabitHeading, Vec<&T>)> {
    let mut all = of_kind(rows, Kind::Habit);
    newest_first(&mut all);
    let under = |wanted: HabitHeading| {
        let here = all
            .iter()
            .copied()
            .filter(|row| matches!(row.entry(), Entry::Habit(h) if h.heading == Some(wanted)));
        let mut here: Vec<&T> = here.collect();
        here.sort_by_key(|row| match row.entry() {
            Entry::Habit(habit) => (habit.colour.is_none(), habit.colour),
            _ => (true, None),
        });
        here
    };
    HabitHeading::ALL
        .iter()
        .map(|heading| (*heading, under(*heading)))
        .collect()
}

/// Documents, newest first.
pub fn documents<T: HasEntry>(rows: &[T]) -> Vec<&T> {
    let mut found = of_kind(rows, Kind::Document);
    newest_first(&mut found);
    found
}

/// Notes, newest first.
pub fn notes<T: HasEntry>(rows: &[T]) -> Vec<&T> {
    let mut found = of_kind(rows, Kind::Note);
    newest_first(&mut found);
    found
}

/// Reports with headings, newest first.
pub fn reports<T: HasEntry>(rows: &[T]) -> Vec<&T> {
    let mut found = of_kind(rows, Kind::Report);
    newest_first(&mut found);
    found
}

terms! {
    /// How contacts are grouped on their page.
    ContactGroup {
        Family "family" "Famille et proches" "Family and friends";
        Care "care" "Soins et suivi" "Care and follow-up";
        School "school" "École" "School";
        Structures "structures" "Structures et services" "Structures and services";
        Former "former" "Avant" "Former";
    }
}

/// Contacts by group, in each those to call in an emergency first, then by name. Empty groups are left out.
pub fn contact_groups<T: HasEntry>(
    rows: &[T],
    today: chrono::NaiveDate,
) -> Vec<(ContactGroup, Vec<&T>)> {
    let group = |wanted: ContactGroup| {
        let here = |row: &&T| matches!(row.entry(), Entry::Contact(contact) if group_of(contact, today) == wanted);
        let mut here: Vec<&T> = rows.iter().filter(here).collect();
        here.sort_by_cached_key(|row| match row.entry() {
            Entry::Contact(contact) => {
                let rank = contact
                    .roles
                    .iter()
                    .map(|role| rank(*role))
                    .min()
                    .unwrap_or(u8::MAX);
                (
                    !contact.is(ContactRole::Emergency),
                    rank,
                    contact.shown_name().to_lowercase(),
                )
            }
            _ => (true, u8::MAX, String::new()),
        });
        (wanted, here)
    };
    let groups = ContactGroup::ALL.iter().map(|wanted| group(*wanted));
    groups.filter(|(_, here)| !here.is_empty()).collect()
}

fn group_of(contact: &Contact, today: chrono::NaiveDate) -> ContactGroup {
    use ContactRole::{
        Carer, Emergency, Family, FamilyDoctor, Friend, Hospital, LegalRepresentative, Parent,
        Professional, Referent, School, Sibling, Structure, TrustedPerson,
    };
    let any = |roles: &[ContactRole]| roles.iter().any(|role| contact.is(*role));
    if contact.until.is_some_and(|until| until.last_day() < today) {
        ContactGroup::Former
    } else if any(&[Parent, Sibling, Family, Friend, Carer, TrustedPerson]) {
        ContactGroup::Family
    } else if any(&[School]) {
        ContactGroup::School
    } else if any(&[FamilyDoctor, Professional, Referent]) {
        ContactGroup::Care
    } else if any(&[Structure, Hospital]) {
        ContactGroup::Structures
    } else if any(&[LegalRepresentative, Emergency]) || contact.profession.is_empty() {
        ContactGroup::Family
    } else {
        ContactGroup::Care
    }
}

fn rank(role: ContactRole) -> u8 {
    let place = ContactRole::ALL.iter().position(|known| *known == role);
    place
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(u8::MAX)
}
