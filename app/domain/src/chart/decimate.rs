//! Ten thousand points on eight hundred pixels: only those that can be seen, and never a peak less.

use core::ops::Range;

use super::series::Point;
use super::window::Window;

/// The points within a window, in order of time, and one on each side so that lines enter and leave.
pub fn visible(points: &[Point], window: Window) -> Range<usize> {
    let first = points.partition_point(|point| point.at < window.from);
    let last = points.partition_point(|point| point.at <= window.to);
    first.saturating_sub(1)..(last + 1).min(points.len())
}

/// At most four points for each of `columns` columns of a window: the first, the lowest, the highest and the last that
/// fall into it. What is drawn looks the same as if all were. `points` in order of time.
pub fn decimate(points: &[Point], window: Window, columns: u16) -> Vec<Point> {
    let seen = &points[visible(points, window)];
    let columns = columns.max(1);
    if seen.len() <= usize::from(columns) * 2 {
        return seen.to_vec();
    }
    let width = (window.to - window.from) / f64::from(columns);
    let column = |point: &Point| ((point.at - window.from) / width).floor();
    let mut kept = Vec::with_capacity(usize::from(columns) * 4);
    for group in seen.chunk_by(|a, b| column(a) == column(b)) {
        let place = |better: fn(f64, f64) -> bool| {
            let mut best = 0;
            for (place, point) in group.iter().enumerate() {
                if better(point.value, group[best].value) {
                    best = place;
                }
            }
            best
        };
        let mut places = [0, place(|a, b| a < b), place(|a, b| a > b), group.len() - 1];
        places.sort_unstable();
        let mut before = None;
        for place in places {
            if before != Some(place) {
                kept.push(group[place]);
                before = Some(place);
            }
        }
    }
    kept
}

/// The point nearest to a moment. `points` in order of time.
pub fn nearest(points: &[Point], at: f64) -> Option<usize> {
    let after = points.partition_point(|point| point.at < at);
    let before = after.checked_sub(1);
    let distance = |place: &usize| points.get(*place).map(|point| (point.at - at).abs());
    let candidates = before.into_iter().chain([after]);
    candidates
        .filter(|place| *place < points.len())
        .min_by(|a, b| {
            distance(a)
                .partial_cmp(&distance(b))
                .unwrap_or(core::cmp::Ordering::Equal)
        })
}
