//! The arithmetic of L, M and S, and of the normal distribution.

use core::f64::consts::SQRT_2;

/// One row of a table: the power of the transformation, the median, and the coefficient of variation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lms {
    pub(super) l: f64,
    pub(super) m: f64,
    pub(super) s: f64,
}

impl Lms {
    /// `(y/M)^L` and so on: how many standard deviations from the median.
    fn plain_z(self, y: f64) -> f64 {
        if self.l == 0.0 {
            (y / self.m).ln() / self.s
        } else {
            ((y / self.m).powf(self.l) - 1.0) / (self.l * self.s)
        }
    }

    /// The measurement at this many standard deviations.
    fn plain_value(self, z: f64) -> f64 {
        if self.l == 0.0 {
            self.m * (self.s * z).exp()
        } else {
            self.m * (1.0 + self.l * self.s * z).powf(1.0 / self.l)
        }
    }

    /// The z-score. Where weight is part of it (`restricted`), what lies beyond three standard deviations is counted in
    /// steps as wide as the one from two to three: the tails rest on too few children.
    pub(super) fn z(self, y: f64, restricted: bool) -> f64 {
        let z = self.plain_z(y);
        if restricted && z.abs() > 3.0 {
            let (edge, step) = self.tail(z.signum());
            z.signum() * 3.0 + (y - edge) / step
        } else {
            z
        }
    }

    /// The measurement that has this z-score.
    pub(super) fn value(self, z: f64, restricted: bool) -> f64 {
        if restricted && z.abs() > 3.0 {
            let (edge, step) = self.tail(z.signum());
            edge + (z - z.signum() * 3.0) * step
        } else {
            self.plain_value(z)
        }
    }

    /// The measurement at three standard deviations on this side, and how far it is from that at two.
    fn tail(self, side: f64) -> (f64, f64) {
        let edge = self.plain_value(3.0 * side);
        (edge, (edge - self.plain_value(2.0 * side)).abs())
    }

    /// Part of the way (0 to 1) to the next row.
    pub(super) fn towards(self, next: Self, part: f64) -> Self {
        let between = |from: f64, to: f64| from + (to - from) * part;
        Self {
            l: between(self.l, next.l),
            m: between(self.m, next.m),
            s: between(self.s, next.s),
        }
    }
}

/// Out of a hundred children, how many have a lower value than one with this z-score.
pub fn percentile_of(z: f64) -> f64 {
    50.0 * libm::erfc(-z / SQRT_2)
}

/// The z-score of a percentile between 0 and 100, both excluded: the other way round.
pub fn z_of_percentile(percentile: f64) -> Option<f64> {
    if !(percentile > 0.0 && percentile < 100.0) {
        return None;
    }
    // The distribution only rises: halving forty-odd times leaves nothing a number could hold.
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        if percentile_of(middle) < percentile {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(0.5 * (low + high))
}
