//! Draws the part of a lane that is in sight: numbers in, paths and words out. Nothing here knows the page.

use super::ink::{Ink, Pen};
use super::path::Path;
use super::plot::{Flag, Lane, Line, Point, cut, value_at};
use crate::words::Words;
use domain::chart::{Tick, ValueScale, Window, decimate};

/// Where words begin, seen from their point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// At it.
    Start,
    /// Around it.
    Middle,
    /// Before it.
    End,
}

/// A path with its look.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shape {
    pub(super) ink: Ink,
    pub(super) d: String,
}

/// Words with their look and place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub(super) pen: Pen,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) anchor: Anchor,
    pub(super) text: String,
}

/// A lane, drawn: paths first, words above them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Picture {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) shapes: Vec<Shape>,
    pub(super) labels: Vec<Label>,
}

/// Room at the left, for values.
const LEFT: f64 = 52.0;
/// Room at the right, for the names of the reference's edges.
const RIGHT: f64 = 34.0;
/// Room at the bottom, for ages or dates.
const BOTTOM: f64 = 30.0;
/// Room above the highest and below the lowest round value.
const AIR: f64 = 8.0;
/// One row of marks.
const ROW: f64 = 24.0;
/// Half the width of a mark.
const FLAG: f64 = 11.0;
/// A line with more points than one in so many pixels shows no dots.
const CROWDED: f64 = 7.0;

/// The ground that a lane is drawn on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ground {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) window: Window,
    top: f64,
    scale: ValueScale,
}

impl Ground {
    /// The ground of a lane: its values are in sight, from a round one to a round one.
    pub(super) fn new(width: f64, lane: &Lane, flags: &[Flag], window: Window) -> Self {
        let placed = place(flags, width, window);
        let rows = placed.iter().map(|(_, row)| row + 1).max().unwrap_or(0);
        #[allow(clippy::cast_precision_loss, reason = "a handful of rows")]
        let top = 26.0 + ROW * rows as f64;
        let room = (width * 0.42).clamp(190.0, 300.0);
        Self {
            width,
            height: room + top,
            window,
            top,
            scale: scale(lane, window, room),
        }
    }

    /// Where a day stands.
    pub(super) fn x(self, day: f64) -> f64 {
        LEFT + (day - self.window.from) / self.window.days() * (self.width - LEFT - RIGHT)
    }

    /// Where a value stands.
    pub(super) fn y(self, value: f64) -> f64 {
        let room = self.floor() - self.top - 2.0 * AIR;
        self.top + AIR + self.scale.y(value, room)
    }

    fn floor(self) -> f64 {
        self.height - BOTTOM
    }

    fn right(self) -> f64 {
        self.width - RIGHT
    }
}

/// The share of the width at which something on the screen stands, 0 where the window begins.
pub(super) fn share(x: f64, width: f64) -> f64 {
    (x - LEFT) / (width - LEFT - RIGHT)
}

/// Draws a lane.
pub(super) fn paint(
    ground: Ground,
    lane: &Lane,
    flags: &[Flag],
    ticks: &[Tick],
    t: Words,
) -> Picture {
    let mut picture = Picture {
        width: ground.width,
        height: ground.height,
        ..Picture::default()
    };
    let written = lasts(ground, lane);
    reference(&mut picture, ground, lane, &written);
    values(&mut picture, ground, lane, t);
    times(&mut picture, ground, ticks);
    happened(&mut picture, ground, flags);
    for (place, line) in lane.lines.iter().enumerate() {
        person(&mut picture, ground, place, line);
    }
    for (x, y, last) in written {
        picture.label(Pen::Last, x, y, Anchor::Middle, last);
    }
    picture
}

/// The day that is being read: a line down the lane, a ring around each value.
pub(super) fn cursor(ground: Ground, lane: &Lane, day: f64) -> [String; 2] {
    if day < ground.window.from || ground.window.to < day {
        return [String::new(), String::new()];
    }
    let (mut line, mut rings) = (Path::default(), Path::default());
    line.to(ground.x(day), ground.top);
    line.line(ground.x(day), ground.floor());
    for person in &lane.lines {
        let found = person.points.partition_point(|point| point.at < day);
        if let Some(point) = person.points.get(found).filter(|point| point.at <= day) {
            rings.circle(ground.x(point.at), ground.y(point.value), 8.0);
        }
    }
    [line.done(), rings.done()]
}

/// All values in sight, from a round one to a round one.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 3 and 8"
)]
fn scale(lane: &Lane, window: Window, room: f64) -> ValueScale {
    if let Ok(count @ 1..) = u8::try_from(lane.levels.len()) {
        return ValueScale::of_grades(count);
    }
    let (low, high) = reach(lane, window);
    ValueScale::new(low, high, (room / 40.0).clamp(3.0, 8.0) as u8)
}

