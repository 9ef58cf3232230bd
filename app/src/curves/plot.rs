//! What a chart is drawn from: plain numbers, and the words beside them.

use chrono::NaiveDate;
pub(crate) use domain::chart::Point;

/// What stands along the bottom of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Axis {
    /// Dates.
    #[default]
    Calendar,
    /// Ages, counted from this day.
    Age(NaiveDate),
    /// Lengths or heights in centimetres: what is a day elsewhere is a centimetre here.
    Stature,
}

/// One or several measures on one axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Plot {
    /// One under the other, or side by side.
    pub(crate) lanes: Vec<Lane>,
    /// What happened, in order of time.
    pub(crate) marks: Vec<Flag>,
    /// What stands along the bottom.
    pub(crate) axis: Axis,
}

/// One measure, with its own axis of values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Lane {
    /// What is measured.
    pub(crate) title: String,
    /// In what.
    pub(crate) unit: String,
    /// The person's own values; two where left and right are shown together.
    pub(crate) lines: Vec<Line>,
    /// The reference, from the lowest edge to the highest; an odd number, the middle one being the median.
    pub(crate) edges: Vec<Edge>,
    /// The names of the steps of a scale that has no numbers, from the lowest.
    pub(crate) levels: Vec<String>,
    /// Values that are in sight in any case: those of the lane beside it.
    pub(crate) with: Option<(f64, f64)>,
}

/// Values that belong together, in order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// Which side, or what else tells it from the other one.
    pub(crate) name: String,
    /// The values.
    pub(crate) points: Vec<Point>,
    /// Names it where its values are put into words.
    pub(crate) key: (usize, usize),
    /// The last value in words, written at its point.
    pub(crate) last: String,
}

/// One line of the reference.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Edge {
    /// Its name, written at its end.
    pub(crate) name: String,
    /// Its values, in order of time.
    pub(crate) points: Vec<Point>,
}

/// Something that happened, by its number in the list under the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Flag {
    /// Its number.
    pub(crate) number: usize,
    /// When, or since when.
    pub(crate) from: f64,
    /// Until when, if it lasted.
    pub(crate) to: Option<f64>,
}

impl Plot {
    /// Every day (or stature) at which something was measured, once, in order.
    pub(crate) fn days(&self) -> Vec<f64> {
        let lines = self.lanes.iter().flat_map(|lane| &lane.lines);
        let mut days: Vec<f64> = lines
            .flat_map(|line| line.points.iter().map(|point| point.at))
            .collect();
        days.sort_by(f64::total_cmp);
        days.dedup();
        days
    }
}

/// A point that comes from no entry.
pub(crate) fn point(at: f64, value: f64) -> Point {
    Point {
        at,
        value,
        row: 0,
        item: 0,
    }
}

/// The value of a line between its points; none before the first and after the last.
pub(super) fn value_at(points: &[Point], day: f64) -> Option<f64> {
    let after = points.partition_point(|point| point.at < day);
    let next = points.get(after)?;
    if next.at <= day {
        return Some(next.value);
    }
    let before = points.get(after.checked_sub(1)?)?;
    let share = (day - before.at) / (next.at - before.at);
    Some(before.value + share * (next.value - before.value))
}

/// The part of a line between two days, cut exactly there.
pub(super) fn cut(points: &[Point], from: f64, to: f64) -> Vec<Point> {
    let mut part = Vec::new();
    if let Some(value) = value_at(points, from) {
        part.push(point(from, value));
    }
    let inside = points
        .iter()
        .filter(|point| from < point.at && point.at < to);
    part.extend(inside.copied());
    if let Some(value) = value_at(points, to) {
        part.push(point(to, value));
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Vec<Point> {
        [(0.0, 0.0), (10.0, 20.0), (20.0, 0.0)]
            .map(|(at, value)| point(at, value))
            .into()
    }

    #[test]
    fn a_line_is_cut_where_the_window_ends() {
        let part = cut(&line(), 5.0, 15.0);
        let values: Vec<f64> = part.iter().map(|point| point.value).collect();
        assert_eq!(values, [10.0, 20.0, 10.0]);
        assert_eq!(cut(&line(), 30.0, 40.0), []);
        assert_eq!(cut(&line(), -10.0, 30.0).len(), 3);
    }
}
