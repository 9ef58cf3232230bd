//! Series: all values of one thing, from single measurements and from bundles alike, in one unit and in order of time.

use super::ticks::day_number;
use crate::entry::{Entry, Measurement};
use crate::instruments::instruments;
use crate::lists::{Measure, Side, Unit};
use crate::reference::EntryRef;
use crate::term::{Lang, Term};
use crate::view::HasEntry;

/// What a series is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SeriesKey {
    /// The measure.
    pub what: Measure,
    /// The family's own measure, if it is one.
    pub own: Option<EntryRef>,
    /// The joint, the muscle, or the name of a measure of one's own.
    pub name: String,
    /// The side; left and right are two series.
    pub side: Option<Side>,
}

/// All values of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is of.
    pub key: SeriesKey,
    /// The unit of all values; none for grades.
    pub unit: Option<Unit>,
    /// The unit in the family's words, if the list has none.
    pub unit_text: String,
    /// The grades, for scales that are no numbers: a value is then the place of its grade.
    pub grades: &'static [&'static str],
    /// The values, in order of time.
    pub points: Vec<Point>,
}

/// A value of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// When: see [`day_number`].
    pub at: f64,
    /// How much, in the unit of the series, or the place of the grade.
    pub value: f64,
    /// Which of the rows holds it.
    pub row: usize,
    /// Which of its values, if the row is a bundle.
    pub item: usize,
}

impl Point {
    /// The measurement behind it, among the rows that the series was made from.
    pub fn measurement<T: HasEntry>(&self, rows: &[T]) -> Option<Measurement> {
        match rows.get(self.row)?.entry() {
            Entry::Measurement(measurement) => Some(measurement.clone()),
            Entry::Readings(readings) => {
                Some(readings.measurement(readings.points.get(self.item)?))
            }
            _ => None,
        }
    }
}

impl SeriesKey {
    /// What it is called: "Ashworth modifiée, triceps sural, droite".
    pub fn label(&self, lang: Lang) -> String {
        let mut label = match self.what {
            Measure::Custom => self.name.clone(),
            what if self.name.is_empty() => what.label(lang).to_owned(),
            what => format!("{}, {}", what.label(lang), self.name),
        };
        if let Some(side) = self.side {
            label.push_str(", ");
            label.push_str(&side.label(lang).to_lowercase());
        }
        label
    }

    /// The same thing on the other side, to be drawn beside it.
    pub fn other_side(&self) -> Option<Self> {
        let side = match self.side? {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
            Side::Both => return None,
        };
        Some(Self {
            side: Some(side),
            ..self.clone()
        })
    }
}

impl Series {
    /// The unit as it is written after a number.
    pub fn unit_label(&self, lang: Lang) -> &str {
        match self.unit {
            _ if !self.unit_text.is_empty() => &self.unit_text,
            Some(_) if !self.grades.is_empty() => "",
            Some(unit) => unit.label(lang),
            None => "",
        }
    }

    /// A value of this series as people write it: "31,4 kg", "1+".
    pub fn in_words(&self, value: f64, lang: Lang) -> String {
        if !self.grades.is_empty() {
            let nearest = |place: &usize| {
                #[allow(clippy::cast_precision_loss, reason = "a handful of grades")]
                let place = *place as f64;
                (place - value).abs() <= 0.5
            };
            let place = (0..self.grades.len()).find(nearest).unwrap_or(0);
            return self.grades[place].to_owned();
        }
        value_in_words(value, self.unit_label(lang), lang)
    }

    /// The lowest and the highest value; none if it is empty.
    pub fn bounds(&self) -> Option<(f64, f64)> {
        let values = self.points.iter().map(|point| point.value);
        values.fold(None, |bounds, value| match bounds {
            None => Some((value, value)),
            Some((low, high)) => Some((low.min(value), high.max(value))),
        })
    }
}

/// A number with its unit as people write it, to a thousandth at most: "31,4 kg", "12°".
pub fn value_in_words(value: f64, unit: &str, lang: Lang) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let text = match lang {
        Lang::Fr => text.replace('.', ","),
        Lang::En => text.to_owned(),
    };
    match unit {
        "" => text,
        "°" => format!("{text}°"),
        unit => format!("{text}\u{a0}{unit}"),
    }
}

/// Every series that the rows hold, in the order of the instruments, those of the family's own last. Rows keep their
/// place, so that a point leads back to its entry.
pub fn all_series<T: HasEntry>(rows: &[T]) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for (row, entry) in rows.iter().enumerate() {
        match entry.entry() {
            Entry::Measurement(measurement) => {
                add(&mut all, &mut places, None, measurement, (row, 0));
            }
            Entry::Readings(readings) => {
                for (item, point) in readings.points.iter().enumerate() {
                    let measurement = readings.measurement(point);
                    let own = readings.own.as_ref();
                    add(&mut all, &mut places, own, &measurement, (row, item));
                }
            }
            _ => {}
        }
    }
    let rank = |series: &Series| {
        let known = instruments()
            .iter()
            .position(|instrument| instrument.measure == series.key.what);
        known.unwrap_or(usize::MAX)
    };
    all.sort_by_cached_key(|series| {
        let key = &series.key;
        (
            rank(series),
            key.name.to_lowercase(),
            key.own.clone(),
            key.side,
        )
    });
    for series in &mut all {
        series.points.sort_by(|a, b| a.at.total_cmp(&b.at));
    }
    all
}

/// Custom measures in different units are different things; all others are converted.
type Place = (SeriesKey, Option<Unit>, String);

fn add(
    all: &mut Vec<Series>,
    places: &mut std::collections::HashMap<Place, usize>,
    own: Option<&EntryRef>,
    measurement: &Measurement,
    (row, item): (usize, usize),
) {
    let (Some(what), Some(date)) = (measurement.what, measurement.date) else {
        return;
    };
    let custom = what == Measure::Custom;
    let unit = if custom {
        measurement.unit
    } else {
        what.units().first().copied()
    };
    let Some(value) = value_of(what, measurement, unit) else {
        return;
    };
    let key = SeriesKey {
        what,
        own: own.cloned().filter(|_| custom),
        name: measurement.name.trim().to_owned(),
        side: measurement.side,
    };
    let unit_text = if custom {
        measurement.unit_text.trim().to_owned()
    } else {
        String::new()
    };
    let place = *places
        .entry((key.clone(), unit, unit_text.clone()))
        .or_insert_with(|| {
            all.push(Series {
                key,
                unit,
                unit_text,
                grades: what.grades(),
                points: Vec::new(),
            });
            all.len() - 1
        });
    all[place].points.push(Point {
        at: day_number(date, &measurement.time),
        value,
        row,
        item,
    });
}

/// The number in this unit, or the place of the grade.
fn value_of(what: Measure, measurement: &Measurement, unit: Option<Unit>) -> Option<f64> {
    let grades = what.grades();
    if !grades.is_empty() {
        let place = grades
            .iter()
            .position(|grade| *grade == measurement.grade)?;
        return u8::try_from(place).ok().map(f64::from);
    }
    let value = measurement.value?.to_f64();
    match (measurement.unit, unit) {
        (Some(from), Some(to)) if from != to => Some(value * from.times(to)?),
        _ => Some(value),
    }
}
