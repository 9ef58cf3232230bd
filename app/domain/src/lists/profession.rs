//! Health and social professions, by the codes of the Agence du numérique en santé
//! (TRE_G15-ProfessionSante, TRE_R94-ProfessionSocial, TRE_R95-UsagerTitre).

use serde::{Deserialize, Serialize};

const TABLE: &str = include_str!("../../data/professions_ans.csv");

/// A profession: its code, kept as text so that a code newer than our table is never lost.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Profession(pub String);

impl Profession {
    /// The official French label, if our table knows the code.
    pub fn label(&self) -> Option<&'static str> {
        professions()
            .find(|(code, _)| *code == self.0)
            .map(|(_, label)| label)
    }

    /// The label, or the bare code when the table does not know it.
    pub fn text(&self) -> &str {
        self.label().unwrap_or(&self.0)
    }

    /// Whether nothing was chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Profession {
    fn from(code: &str) -> Self {
        Self(code.to_owned())
    }
}

/// All professions as (code, French label), in the order of the official tables.
pub fn professions() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().skip(1).filter_map(|line| {
        let mut cells = line.splitn(3, ',').skip(1);
        Some((cells.next()?, cells.next()?.trim()))
    })
}