/// The lowest and highest value in sight.
fn reach(lane: &Lane, window: Window) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut see = |value: f64| (low, high) = (low.min(value), high.max(value));
    if let Some((lowest, highest)) = lane.with {
        see(lowest);
        see(highest);
    }
    for line in &lane.lines {
        let points = &line.points;
        let from = points.partition_point(|point| point.at < window.from);
        let to = points.partition_point(|point| point.at <= window.to);
        // The neighbours count as well: the line goes on to them.
        let (from, to) = (from.saturating_sub(1), (to + 1).min(points.len()));
        points[from..to].iter().for_each(|point| see(point.value));
    }
    // The reference is seen around the person's values, not all the way to adults' ones.
    let (first, last) = held(lane, window);
    for edge in &lane.edges {
        for day in [first, last] {
            value_at(&edge.points, day).into_iter().for_each(&mut see);
        }
    }
    (low, high)
}

/// The part of the window for which the reference is looked at.
fn held(lane: &Lane, window: Window) -> (f64, f64) {
    let firsts = lane.edges.iter().filter_map(|edge| edge.points.first());
    let lasts = lane.edges.iter().filter_map(|edge| edge.points.last());
    let first = firsts.map(|point| point.at).fold(window.from, f64::max);
    let last = lasts.map(|point| point.at).fold(window.to, f64::min);
    (first, last)
}

/// The bands, from the outside in, and their edges.
fn reference(picture: &mut Picture, ground: Ground, lane: &Lane, written: &[(f64, f64, &str)]) {
    let (from, to) = (ground.window.from, ground.window.to);
    let parts: Vec<Vec<Point>> = lane
        .edges
        .iter()
        .map(|edge| cut(&edge.points, from, to))
        .collect();
    let middle = parts.len() / 2;
    for pair in 0..middle {
        let (low, high) = (&parts[pair], &parts[parts.len() - 1 - pair]);
        let mut path = Path::default();
        let mut first = true;
        for point in low.iter().chain(high.iter().rev()) {
            let (x, y) = (ground.x(point.at), ground.y(point.value));
            if first {
                path.to(x, y);
            } else {
                path.line(x, y);
            }
            first = false;
        }
        let inner = pair + 1 == middle && middle > 1;
        picture.shape(if inner { Ink::Inner } else { Ink::Outer }, path);
    }
    let mut last_y = f64::INFINITY;
    for (place, (edge, part)) in lane.edges.iter().zip(&parts).enumerate() {
        let mut path = Path::default();
        joined(&mut path, ground, part);
        let median = place == middle;
        picture.shape(if median { Ink::Median } else { Ink::Edge }, path);
        let Some(end) = part.last() else { continue };
        let y = ground.y(end.value);
        // Names that would stand in each other, or in a last value, are left out.
        let x = ground.x(end.at) + 5.0;
        let covered = written.iter().any(|(other, height, last)| {
            (x + 12.0 - other).abs() < wide(last) * 0.62 + 16.0 && (y + 5.0 - height).abs() < 22.0
        });
        if last_y - y >= 13.0 && !covered {
            picture.label(Pen::Edge, x, y + 5.0, Anchor::Start, &edge.name);
            last_y = y;
        }
    }
}

/// Round values and their lines across.
fn values(picture: &mut Picture, ground: Ground, lane: &Lane, t: Words) {
    let mut grid = Path::default();
    let mut row = |picture: &mut Picture, value: f64, name: &str| {
        let y = ground.y(value);
        grid.to(LEFT, y);
        grid.line(ground.right(), y);
        picture.label(Pen::Tick, LEFT - 8.0, y + 5.5, Anchor::End, name);
    };
    if lane.levels.is_empty() {
        for tick in ground.scale.ticks(t.terms()) {
            row(picture, tick.at, &tick.label);
        }
    } else {
        for (tick, name) in ground.scale.ticks(t.terms()).iter().zip(&lane.levels) {
            row(picture, tick.at, name);
        }
    }
    picture.shape(Ink::Grid, grid);
}

/// Ages or dates along the bottom.
fn times(picture: &mut Picture, ground: Ground, ticks: &[Tick]) {
    let (mut grid, mut axis) = (Path::default(), Path::default());
    axis.to(LEFT, ground.floor());
    axis.line(ground.right(), ground.floor());
    let mut free = 0.0;
    for tick in ticks {
        let x = ground.x(tick.at);
        if x < LEFT - 0.5 || x > ground.right() + 0.5 {
            continue;
        }
        grid.to(x, ground.top);
        grid.line(x, ground.floor());
        let half = wide(&tick.label) / 2.0;
        let x = x.min(ground.width - half - 1.0);
        if x - half >= free {
            picture.label(
                Pen::Tick,
                x,
                ground.height - 7.0,
                Anchor::Middle,
                &tick.label,
            );
            free = x + half + 10.0;
        }
    }
    picture.shape(Ink::Grid, grid);
    picture.shape(Ink::Axis, axis);
}

