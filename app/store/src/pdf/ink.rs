//! Placed lines as a PDF file.

use std::num::NonZeroU16;

use chrono::{Datelike, NaiveDate};
use domain::paper::Paper;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag as Kind, TagGroup,
    TagTree,
};
use krilla::{Document, SerializeSettings};

use super::face::{Faces, Weight};
use super::flow::Placed;
use super::lines::{Line, Look, Tag, WIDTH};

/// A4, in points.
const PAGE: (f32, f32) = (595.28, 841.89);
/// Left and upper edge of the text.
const EDGE: (f32, f32) = (56.69, 56.69);
/// The baseline of the foot.
const FOOT: f32 = 806.0;
const FOOT_LOOK: Look = Look {
    weight: Weight::Regular,
    size: 9.0,
    leading: 12.0,
    soft: true,
};

const INK: (u8, u8, u8) = (0x1f, 0x24, 0x30);
const SOFT: (u8, u8, u8) = (0x56, 0x5d, 0x6d);

pub(super) fn write(
    paper: &Paper,
    lines: &[Line],
    pages: &[Vec<Placed>],
    faces: &mut Faces,
    day: NaiveDate,
) -> Option<Vec<u8>> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .ok()?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let foot = faces.writable(&paper.foot, FOOT_LOOK.weight);
    let mut marks: Vec<(usize, Identifier)> = Vec::new();
    for (number, placed) in pages.iter().enumerate() {
        let mut page = document.start_page_with(PageSettings::from_wh(PAGE.0, PAGE.1)?);
        let mut surface = page.surface();
        for placed in placed {
            let Some(line) = lines.get(placed.line) else {
                continue;
            };
            let y = EDGE.1 + placed.y;
            if line.dot {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
                    ArtifactType::Layout,
                )));
                ink(
                    &mut surface,
                    faces,
                    "•",
                    line.look,
                    EDGE.0 + line.x - 11.0,
                    y,
                );
                surface.end_tagged();
            }
            let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            ink(
                &mut surface,
                faces,
                &line.text,
                line.look,
                EDGE.0 + line.x,
                y,
            );
            surface.end_tagged();
            marks.push((placed.line, mark));
        }
        let count = format!(
            "{} {} {} {}",
            paper.page_of.0,
            number + 1,
            paper.page_of.1,
            pages.len()
        );
        write_foot(&mut surface, faces, &foot, &count);
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree(paper, lines, marks));
    document.set_outline(outline(paper, lines, pages));
    document.set_metadata(metadata(paper, day));
    document.finish().ok()
}

fn ink(surface: &mut Surface<'_>, faces: &Faces, text: &str, look: Look, x: f32, y: f32) -> f32 {
    let (glyphs, width) = faces.glyphs(text, look.weight, look.size);
    let (red, green, blue) = if look.soft { SOFT } else { INK };
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        ..Fill::default()
    }));
    surface.draw_glyphs(
        Point::from_xy(x, y),
        &glyphs,
        faces.font(look.weight),
        text,
        look.size,
        false,
    );
    width
}

/// Who and what at the left, the number of the page at the right.
fn write_foot(surface: &mut Surface<'_>, faces: &Faces, foot: &str, count: &str) {
    let room = WIDTH - faces.glyphs(count, FOOT_LOOK.weight, FOOT_LOOK.size).1;
    let mut foot = foot.to_owned();
    while faces.glyphs(&foot, FOOT_LOOK.weight, FOOT_LOOK.size).1 > room - 20.0
        && foot.pop().is_some()
    {}
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Footer,
    )));
    ink(surface, faces, &foot, FOOT_LOOK, EDGE.0, FOOT);
    ink(surface, faces, count, FOOT_LOOK, EDGE.0 + room, FOOT);
    surface.end_tagged();
}

/// What the lines are: headings, paragraphs, lists, in the order of reading.
fn tree(paper: &Paper, lines: &[Line], marks: Vec<(usize, Identifier)>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(paper.lang.clone()));
    let mut list: Option<(usize, TagGroup)> = None;
    let mut group: Option<(usize, Tag, TagGroup)> = None;
    let close = |group: Option<(usize, Tag, TagGroup)>,
                 list: &mut Option<(usize, TagGroup)>,
                 tree: &mut TagTree| {
        let Some((_, tag, done)) = group else { return };
        match tag {
            Tag::Item(number) => {
                if list.as_ref().is_some_and(|(open, _)| *open != number)
                    && let Some((_, full)) = list.take()
                {
                    tree.push(full);
                }
                let (_, open) = list
                    .get_or_insert_with(|| (number, TagGroup::new(Kind::L(ListNumbering::Disc))));
                open.push(TagGroup::with_children(Kind::LI, vec![done.into()]));
            }
            _ => {
                if let Some((_, full)) = list.take() {
                    tree.push(full);
                }
                tree.push(done);
            }
        }
    };
    for (number, mark) in marks {
        let Some(line) = lines.get(number) else {
            continue;
        };
        if group
            .as_ref()
            .is_none_or(|(open, _, _)| *open != line.group)
        {
            close(group.take(), &mut list, &mut tree);
            group = Some((line.group, line.tag, beginning(line)));
        }
        if let Some((_, _, open)) = &mut group {
            open.push(mark);
        }
    }
    close(group, &mut list, &mut tree);
    if let Some((_, full)) = list {
        tree.push(full);
    }
    tree
}

fn beginning(line: &Line) -> TagGroup {
    match line.tag {
        Tag::Heading(level) => {
            let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
            TagGroup::new(Kind::Hn(level, Some(line.text.trim().to_owned())))
        }
        Tag::Paragraph => TagGroup::new(Kind::P),
        Tag::Item(_) => TagGroup::new(Kind::LBody),
    }
}

/// The headings, to jump to; the title stands for all where there is none.
fn outline(paper: &Paper, lines: &[Line], pages: &[Vec<Placed>]) -> Outline {
    let mut outline = Outline::new();
    let top = if paper.titled { 2 } else { 1 };
    let start = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(paper.title.clone(), start));
    let mut last = None;
    for (number, placed) in pages.iter().enumerate() {
        for placed in placed {
            let Some(line) = lines.get(placed.line) else {
                continue;
            };
            if line.tag == Tag::Heading(top) && last != Some(line.group) {
                last = Some(line.group);
                let y = (EDGE.1 + placed.y - line.look.leading).max(0.0);
                let there = XyzDestination::new(number, Point::from_xy(0.0, y));
                outline.push_child(OutlineNode::new(line.text.trim().to_owned(), there));
            }
        }
    }
    outline
}

fn metadata(paper: &Paper, day: NaiveDate) -> Metadata {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let made = DateTime::new(u16::try_from(day.year()).unwrap_or_default())
        .month(part(day.month()))
        .day(part(day.day()))
        .hour(12)
        .minute(0)
        .second(0);
    Metadata::new()
        .title(paper.title.clone())
        .language(paper.lang.clone())
        .creator("Carnet".to_owned())
        .creation_date(made)
}
