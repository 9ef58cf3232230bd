//! Numbers exactly as they were typed: no rounding, and "12,50" keeps its two decimals.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A decimal number of at most 15 digits, kept digit for digit. Written with a point; a comma is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

/// A text that is not a plain decimal number of at most 15 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a plain decimal number of at most 15 digits")]
pub struct DecimalError;

/// How many digits a number may have, both sides of the point together.
pub const MAX_DIGITS: usize = 15;

impl Decimal {
    /// `units` divided by ten to the power of `scale`, if that many digits can be kept.
    pub fn new(units: i64, scale: u8) -> Option<Self> {
        let fits = units.unsigned_abs() < 10u64.pow(15) && usize::from(scale) < MAX_DIGITS;
        fits.then_some(Self { units, scale })
    }

    /// Compares by value: 12.5 equals 12.50.
    pub fn cmp_value(self, other: Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.scaled(scale).cmp(&other.scaled(scale))
    }

    /// The number divided by ten to the power of `places`, if that many digits can be kept: grams to kilograms.
    pub fn shifted(self, places: u8) -> Option<Self> {
        Self::new(self.units, self.scale.checked_add(places)?)
    }

    /// The sum, if that many digits can be kept.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let sum = self.scaled(scale) + other.scaled(scale);
        Self::new(i64::try_from(sum).ok()?, scale)
    }

    /// How many whole steps of a tenth, a hundredth… (`places` 1, 2…) go into it, rounded down, and which part of a step
    /// (0 to 1) is left over.
    #[allow(clippy::cast_precision_loss)]
    pub fn split(self, places: u8) -> Option<(i64, f64)> {
        let step = 10i64.checked_pow(u32::from(self.scale.saturating_sub(places)))?;
        let finer = 10i64.checked_pow(u32::from(places.saturating_sub(self.scale)))?;
        let units = self.units.checked_mul(finer)?;
        Some((
            units.div_euclid(step),
            units.rem_euclid(step) as f64 / step as f64,
        ))
    }

    /// For drawing, where the exact digits no longer matter.
    #[allow(clippy::cast_precision_loss)]
    pub fn to_f64(self) -> f64 {
        self.units as f64 / 10f64.powi(i32::from(self.scale))
    }

    /// As people write it: with a comma in French.
    pub fn to_text(self, lang: crate::Lang) -> String {
        match lang {
            crate::Lang::Fr => self.to_string().replace('.', ","),
            crate::Lang::En => self.to_string(),
        }
    }

    fn scaled(self, scale: u8) -> i128 {
        i128::from(self.units) * 10i128.pow(u32::from(scale - self.scale))
    }
}

impl From<u16> for Decimal {
    fn from(whole: u16) -> Self {
        Self {
            units: whole.into(),
            scale: 0,
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = self.units.unsigned_abs();
        if self.scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let unit = 10u64.pow(u32::from(self.scale));
        let width = usize::from(self.scale);
        write!(f, "{sign}{}.{:0width$}", digits / unit, digits % unit)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let text = text.trim();
        let (negative, body) = match text.strip_prefix(['-', '−']) {
            Some(body) => (true, body),
            None => (false, text),
        };
        let (whole, part) = body.split_once(['.', ',']).unwrap_or((body, ""));
        let dotted = whole.len() < body.len();
        let all_digits = whole
            .bytes()
            .chain(part.bytes())
            .all(|byte| byte.is_ascii_digit());
        if whole.is_empty()
            || !all_digits
            || (dotted && part.is_empty())
            || whole.len() + part.len() > MAX_DIGITS
        {
            return Err(DecimalError);
        }
        let mut units: i64 = 0;
        for digit in whole.bytes().chain(part.bytes()) {
            units = units * 10 + i64::from(digit - b'0');
        }
        let scale = u8::try_from(part.len()).map_err(|_| DecimalError)?;
        Self::new(if negative { -units } else { units }, scale).ok_or(DecimalError)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
