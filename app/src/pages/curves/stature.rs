//! Weight by length or height, beside the reference of the World Health Organization: until five years, what tells most
//! about a child whose age and size do not go together. Its axis is no time.

use super::board::Board;
use super::growth::{Growth, place, reason};
use crate::curves::plot::{Axis, Lane, Line, Plot, Point};
use crate::curves::say::age_on;
use crate::curves::window::whole;
use crate::curves::{Chart, Hands};
use crate::lists::rows::use_rows;
use crate::words::{Words, use_words};
use domain::Term;
use domain::chart::{GrowthPoint, day_of, growth_points, value_in_words};
use domain::day_in_words;
use domain::growth::Indicator;
use domain::lists::{Measure, Position, Unit};
use leptos::prelude::*;
use std::sync::Arc;

/// From this day of life children are measured standing: two years.
const STANDING_FROM: u16 = 731;
/// The reference ends here, in days: five years.
const FIVE_YEARS: u16 = 1_826;

/// The measurements of children of one way of measuring.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    position: Position,
    points: Vec<GrowthPoint>,
}

/// The chart, while weight and height are shown and some were measured before five years.
#[component]
pub(super) fn WeightForStature(board: Board) -> impl IntoView {
    let t = use_words();
    let rows = use_rows();
    let parts = Memo::new(move |_| {
        let shown = board.shown.get();
        let both = [Indicator::WeightForAge, Indicator::StatureForAge]
            .map(|wanted| shown.iter().any(|thing| thing.indicator == Some(wanted)));
        match (both, board.growth()) {
            ([true, true], Some(growth)) => {
                let rows = rows.get();
                let points = board.identity.with(|one| {
                    growth_points(&rows, &growth.tables, one, Indicator::WeightForStature)
                });
                parts(points.unwrap_or_default())
            }
            _ => Vec::new(),
        }
    });
    let plot = Memo::new(move |_| {
        let growth = board.growth();
        let lanes = parts.with(|parts| {
            let lane =
                |(number, part): (usize, &Part)| lane(board, growth.as_ref(), number, part, t);
            parts.iter().enumerate().map(lane).collect()
        });
        Arc::new(Plot {
            lanes,
            axis: Axis::Stature,
            ..Plot::default()
        })
    });
    let statures = Memo::new(move |_| plot.with(|plot| plot.days()));
    let all = Memo::new(move |_| {
        statures.with(|statures| match (statures.first(), statures.last()) {
            (Some(first), Some(last)) => whole(*first, *last),
            _ => whole(45.0, 120.0),
        })
    });
    let hands = Hands::new(all, statures);
    Effect::new(move |_| {
        hands.cursor.set(None);
        hands.window.set(all.get());
    });
    let say = Callback::new(move |((number, _), at): ((usize, usize), usize)| {
        let birth = board.identity.with_untracked(|one| one.birth_date);
        parts.with_untracked(|parts| {
            let point = parts.get(number).and_then(|part| part.points.get(at));
            point.map_or_else(String::new, |point| said(point, birth, t))
        })
    });
    let any = Memo::new(move |_| parts.with(|parts| !parts.is_empty()));
    view! {
        <Show when=move || any.get()>
            <section class="band" aria-labelledby="stature-title">
                <h2 id="stature-title">{t.stature_title()}</h2>
                <p class="soft">{t.stature_lead()}</p>
                <Chart id="stature-chart" plot hands beside=board.choice.beside say/>
                <Table parts board/>
            </section>
        </Show>
    }
}

/// Lying before two years, standing from then on; nothing after five. By stature, for that is the axis.
fn parts(points: Vec<GrowthPoint>) -> Vec<Part> {
    let (mut lying, mut standing) = (Vec::new(), Vec::new());
    for point in points {
        match point.age.map(|age| age.age.0) {
            Some(age) if age < STANDING_FROM => lying.push(point),
            Some(age) if age <= FIVE_YEARS => standing.push(point),
            _ => {}
        }
    }
    let parts = [(Position::Lying, lying), (Position::Standing, standing)];
    let parts = parts.into_iter().filter(|(_, points)| !points.is_empty());
    parts
        .map(|(position, mut points)| {
            points.sort_by(|one, other| {
                let order = |point: &GrowthPoint| point.stature.unwrap_or_default();
                order(one)
                    .total_cmp(&order(other))
                    .then(one.at.total_cmp(&other.at))
            });
            Part { position, points }
        })
        .collect()
}

