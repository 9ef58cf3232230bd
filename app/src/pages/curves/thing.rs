//! One thing that is followed, and how it is called.

use crate::words::Words;
use domain::chart::Series;
use domain::growth::Indicator;

/// One thing that is followed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Followed {
    /// Names it among the others.
    pub(crate) code: String,
    /// What it is called, without a side.
    pub(crate) title: String,
    /// In what it is drawn.
    pub(crate) unit: String,
    /// What of the reference of growth belongs to it.
    pub(crate) indicator: Option<Indicator>,
    /// It is worked out of other measures: none of its values can be noted.
    pub(crate) worked_out: bool,
    /// Its values, by side.
    pub(crate) series: Vec<Series>,
}

impl Followed {
    /// How many values there are.
    pub(crate) fn count(&self) -> usize {
        self.series.iter().map(|series| series.points.len()).sum()
    }

    /// Whether several sides are there.
    pub(crate) fn sided(&self) -> bool {
        self.series.len() > 1
    }

    /// Its title with the side of one of its series.
    pub(crate) fn title_of(&self, series: &Series, t: Words) -> String {
        match side(series, t) {
            "" => self.title.clone(),
            side => t.curves_of_side(side.to_lowercase(), &self.title),
        }
    }
}

/// Which side, in a word; empty where there is none.
pub(crate) fn side(series: &Series, t: Words) -> &'static str {
    let side = series.key.side;
    side.map_or("", |side| domain::Term::label(side, t.terms()))
}
