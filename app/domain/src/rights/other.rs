//! The moments of other things that end, of a protection measure, and of ages.

use chrono::{Months, NaiveDate};

use super::anchor::Anchor;
use super::moments::{Moment, Moments, rule};
use super::reason::Reason;
use super::table::{Unit, age_rules};
use crate::due::What;
use crate::entry::{Expiry, Protection};
use crate::lists::{Lead, ProtectionKind, Right};

pub(super) fn expiry(expiry: &Expiry) -> Vec<Moment> {
    let mut moments = Moments::default();
    let Some(end) = expiry.end.filter(|_| !expiry.over) else {
        return Vec::new();
    };
    if let Some(rule) = rule("printed-end") {
        moments.count(rule, Anchor::End, end);
    }
    if let Some((lead, rule)) = expiry.lead.zip(rule("own-lead")) {
        let (count, unit) = match lead {
            Lead::TwoWeeks => (14, Unit::Days),
            Lead::OneMonth => (1, Unit::Months),
            Lead::TwoMonths => (2, Unit::Months),
            Lead::ThreeMonths => (3, Unit::Months),
            Lead::SixMonths => (6, Unit::Months),
            Lead::OneYear => (1, Unit::Years),
        };
        moments.count_as(rule, (Anchor::End, end), count, unit);
    }
    moments.done()
}

/// When the renewal of a measure goes to the judge. Its end itself stands in the identity.
pub(super) fn protection(protection: &Protection) -> Vec<Moment> {
    let mut moments = Moments::default();
    let right = match protection.measure {
        Some(
            ProtectionKind::Curatorship
            | ProtectionKind::ReinforcedCuratorship
            | ProtectionKind::Tutorship,
        ) => Right::Guardianship,
        Some(ProtectionKind::FamilyHabilitation) => Right::FamilyHabilitation,
        _ => return Vec::new(),
    };
    if let Some(end) = protection.to {
        moments.count_all(right, Anchor::End, end, |rule| rule.what == What::File);
    }
    moments.done()
}

/// What changes at which age, for somebody with these rights.
pub(super) fn ages(birth: NaiveDate, rights: &[Right]) -> Vec<(NaiveDate, Reason)> {
    let holding = age_rules().iter().filter(|rule| rule.holds_with(rights));
    let reached = holding.filter_map(|rule| {
        let day = birth.checked_add_months(Months::new(rule.years * 12 + rule.months))?;
        Some((day, Reason::Age { rule, birth, day }))
    });
    reached.collect()
}
