//! The axis of values: round bounds, round ticks.

use super::ticks::Tick;
use crate::term::Lang;

/// From the lowest to the highest value shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ValueScale {
    /// The lowest value, a round one.
    pub low: f64,
    /// The highest value, a round one.
    pub high: f64,
    step: f64,
}

impl ValueScale {
    /// A scale that holds both values, with about `most` ticks (at least two).
    pub fn new(a: f64, b: f64, most: u8) -> Self {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        let (low, high) = match (low.is_finite() && high.is_finite(), high - low > 0.0) {
            (false, _) => (0.0, 1.0),
            (true, true) => (low, high),
            (true, false) => {
                let room = if low == 0.0 { 1.0 } else { low.abs() * 0.1 };
                (low - room, low + room)
            }
        };
        let step = round_step((high - low) / f64::from(most.max(2)));
        Self {
            low: (low / step + 1e-9).floor() * step,
            high: (high / step - 1e-9).ceil() * step,
            step,
        }
    }

    /// A scale of grades: one tick each.
    pub fn of_grades(count: u8) -> Self {
        Self {
            low: 0.0,
            high: f64::from(count.max(2) - 1),
            step: 1.0,
        }
    }

    /// Where a value lies in a drawing this high, counted from its top.
    pub fn y(self, value: f64, height: f64) -> f64 {
        (self.high - value) / (self.high - self.low) * height
    }

    /// The ticks, lowest first, as people write numbers.
    pub fn ticks(self, lang: Lang) -> Vec<Tick> {
        let places = places(self.step);
        let count = ((self.high - self.low) / self.step).round();
        let mut ticks = Vec::new();
        let mut number = 0.0;
        while number <= count && ticks.len() < 64 {
            let at = self.low + number * self.step;
            let text = format!("{at:.places$}");
            let text = if text.trim_start_matches(['-', '0', '.']).is_empty() {
                text.trim_start_matches('-').to_owned()
            } else {
                text
            };
            ticks.push(Tick {
                at,
                label: match lang {
                    Lang::Fr => text.replace('.', ","),
                    Lang::En => text,
                },
                strong: false,
            });
            number += 1.0;
        }
        ticks
    }
}

/// The next of 1, 2, 5, 10… times a power of ten.
fn round_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    let rounds = [1.0, 2.0, 5.0, 10.0];
    let round = rounds
        .into_iter()
        .find(|round| round * power >= least * (1.0 - 1e-9));
    round.unwrap_or(10.0) * power
}

/// Decimal places that tell steps apart.
fn places(step: f64) -> usize {
    (0..9)
        .find(|places| step * 10f64.powi(*places) >= 1.0 - 1e-9)
        .map_or(9, |places| places.unsigned_abs() as usize)
}
