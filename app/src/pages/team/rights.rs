//! What somebody is to be given: chosen on a form, proposed by their profession, read back from what they have.

use crate::browser;
use chrono::{Days, Months, NaiveDate};
use domain::entry::Allowed;
use domain::lists::Profile;
use domain::{Section, Term};
use leptos::prelude::*;
use std::collections::BTreeMap;
use store::{Access, MemberView, NewRight, Role, Seconds, SectionId, section_id};

/// The longest that a right may be given for at once, in years.
const YEARS: u32 = 3;

/// What may be done in a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Nothing,
    Read,
    Write,
}

impl Level {
    pub(super) const ALL: [Self; 3] = [Self::Nothing, Self::Read, Self::Write];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    pub(super) fn from_code(code: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|level| level.code() == code)
            .unwrap_or(Self::Nothing)
    }
}

/// What is being chosen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rights {
    /// Section by section; none for nothing.
    pub(super) levels: RwSignal<BTreeMap<Section, Level>>,
    /// The last day, as the browser writes it; empty for no end.
    pub(super) until: RwSignal<String>,
    /// Only what is written from now on.
    pub(super) later_only: RwSignal<bool>,
}

impl Rights {
    /// Nothing yet but whose carnet it is.
    pub(super) fn new() -> Self {
        Self {
            levels: RwSignal::new(BTreeMap::from([(Section::Team, Level::Read)])),
            until: RwSignal::new(String::new()),
            later_only: RwSignal::new(false),
        }
    }

    /// As a member has them.
    pub(super) fn of(member: &MemberView) -> Self {
        let rights = Self::new();
        rights.take(member);
        rights
    }

    /// Takes over what a member has, end date left aside if it has passed.
    pub(super) fn take(self, member: &MemberView) {
        let had = member.rights.iter().filter_map(|right| {
            let level = if right.write {
                Level::Write
            } else {
                Level::Read
            };
            Some((right.known()?, level))
        });
        let mut levels: BTreeMap<Section, Level> = had.collect();
        levels.entry(Section::Team).or_insert(Level::Read);
        self.levels.set(levels);
        let until = member.first_end().map(|Seconds(until)| {
            let (day, _) = browser::local_moment(until);
            day
        });
        let until = until.filter(|day| *day > browser::today());
        self.until
            .set(until.map(|day| day.to_string()).unwrap_or_default());
    }

    /// What a profile is usually given.
    pub(super) fn propose(self, profile: Profile) {
        let proposed = profile.proposed().into_iter().map(|proposed| {
            let level = if proposed.write {
                Level::Write
            } else {
                Level::Read
            };
            (proposed.section, level)
        });
        self.levels.set(proposed.collect());
        let end = profile.months().and_then(after);
        self.until
            .set(end.map(|day| day.to_string()).unwrap_or_default());
    }

    pub(super) fn level(self, section: Section) -> Level {
        self.levels
            .with(|levels| levels.get(&section).copied().unwrap_or(Level::Nothing))
    }

    /// Why it cannot be given like that.
    pub(super) fn wrong_end(self, role: Role) -> Option<WrongEnd> {
        let text = self.until.get_untracked();
        if role == Role::Guardian || role != Role::Professional && text.is_empty() {
            return None;
        }
        let Ok(day) = text.parse::<NaiveDate>() else {
            return Some(WrongEnd::Missing);
        };
        if day < browser::today() {
            Some(WrongEnd::Past)
        } else if latest().is_some_and(|latest| day > latest) {
            Some(WrongEnd::TooFar)
        } else {
            None
        }
    }

    /// The rights as they are given. A guardian is given everything, without an end.
    pub(super) fn given(self, role: Role) -> Vec<NewRight> {
        if role == Role::Guardian {
            let all = SectionId::STANDARD.iter();
            return all
                .map(|section| NewRight {
                    section: *section,
                    access: Access::Write,
                    until: None,
                })
                .collect();
        }
        let until = self.until.get_untracked().parse::<NaiveDate>().ok();
        let until = until.map(|day| Seconds(browser::end_of_day(day)));
        let levels = self.levels.get_untracked().into_iter();
        let given = levels.filter_map(|(section, level)| {
            let access = match level {
                Level::Nothing => return None,
                Level::Read => Access::Read,
                Level::Write => Access::Write,
            };
            Some(NewRight {
                section: section_id(section),
                access,
                until,
            })
        });
        given.collect()
    }

    /// The same, as an agreement says it.
    pub(super) fn allowed(self, role: Role) -> Vec<Allowed> {
        let all = Section::ALL.iter().copied();
        if role == Role::Guardian {
            return all.map(|section| Allowed::of(section, true)).collect();
        }
        let levels = self.levels.get_untracked();
        all.filter_map(|section| match levels.get(&section) {
            Some(Level::Read) => Some(Allowed::of(section, false)),
            Some(Level::Write) => Some(Allowed::of(section, true)),
            _ => None,
        })
        .collect()
    }
}

/// What is the matter with an end date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrongEnd {
    Missing,
    Past,
    TooFar,
}

/// The day that many months from today.
fn after(months: u32) -> Option<NaiveDate> {
    browser::today().checked_add_months(Months::new(months))
}

/// The last day that can be chosen: short of the limit, whatever the hour and the leap years.
pub(super) fn latest() -> Option<NaiveDate> {
    let far = after(12 * YEARS)?;
    far.checked_sub_days(Days::new(3))
}
