//! The facts of a curve in words, for those who listen to it, and for the table beside it. Facts only.

use chrono::NaiveDate;

use super::series::{Point, Series};
use super::ticks::day_of;
use super::window::Window;
use crate::term::Lang;
use crate::words::day_in_words;

/// A value with its day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fact {
    /// The day.
    pub day: NaiveDate,
    /// The value, in the unit of the series.
    pub value: f64,
}

/// What can be said of a series without judging it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Facts {
    /// How many values.
    pub count: usize,
    /// The earliest.
    pub first: Fact,
    /// The latest.
    pub last: Fact,
    /// The lowest; the earliest of several.
    pub lowest: Fact,
    /// The highest; the earliest of several.
    pub highest: Fact,
}

/// The facts of a series within a window, or of all of it. None if there is no value.
pub fn facts(series: &Series, window: Option<Window>) -> Option<Facts> {
    let within =
        |point: &&Point| window.is_none_or(|window| (window.from..=window.to).contains(&point.at));
    let mut found: Option<Facts> = None;
    for point in series.points.iter().filter(within) {
        let fact = Fact {
            day: day_of(point.at)?,
            value: point.value,
        };
        let facts = found.get_or_insert(Facts {
            count: 0,
            first: fact,
            last: fact,
            lowest: fact,
            highest: fact,
        });
        facts.count += 1;
        facts.last = fact;
        if fact.value < facts.lowest.value {
            facts.lowest = fact;
        }
        if fact.value > facts.highest.value {
            facts.highest = fact;
        }
    }
    found
}

impl Facts {
    /// "5 valeurs. Première : 80 m, le 4 mai 2023. Dernière : …"
    pub fn in_words(&self, series: &Series, lang: Lang) -> String {
        let say = |fact: Fact| {
            let value = series.in_words(fact.value, lang);
            match lang {
                Lang::Fr => format!("{value}, le {}", day_in_words(fact.day, lang)),
                Lang::En => format!("{value}, on {}", day_in_words(fact.day, lang)),
            }
        };
        if self.count == 1 {
            let one = lang.pick("Une valeur\u{a0}:", "One value:");
            return format!("{one} {}.", say(self.last));
        }
        match lang {
            Lang::Fr => format!(
                "{} valeurs. Première\u{a0}: {}. Dernière\u{a0}: {}. La plus basse\u{a0}: {}. La plus haute\u{a0}: {}.",
                self.count,
                say(self.first),
                say(self.last),
                say(self.lowest),
                say(self.highest)
            ),
            Lang::En => format!(
                "{} values. First: {}. Last: {}. Lowest: {}. Highest: {}.",
                self.count,
                say(self.first),
                say(self.last),
                say(self.lowest),
                say(self.highest)
            ),
        }
    }
}
