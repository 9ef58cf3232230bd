//! The stretch of time that is shown, and how zooming and panning change it.

/// From one moment to a later one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// The earliest moment shown.
    pub from: f64,
    /// The latest moment shown.
    pub to: f64,
}

/// Nothing is gained by looking at less than a day.
const NARROWEST: f64 = 1.0;

impl Window {
    /// A window at least a day wide; the two moments in any order.
    pub fn new(a: f64, b: f64) -> Self {
        let (from, to) = if a <= b { (a, b) } else { (b, a) };
        let missing = (NARROWEST - (to - from)).max(0.0) / 2.0;
        Self {
            from: from - missing,
            to: to + missing,
        }
    }

    /// How long it is, in days.
    pub fn days(self) -> f64 {
        self.to - self.from
    }

    /// Where a moment lies in a drawing this wide.
    pub fn x(self, at: f64, width: f64) -> f64 {
        (at - self.from) / self.days() * width
    }

    /// The moment at a place of a drawing this wide.
    pub fn at(self, x: f64, width: f64) -> f64 {
        self.from + x / width * self.days()
    }

    /// Closer (`factor` below 1) or farther, with `at` staying where it is; never beyond `all`.
    #[must_use]
    pub fn zoomed(self, at: f64, factor: f64, all: Self) -> Self {
        let days = (self.days() * factor).clamp(NARROWEST.min(all.days()), all.days());
        let part = ((at - self.from) / self.days()).clamp(0.0, 1.0);
        let from = at - part * days;
        Self {
            from,
            to: from + days,
        }
        .within(all)
    }

    /// Moved by a part of its own length, to later times if positive; never beyond `all`.
    #[must_use]
    pub fn panned(self, part: f64, all: Self) -> Self {
        let by = part * self.days();
        Self {
            from: self.from + by,
            to: self.to + by,
        }
        .within(all)
    }

    fn within(self, all: Self) -> Self {
        let days = self.days().min(all.days());
        // Not `clamp`: rounding may put the upper bound a hair below the lower one.
        let from = self.from.min(all.to - days).max(all.from);
        Self {
            from,
            to: from + days,
        }
    }
}