fn lane(board: Board, growth: Option<&Growth>, number: usize, part: &Part, t: Words) -> Lane {
    let edges =
        growth.map(|growth| growth.edges_by_stature(part.position, board.choice.bands.get(), t));
    let points = part.points.iter().map(|point| Point {
        at: point.stature.unwrap_or_default(),
        value: point.value,
        row: point.row,
        item: point.item,
    });
    Lane {
        title: match part.position {
            Position::Lying => t.stature_lying(),
            _ => t.stature_standing(),
        }
        .to_owned(),
        unit: Unit::Kilogram.label(t.terms()).to_owned(),
        lines: vec![Line {
            name: String::new(),
            points: points.collect(),
            key: (number, 0),
            last: part
                .points
                .last()
                .map_or_else(String::new, |point| kilograms(point, t)),
        }],
        edges: edges.unwrap_or_default(),
        ..Lane::default()
    }
}

/// "3 mars 2019, 2 ans et 1 mois · 11,4 kg · z −0,42 · 34e centile".
fn said(point: &GrowthPoint, birth: Option<chrono::NaiveDate>, t: Words) -> String {
    let mut parts: Vec<String> = when(point, birth, t).into_iter().collect();
    parts.push(kilograms(point, t));
    parts.push(match &point.score {
        Ok(score) => place(score, t),
        Err(why) => reason(*why, t),
    });
    parts.join(" · ")
}

fn when(point: &GrowthPoint, birth: Option<chrono::NaiveDate>, t: Words) -> Option<String> {
    let date = day_of(point.at)?;
    let day = day_in_words(date, t.terms());
    Some(match birth.and_then(|birth| age_on(date, birth, t)) {
        Some(age) => format!("{day}, {age}"),
        None => day,
    })
}

fn kilograms(point: &GrowthPoint, t: Words) -> String {
    in_words(point.value, Unit::Kilogram, t)
}

fn in_words(value: f64, unit: Unit, t: Words) -> String {
    value_in_words(value, unit.label(t.terms()), t.terms())
}

/// The same numbers in a table, by day.
#[component]
fn Table(parts: Memo<Vec<Part>>, board: Board) -> impl IntoView {
    let t = use_words();
    let rows = move || {
        let birth = board.identity.with(|one| one.birth_date);
        let mut points: Vec<GrowthPoint> = parts
            .get()
            .into_iter()
            .flat_map(|part| part.points)
            .collect();
        points.sort_by(|one, other| other.at.total_cmp(&one.at));
        let row = |point: GrowthPoint| {
            let place = match &point.score {
                Ok(score) => place(score, t),
                Err(why) => reason(*why, t),
            };
            let stature = point
                .stature
                .map(|stature| in_words(stature, Unit::Centimetre, t));
            view! {
                <tr>
                    <td>{when(&point, birth, t)}</td>
                    <td class="number">{stature}</td>
                    <td class="number">{kilograms(&point, t)}</td>
                    <td>{place}</td>
                </tr>
            }
        };
        points.into_iter().map(row).collect_view()
    };
    view! {
        <details class="field not-on-paper">
            <summary>{t.curves_as_table()}<span class="away">" "{t.stature_title()}</span></summary>
            <div class="scroll" tabindex="0" role="group" aria-label=t.stature_title()>
                <table class="values">
                    <thead>
                        <tr>
                            <th scope="col">{t.curves_day()}</th>
                            <th scope="col">{t.stature_of()}</th>
                            <th scope="col">{Measure::Weight.label(t.terms())}</th>
                            <th scope="col">{t.curves_in_reference()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}
