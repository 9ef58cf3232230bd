//! The rules as data: what is counted from which date, who says so, when that was last checked, and whether it holds.
//!
//! Only rules in force give dates. What was announced, taken from memory or concluded stands in the table so that it is
//! seen to be left out; see `data/rights`.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use super::anchor::Anchor;
use crate::due::What;
use crate::lists::{PieceKind, Right};
use crate::term::{Lang, Term};

/// Whether a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It holds: dates are computed with it.
    InForce,
    /// A government has said that it will hold. It never changes a date.
    Announced,
    /// General knowledge, not checked. It gives no date.
    Background,
    /// A conclusion drawn without a text. It gives no date.
    Inference,
    /// Looked for without result: the date on the paper is asked for.
    NotFound,
}

/// Days, months or years of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days.
    Days,
    /// Months: the same day of the month, or its last day where there is none.
    Months,
    /// Years.
    Years,
}

/// How a rule gets from its first date to its result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The date itself.
    At,
    /// So long before.
    Before,
    /// So long after.
    After,
    /// The last day of a time that begins that day.
    Through,
    /// The last day on which something is less old than this.
    ValidUntil,
    /// The day before.
    DayBefore,
    /// 1 January of the year of a day that comes after 31 March.
    FromJanuary,
    /// 31 March of the year of a day that comes later.
    ByMarch,
    /// The last filing day without a gap, where a right starts on the first of the month after filing.
    NoGapAfter,
    /// The same, where it starts on the first of the month of filing.
    NoGapOf,
    /// As long before as the person chose.
    OwnLead,
    /// That date, or this one if it comes first.
    AtLatest(NaiveDate),
    /// A birthday.
    Birthday,
    /// The end of a stage of school.
    SchoolStage,
}

impl<'de> Deserialize<'de> for How {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(match text.as_str() {
            "at" => Self::At,
            "before" => Self::Before,
            "after" => Self::After,
            "through" => Self::Through,
            "valid_until" => Self::ValidUntil,
            "day_before" => Self::DayBefore,
            "from_january" => Self::FromJanuary,
            "by_march" => Self::ByMarch,
            "no_gap_after" => Self::NoGapAfter,
            "no_gap_of" => Self::NoGapOf,
            "own_lead" => Self::OwnLead,
            "birthday" => Self::Birthday,
            "school_stage" => Self::SchoolStage,
            other => {
                let day = other.strip_prefix("at_latest:").map(str::parse);
                match day {
                    Some(Ok(day)) => Self::AtLatest(day),
                    _ => return Err(D::Error::custom("an unknown way of counting")),
                }
            }
        })
    }
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Rule {
    /// Its name, for ever.
    pub id: String,
    #[serde(rename = "rights", deserialize_with = "words")]
    rights: Vec<String>,
    /// What it gives.
    pub what: What,
    /// How it counts.
    pub how: How,
    /// From where.
    pub from: Anchor,
    /// How many.
    pub count: Option<u32>,
    /// Of what.
    pub unit: Option<Unit>,
    /// Whether it holds.
    pub status: Status,
    /// The day on which its source was last read.
    pub verified: Option<NaiveDate>,
    #[serde(rename = "source", deserialize_with = "words")]
    sources: Vec<String>,
    fr: String,
    en: String,
}

/// What is known of a right.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Known {
    /// Which right.
    pub right: Right,
    decider: String,
    appeal: String,
    /// The longest time for which it is given, in years.
    pub longest_years: Option<u32>,
    /// Whether its lengths hold.
    pub status: Status,
    /// The day on which its source was last read.
    pub verified: Option<NaiveDate>,
    #[serde(rename = "source", deserialize_with = "words")]
    sources: Vec<String>,
    fr: String,
    en: String,
}

/// What changes at an age.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AgeRule {
    /// Its name, for ever.
    pub id: String,
    /// Whole years.
    pub years: u32,
    /// Months beyond.
    pub months: u32,
    #[serde(deserialize_with = "words")]
    needs: Vec<String>,
    /// Whether it holds.
    pub status: Status,
    /// The day on which its source was last read.
    pub verified: Option<NaiveDate>,
    #[serde(rename = "source", deserialize_with = "words")]
    sources: Vec<String>,
    fr: String,
    en: String,
}

