//! What every part of a chart looks like: a class on the page, where light, dark and paper differ, and plain attributes in
//! a picture that is taken away.

/// A part of a chart that is a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// The outer band of the reference.
    Outer,
    /// The inner band of the reference.
    Inner,
    /// An edge of the reference.
    Edge,
    /// The middle of the reference.
    Median,
    /// A line across, at a round value or date.
    Grid,
    /// The line at the bottom.
    Axis,
    /// How long something lasted.
    Span,
    /// The day on which something happened.
    Stem,
    /// The ground of a mark's number.
    Flag,
    /// The person's values, joined: by its place in the lane.
    Line(usize),
    /// The person's values, each.
    Dots(usize),
}

/// A part of a chart that is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pen {
    /// A value or date at an axis.
    Tick,
    /// The name of an edge of the reference.
    Edge,
    /// The number of a mark.
    Flag,
    /// The last value of a line.
    Last,
    /// The title of a measure, in a picture that is taken away.
    Title,
    /// A line of words, in a picture that is taken away.
    Words,
}

/// How many lines of one lane can be told apart.
const LINES: usize = 3;

impl Ink {
    /// Its class on the page.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Outer => "c-outer",
            Self::Inner => "c-inner",
            Self::Edge => "c-edge",
            Self::Median => "c-median",
            Self::Grid => "c-grid",
            Self::Axis => "c-axis",
            Self::Span => "c-span",
            Self::Stem => "c-stem",
            Self::Flag => "c-flag",
            Self::Line(place) => ["c-line-0", "c-line-1", "c-line-2"][place % LINES],
            Self::Dots(place) => ["c-dots-0", "c-dots-1", "c-dots-2"][place % LINES],
        }
    }

    /// The same as attributes, dark on white.
    pub(super) fn attributes(self) -> &'static str {
        match self {
            Self::Outer => "fill='#e3f0ee'",
            Self::Inner => "fill='#c9e2df'",
            Self::Edge => "fill='none' stroke='#7fb3ae' stroke-width='1'",
            Self::Median => {
                "fill='none' stroke='#4c9690' stroke-width='1.5' stroke-dasharray='2 3'"
            }
            Self::Grid => "fill='none' stroke='#e2dccf' stroke-width='1'",
            Self::Axis => "fill='none' stroke='#857f74' stroke-width='1.5'",
            Self::Span => "fill='none' stroke='#6b4480' stroke-width='4' stroke-opacity='0.45'",
            Self::Stem => "fill='none' stroke='#6b4480' stroke-width='1.5' stroke-dasharray='4 4'",
            Self::Flag => "fill='#ffffff' stroke='#6b4480' stroke-width='1.5'",
            Self::Line(place) => [
                "fill='none' stroke='#1f2430' stroke-width='2.5' stroke-linejoin='round'",
                "fill='none' stroke='#0b6e6e' stroke-width='2.5' stroke-linejoin='round' stroke-dasharray='7 4'",
                "fill='none' stroke='#8f4a22' stroke-width='2.5' stroke-linejoin='round' stroke-dasharray='2 4'",
            ][place % LINES],
            Self::Dots(place) => [
                "fill='#1f2430'",
                "fill='#ffffff' stroke='#0b6e6e' stroke-width='2'",
                "fill='#8f4a22'",
            ][place % LINES],
        }
    }
}

impl Pen {
    /// Its class on the page.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Tick => "c-tick",
            Self::Edge => "c-name",
            Self::Flag => "c-number",
            Self::Last => "c-last",
            Self::Title | Self::Words => "c-title",
        }
    }

    /// The same as attributes, dark on white.
    pub(super) fn attributes(self) -> &'static str {
        match self {
            Self::Tick => "fill='#565d6d' font-size='16'",
            Self::Edge => "fill='#2f6f6a' font-size='14'",
            Self::Flag => "fill='#6b4480' font-size='14' font-weight='700'",
            Self::Last => {
                "fill='#1f2430' font-size='17' font-weight='700' stroke='#ffffff' stroke-width='4' paint-order='stroke'"
            }
            Self::Title => "fill='#1f2430' font-size='20' font-weight='700'",
            Self::Words => "fill='#565d6d' font-size='15'",
        }
    }
}
