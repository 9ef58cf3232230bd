//! Why a day is what it is: which rule, counted from what, who says so.

use chrono::{Datelike, NaiveDate};

use super::anchor::Anchor;
use super::table::{AgeRule, How, Rule, Source, Unit};
use crate::term::{Lang, Term};
use crate::words::day_in_words;

/// Why a day is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A rule counted it from a date.
    Counted(Counted),
    /// An age is reached.
    Age {
        /// What changes then.
        rule: &'static AgeRule,
        /// The day of birth.
        birth: NaiveDate,
        /// The day.
        day: NaiveDate,
    },
}

/// A day that a rule counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The rule.
    pub rule: &'static Rule,
    /// From which date.
    pub from: Anchor,
    /// That date.
    pub start: NaiveDate,
    /// How many, where the rule counts.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
    /// The day.
    pub day: NaiveDate,
}

impl Reason {
    /// The rule's name.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Counted(counted) => &counted.rule.id,
            Self::Age { rule, .. } => &rule.id,
        }
    }

    /// Why, in a sentence or two.
    pub fn why(&self, lang: Lang) -> &'static str {
        match self {
            Self::Counted(counted) => counted.rule.why(lang),
            Self::Age { rule, .. } => rule.why(lang),
        }
    }

    /// How it was counted, in words: "fin du droit (31 août 2027) moins 6 mois : 28 février 2027".
    pub fn counting(&self, lang: Lang) -> String {
        match self {
            Self::Counted(counted) => counted.in_words(lang),
            Self::Age { rule, birth, day } => {
                let years = amount(rule.years, Unit::Years, lang);
                let months = (rule.months > 0).then(|| amount(rule.months, Unit::Months, lang));
                let and = lang.pick(" et ", " and ");
                let age = months.map_or(years.clone(), |months| format!("{years}{and}{months}"));
                let plus = lang.pick("plus", "plus");
                line(Anchor::Birth, *birth, &format!(" {plus} {age}"), *day, lang)
            }
        }
    }

    /// Who says so. Empty for what is printed or chosen.
    pub fn sources(&self) -> Vec<&'static Source> {
        match self {
            Self::Counted(counted) => counted.rule.sources(),
            Self::Age { rule, .. } => rule.sources(),
        }
    }

    /// The day on which the source was last read.
    pub fn verified(&self) -> Option<NaiveDate> {
        match self {
            Self::Counted(counted) => counted.rule.verified,
            Self::Age { rule, .. } => rule.verified,
        }
    }

    /// Whether the day stands on paper or was chosen, so that nothing was counted.
    pub fn is_given(&self) -> bool {
        matches!(self, Self::Counted(counted) if counted.rule.how == How::At)
    }
}

impl Counted {
    fn in_words(&self, lang: Lang) -> String {
        let amount = amount(self.count, self.unit, lang);
        let way = match self.rule.how {
            How::At | How::AtLatest(_) if self.day == self.start => String::new(),
            How::At | How::AtLatest(_) => lang.pick(", au plus tard", ", at the latest").to_owned(),
            How::Before | How::OwnLead => format!("{}{amount}", lang.pick(" moins ", " minus ")),
            How::After | How::Birthday => format!("{}{amount}", lang.pick(" plus ", " plus ")),
            How::Through => format!("{}{amount}", lang.pick(", pendant ", ", for ")),
            How::ValidUntil => format!("{}{amount}", lang.pick(", moins de ", ", less than ")),
            How::DayBefore => lang.pick(", la veille", ", the day before").to_owned(),
            How::FromJanuary => lang.pick(", le 1er janvier de cette année-là", ", 1 January of that year").to_owned(),
            How::ByMarch => lang.pick(", le 31 mars de cette année-là", ", 31 March of that year").to_owned(),
            How::NoGapAfter => lang
                .pick(
                    ", dernier dépôt qui fait reprendre le droit le 1er du mois, sans trou",
                    ", last filing that makes the right start again on the 1st of the month, without a gap",
                )
                .to_owned(),
            How::NoGapOf => lang.pick(", déposé au plus tard ce jour", ", filed that day at the latest").to_owned(),
            How::SchoolStage => String::new(),
        };
        let short = self.unit != Unit::Days
            && matches!(self.rule.how, How::Before | How::After | How::OwnLead)
            && self.day.day() < self.start.day();
        let short = if short {
            lang.pick(
                " (dernier jour du mois : ce mois est plus court)",
                " (last day of the month: that month is shorter)",
            )
        } else {
            ""
        };
        line(self.from, self.start, &way, self.day, lang) + short
    }
}

fn line(from: Anchor, start: NaiveDate, way: &str, day: NaiveDate, lang: Lang) -> String {
    format!(
        "{} ({}){way}{} {}",
        from.label(lang),
        day_in_words(start, lang),
        lang.pick(" :", ":"),
        day_in_words(day, lang)
    )
}

pub(super) fn amount(count: u32, unit: Unit, lang: Lang) -> String {
    let one = count == 1;
    let word = match (unit, one) {
        (Unit::Days, true) => lang.pick("jour", "day"),
        (Unit::Days, false) => lang.pick("jours", "days"),
        (Unit::Months, true) => lang.pick("mois", "month"),
        (Unit::Months, false) => lang.pick("mois", "months"),
        (Unit::Years, true) => lang.pick("an", "year"),
        (Unit::Years, false) => lang.pick("ans", "years"),
    };
    format!("{count}\u{a0}{word}")
}
