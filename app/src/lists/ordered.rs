//! How the rows of a list stand: what is seen at once, and what unfolds.

use super::rows::Row;

/// The rows of a list in order.
pub(crate) struct Ordered<'a> {
    /// Seen at once, each with the earlier ones of its kind under it.
    pub(crate) heads: Vec<(&'a Row, Vec<&'a Row>)>,
    /// Folded under all of them.
    pub(crate) rest: Vec<&'a Row>,
}

impl<'a> Ordered<'a> {
    /// All seen at once.
    pub(crate) fn all(rows: Vec<&'a Row>) -> Self {
        Self::few(rows, usize::MAX)
    }

    /// The first `few` seen at once. A single one is never folded: the line that unfolds it is as long.
    pub(crate) fn few(mut rows: Vec<&'a Row>, few: usize) -> Self {
        let seen = if rows.len() <= few.saturating_add(1) {
            rows.len()
        } else {
            few
        };
        let rest = rows.split_off(seen);
        let heads = rows.into_iter().map(|row| (row, Vec::new())).collect();
        Self { heads, rest }
    }

    /// One of each kind seen at once, the first one given; `key` tells the kinds apart.
    pub(crate) fn grouped<K: PartialEq>(rows: Vec<&'a Row>, key: impl Fn(&Row) -> K) -> Self {
        let mut groups: Vec<(K, &'a Row, Vec<&'a Row>)> = Vec::new();
        for row in rows {
            let kind = key(row);
            match groups.iter_mut().find(|(other, ..)| *other == kind) {
                Some((_, _, earlier)) => earlier.push(row),
                None => groups.push((kind, row, Vec::new())),
            }
        }
        let heads = groups
            .into_iter()
            .map(|(_, row, earlier)| (row, earlier))
            .collect();
        Self {
            heads,
            rest: Vec::new(),
        }
    }
}