/// About how wide a text at an axis is.
#[allow(clippy::cast_precision_loss, reason = "a label is a few letters long")]
fn wide(text: &str) -> f64 {
    text.chars().count() as f64 * 8.6
}

/// Marks, with the row that keeps each clear of its neighbours.
fn place(flags: &[Flag], width: f64, window: Window) -> Vec<(Flag, usize)> {
    let x = |day: f64| LEFT + (day - window.from) / window.days() * (width - LEFT - RIGHT);
    let mut ends: [f64; 5] = [f64::NEG_INFINITY; 5];
    let mut placed = Vec::new();
    for flag in flags {
        let to = flag.to.unwrap_or(flag.from);
        if to < window.from || window.to < flag.from {
            continue;
        }
        let start = x(flag.from.max(window.from)) - FLAG;
        let end = x(to.min(window.to)).max(start + 2.0 * FLAG);
        let free = ends.iter().position(|taken| *taken + 2.0 <= start);
        let row = free.unwrap_or_else(|| {
            let earliest = ends.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
            earliest.map_or(0, |(row, _)| row)
        });
        ends[row] = ends[row].max(end);
        placed.push((*flag, row));
    }
    placed
}

/// What happened, above the values, with a line down to them.
fn happened(picture: &mut Picture, ground: Ground, flags: &[Flag]) {
    let (mut spans, mut stems, mut grounds) = (Path::default(), Path::default(), Path::default());
    for (flag, row) in place(flags, ground.width, ground.window) {
        let x = ground.x(flag.from).max(LEFT);
        #[allow(clippy::cast_precision_loss, reason = "a handful of rows")]
        let y = 14.0 + ROW * row as f64;
        if let Some(to) = flag.to {
            spans.to(x, y);
            spans.line(ground.x(to).min(ground.right()), y);
        }
        if flag.from >= ground.window.from {
            stems.to(x, y + FLAG);
            stems.line(x, ground.floor());
        }
        grounds.circle(x, y, FLAG);
        let number = flag.number.to_string();
        picture.label(Pen::Flag, x, y + 5.0, Anchor::Middle, &number);
    }
    picture.shape(Ink::Span, spans);
    picture.shape(Ink::Stem, stems);
    picture.shape(Ink::Flag, grounds);
}

/// The person's own values.
fn person(picture: &mut Picture, ground: Ground, place: usize, line: &Line) {
    let (from, to) = (ground.window.from, ground.window.to);
    let room = ground.right() - LEFT;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a width in pixels"
    )]
    let points = decimate(&line.points, ground.window, room as u16);
    let mut path = Path::default();
    joined(&mut path, ground, &cut(&points, from, to));
    picture.shape(Ink::Line(place), path);
    let inside = |point: &&Point| from <= point.at && point.at <= to;
    #[allow(clippy::cast_precision_loss, reason = "a few thousand at most")]
    let crowded = points.iter().filter(inside).count() as f64 * CROWDED > room;
    let mut dots = Path::default();
    for point in points.iter().filter(inside).filter(|_| !crowded) {
        dots.dot(place, ground.x(point.at), ground.y(point.value), 4.5);
    }
    picture.shape(Ink::Dots(place), dots);
}

/// Where the last value of each line is written: above its point, or under it where it would cover another.
fn lasts(ground: Ground, lane: &Lane) -> Vec<(f64, f64, &str)> {
    let mut written: Vec<(f64, f64, &str)> = Vec::new();
    for line in &lane.lines {
        let Some(last) = line.points.last() else {
            continue;
        };
        if last.at < ground.window.from || ground.window.to < last.at {
            continue;
        }
        let (x, mut y) = (ground.x(last.at), ground.y(last.value) - 13.0);
        let covers = |(_, other, _): &(f64, f64, &str)| (other - y).abs() < 20.0;
        if y < ground.top - 10.0 || written.iter().any(covers) {
            y = ground.y(last.value) + 27.0;
        }
        let half = wide(&line.last) * 0.62;
        let x = x.min(ground.width - half).max(half);
        written.push((x, y, &line.last));
    }
    written
}

fn joined(path: &mut Path, ground: Ground, points: &[Point]) {
    let mut first = true;
    for point in points {
        let (x, y) = (ground.x(point.at), ground.y(point.value));
        if first {
            path.to(x, y);
        } else {
            path.line(x, y);
        }
        first = false;
    }
}

impl Picture {
    fn shape(&mut self, ink: Ink, path: Path) {
        self.shapes.push(Shape {
            ink,
            d: path.done(),
        });
    }

    fn label(&mut self, pen: Pen, x: f64, y: f64, anchor: Anchor, text: &str) {
        let text = text.to_owned();
        self.labels.push(Label {
            pen,
            x,
            y,
            anchor,
            text,
        });
    }
}
