//! What is followed in a carnet: one item for each thing measured, its sides together.

use crate::lists::rows::Row;
use crate::words::Words;
use domain::chart::{
    Bucket, EventKey, Point, Series, SeriesKey, all_series, day_number, event_counts, event_kinds,
    growth_points,
};
use domain::entry::{Identity, Measurement, Objective};
use domain::growth::{Indicator, NoScore, Score, Tables};
use domain::lists::{EventKind, Measure, Unit};
use domain::{Entry, Term};
use std::collections::HashMap;

/// Growth comes first, then the domain's own order.
const FIRST: [Measure; 3] = [Measure::Weight, Measure::Height, Measure::HeadCircumference];

/// One thing that is followed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Followed {
    /// Names it among the others.
    pub(crate) code: String,
    /// What it is called, without a side.
    pub(crate) title: String,
    /// In what it is drawn.
    pub(crate) unit: String,
    /// What of the reference of growth belongs to it.
    pub(crate) indicator: Option<Indicator>,
    /// It is worked out of other measures: none of its values can be noted.
    pub(crate) worked_out: bool,
    /// Its values, by side.
    pub(crate) series: Vec<Series>,
}

impl Followed {
    /// How many values there are.
    pub(crate) fn count(&self) -> usize {
        self.series.iter().map(|series| series.points.len()).sum()
    }

    /// Whether several sides are there.
    pub(crate) fn sided(&self) -> bool {
        self.series.len() > 1
    }

    /// Its title with the side of one of its series.
    pub(crate) fn title_of(&self, series: &Series, t: Words) -> String {
        match side(series, t) {
            "" => self.title.clone(),
            side => t.curves_of_side(side.to_lowercase(), &self.title),
        }
    }
}

/// Which side, in a word; empty where there is none.
pub(crate) fn side(series: &Series, t: Words) -> &'static str {
    let side = series.key.side;
    side.map_or("", |side| domain::Term::label(side, t.terms()))
}

/// Everything that is followed, growth first.
pub(crate) fn followed(rows: &[Row], t: Words) -> Vec<Followed> {
    let mut found: Vec<Followed> = Vec::new();
    for series in all_series(rows) {
        let code = code(&series);
        match found.iter_mut().find(|thing| thing.code == code) {
            Some(thing) => thing.series.push(series),
            None => found.push(thing(code, series, t)),
        }
    }
    found.extend(event_kinds(rows).iter().map(|key| counted(rows, key, t)));
    let goals = rows.iter().filter_map(|row| match &row.entry {
        Entry::Objective(objective) => goal(&row.id.to_string(), objective, t),
        _ => None,
    });
    found.extend(goals);
    let has = |what: Measure| found.iter().any(|thing| first_is(thing, what));
    if has(Measure::Weight) && has(Measure::Height) {
        found.push(Followed {
            code: "bmi".to_owned(),
            title: t.curves_bmi().to_owned(),
            unit: "kg/m²".to_owned(),
            indicator: Some(Indicator::BmiForAge),
            worked_out: true,
            series: Vec::new(),
        });
    }
    let rank = |thing: &Followed| match FIRST.iter().position(|what| first_is(thing, *what)) {
        Some(place) => place,
        // After weight and height, before all else.
        None if thing.indicator.is_some() => FIRST.len(),
        None => FIRST.len() + 1,
    };
    found.sort_by_key(rank);
    found
}

fn first_is(thing: &Followed, what: Measure) -> bool {
    thing
        .series
        .first()
        .is_some_and(|series| series.key.what == what)
}

/// The levels of a goal, from the lowest.
const LEVELS: [&str; 5] = ["−2", "−1", "0", "+1", "+2"];
/// A value that no entry holds alone: a count, a level.
const NOWHERE: usize = usize::MAX;

/// Events, counted by month.
fn counted(rows: &[Row], key: &EventKey, t: Words) -> Followed {
    let (kind, own, name) = key;
    let own = own.as_ref().map_or("", |own| own.as_str());
    let points = event_counts(rows, key, Bucket::Month).into_iter();
    let points = points.map(|count| Point {
        at: day_number(count.from, ""),
        value: f64::from(count.count),
        row: NOWHERE,
        item: 0,
    });
    let title = match kind {
        EventKind::Own if !name.is_empty() => name.clone(),
        kind => kind.label(t.terms()).to_owned(),
    };
    Followed {
        code: format!("event/{}/{own}/{name}", kind.code()),
        title: t.curves_events(title),
        unit: t.curves_by_month().to_owned(),
        indicator: None,
        worked_out: true,
        series: vec![bare(t.curves_by_month(), &[], points.collect())],
    }
}

/// A goal, with its level each time somebody looked.
fn goal(id: &str, objective: &Objective, t: Words) -> Option<Followed> {
    let start = objective.start_level.zip(objective.date);
    let reviews = objective.reviews.iter();
    let reviews = reviews.filter_map(|review| review.level.zip(review.date));
    let point = |(level, day): (i8, chrono::NaiveDate)| Point {
        at: day_number(day, ""),
        value: f64::from(level + 2),
        row: NOWHERE,
        item: 0,
    };
    let mut points: Vec<Point> = start.into_iter().chain(reviews).map(point).collect();
    points.retain(|point| (0.0..=4.0).contains(&point.value));
    points.sort_by(|one, other| one.at.total_cmp(&other.at));
    (!points.is_empty()).then(|| Followed {
        code: format!("goal/{id}"),
        title: t.curves_goal(&objective.title),
        unit: String::new(),
        indicator: None,
        worked_out: true,
        series: vec![bare("", &LEVELS, points)],
    })
}

