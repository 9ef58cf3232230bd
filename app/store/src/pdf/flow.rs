//! Lines onto pages.

use super::lines::Line;

/// The height that a page has for text, in points.
pub(super) const HEIGHT: f32 = 715.0;

/// A line at its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    /// The number of the line.
    pub(super) line: usize,
    /// Its baseline, from the top of the text.
    pub(super) y: f32,
}

/// Every page with its lines; at least one page.
pub(super) fn pages(lines: &[Line]) -> Vec<Vec<Placed>> {
    let mut pages: Vec<Vec<Placed>> = vec![Vec::new()];
    let mut y = 0.0;
    for (number, line) in lines.iter().enumerate() {
        let begins = pages.last().is_none_or(Vec::is_empty);
        let above = if begins { 0.0 } else { line.above };
        if !begins && y + above + needed(lines, number) > HEIGHT {
            pages.push(Vec::new());
            y = 0.0;
        } else {
            y += above;
        }
        if let Some(page) = pages.last_mut() {
            page.push(Placed {
                line: number,
                y: y + line.look.leading * 0.75,
            });
        }
        y += line.look.leading;
    }
    pages
}

/// The height of a line together with those that must not part from it. Of what would fill half a page nothing holds.
fn needed(lines: &[Line], number: usize) -> f32 {
    let mut height = 0.0;
    for (place, line) in lines.iter().enumerate().skip(number) {
        height += line.look.leading + if place == number { 0.0 } else { line.above };
        if !line.holds_next || height > HEIGHT / 2.0 {
            break;
        }
    }
    height
}
