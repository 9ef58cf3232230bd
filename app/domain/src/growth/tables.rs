//! The tables of the references, read from their packed form.

use super::lms::Lms;
use crate::lists::Sex;
use crate::term::terms;

terms! {
    /// A reference.
    Reference {
        Who2006 "who_2006" "OMS, normes de croissance 2006" "WHO Child Growth Standards 2006";
        Who2007 "who_2007" "OMS, référence 2007" "WHO Reference 2007";
    }
}

/// One table, in the order of the packed form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableId {
    /// Weight by day of life.
    WeightForAge,
    /// Length, from day 731 height, by day of life.
    StatureForAge,
    /// Body mass index by day of life.
    BmiForAge,
    /// Head circumference by day of life.
    HeadForAge,
    /// Weight by length in millimetres.
    WeightForLength,
    /// Weight by height in millimetres.
    WeightForHeight,
    /// Weight by month of life.
    WeightForAge2007,
    /// Height by month of life.
    HeightForAge2007,
    /// Body mass index by month of life.
    BmiForAge2007,
}

impl TableId {
    /// All tables, in the order of the packed form.
    pub const ALL: [Self; 9] = [
        Self::WeightForAge,
        Self::StatureForAge,
        Self::BmiForAge,
        Self::HeadForAge,
        Self::WeightForLength,
        Self::WeightForHeight,
        Self::WeightForAge2007,
        Self::HeightForAge2007,
        Self::BmiForAge2007,
    ];

    /// The first and the last row: days, millimetres or months.
    pub const fn bounds(self) -> (u16, u16) {
        match self {
            Self::WeightForAge | Self::StatureForAge | Self::BmiForAge | Self::HeadForAge => {
                (0, 1826)
            }
            Self::WeightForLength => (450, 1100),
            Self::WeightForHeight => (650, 1200),
            Self::WeightForAge2007 => (60, 120),
            Self::HeightForAge2007 | Self::BmiForAge2007 => (60, 228),
        }
    }

    /// The reference that it belongs to.
    pub const fn reference(self) -> Reference {
        match self {
            Self::WeightForAge2007 | Self::HeightForAge2007 | Self::BmiForAge2007 => {
                Reference::Who2007
            }
            _ => Reference::Who2006,
        }
    }

    pub(super) fn rows(self) -> usize {
        let (first, last) = self.bounds();
        usize::from(last - first) + 1
    }
}

/// All tables of both references.
#[derive(Clone)]
pub struct Tables {
    /// Boys, then girls, of each table.
    rows: Vec<[Vec<Lms>; 2]>,
}

/// Bytes that are not the packed tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TablesError {
    /// They do not begin as packed tables do.
    #[error("not packed growth tables")]
    NotTables,
    /// They end too early.
    #[error("the growth tables are cut off")]
    CutOff,
    /// A number that no growth table holds.
    #[error("a number that no growth table holds")]
    Unlikely,
    /// Something follows the last table.
    #[error("something follows the growth tables")]
    TooLong,
}

/// How the packed form begins; the last byte is its version.
pub(super) const MAGIC: &[u8] = b"CWHO\x01";

/// Decimal places of L, M and S in WHO's tables, as powers of ten.
pub(super) const SCALES: [f64; 3] = [1e4, 1e4, 1e5];

/// Bounds of L, M and S, in those units: far wider than any table, so that no sum can overflow.
const LIMITS: [(i64, i64); 3] = [(-100_000, 100_000), (1, 10_000_000), (1, 1_000_000)];

impl Tables {
    /// Reads the packed form: see [`super::pack`]. The number of rows is fixed, so that hostile bytes cannot ask for memory.
    pub fn read(bytes: &[u8]) -> Result<Self, TablesError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(TablesError::NotTables)?;
        let mut rows = Vec::with_capacity(TableId::ALL.len());
        for table in TableId::ALL {
            let boys = read_table(&mut rest, table.rows())?;
            let girls = read_table(&mut rest, table.rows())?;
            rows.push([boys, girls]);
        }
        if rest.is_empty() {
            Ok(Self { rows })
        } else {
            Err(TablesError::TooLong)
        }
    }

    /// A row of a table, or part of the way (0 to 1) from it to the next. None for a sex without tables, or beyond the
    /// last row.
    pub(super) fn between(&self, table: TableId, sex: Sex, row: u16, part: f64) -> Option<Lms> {
        let half = match sex {
            Sex::Male => 0,
            Sex::Female => 1,
            Sex::Unknown => return None,
        };
        let rows = &self.rows.get(table as usize)?[half];
        let place = usize::from(row.checked_sub(table.bounds().0)?);
        let here = *rows.get(place)?;
        if part == 0.0 {
            return Some(here);
        }
        Some(here.towards(*rows.get(place + 1)?, part))
    }
}

/// Three columns, each as the changes of the changes from row to row.
fn read_table(rest: &mut &[u8], rows: usize) -> Result<Vec<Lms>, TablesError> {
    let mut columns = [const { Vec::new() }; 3];
    for (column, (limits, scale)) in columns.iter_mut().zip(LIMITS.into_iter().zip(SCALES)) {
        column.reserve(rows);
        let (mut value, mut change) = (0i64, 0i64);
        for _ in 0..rows {
            change += i64::from(number(rest)?);
            value += change;
            if value < limits.0 || value > limits.1 {
                return Err(TablesError::Unlikely);
            }
            #[allow(clippy::cast_precision_loss, reason = "at most ten million")]
            column.push(value as f64 / scale);
        }
    }
    let [l, m, s] = columns;
    let rows = l.into_iter().zip(m).zip(s);
    Ok(rows.map(|((l, m), s)| Lms { l, m, s }).collect())
}

/// A signed number in steps of seven bits, small ones first, the sign in the lowest bit.
fn number(rest: &mut &[u8]) -> Result<i32, TablesError> {
    let mut folded = 0u32;
    for shift in [0, 7, 14, 21] {
        let (first, after) = rest.split_first().ok_or(TablesError::CutOff)?;
        *rest = after;
        folded |= u32::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            let size = i32::try_from(folded >> 1).map_err(|_| TablesError::Unlikely)?;
            return Ok(if folded & 1 == 1 { -size - 1 } else { size });
        }
    }
    Err(TablesError::Unlikely)
}