/// A series that comes from no measurement.
fn bare(unit: &str, grades: &'static [&'static str], points: Vec<Point>) -> Series {
    Series {
        key: SeriesKey {
            what: Measure::Custom,
            own: None,
            name: String::new(),
            side: None,
        },
        unit: None::<Unit>,
        unit_text: unit.to_owned(),
        grades,
        points,
    }
}

/// What tells one thing from another, whatever the side.
fn code(series: &Series) -> String {
    let SeriesKey {
        what, own, name, ..
    } = &series.key;
    let own = own.as_ref().map_or("", |own| own.as_str());
    let code = domain::Term::code(*what);
    format!(
        "{code}/{own}/{}/{}",
        domain::view::fold(name),
        series.unit_text
    )
}

fn thing(code: String, series: Series, t: Words) -> Followed {
    let key = SeriesKey {
        side: None,
        ..series.key.clone()
    };
    Followed {
        code,
        title: key.label(t.terms()),
        unit: series.unit_label(t.terms()).to_owned(),
        indicator: match key.what {
            Measure::Weight => Some(Indicator::WeightForAge),
            Measure::Height => Some(Indicator::StatureForAge),
            Measure::HeadCircumference => Some(Indicator::HeadForAge),
            _ => None,
        },
        worked_out: false,
        series: vec![series],
    }
}

/// The body mass index as a series, where the tables are there to work it out as the reference wants it.
pub(crate) fn body_mass(rows: &[Row], tables: &Tables, identity: &Identity) -> Option<Series> {
    let points = growth_points(rows, tables, identity, Indicator::BmiForAge)?;
    let points: Vec<Point> = points
        .into_iter()
        .map(|point| Point {
            at: point.at,
            // Drawn and said to a tenth: the scales are no finer.
            value: (point.value * 10.0).round() / 10.0,
            row: point.row,
            item: point.item,
        })
        .collect();
    (!points.is_empty()).then(|| bare("kg/m²", &[], points))
}

/// Where each value stands in the reference, by the entry and the place in it that hold it.
pub(crate) type Places = HashMap<(usize, usize), Result<Score, NoScore>>;

/// The places of all values of an indicator.
pub(crate) fn places(
    rows: &[Row],
    tables: &Tables,
    identity: &Identity,
    indicator: Indicator,
) -> Places {
    let points = growth_points(rows, tables, identity, indicator).unwrap_or_default();
    let place = |point: domain::chart::GrowthPoint| ((point.row, point.item), point.score);
    points.into_iter().map(place).collect()
}

/// The entry behind a value of a series. What is worked out has the weight's.
pub(crate) fn noted(rows: &[Row], point: &Point) -> Measurement {
    point.measurement(rows).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site_map::Lang;
    use domain::lists::Side;

    const T: Words = Words(Lang::Fr);

    fn row(measurement: Measurement) -> Row {
        Row {
            id: store::EntryId::from_slice(&[0; 16]).unwrap(),
            entry: Entry::Measurement(measurement),
            editable: true,
            conflict: false,
            unsent: false,
            by: String::new(),
            author: store::MemberId::from_bytes([1; 16]),
            at: 0,
        }
    }

    fn measured(what: Measure, value: &str, unit: Unit) -> Measurement {
        Measurement {
            what: Some(what),
            value: value.parse().ok(),
            unit: Some(unit),
            date: "2020-01-01".parse().ok(),
            ..Measurement::default()
        }
    }

    #[test]
    fn left_and_right_are_one_thing_and_two_series() {
        let side = |side, value| {
            row(Measurement {
                side: Some(side),
                ..measured(Measure::HipMigration, value, Unit::Percent)
            })
        };
        let found = followed(&[side(Side::Right, "18"), side(Side::Left, "12")], T);
        assert_eq!((found.len(), found[0].series.len()), (1, 2));
        assert_eq!(found[0].title, "Excentration de hanche");
        let titles: Vec<String> = found[0]
            .series
            .iter()
            .map(|series| found[0].title_of(series, T))
            .collect();
        assert_eq!(titles[0], "Excentration de hanche, gauche");
    }

    #[test]
    fn growth_comes_first_and_body_mass_with_it() {
        let rows = [
            row(measured(Measure::Pain, "3", Unit::Point)),
            row(measured(Measure::Height, "100", Unit::Centimetre)),
            row(measured(Measure::Weight, "20", Unit::Kilogram)),
        ];
        let found = followed(&rows, T);
        let codes: Vec<&str> = found
            .iter()
            .map(|thing| thing.code.split('/').next().unwrap())
            .collect();
        assert_eq!(codes, ["weight", "height", "bmi", "pain"]);
    }
}
