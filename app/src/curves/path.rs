//! Paths, written as text: a tenth of a pixel is enough, and whole numbers are written much faster than fractions.

use std::fmt::Write as _;

/// A path that is being written.
#[derive(Default)]
pub(super) struct Path(String);

impl Path {
    /// What was written.
    pub(super) fn done(self) -> String {
        self.0
    }

    /// Goes somewhere without drawing.
    pub(super) fn to(&mut self, x: f64, y: f64) {
        self.0.push('M');
        self.pair(x, y);
    }

    /// Draws a line to somewhere.
    pub(super) fn line(&mut self, x: f64, y: f64) {
        self.0.push('L');
        self.pair(x, y);
    }

    /// Draws a line back to where it began.
    pub(super) fn close(&mut self) {
        self.0.push('Z');
    }

    /// A sign around a point: a disc, a square, a triangle. Shapes tell lines apart where colours do not.
    pub(super) fn dot(&mut self, shape: usize, x: f64, y: f64, radius: f64) {
        match shape {
            0 => self.circle(x, y, radius),
            1 => {
                let half = radius * 0.9;
                self.to(x - half, y - half);
                self.line(x + half, y - half);
                self.line(x + half, y + half);
                self.line(x - half, y + half);
                self.close();
            }
            _ => {
                let (wide, low) = (radius * 1.15, radius * 0.8);
                self.to(x, y - radius * 1.25);
                self.line(x + wide, y + low);
                self.line(x - wide, y + low);
                self.close();
            }
        }
    }

    /// A circle.
    pub(super) fn circle(&mut self, x: f64, y: f64, radius: f64) {
        self.to(x - radius, y);
        for side in [2.0, -2.0] {
            self.0.push('a');
            self.pair(radius, radius);
            self.0.push_str(" 0 1 0 ");
            self.pair(side * radius, 0.0);
        }
        self.close();
    }

    fn pair(&mut self, x: f64, y: f64) {
        self.number(x);
        self.0.push(' ');
        self.number(y);
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "pixels, far from the bounds; a cast of what is beyond them stops there"
    )]
    fn number(&mut self, value: f64) {
        let tenths = (value * 10.0).round() as i32;
        let sign = if tenths < 0 { "-" } else { "" };
        let tenths = tenths.unsigned_abs();
        let (whole, part) = (tenths / 10, tenths % 10);
        // Writing to a text cannot fail.
        let _ = match part {
            0 => write!(self.0, "{sign}{whole}"),
            part => write!(self.0, "{sign}{whole}.{part}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_to_a_tenth() {
        let mut path = Path::default();
        path.to(0.04, -0.26);
        path.line(12.0, 1234.56);
        assert_eq!(path.done(), "M0 -0.3L12 1234.6");
    }
}