/// A paper that goes with requests.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Needed {
    /// Which paper.
    pub piece: PieceKind,
    #[serde(deserialize_with = "words")]
    rights: Vec<String>,
    /// The request is not complete without it.
    pub required: bool,
    /// The number of the form, as printed on it.
    pub form: String,
}

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// How the table names it.
    pub key: String,
    /// Who and what.
    pub title: String,
    /// Where.
    pub url: String,
}

fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    Ok(text.split_whitespace().map(str::to_owned).collect())
}

/// All lines of a table that can be read; a test sees that all can.
fn read<T: DeserializeOwned>(text: &str) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().filter_map(Result::ok).collect()
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident $of:ident $file:literal;)+) => {
        $($(#[$doc])*
        pub fn $name() -> &'static [$of] {
            static TABLE: OnceLock<Vec<$of>> = OnceLock::new();
            TABLE.get_or_init(|| read(include_str!(concat!("../../data/rights/", $file))))
        })+
    };
}
tables! {
    /// All rules, those that do not hold among them.
    rules Rule "rules.csv";
    /// What is known of each right.
    all_known Known "rights.csv";
    /// What changes at which age.
    age_rules AgeRule "ages.csv";
    /// The papers of requests.
    needed Needed "pieces.csv";
    /// Who says all this.
    sources Source "sources.csv";
}

/// What is known of a right.
pub fn known(right: Right) -> Option<&'static Known> {
    all_known().iter().find(|known| known.right == right)
}

/// Whether a right is meant by a name in the table: its own code, or that of a group.
fn meant(name: &str, right: Right) -> bool {
    let card = matches!(right, Right::Cmi | Right::PaperCard);
    let decided_by = |who: &str| known(right).is_some_and(|known| known.decider == who);
    match name {
        "any" => true,
        "mdph" => decided_by("mdph"),
        "mdph-cmi" => decided_by("mdph") && !card,
        "cdaph" => decided_by("mdph") && !card,
        "council_cmi" => card,
        code => code == right.code(),
    }
}

macro_rules! said {
    ($($name:ident)+) => {
        $(impl $name {
            /// Why, in words.
            pub fn why(&self, lang: Lang) -> &str {
                lang.pick(&self.fr, &self.en)
            }

            /// Who says so.
            pub fn sources(&self) -> Vec<&'static Source> {
                let named = |source: &&Source| self.sources.contains(&source.key);
                sources().iter().filter(named).collect()
            }
        })+
    };
}
said! { Rule Known AgeRule }

impl Rule {
    /// Whether it gives a date for this right. What does not hold gives none.
    pub fn holds_for(&self, right: Right) -> bool {
        self.status == Status::InForce && self.rights.iter().any(|name| meant(name, right))
    }

    /// Whether it is about this right, holding or not.
    pub fn is_about(&self, right: Right) -> bool {
        let named = |name: &String| name != "any" && meant(name, right);
        self.rights.iter().any(named)
    }
}

impl AgeRule {
    /// Whether it gives a date to somebody with these rights.
    pub fn holds_with(&self, rights: &[Right]) -> bool {
        let held = |name: &String| name == "any" || rights.iter().any(|right| meant(name, *right));
        self.status == Status::InForce && self.needs.iter().any(held)
    }
}

impl Needed {
    /// Whether it goes with a request for this right.
    pub fn goes_with(&self, right: Right) -> bool {
        self.rights.iter().any(|name| meant(name, right))
    }
}

/// To whom somebody who contests a decision turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appeal {
    /// To the MDPH, then to the social part of the tribunal judiciaire.
    MdphThenJudicial,
    /// To the MDPH, then to the tribunal administratif.
    MdphThenAdministrative,
    /// To the president of the council of the département.
    Council,
    /// To whoever the decision names.
    AsPrinted,
}

impl Known {
    /// To whom somebody who contests turns.
    pub fn appeal(&self) -> Appeal {
        match self.appeal.as_str() {
            "cdaph" => Appeal::MdphThenJudicial,
            "cdaph_admin" => Appeal::MdphThenAdministrative,
            "council" => Appeal::Council,
            _ => Appeal::AsPrinted,
        }
    }

    /// Whether the MDPH decides.
    pub fn by_mdph(&self) -> bool {
        self.decider == "mdph"
    }
}
