//! A child's growth beside the reference of the World Health Organization: bands, places in them, reasons for none.

use super::thing::Followed;
use crate::curves::plot::{Edge, Point, point};
use crate::curves::say::decimal;
use crate::words::Words;
use chrono::NaiveDate;
use domain::chart::day_number;
use domain::entry::Identity;
use domain::growth::{
    CORRECTED_UNTIL, Gestation, Indicator, Level, NoScore, PERCENTILES, Score, Tables, Z_SCORES,
};
use domain::lists::{Position, Sex};
use std::sync::Arc;

/// How the reference is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bands {
    /// By percentiles.
    Percentiles,
    /// By standard deviations.
    Deviations,
    /// Not at all.
    None,
}

/// The last day for which the reference has anything: nineteen years.
const LAST_DAY: u16 = 6_940;
/// A point of a band each so many days. The lines are smooth; the eye sees no more.
const STEP: u16 = 14;
/// Weight alone says little past this age, in days: ten years.
const TEN_YEARS: f64 = 3652.5;

/// One child and the tables.
#[derive(Clone)]
pub(crate) struct Growth {
    /// The tables.
    pub(crate) tables: Arc<Tables>,
    birth: NaiveDate,
    sex: Sex,
    gestation: Option<Gestation>,
}

impl Growth {
    /// None while birth date or sex is not known.
    pub(crate) fn new(tables: Arc<Tables>, identity: &Identity) -> Option<Self> {
        Some(Self {
            tables,
            birth: identity.birth_date?,
            sex: identity.sex?,
            gestation: identity.gestation(),
        })
    }

    /// How many days early the child was born, if early enough to matter.
    pub(crate) fn days_early(&self) -> Option<u16> {
        self.gestation.and_then(Gestation::days_early)
    }

    /// The lines of the reference, the lowest first.
    pub(crate) fn edges(&self, indicator: Indicator, bands: Bands, t: Words) -> Vec<Edge> {
        let edge = |(level, name): (Level, String)| {
            let ages = (0, LAST_DAY);
            let parts = self.tables.curve(indicator, self.sex, level, ages, STEP);
            let points = parts.iter().flat_map(|part| &part.points);
            let points = points.filter_map(|(age, value)| Some(point(self.day_of(*age)?, *value)));
            Edge {
                name,
                points: points.collect::<Vec<Point>>(),
            }
        };
        let edges: Vec<Edge> = levels(bands, t).into_iter().map(edge).collect();
        if edges.iter().any(|edge| edge.points.is_empty()) {
            return Vec::new();
        }
        edges
    }

    /// The lines of weight by length (lying) or height (standing), the lowest first.
    pub(crate) fn edges_by_stature(&self, position: Position, bands: Bands, t: Words) -> Vec<Edge> {
        let edge = |(level, name): (Level, String)| {
            let part = self.tables.curve_by_stature(position, self.sex, level)?;
            let points = part.points.iter().map(|(at, value)| point(*at, *value));
            Some(Edge {
                name,
                points: points.collect(),
            })
        };
        levels(bands, t).into_iter().filter_map(edge).collect()
    }

    /// The day on which an age of the reference is compared: later by what the child was born early, until two years.
    fn day_of(&self, age: f64) -> Option<f64> {
        let birth = day_number(self.birth, "");
        let until = f64::from(CORRECTED_UNTIL);
        match self.days_early().map(f64::from) {
            Some(early) if age + early < until => Some(birth + age + early),
            Some(_) if age < until => None,
            _ => Some(birth + age),
        }
    }

    /// Whether a weight was measured past the age at which the reference ends.
    pub(crate) fn past_ten(&self, thing: &Followed) -> bool {
        let past = day_number(self.birth, "") + TEN_YEARS;
        let points = thing
            .series
            .iter()
            .filter_map(|series| series.points.last());
        thing.indicator == Some(Indicator::WeightForAge)
            && points.map(|point| point.at).any(|at| at > past)
    }
}

/// Which lines are drawn, the lowest first, with their names.
fn levels(bands: Bands, t: Words) -> Vec<(Level, String)> {
    match bands {
        Bands::Percentiles => PERCENTILES
            .iter()
            .map(|percentile| (Level::Percentile(*percentile), t.curves_nth(percentile)))
            .collect(),
        Bands::Deviations => Z_SCORES
            .iter()
            .map(|z| (Level::Z(*z), signed(*z, 0, t)))
            .collect(),
        Bands::None => Vec::new(),
    }
}

/// "z −0,42 · 34e centile".
pub(crate) fn place(score: &Score, t: Words) -> String {
    t.curves_place(percentile(score, t), signed(score.z, 2, t))
}

/// "34e centile"; the ends are said as such.
fn percentile(score: &Score, t: Words) -> String {
    let percentile = score.percentile();
    if percentile < 0.1 {
        t.curves_below_all().to_owned()
    } else if percentile > 99.9 {
        t.curves_above_all().to_owned()
    } else if (1.0..=99.0).contains(&percentile) {
        t.curves_nth_percentile(decimal(percentile, 0, t))
    } else {
        t.curves_nth_percentile(decimal(percentile, 1, t))
    }
}

/// A number with its sign: "+1", "−0,42", "0".
pub(crate) fn signed(value: f64, decimals: usize, t: Words) -> String {
    let text = decimal(value, decimals, t);
    let nothing = text.chars().all(|letter| matches!(letter, '0' | ',' | '.'));
    if nothing || text.starts_with('−') {
        text
    } else {
        format!("+{text}")
    }
}

/// Why a value has no place in the reference.
pub(crate) fn reason(why: NoScore, t: Words) -> String {
    match why {
        NoScore::SexUnknown => t.curves_why_sex().to_owned(),
        NoScore::BeforeBirth => t.curves_why_birth().to_owned(),
        NoScore::BeforeTerm => t.curves_why_term().to_owned(),
        NoScore::TooOld { years } => t.curves_why_old(years),
        NoScore::WrongPosition => t.curves_why_position().to_owned(),
        NoScore::OutsideTable { low, high } => t.curves_why_outside(high, low),
        NoScore::Oedema => t.curves_why_oedema().to_owned(),
        NoScore::Implausible => t.curves_why_implausible().to_owned(),
    }
}
