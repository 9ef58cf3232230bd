//! Packs WHO's tables for the page: some fifty thousand numbers in as many bytes.

use super::tables::{MAGIC, SCALES, TableId};

/// A table that cannot be packed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// A line that is no row of numbers.
    #[error("line {line} of table {table:?} is no row of numbers")]
    Line {
        /// The table.
        table: TableId,
        /// Which line, from 1.
        line: usize,
    },
    /// Rows are missing, out of order or too many.
    #[error("table {0:?} does not have exactly its rows")]
    Rows(TableId),
}

/// Packs the tables. `csv` gives the text of each: a heading, then `sex,at,l,m,s` with all rows of `M`, then all of `F`.
/// Numbers are kept exactly, as whole ten-thousandths (S: hundred-thousandths), column after column, each as the change
/// of the change from row to row.
pub fn pack<'a>(csv: impl Fn(TableId) -> &'a str) -> Result<Vec<u8>, PackError> {
    let mut packed = MAGIC.to_vec();
    for table in TableId::ALL {
        let mut rows = Vec::new();
        for (number, line) in csv(table).lines().enumerate().skip(1) {
            let row = row(line).ok_or(PackError::Line {
                table,
                line: number + 1,
            })?;
            rows.push(row);
        }
        let (first, last) = table.bounds();
        let expected = ["M", "F"]
            .into_iter()
            .flat_map(|sex| (first..=last).map(move |at| (sex, at)));
        if !rows.iter().map(|(sex, at, _)| (*sex, *at)).eq(expected) {
            return Err(PackError::Rows(table));
        }
        for sex in rows.chunks(table.rows()) {
            for column in 0..3 {
                let (mut value, mut change) = (0i64, 0i64);
                for (_, _, numbers) in sex {
                    let step = numbers[column] - value;
                    write(&mut packed, step - change);
                    (value, change) = (numbers[column], step);
                }
            }
        }
    }
    Ok(packed)
}

/// Sex, place, and L, M and S as whole numbers.
fn row(line: &str) -> Option<(&str, u16, [i64; 3])> {
    let mut fields = line.split(',');
    let (sex, at) = (fields.next()?, fields.next()?.parse().ok()?);
    let mut numbers = [0; 3];
    for (number, scale) in numbers.iter_mut().zip(SCALES) {
        let exact: f64 = fields.next()?.parse().ok()?;
        #[allow(clippy::cast_possible_truncation, reason = "bounded just before")]
        let whole = Some((exact * scale).round())
            .filter(|whole| whole.abs() < 1e9)
            .map(|whole| whole as i64)?;
        *number = whole;
    }
    fields.next().is_none().then_some((sex, at, numbers))
}

fn write(packed: &mut Vec<u8>, number: i64) {
    let mut folded = (number << 1) ^ (number >> 63);
    while folded > 0x7f {
        packed.push(0x80 | u8::try_from(folded & 0x7f).unwrap_or_default());
        folded >>= 7;
    }
    packed.push(u8::try_from(folded).unwrap_or_default());
}
