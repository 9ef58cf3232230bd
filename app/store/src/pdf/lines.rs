//! A paper as lines of the width of a page.

use domain::paper::{Block, Paper};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::face::{Faces, Weight};

/// The width that lines may have, in points.
pub(super) const WIDTH: f32 = 481.9;
/// Where the right half begins.
const HALF: f32 = 250.0;
/// How far the items of a list stand in.
const INDENT: f32 = 14.0;

/// A line to be placed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// What it says. A line that goes on in the next ends with a blank.
    pub(super) text: String,
    pub(super) look: Look,
    /// From the left edge of the text.
    pub(super) x: f32,
    /// Blank above it, unless a page begins here.
    pub(super) above: f32,
    /// It must not stand on another page than the next line.
    pub(super) holds_next: bool,
    /// What it belongs to.
    pub(super) tag: Tag,
    /// The number of the thing that it belongs to: lines of one paragraph share it.
    pub(super) group: usize,
    /// A sign before it: the dot of a list.
    pub(super) dot: bool,
}

/// How a line is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) soft: bool,
}

/// What a line is, for whoever hears the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Heading(u16),
    Paragraph,
    /// An item; of the list that begins with the group of this number.
    Item(usize),
}

const fn look(weight: Weight, size: f32, leading: f32) -> Look {
    Look {
        weight,
        size,
        leading,
        soft: false,
    }
}

const TITLE: Look = look(Weight::Strong, 22.0, 28.0);
const HEADING: Look = look(Weight::Strong, 15.0, 20.0);
const QUESTION: Look = look(Weight::Strong, 11.5, 16.0);
const TEXT: Look = look(Weight::Regular, 11.5, 16.5);
const STRONG: Look = look(Weight::Strong, 11.5, 16.5);
const SMALL: Look = Look {
    soft: true,
    ..look(Weight::Regular, 9.5, 13.0)
};

/// Breaks everything into lines.
pub(super) fn of(paper: &Paper, faces: &mut Faces) -> Vec<Line> {
    let mut book = Book {
        faces,
        lines: Vec::new(),
        group: 0,
    };
    if paper.titled {
        book.add(&paper.title, TITLE, 0.0, 0.0, Tag::Heading(1));
    }
    let first = if paper.titled { 2 } else { 1 };
    let mut asked = false;
    for block in &paper.blocks {
        // An answer stands close to its question.
        let close = std::mem::replace(&mut asked, matches!(block, Block::Question(_)));
        match block {
            Block::Heading(text) => book.add(text, HEADING, 0.0, 20.0, Tag::Heading(first)),
            Block::Question(text) => book.add(text, QUESTION, 0.0, 12.0, Tag::Heading(first + 1)),
            Block::Text(text) => {
                for (place, paragraph) in text.split("\n\n").enumerate() {
                    let above = if close && place == 0 { 2.0 } else { 7.0 };
                    book.add(paragraph, TEXT, 0.0, above, Tag::Paragraph);
                }
            }
            Block::Items(items) => {
                let list = book.group + 1;
                for item in items {
                    let before = book.lines.len();
                    book.add(item, TEXT, INDENT, 4.0, Tag::Item(list));
                    if let Some(line) = book.lines.get_mut(before) {
                        line.dot = true;
                    }
                }
            }
            Block::Small(text) => book.add(text, SMALL, 0.0, 20.0, Tag::Paragraph),
            Block::Right(text) => book.add(text, TEXT, HALF, 14.0, Tag::Paragraph),
            Block::Signature(text) => book.add(text, TEXT, HALF, 48.0, Tag::Paragraph),
            Block::Strong(text) => book.add(text, STRONG, 0.0, 18.0, Tag::Paragraph),
        }
    }
    book.lines
}

struct Book<'a> {
    faces: &'a mut Faces,
    lines: Vec<Line>,
    group: usize,
}

impl Book<'_> {
    /// A text as lines of one group.
    fn add(&mut self, text: &str, look: Look, x: f32, above: f32, tag: Tag) {
        let text = self.faces.writable(text.trim(), look.weight);
        let broken: Vec<String> = text
            .lines()
            .flat_map(|line| self.broken(line, look, WIDTH - x))
            .collect();
        if broken.is_empty() {
            return;
        }
        self.group += 1;
        let last = broken.len() - 1;
        for (place, text) in broken.into_iter().enumerate() {
            // A heading stays with what it heads; of a text, no line stands alone on a page.
            let heads = matches!(tag, Tag::Heading(_));
            let alone = last > 0 && (place == 0 || place + 2 == last + 1) && place < last;
            self.lines.push(Line {
                text,
                look,
                x,
                above: if place == 0 { above } else { 0.0 },
                holds_next: heads || alone,
                tag,
                group: self.group,
                dot: false,
            });
        }
    }

    /// One line of text as lines that fit. A word that is wider than the page is cut.
    fn broken(&self, text: &str, look: Look, width: f32) -> Vec<String> {
        let wide = |text: &str| self.faces.glyphs(text.trim_end(), look.weight, look.size).1;
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut start = 0;
        for (end, sort) in linebreaks(text) {
            let piece = text.get(start..end).unwrap_or_default();
            start = end;
            if !line.is_empty() && wide(&format!("{line}{piece}")) > width {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(piece);
            while wide(&line) > width {
                let fits = self.fitting(&line, look, width);
                let rest = line.split_off(fits);
                lines.push(std::mem::replace(&mut line, rest));
            }
            if sort == BreakOpportunity::Mandatory {
                lines.push(std::mem::take(&mut line));
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// How many bytes of a text fit; at least one letter.
    fn fitting(&self, text: &str, look: Look, width: f32) -> usize {
        let mut fits = 0;
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            let part = text.get(..end).unwrap_or_default();
            if fits > 0 && self.faces.glyphs(part, look.weight, look.size).1 > width {
                break;
            }
            fits = end;
        }
        fits
    }
}
