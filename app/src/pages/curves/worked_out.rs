//! What is worked out of what was written down: counts, levels of goals, body mass, how fast a child grows.

use super::thing::Followed;
use crate::lists::rows::Row;
use crate::words::Words;
use domain::Term;
use domain::chart::{
    Bucket, EventKey, Point, Series, SeriesKey, day_number, day_of, event_counts, growth_points,
};
use domain::entry::{Identity, Objective};
use domain::growth::{Indicator, Tables, velocities};
use domain::lists::{EventKind, Measure, Unit};

/// The levels of a goal, from the lowest.
const LEVELS: [&str; 5] = ["−2", "−1", "0", "+1", "+2"];
/// A value that no entry holds alone: a count, a level.
const NOWHERE: usize = usize::MAX;

/// Events, counted by month.
pub(super) fn counted(rows: &[Row], key: &EventKey, t: Words) -> Followed {
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
pub(super) fn goal(id: &str, objective: &Objective, t: Words) -> Option<Followed> {
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

/// The body mass index, before the tables are there to work it out.
pub(super) fn body_mass_to_come(t: Words) -> Followed {
    Followed {
        code: "bmi".to_owned(),
        title: t.curves_bmi().to_owned(),
        unit: "kg/m²".to_owned(),
        indicator: Some(Indicator::BmiForAge),
        worked_out: true,
        series: Vec::new(),
    }
}

/// Of two measurements closer than this, in days, no speed is worked out: over a few weeks, what is measured is the
/// measuring.
const HALF_A_YEAR: u16 = 180;

/// What the codes of speeds begin with.
const VELOCITY: &str = "velocity/";

/// Whether a thing is a speed of growth.
pub(super) fn is_velocity(thing: &Followed) -> bool {
    thing.code.starts_with(VELOCITY)
}

/// How fast weight, height or head circumference grew, in a year; none while no two measurements lie half a year apart.
pub(super) fn velocity(thing: &Followed, t: Words) -> Option<Followed> {
    let series = thing.series.first().filter(|_| !thing.worked_out)?;
    let unit = match series.key.what {
        Measure::Weight => t.curves_kilograms_a_year(),
        Measure::Height | Measure::HeadCircumference => t.curves_centimetres_a_year(),
        _ => return None,
    };
    let measured = series.points.iter();
    let measured: Vec<_> = measured
        .filter_map(|point| Some((day_of(point.at)?, point.value)))
        .collect();
    let speeds = velocities(&measured, HALF_A_YEAR).into_iter();
    let points: Vec<Point> = speeds
        .map(|speed| Point {
            at: day_number(speed.to, ""),
            // A speed is no surer than the two measurements: a tenth is enough.
            value: (speed.per_year * 10.0).round() / 10.0,
            row: NOWHERE,
            item: 0,
        })
        .collect();
    (!points.is_empty()).then(|| Followed {
        code: format!("{VELOCITY}{}", series.key.what.code()),
        title: t.curves_velocity(thing.title.to_lowercase()),
        unit: unit.to_owned(),
        indicator: None,
        worked_out: true,
        series: vec![bare(unit, &[], points)],
    })
}
