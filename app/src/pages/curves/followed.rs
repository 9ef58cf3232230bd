//! What is followed in a carnet: one item for each thing measured, its sides together.

use super::thing::Followed;
use super::worked_out::{body_mass_to_come, counted, goal, is_velocity, velocity};
use crate::lists::rows::Row;
use crate::words::Words;
use domain::Entry;
use domain::chart::{Point, Series, SeriesKey, all_series, event_kinds, growth_points};
use domain::entry::{Identity, Measurement};
use domain::growth::{Indicator, NoScore, Score, Tables};
use domain::lists::Measure;
use std::collections::HashMap;

/// Growth comes first, then the domain's own order.
const FIRST: [Measure; 3] = [Measure::Weight, Measure::Height, Measure::HeadCircumference];

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
        found.push(body_mass_to_come(t));
    }
    let speeds: Vec<Followed> = found
        .iter()
        .filter_map(|thing| velocity(thing, t))
        .collect();
    found.extend(speeds);
    let rank = |thing: &Followed| match FIRST.iter().position(|what| first_is(thing, *what)) {
        Some(place) => place,
        // After weight and height, before all else.
        None if thing.indicator.is_some() || is_velocity(thing) => FIRST.len(),
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
    use domain::lists::{Side, Unit};

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
