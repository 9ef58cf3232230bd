//! What a longitudinal summary shows on one page: chosen curves, what happened meanwhile, and the goals.

use super::facts::{Facts, facts};
use super::marks::{TimeMark, marks};
use super::series::{Series, SeriesKey, all_series};
use super::ticks::day_number;
use super::window::Window;
use crate::entry::Entry;
use crate::term::Lang;
use crate::view::HasEntry;

/// The data of a longitudinal summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The stretch of time it covers.
    pub window: Window,
    /// Each chosen curve.
    pub curves: Vec<SummaryRow>,
    /// What happened in that time, in order.
    pub marks: Vec<TimeMark>,
    /// The places of the goals among the rows that were looked at, begun or due in that time, the oldest first.
    pub objectives: Vec<usize>,
}

/// A curve of a summary.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryRow {
    /// The series, with all its values.
    pub series: Series,
    /// The facts of the stretch of time; none if nothing was measured in it.
    pub facts: Option<Facts>,
}

/// Gathers a summary of the chosen series over a window.
pub fn summary<T: HasEntry>(
    rows: &[T],
    chosen: &[SeriesKey],
    window: Window,
    lang: Lang,
) -> Summary {
    let mut series = all_series(rows);
    let curves = chosen.iter().filter_map(|key| {
        let place = series.iter().position(|series| series.key == *key)?;
        let series = series.swap_remove(place);
        Some(SummaryRow {
            facts: facts(&series, Some(window)),
            series,
        })
    });
    let curves = curves.collect();
    let overlaps = |from: f64, to: f64| from <= window.to && to >= window.from;
    let marks = marks(rows, lang)
        .into_iter()
        .filter(|mark| overlaps(mark.from, mark.to.unwrap_or(mark.from)))
        .collect();
    let mut objectives: Vec<_> = rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| match row.entry() {
            Entry::Objective(objective) => {
                let reviewed = objective.reviews.iter().filter_map(|review| review.date);
                let known = objective.date.into_iter().chain(objective.due);
                let days: Vec<f64> = known
                    .chain(reviewed)
                    .map(|day| day_number(day, ""))
                    .collect();
                let first = days.iter().copied().reduce(f64::min)?;
                let last = days.iter().copied().reduce(f64::max)?;
                overlaps(first, last).then_some((first, place))
            }
            _ => None,
        })
        .collect();
    objectives.sort_by(|a, b| a.0.total_cmp(&b.0));
    Summary {
        window,
        curves,
        marks,
        objectives: objectives.into_iter().map(|(_, place)| place).collect(),
    }
}
